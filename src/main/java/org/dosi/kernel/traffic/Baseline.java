package org.dosi.kernel.traffic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.dosi.kernel.stat.Quantiles;

/// What is expected of each datastream at each time, and how far from it values usually lie: the one baseline of
/// patterns, incidents and forecasts.
///
/// The expected value is the median over the days of the same class at the same time of day. Where a class has fewer
/// than [#LEAST_DAYS] days with a value, the next wider one is taken: days beside holidays are taken as weekdays, days
/// off and Saturdays as each other.
public final class Baseline {
    private static final int LEAST_DAYS = 3;

    private final int slots;
    private final long stepS;
    private final Function<LocalDate, DayClass> days;

    /// By class, datastream and slot; NaN where nothing was seen.
    private final Map<DayClass, double[][]> middle = new EnumMap<>(DayClass.class);

    private final Map<DayClass, double[][]> spread = new EnumMap<>(DayClass.class);

    private Baseline(int slots, long stepS, Function<LocalDate, DayClass> days) {
        this.slots = slots;
        this.stepS = stepS;
        this.days = days;
    }

    /// @param days the class of a day
    public static Baseline fit(Panel panel, Function<LocalDate, DayClass> days) {
        Baseline baseline = new Baseline(panel.slotsPerDay(), panel.stepSeconds(), days);
        DayClass[] ofStep = new DayClass[panel.steps()];
        for (int step = 0; step < ofStep.length; step++) {
            ofStep[step] = days.apply(LocalDate.ofEpochDay(panel.day(step)));
        }
        for (DayClass dayClass : DayClass.values()) {
            double[][] middles = new double[panel.datastreams()][baseline.slots];
            double[][] spreads = new double[panel.datastreams()][baseline.slots];
            for (int i = 0; i < middles.length; i++) {
                for (int slot = 0; slot < baseline.slots; slot++) {
                    double[] seen = seen(panel, i, slot, ofStep, dayClass);
                    middles[i][slot] = seen.length == 0 ? Double.NaN : Quantiles.median(seen, seen.length);
                    double centre = middles[i][slot];
                    double[] away = Arrays.stream(seen)
                            .map(value -> Math.abs(value - centre))
                            .toArray();
                    spreads[i][slot] = seen.length == 0 ? Double.NaN : 1.4826 * Quantiles.median(away, away.length);
                }
            }
            baseline.middle.put(dayClass, middles);
            baseline.spread.put(dayClass, spreads);
        }
        return baseline;
    }

    private static double[] seen(Panel panel, int datastream, int slot, DayClass[] ofStep, DayClass wanted) {
        double[] own = new double[0];
        for (DayClass dayClass : widening(wanted)) {
            int size = 0;
            own = new double[panel.steps() / panel.slotsPerDay() + 2];
            for (int step = 0; step < ofStep.length; step++) {
                if (ofStep[step] == dayClass && panel.slot(step) == slot && panel.value(datastream, step) >= 0) {
                    own[size++] = panel.value(datastream, step);
                }
            }
            own = Arrays.copyOf(own, size);
            if (size >= LEAST_DAYS) {
                return own;
            }
        }
        return own;
    }

    private static DayClass[] widening(DayClass wanted) {
        return switch (wanted) {
            case WEEKDAY -> new DayClass[] {DayClass.WEEKDAY};
            case SATURDAY -> new DayClass[] {DayClass.SATURDAY, DayClass.DAY_OFF, DayClass.WEEKDAY};
            case DAY_OFF -> new DayClass[] {DayClass.DAY_OFF, DayClass.SATURDAY, DayClass.WEEKDAY};
            case BEFORE_HOLIDAY, AFTER_HOLIDAY -> new DayClass[] {wanted, DayClass.WEEKDAY};
        };
    }

    /// NaN where nothing comparable was ever seen.
    ///
    /// @param localS seconds since 1970-01-01T00 by the local clock, of any time, seen or yet to come
    public double expected(int datastream, long localS) {
        return at(middle, datastream, localS);
    }

    /// How far from the expected value values usually lie, as a standard deviation; robust. NaN where nothing
    /// comparable was ever seen.
    public double spread(int datastream, long localS) {
        return at(spread, datastream, localS);
    }

    private double at(Map<DayClass, double[][]> profiles, int datastream, long localS) {
        DayClass dayClass = days.apply(LocalDate.ofEpochDay(Math.floorDiv(localS, 86_400L)));
        double[][] profile = profiles.get(dayClass);
        return profile == null
                ? Double.NaN
                : profile[datastream][(int) (Math.floorMod(localS, 86_400L) / stepS) % slots];
    }
}
