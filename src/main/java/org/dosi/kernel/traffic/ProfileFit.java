package org.dosi.kernel.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.dosi.kernel.stat.Quantiles;

/// Fits the baseline of one datastream; made for one fit and used by one thread. The rules stand in [Baseline].
final class ProfileFit {
    private static final int BASES = 3;
    private static final int WEEKDAYS = 7;

    /// With so many days a median needs no neighbouring slots.
    private static final int MANY_DAYS = 15;

    private static final long POOLED_S = 900;
    private static final int LEVEL_HALF_DAYS = 17;
    private static final int LEAST_RATIOS = 7;
    private static final int LEAST_DAYS_FOR_LEVEL = 28;
    private static final int ROUNDS = 2;

    private static final double WEEKDAY_PRIOR_DAYS = 8;
    private static final double HOLIDAY_PRIOR_DAYS = 3;
    private static final double SPREAD_PRIOR_DAYS = 4;
    private static final double LEAST_OF_USUAL_SPREAD = 1 / 3.0;

    /// The median absolute deviation of a normal distribution is 1/1.4826 of its standard deviation.
    private static final double TO_SIGMA = 1.4826;

    private final double[] values;
    private final List<Days.Day> days;
    private final int slots;
    private final int pooled;
    private final double[] level;
    private final double[][] middle;
    private final int[][] seen;
    private final double[][] weekday;
    private final double[] before;
    private final double[] after;
    private double[] scratch = new double[64];
    private int size;

    private ProfileFit(double[] values, Days days) {
        this.values = values;
        this.days = days.list();
        this.slots = days.slotsPerDay();
        this.pooled = (int) (POOLED_S / days.stepSeconds());
        this.level = new double[Math.max(1, this.days.size())];
        Arrays.fill(level, 1);
        this.middle = new double[BASES][slots];
        this.seen = new int[BASES][slots];
        this.weekday = ones(WEEKDAYS);
        this.before = ones(1)[0];
        this.after = ones(1)[0];
    }

    private double[][] ones(int rows) {
        double[][] ones = new double[rows][slots];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    static Profile fit(double[] values, Days days) {
        return new ProfileFit(values, days).fit();
    }

    private Profile fit() {
        fitMiddle();
        if (days.size() >= LEAST_DAYS_FOR_LEVEL) {
            for (int round = 0; round < ROUNDS; round++) {
                fitLevel();
                fitMiddle();
            }
        }
        fitWeekdays();
        fitBeside(DayClass.BEFORE_HOLIDAY, before);
        fitBeside(DayClass.AFTER_HOLIDAY, after);
        double[][] spread = spreads();
        return new Profile(middle, spread, seen, weekday, before, after, level);
    }

    private void add(double value) {
        if (size == scratch.length) {
            scratch = Arrays.copyOf(scratch, 2 * size);
        }
        scratch[size++] = value;
    }

    private double median() {
        return Quantiles.median(scratch, size);
    }

    private void fitMiddle() {
        double[][][] byDay = new double[BASES][slots][];
        for (int base = 0; base < BASES; base++) {
            double[][] table = table(base);
            for (int slot = 0; slot < slots; slot++) {
                byDay[base][slot] = table[slot];
                seen[base][slot] = count(table[slot]);
            }
        }
        for (int base = 0; base < BASES; base++) {
            for (int slot = 0; slot < slots; slot++) {
                middle[base][slot] = middle(byDay, base, slot);
            }
        }
    }

    /// The values of plain days of a base, and of public holidays where it is that of days off: by slot, then day;
    /// divided by the level.
    private double[][] table(int base) {
        List<Integer> of = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            Days.Kind kind = days.get(d).kind();
            if (Profile.base(kind.base()) == base && kind.beside() == kind.base()) {
                of.add(d);
            }
        }
        double[][] table = new double[slots][of.size()];
        for (double[] row : table) {
            Arrays.fill(row, Double.NaN);
        }
        for (int column = 0; column < of.size(); column++) {
            int d = of.get(column);
            Days.Day day = days.get(d);
            for (int i = 0; i < day.steps().length; i++) {
                table[day.slots()[i]][column] = values[day.steps()[i]] / level[d];
            }
        }
        return table;
    }

