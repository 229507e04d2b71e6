package org.dosi.store;

/// One number from many.
public enum Aggregate {
    MEAN,
    MIN,
    MAX,
    SUM,
    COUNT
}
