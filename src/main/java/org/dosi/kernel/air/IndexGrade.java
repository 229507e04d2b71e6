package org.dosi.kernel.air;

/// The grades of the Korean air-quality index, from best to worst.
public enum IndexGrade {
    GOOD,
    MODERATE,
    BAD,
    VERY_BAD
}
