package org.dosi.analysis.air;

import java.util.List;

/// What groups of time and wind are called in tables, as openair calls them.
public final class GroupWords {
    /// Monday is the first.
    public static final List<String> WEEKDAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    public static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /// Spring begins in March.
    public static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");

    /// Clockwise from north.
    public static final List<String> SECTORS = List.of("N", "NE", "E", "SE", "S", "SW", "W", "NW");

    private GroupWords() {}
}
