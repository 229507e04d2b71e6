package org.dosi.kernel.air;

import java.time.LocalDate;
import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// Hourly numbers without a missing step, in the local standard time of their place.
///
/// @param firstHour hours from 1970-01-01 00:00 of that time to the first stamp
/// @param values one for each hour; NaN is missing
public record HourSeries(long firstHour, double[] values) {
    public static final int HOURS_A_DAY = 24;

    /// Lays stamped numbers on the grid of hours; hours without a stamp are missing. Of two numbers of one
    /// hour the first that is there stays. Time O(stamps + hours between the first and the last).
    ///
    /// @param hours hours from 1970-01-01 00:00, in any order
    public static HourSeries of(long[] hours, double[] values) {
        if (hours.length != values.length) {
            throw new IllegalArgumentException("hours and values: expected the same length, found %d and %d"
                    .formatted(hours.length, values.length));
        }
        if (hours.length == 0) {
            return new HourSeries(0, new double[0]);
        }
        long first = Arrays.stream(hours).min().orElseThrow();
        long last = Arrays.stream(hours).max().orElseThrow();
        double[] row = new double[Math.toIntExact(last - first + 1)];
        Arrays.fill(row, Double.NaN);
        for (int i = 0; i < hours.length; i++) {
            int at = (int) (hours[i] - first);
            if (Double.isNaN(row[at])) {
                row[at] = values[i];
            }
        }
        return new HourSeries(first, row);
    }

    /// The hours from `fromHour` on, `count` of them; those outside the series are missing.
    public HourSeries window(long fromHour, int count) {
        Check.atLeast(0, "count", count);
        double[] part = new double[count];
        Arrays.fill(part, Double.NaN);
        long from = Math.max(fromHour, firstHour);
        long to = Math.min(fromHour + count, firstHour + values.length);
        if (from < to) {
            System.arraycopy(values, (int) (from - firstHour), part, (int) (from - fromHour), (int) (to - from));
        }
        return new HourSeries(fromHour, part);
    }

    /// The calendar year, with all its hours.
    public HourSeries year(int year) {
        long from = startOf(LocalDate.of(year, 1, 1));
        return window(from, (int) (startOf(LocalDate.of(year + 1, 1, 1)) - from));
    }

    /// The date of the hour `i`.
    public LocalDate date(int i) {
        return LocalDate.ofEpochDay(Math.floorDiv(firstHour + i, (long) HOURS_A_DAY));
    }

    public static long startOf(LocalDate day) {
        return day.toEpochDay() * HOURS_A_DAY;
    }
}