    private static int count(double[] row) {
        int count = 0;
        for (double value : row) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    /// Of the days of its own base as soon as there are any: two Thursdays say more of a Friday than three Sundays do.
    private double middle(double[][][] byDay, int base, int slot) {
        for (int wider : widening(base)) {
            if (seen[wider][slot] > 0) {
                return pooledMiddle(byDay[wider], slot, seen[wider][slot]);
            }
        }
        return Double.NaN;
    }

    /// Which days stand in for those of a base that were hardly seen.
    private static int[] widening(int base) {
        return switch (base) {
            case 0 -> new int[] {0, 1, 2};
            case 1 -> new int[] {1, 2, 0};
            default -> new int[] {2, 1, 0};
        };
    }

    private double pooledMiddle(double[][] bySlot, int slot, int count) {
        int half = count >= MANY_DAYS ? 0 : pooled;
        size = 0;
        for (int near = slot - half; near <= slot + half; near++) {
            for (double value : bySlot[Math.floorMod(near, slots)]) {
                if (!Double.isNaN(value)) {
                    add(value);
                }
            }
        }
        return half == 0 ? median() : middleHalf();
    }

    /// The mean of the middle half of the numbers: nearly as robust as the median, and of few numbers less rough.
    private double middleHalf() {
        Arrays.sort(scratch, 0, size);
        int cut = size / 4;
        double sum = 0;
        for (int k = cut; k < size - cut; k++) {
            sum += scratch[k];
        }
        return sum / (size - 2 * cut);
    }

    /// Each day's median ratio to the profile, then the median of these around each day.
    private void fitLevel() {
        double[] ratio = new double[days.size()];
        for (int d = 0; d < ratio.length; d++) {
            ratio[d] = days.get(d).kind().isPlain() ? ratio(days.get(d)) : Double.NaN;
        }
        double[] fitted = new double[ratio.length];
        for (int d = 0; d < fitted.length; d++) {
            fitted[d] = around(ratio, d);
        }
        System.arraycopy(fitted, 0, level, 0, fitted.length);
    }

    private double ratio(Days.Day day) {
        double[] profile = middle[Profile.base(day.kind().base())];
        size = 0;
        for (int i = 0; i < day.steps().length; i++) {
            double value = values[day.steps()[i]];
            double usual = profile[day.slots()[i]];
            if (!Double.isNaN(value) && usual > 0) {
                add(value / usual);
            }
        }
        // Half a day may be what was out of the ordinary.
        return 2 * size >= slots ? median() : Double.NaN;
    }

    private double around(double[] ratio, int day) {
        for (int half = LEVEL_HALF_DAYS; ; half *= 2) {
            size = 0;
            for (int d = Math.max(0, day - half); d <= Math.min(ratio.length - 1, day + half); d++) {
                if (!Double.isNaN(ratio[d])) {
                    add(ratio[d]);
                }
            }
            if (size >= LEAST_RATIOS) {
                double median = median();
                return median > 0 ? median : 1;
            }
            if (half > ratio.length) {
                return 1;
            }
        }
    }

    private void fitWeekdays() {
        for (int of = 0; of < WEEKDAYS - 2; of++) {
            int wanted = of;
            fitFactor(
                    kind -> kind.isPlain()
                            && kind.base() == DayClass.WEEKDAY
                            && Profile.index(kind.weekday()) == wanted,
                    weekday[of],
                    WEEKDAY_PRIOR_DAYS);
        }
    }

    private void fitBeside(DayClass beside, double[] factor) {
        fitFactor(kind -> kind.beside() == beside, factor, HOLIDAY_PRIOR_DAYS);
    }

    /// The median ratio of some days to what is expected of them without the factor, drawn towards 1 the more the
    /// fewer there are; pooled with an hour before and after, since a factor of single slots is noise.
    private void fitFactor(Predicate<Days.Kind> of, double[] factor, double priorDays) {
        List<Integer> some = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            if (of.test(days.get(d).kind())) {
                some.add(d);
            }
        }
        if (some.isEmpty()) {
            return;
        }
        // 0 marks an empty place of the table: no ratio is.
        double[][] ratios = new double[slots][some.size()];
        for (int column = 0; column < some.size(); column++) {
            int d = some.get(column);
            Days.Day day = days.get(d);
            double[] profile = middle[Profile.base(day.kind().base())];
            double[] weekly = weekday[Profile.index(day.kind().weekday())];
            for (int i = 0; i < day.steps().length; i++) {
                int slot = day.slots()[i];
                double without = day.kind().isPlain() ? profile[slot] : profile[slot] * weekly[slot];
                double ratio = values[day.steps()[i]] / (level[d] * without);
                ratios[slot][column] = ratio > 0 && ratio < Double.POSITIVE_INFINITY ? ratio : 0;
            }
        }
        int half = Math.max(1, slots / 24);
        for (int slot = 0; slot < slots; slot++) {
            size = 0;
            int own = 0;
            for (int near = slot - half; near <= slot + half; near++) {
                for (double ratio : ratios[Math.floorMod(near, slots)]) {
                    if (ratio > 0) {
                        add(ratio);
                        own += near == slot ? 1 : 0;
                    }
                }
            }
            if (size > 0) {
                factor[slot] = Math.exp(Math.log(median()) * own / (own + priorDays));
            }
        }
    }

