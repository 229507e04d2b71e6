package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// In what steps wind directions are reported: points of a compass, or tens of degrees.
///
/// Sectors narrower than the steps stay empty in between, which is no property of the wind, and sectors that
/// are no multiple of them hold unequal numbers of steps (Applequist 2012, J. Appl. Meteor. Climatol. 51,
/// 1305-1309). Points of a compass are often written in whole degrees or tens: the 16 points of the Korea
/// Meteorological Administration as 20, 50, 70, 90 and so on for 22.5°, 45°, 67.5° and 90°.
///
/// @param points how many steps there are around the compass; 0 if none are known, since directions are finer
///     than a degree or too few
public record DirectionSteps(int points) {
    public static final DirectionSteps UNKNOWN = new DirectionSteps(0);

    /// Of hundredths of a degree, in which directions are counted.
    private static final int CIRCLE = 36_000;

    /// In what directions are written, hundredths of a degree.
    private static final int[] UNITS = {1000, 500, 100, 50, 25, 1};

    private static final int DEGREE = 100;
    private static final int[] COMPASS = {8, 16, 32};

    /// Of six directions out of 36 all are ones of a 16-point compass by chance in 0.4 % of cases.
    private static final int FEWEST = 6;

    /// One hour in so many may say something else: a slip of the pen does not make a finer vane.
    private static final int STRAGGLER = 1000;

    public DirectionSteps {
        Check.within(0, CIRCLE, "points", points);
    }

    /// Finds the steps: a compass's, if every direction is one of its points, rounded as directions are
    /// written, each point always to the same; otherwise the unit in which directions are written. Fewer than six
    /// directions, or than half of the compass's points, say nothing. Time O(hours).
    ///
    /// @param windFromDeg hours without a finite direction take no part
    public static DirectionSteps of(double[] windFromDeg) {
        int[] hours = new int[CIRCLE];
        int all = 0;
        int between = 0;
        for (double from : windFromDeg) {
            if (Double.isFinite(from)) {
                double at = Math.rint(from * DEGREE);
                all++;
                if (Math.abs(from * DEGREE - at) > 1e-6) {
                    between++;
                } else {
                    hours[(int) Math.floorMod((long) at, (long) CIRCLE)]++;
                }
            }
        }
        int[] directions = withoutStragglers(hours, all / STRAGGLER - between);
        if (directions.length < FEWEST) {
            return UNKNOWN;
        }
        int unit = Arrays.stream(UNITS)
                .filter(u -> Arrays.stream(directions).allMatch(d -> d % u == 0))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(COMPASS)
                .filter(points -> isCompass(directions, points, unit))
                .mapToObj(points -> 2 * directions.length < points ? UNKNOWN : new DirectionSteps(points))
                .findFirst()
                .orElse(unit < DEGREE ? UNKNOWN : new DirectionSteps(CIRCLE / unit));
    }

    /// The directions that occur, without the rarest as far as they make up no more than these hours; none if
    /// there are more stragglers than that already.
    private static int[] withoutStragglers(int[] hours, int forgiven) {
        int[] rarestFirst = IntStream.range(0, CIRCLE)
                .filter(d -> hours[d] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(d -> hours[d]))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = forgiven;
        int first = 0;
        while (first < rarestFirst.length && hours[rarestFirst[first]] <= left) {
            left -= hours[rarestFirst[first++]];
        }
        return left < 0 ? new int[0] : Arrays.copyOfRange(rarestFirst, first, rarestFirst.length);
    }

    private static boolean isCompass(int[] directions, int points, int unit) {
        int step = CIRCLE / points;
        if (2 * unit > step) {
            return false;
        }
        BitSet taken = new BitSet(points);
        for (int d : directions) {
            int point = (d + step / 2) / step;
            if (2 * Math.abs(d - point * step) > unit || taken.get(point % points)) {
                return false;
            }
            taken.set(point % points);
        }
        return true;
    }

    public boolean isCompass() {
        return Arrays.stream(COMPASS).anyMatch(c -> c == points);
    }

    /// From one direction to the next; NaN if no steps are known.
    public double stepDeg() {
        return points == 0 ? Double.NaN : 360.0 / points;
    }

    /// How many sectors suit these directions: each holds the same number of steps, and there are as nearly as
    /// many as is usual. With 36 usual, 16 for 16 points, 36 for tens of degrees.
    public int sectors(int usual) {
        Check.atLeast(1, "usual", usual);
        return points == 0
                ? usual
                : IntStream.rangeClosed(1, points)
                        .filter(n -> points % n == 0)
                        .boxed()
                        .min(Comparator.comparingDouble(n -> Math.abs(Math.log((double) n / usual))))
                        .orElseThrow();
    }

    /// The width of a Gaussian kernel in direction that bridges the steps: half a step at least, as openair's 5°
    /// are to tens of degrees. Then weights ripple by no more than 1.5 % between two steps.
    public double sigmaDeg(double usualDeg) {
        return points == 0 ? usualDeg : Math.max(usualDeg, stepDeg() / 2);
    }

    /// Directions of a compass as the points' own, 22.5° for a written 20°; others as they are.
    ///
    /// @return above 0 up to 360; what is not finite stays
    public double[] exact(double[] windFromDeg) {
        double[] exact = windFromDeg.clone();
        if (isCompass()) {
            for (int h = 0; h < exact.length; h++) {
                double point = Math.rint(exact[h] / stepDeg());
                exact[h] = point <= 0 ? point * stepDeg() + 360 : point * stepDeg();
            }
        }
        return exact;
    }
}
