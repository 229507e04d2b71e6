package org.dosi.kernel.air;

import java.util.List;

/// The grades of the Korean air-quality index, from best to worst: AirKorea's 1 to 4.
public enum IndexGrade {
    GOOD,
    MODERATE,
    BAD,
    VERY_BAD;

    public static final List<IndexGrade> ALL = List.of(values());
}
