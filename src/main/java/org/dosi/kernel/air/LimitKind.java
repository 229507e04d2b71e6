package org.dosi.kernel.air;

/// What a limit of air quality is set for.
public enum LimitKind {
    /// Each hour's mean.
    HOUR,
    /// Each rolling mean of eight hours.
    EIGHT_HOURS,
    /// The day's highest rolling mean of eight hours.
    HIGHEST_EIGHT_HOURS_OF_DAY,
    /// Each calendar day's mean.
    DAY,
    /// The calendar year's mean.
    YEAR
}
