package org.dosi.kernel.traffic;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What is expected of each datastream at each time, and how far from it values usually lie: the one baseline of
/// patterns, incidents and forecasts.
///
/// The expected value is a profile by class of day, day of the week and time of day, times a level that changes
/// slowly through the year. Everything in it is a median or the mean of a middle half, so that neither a flood of three
/// days nor a fifth of faulty values moves it.
///
/// - **Profile**: the median over the days of a class, values divided by the level. Where a class has few days, steps
///   shorter than an hour are pooled with their neighbours within a quarter of an hour, and the mean of the middle half
///   is taken.
/// - **Day of the week**: Mondays differ from Fridays by a factor for each time of day, drawn towards 1 by n/(n+8)
///   with n days seen.
/// - **Days beside holidays**: a factor on what the same day of the week has otherwise, drawn towards 1 by n/(n+3),
///   since a year has few of them.
/// - **Level**: the median, over five weeks around a day, of each day's median ratio to the profile; public holidays
///   and the days beside them are left out. After the fitted days the last level holds. Records of less than four
///   weeks have one level.
/// - **Spread**: 1.4826 times the median absolute residual, by class and time of day, drawn towards the
///   datastream's usual relative spread by n/(n+4), and never below a third of it or half the resolution of the
///   values.
///
/// Source: our own composition of medians; breakdown and scale of the median absolute deviation as Rousseeuw and Croux
/// 1993, Journal of the American Statistical Association 88, 1273–1283.
public final class Baseline {
    private final Days days;
    private final Profile[] profiles;

    private Baseline(Days days, Profile[] profiles) {
        this.days = days;
        this.profiles = profiles;
    }

    /// Sees the panel and nothing after it. O(values), on all processors.
    ///
    /// @param classOf the class of a day
    public static Baseline fit(Panel panel, Function<LocalDate, DayClass> classOf) {
        Days days = Days.of(panel, classOf);
        Profile[] profiles = IntStream.range(0, panel.datastreams())
                .parallel()
                .mapToObj(i -> ProfileFit.fit(panel.values(i), days))
                .toArray(Profile[]::new);
        return new Baseline(days, profiles);
    }

    public int datastreams() {
        return profiles.length;
    }

    /// NaN where nothing comparable was ever seen.
    ///
    /// @param localS seconds since 1970-01-01T00 by the local clock, of any time, seen or yet to come
    public double expected(int datastream, long localS) {
        return profiles[datastream].expected(days.kindOf(localS), days.slotOf(localS), days.levelDay(localS));
    }

    /// How far from the expected value values usually lie, as a standard deviation. NaN where nothing comparable was
    /// ever seen.
    public double spread(int datastream, long localS) {
        return profiles[datastream].spread(days.kindOf(localS), days.slotOf(localS), days.levelDay(localS));
    }

    /// The level at a time: what the season and the growth of a road multiply its profile by; 1 in the middle of the
    /// record. NaN for a datastream without values.
    public double level(int datastream, long localS) {
        return profiles[datastream].level(days.levelDay(localS));
    }

    /// How many days of the class of a day were seen at its time of day.
    public int days(int datastream, long localS) {
        return profiles[datastream].days(days.kindOf(localS), days.slotOf(localS));
    }

    /// The expected values of a panel, by datastream, then step.
    public double[][] expected(Panel panel) {
        return along(panel, true);
    }

    /// The spreads of a panel, by datastream, then step.
    public double[][] spread(Panel panel) {
        return along(panel, false);
    }

    private double[][] along(Panel panel, boolean middle) {
        Days.Kind[] kind = new Days.Kind[panel.steps()];
        int[] slot = new int[panel.steps()];
        int[] day = new int[panel.steps()];
        for (int step = 0; step < kind.length; step++) {
            long localS = panel.localS(step);
            kind[step] = days.kindOf(localS);
            slot[step] = days.slotOf(localS);
            day[step] = days.levelDay(localS);
        }
        return IntStream.range(0, profiles.length)
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[kind.length];
                    for (int step = 0; step < row.length; step++) {
                        row[step] = middle
                                ? profiles[i].expected(kind[step], slot[step], day[step])
                                : profiles[i].spread(kind[step], slot[step], day[step]);
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }
}
