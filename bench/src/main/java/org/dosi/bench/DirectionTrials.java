package org.dosi.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Directions;
import org.dosi.kernel.wind.DirectionFinding;
import org.dosi.kernel.wind.DirectionRules;
import org.dosi.kernel.wind.DirectionSeries;
import org.dosi.kernel.wind.PrincipalDirection;
import org.dosi.model.TimeTable;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;

/// How often the 95 % interval of `directions` holds the direction of a source that was put in: in the real winds of
/// a file, with a made concentration that has a season, a course of the day, dilution by wind, and noise that
/// remembers for hours and for days.
///
/// Each trial is asked twice: with the wind as it is, as if the vane stood exactly right, and with all directions
/// turned by a vane's error, normal with a standard deviation of 2.5°, which is the 5° of WMO-No. 8 at a level of 95 %.
///
/// Arguments: FILE TIME SPEED DIRECTION TRIALS SEED. One line for each number of days and each strength.
public final class DirectionTrials {
    private static final int[] DAYS = {90, 200, 365};
    /// What the source adds to the wind from it, in parts of what there is without.
    private static final double[] EXCESS = {0.3, 0.7, 1.5};
    private static final double SPREAD_DEG = 20;
    private static final double VANE_DEG = 2.5;
    /// Wider intervals name no direction.
    private static final double NARROW_DEG = 180;
    /// Where the wind is not known.
    private static final double USUAL_SPEED_M_PER_S = 4;

    private final double[] speed;
    private final double[] fromDeg;

    private DirectionTrials(TimeTable table, String speedId, String directionId) {
        speed = table.values(speedId);
        fromDeg = table.values(directionId);
    }

    /// What one trial gave.
    private record Trial(boolean held, boolean heldByTurned, double widthDeg, double offDeg) {}

    public static void main(String[] args) {
        TimeTable table = PlainTable.read(
                new SourceFile(Path.of(args[0])),
                new PlainTable.Request(args[1], null, List.of(args[2], args[3]), null, null));
        DirectionTrials trials = new DirectionTrials(table, args[2], args[3]);
        int count = Integer.parseInt(args[4]);
        long seed = Long.parseLong(args[5]);
        for (int days : DAYS) {
            for (double excess : EXCESS) {
                List<Trial> all = IntStream.range(0, count)
                        .parallel()
                        .mapToObj(t -> trials.one(days, excess, seed * 1_000_003 + t))
                        .toList();
                System.out.printf(
                        Locale.ROOT,
                        "%d days, %.1f added: held in %.1f %%, with a vane's error %.1f %%; narrower than 180 degrees"
                                + " %.1f %%; half the width %.1f, off %.1f (medians, degrees)%n",
                        days,
                        excess,
                        share(all.stream().filter(Trial::held).count(), count),
                        share(all.stream().filter(Trial::heldByTurned).count(), count),
                        share(all.stream().filter(t -> t.widthDeg < NARROW_DEG).count(), count),
                        median(all.stream().mapToDouble(t -> t.widthDeg / 2).toArray()),
                        median(all.stream().mapToDouble(Trial::offDeg).toArray()));
            }
        }
    }

    private static double share(long part, int count) {
        return 100.0 * part / count;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private Trial one(int days, double excess, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int hours = days * 24;
        int first = random.nextInt((speed.length - hours) / 24) * 24;
        double sourceDeg = random.nextInt(360);
        double vaneDeg = VANE_DEG * random.nextGaussian();
        long[] hour = new long[hours];
        double[] wind = Arrays.copyOfRange(fromDeg, first, first + hours);
        double[] turned = Arrays.stream(wind).map(deg -> Directions.turned(deg + vaneDeg)).toArray();
        double[] moving = Arrays.copyOfRange(speed, first, first + hours);
        double[] made = new double[hours];
        double region = 0;
        double own = 0;
        for (int h = 0; h < hours; h++) {
            hour[h] = first + h;
            region = 0.98 * region + 0.08 * random.nextGaussian();
            own = 0.9 * own + 0.15 * random.nextGaussian();
            double year = 0.4 * Math.cos(2 * Math.PI * h / (365.25 * 24));
            double day = 0.5 * Math.cos(2 * Math.PI * (h % 24) / 24 - 4.5);
            double diluted = 1 + 0.3 * (Double.isNaN(moving[h]) ? USUAL_SPEED_M_PER_S : moving[h]);
            double off = Double.isNaN(wind[h]) ? 180 : Directions.turnDeg(sourceDeg, wind[h]);
            double bump = Math.exp(-0.5 * Math.pow(off / SPREAD_DEG, 2));
            made[h] = 40 * Math.exp(year + day + region + own) / diluted * (1 + excess * bump);
        }
        DirectionRules rules = new DirectionRules(1, 0.99, 15, 19, 199, 0.95, seed);
        DirectionFinding found = PrincipalDirection.of(new DirectionSeries(hour, wind, moving, made), rules);
        DirectionFinding byTurned = PrincipalDirection.of(new DirectionSeries(hour, turned, moving, made), rules);
        return new Trial(
                holds(found, sourceDeg),
                holds(byTurned, sourceDeg),
                found.widthDeg(),
                Math.abs(Directions.turnDeg(found.directionDeg(), sourceDeg)));
    }

    private static boolean holds(DirectionFinding found, double deg) {
        return new Directions.Arc(found.lowerDeg(), found.upperDeg(), found.widthDeg()).holds(deg);
    }
}