    private double[][] spreads() {
        Profile plain = new Profile(middle, middle, seen, weekday, before, after, level);
        double[][] spread = new double[BASES][slots];
        double usual = usualSpread(plain);
        double floor = resolution() / 2;
        double[][] raw = new double[BASES][slots];
        for (int base = 0; base < BASES; base++) {
            double[][] away = away(plain, base);
            for (int slot = 0; slot < slots; slot++) {
                int half = seen[base][slot] >= MANY_DAYS ? 0 : Math.max(1, pooled);
                size = 0;
                for (int near = slot - half; near <= slot + half; near++) {
                    for (double each : away[Math.floorMod(near, slots)]) {
                        if (!Double.isNaN(each)) {
                            add(each);
                        }
                    }
                }
                double own = size == 0 ? 0 : TO_SIGMA * median();
                int n = seen[base][slot];
                double drawn = Math.sqrt((n * own * own + SPREAD_PRIOR_DAYS * usual * usual) / (n + SPREAD_PRIOR_DAYS));
                raw[base][slot] = Math.max(drawn, LEAST_OF_USUAL_SPREAD * usual);
            }
        }
        for (int base = 0; base < BASES; base++) {
            for (int slot = 0; slot < slots; slot++) {
                double smooth = (raw[base][Math.floorMod(slot - 1, slots)]
                                + 2 * raw[base][slot]
                                + raw[base][Math.floorMod(slot + 1, slots)])
                        / 4;
                spread[base][slot] = Math.max(smooth * middle[base][slot], floor);
            }
        }
        return spread;
    }

    /// Absolute residuals as a share of what is expected; by slot, then day.
    private double[][] away(Profile plain, int base) {
        double[][] away = new double[slots][days.size()];
        for (double[] row : away) {
            Arrays.fill(row, Double.NaN);
        }
        for (int d = 0; d < days.size(); d++) {
            Days.Day day = days.get(d);
            if (Profile.base(day.kind().base()) == base
                    && day.kind().beside() == day.kind().base()) {
                for (int i = 0; i < day.steps().length; i++) {
                    double expected = plain.expected(day.kind(), day.slots()[i], d);
                    double value = values[day.steps()[i]];
                    if (expected > 0 && !Double.isNaN(value)) {
                        away[day.slots()[i]][d] = Math.abs(value - expected) / expected;
                    }
                }
            }
        }
        return away;
    }

    /// The relative spread over all times of day and kinds of days.
    private double usualSpread(Profile plain) {
        size = 0;
        for (int d = 0; d < days.size(); d++) {
            Days.Day day = days.get(d);
            for (int i = 0; i < day.steps().length; i++) {
                double expected = plain.expected(day.kind(), day.slots()[i], d);
                double value = values[day.steps()[i]];
                if (expected > 0 && !Double.isNaN(value)) {
                    add(Math.abs(value - expected) / expected);
                }
            }
        }
        return size == 0 ? 0 : TO_SIGMA * median();
    }

    /// The smallest difference between two values: what a count or a rounded speed can tell.
    private double resolution() {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            least = Math.min(least, sorted[i] - sorted[i - 1]);
        }
        return sorted.length < 2 ? 1e-9 : least;
    }
}
