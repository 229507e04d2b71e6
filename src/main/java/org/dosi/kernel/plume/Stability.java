package org.dosi.kernel.plume;

/// Pasquill's classes of atmospheric stability, from very unstable to stable.
public enum Stability {
    A,
    B,
    C,
    D,
    E,
    F
}
