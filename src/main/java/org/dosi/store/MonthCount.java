package org.dosi.store;

import java.time.YearMonth;

/// How many observations a datastream has in a month, and how many of them are good.
public record MonthCount(String datastream, YearMonth month, long count, long good) {}
