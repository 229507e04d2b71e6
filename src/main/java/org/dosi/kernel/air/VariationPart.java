package org.dosi.kernel.air;

/// By what the hours of a series are put into groups.
public enum VariationPart {
    /// 24 groups: 0 to 23.
    HOUR(24),
    /// 7 groups: Monday is 0.
    WEEKDAY(7),
    /// 12 groups: January is 0.
    MONTH(12),
    /// 168 groups: 24 times the weekday, plus the hour.
    HOUR_OF_WEEKDAY(168);

    private final int groups;

    VariationPart(int groups) {
        this.groups = groups;
    }

    public int groups() {
        return groups;
    }
}
