package org.dosi.store;

/// A cycle of the calendar over which values are grouped.
public enum Cycle {
    /// 0 to 23.
    HOUR,
    /// 1 Monday to 7 Sunday.
    WEEKDAY,
    /// 1 to 12.
    MONTH
}
