package org.dosi.kernel.air;

import java.time.LocalDate;
import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// By what the hours of a trend level are put into its columns or rows.
public enum LevelAxis {
    /// 0 to 23.
    HOUR,
    /// Monday is 0.
    WEEKDAY,
    /// January is 0.
    MONTH,
    /// Spring (March to May) is 0, summer 1, autumn 2, winter 3 (with the December of the same calendar year).
    SEASON,
    /// The first calendar year of the series is 0.
    YEAR,
    /// The first calendar month of the series is 0, and so on without a break.
    MONTH_OF_YEAR,
    /// Eight sectors of 45°, north (337.5° to 22.5°) is 0, north-east 1. Calm and unknown winds are in none.
    WIND;

    public static final int WIND_SECTORS = 8;
    private static final int MONTHS = 12;

    /// The group of each hour, -1 for none.
    ///
    /// @param windFromDeg where the wind comes from, degrees clockwise from north, as long as the series; read by
    ///     [#WIND] alone. NaN is unknown or calm
    public int[] groups(HourSeries series, double[] windFromDeg) {
        int[] group = new int[series.values().length];
        if (this == WIND) {
            Check.sameLength("windFromDeg", windFromDeg, "series", series.values());
            Arrays.setAll(group, h -> sector(windFromDeg[h]));
            return group;
        }
        LocalDate first = group.length == 0 ? LocalDate.EPOCH : series.date(0);
        int h = 0;
        while (h < group.length) {
            int hour = (int) Math.floorMod(series.firstHour() + h, (long) HourSeries.HOURS_A_DAY);
            int end = Math.min(group.length, h + HourSeries.HOURS_A_DAY - hour);
            int ofDay = ofDay(series.date(h), first);
            for (; h < end; h++, hour++) {
                group[h] = this == HOUR ? hour : ofDay;
            }
        }
        return group;
    }

    /// How many groups a series spans.
    public int count(HourSeries series) {
        int hours = series.values().length;
        if (hours == 0) {
            return 0;
        }
        LocalDate first = series.date(0);
        LocalDate last = series.date(hours - 1);
        return switch (this) {
            case HOUR -> HourSeries.HOURS_A_DAY;
            case WEEKDAY -> 7;
            case MONTH -> MONTHS;
            case SEASON -> 4;
            case YEAR, MONTH_OF_YEAR -> ofDay(last, first) + 1;
            case WIND -> WIND_SECTORS;
        };
    }

    private int ofDay(LocalDate day, LocalDate first) {
        int years = day.getYear() - first.getYear();
        return switch (this) {
            case HOUR, WIND -> 0;
            case WEEKDAY -> day.getDayOfWeek().getValue() - 1;
            case MONTH -> day.getMonthValue() - 1;
            case SEASON -> season(day);
            case YEAR -> years;
            case MONTH_OF_YEAR -> years * MONTHS + day.getMonthValue() - first.getMonthValue();
        };
    }

    /// Spring (March to May) is 0, winter 3.
    public static int season(LocalDate day) {
        return (day.getMonthValue() + 9) % MONTHS / 3;
    }

    /// Eight sectors, north is 0; -1 for none.
    public static int sector(double windFromDeg) {
        if (!Double.isFinite(windFromDeg)) {
            return -1;
        }
        return Math.floorMod((int) Math.floor(windFromDeg / 45 + 0.5), WIND_SECTORS);
    }
}
