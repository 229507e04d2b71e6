package org.dosi.kernel.air;

import org.dosi.kernel.stat.Check;

/// Which weather an hour may be given when the weather is averaged out.
///
/// @param windowDays the weather of all years from this many days before the hour's day of year to as many
///     after; from 183 on, of the whole year
/// @param sameHour only weather of the same hour of the day, so that noon keeps its sun
public record WeatherDraw(int windowDays, boolean sameHour) {
    static final int DAYS = 366;

    public WeatherDraw {
        Check.atLeast(0, "windowDays", windowDays);
    }

    /// Two weeks before to two weeks after, at the same hour: Vu et al. (2019), Atmospheric Chemistry and
    /// Physics 19, 11303-11314.
    public static WeatherDraw ofSeason() {
        return new WeatherDraw(14, true);
    }

    /// Any weather of the whole period: Grange et al. (2018), Atmospheric Chemistry and Physics 18,
    /// 6223-6239.
    public static WeatherDraw ofWholePeriod() {
        return new WeatherDraw(DAYS, false);
    }

    boolean wholeYear() {
        return windowDays >= DAYS / 2;
    }
}
