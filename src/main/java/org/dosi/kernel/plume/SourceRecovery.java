package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// How well sources of known place and strength are found: the test of a map before it is believed.
///
/// A case moves the winds of all days by some days ([MovedWinds]; by days by which the map itself did not move them
/// to learn what chance does, as long as there are such), which leaves the network's real noise, background and
/// gaps and takes every true source out. Then it adds the plume of one point source, made with winds and a plume that
/// are wrong ([InjectedPlume]), anywhere on the grid and not at the centre of a cell, and looks for it with the
/// settings of the map. The sources of one case differ in strength alone; strength 0 asks for false alarms alone.
public final class SourceRecovery {
    /// A source found within this distance of the true one is the true one; any other is a false alarm.
    public static final double FOUND_WITHIN_M = 3000;

    private final Plan plan;
    private final SourceMap map;
    private final NetworkHours hours;
    private final Place place;
    private final PlumeSettings plume;
    private final SourceSettings settings;
    private final int[] shifts;
    private final DoubleFunction<Footprints> turned;

    /// What is tried.
    ///
    /// @param strengthsGPerS of the source; 0 asks for false alarms alone
    /// @param stations numbers of stations that take part, chosen by chance
    /// @param each cases for each number of stations; each case tries all strengths
    /// @param replicates how often the days are resampled for the intervals of what is found; 0 for none
    /// @param errors in what the injected plume is not the map's
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Plan(double[] strengthsGPerS, int[] stations, int each, int replicates, Set<PlumeError> errors) {

        public Plan {
            errors = Set.copyOf(errors);
        }
    }

    /// @param stations how many took part
    public record Trial(double strengthGPerS, int stations) {}

    /// What came out.
    ///
    /// @param xM where the source was put
    /// @param placedGPerS strength from which the map with all stations says it places a source there
    /// @param errorM how far from it the nearest source found was; NaN if none was within
    ///        [#FOUND_WITHIN_M]
    /// @param foundGPerS strength of all sources found that near
    /// @param falseAlarms sources found elsewhere
    /// @param falseGPerS their strength together
    public record Outcome(
            Trial trial,
            double xM,
            double yM,
            double placedGPerS,
            double errorM,
            double foundGPerS,
            Interval interval,
            int falseAlarms,
            double falseGPerS) {
        public boolean found() {
            return Double.isFinite(errorM);
        }

        boolean holdsStrength() {
            return interval.lowerGPerS <= trial.strengthGPerS && trial.strengthGPerS <= interval.upperGPerS;
        }
    }

    /// What was said of the nearest source found: its interval, and whether its area holds the true place.
    ///
    /// @param lowerGPerS NaN if the days were not resampled
    public record Interval(double lowerGPerS, double upperGPerS, boolean holdsPlace) {
        static final Interval NONE = new Interval(Double.NaN, Double.NaN, false);

        public boolean isKnown() {
            return Double.isFinite(lowerGPerS);
        }
    }

    /// Where stations stand, and their footprints.
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Place(double[] stationXM, double[] stationYM, Footprints footprints) {}

    private SourceRecovery(
            Plan plan, SourceMap map, NetworkHours hours, Place place, PlumeSettings plume, SourceSettings settings) {
        this.plan = plan;
        this.map = map;
        this.hours = hours;
        this.place = place;
        this.plume = plume;
        this.settings = settings;
        shifts = ChanceLevel.shifts(hours, Integer.MAX_VALUE, settings.seed());
        turned = plan.replicates == 0 ? place.footprints()::turned : kept(place.footprints(), settings);
    }

    /// Runs trials, cases in parallel, by number of stations and then strength; each costs a fit, a case with fewer
    /// stations some fifty more, and a resampled one one for each replicate.
    ///
    /// @param map of the same hours
    /// @param plume the settings of the map's footprints
    public static List<Outcome> of(
            Plan plan, SourceMap map, NetworkHours hours, Place place, PlumeSettings plume, SourceSettings settings) {
        for (int count : plan.stations) {
            Check.within(1, hours.stations(), "stations", count);
        }
        SourceRecovery recovery = new SourceRecovery(plan, map, hours, place, plume, settings);
        long[] seeds =
                new SplittableRandom(settings.seed() + 1).longs(plan.each).toArray();
        return Arrays.stream(plan.stations)
                .boxed()
                .flatMap(count -> {
                    List<List<Outcome>> cases = IntStream.range(0, plan.each)
                            .parallel()
                            .mapToObj(i -> recovery.tryCase(i, count, seeds[i]))
                            .toList();
                    return IntStream.range(0, plan.strengthsGPerS.length)
                            .boxed()
                            .flatMap(s -> cases.stream().map(each -> each.get(s)));
                })
                .toList();
    }

    /// The footprints of the replicates' two turned winds, made once for all trials.
    private static DoubleFunction<Footprints> kept(Footprints footprints, SourceSettings settings) {
        double turnDeg = SourcePosterior.turnDeg(settings);
        Footprints right = footprints.turned(turnDeg);
        Footprints left = footprints.turned(-turnDeg);
        return angle -> angle > 0 ? right : left;
    }

    private List<Outcome> tryCase(int number, int stations, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CellGrid grid = place.footprints().grid();
        double x = grid.westM() + random.nextDouble() * grid.columns() * grid.cellM();
        double y = grid.southM() + random.nextDouble() * grid.rows() * grid.cellM();
        NetworkHours moved = MovedWinds.hours(hours, shifts[(settings.turns() + number) % shifts.length]);
        double[] unit = InjectedPlume.of(x, y, moved, place, plume, plan.errors, random.split());
        boolean[] takesPart = subset(hours.stations(), stations, random.split());
        boolean plane = settings.planeBackground() && stations >= SourceSettings.STATIONS_FOR_PLANE;
        double[][] basis = NetworkProblem.basis(place.stationXM(), place.stationYM(), plane);
        boolean asTheMap = stations == hours.stations() && plane == settings.planeBackground();
        // With fewer stations chance is another; a network of that size would have learnt its own.
        ChanceLevel chance = asTheMap
                ? map.chance()
                : ChanceLevel.of(
                        new MovedWinds(new NetworkProblem(
                                place.footprints(),
                                with(hours, values(takesPart, unit, 0)),
                                basis,
                                settings.sourceRadiusM())),
                        settings.turns() / 2,
                        settings.falseAlarms(),
                        settings.seed());
        return Arrays.stream(plan.strengthsGPerS)
                .mapToObj(strength -> {
                    NetworkProblem problem = new NetworkProblem(
                            place.footprints(),
                            with(moved, values(takesPart, unit, strength)),
                            basis,
                            settings.sourceRadiusM());
                    return outcome(new Trial(strength, stations), x, y, problem, chance);
                })
                .toList();
    }

    private double[] values(boolean[] takesPart, double[] unit, double strength) {
        double[] values = new double[unit.length];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    takesPart[i % takesPart.length] ? hours.concentrationUgPerM3()[i] + strength * unit[i] : Double.NaN;
        }
        return values;
    }

    private static NetworkHours with(NetworkHours hours, double[] values) {
        return new NetworkHours(
                hours.stations(),
                values,
                hours.windState(),
                hours.windSpeedMPerS(),
                hours.firstHourOfDay(),
                hours.offsetGroup());
    }

    private Outcome outcome(Trial trial, double x, double y, NetworkProblem problem, ChanceLevel chance) {
        CellGrid grid = place.footprints().grid();
        SourceFit.Solved solved = SourceFit.solved(problem, chance.penalty(), SourceFit.NONE);
        SourceFit fit = solved.fit();
        List<SourceFit> replicates = List.of();
        if (plan.replicates > 0 && fit.cells().length > 0 && trial.strengthGPerS > 0) {
            replicates = SourcePosterior.replicates(
                    problem, solved, chance.penalty(), settings.replicates(plan.replicates), turned);
        }
        List<PlacedSource> sources = SourcePosterior.of(
                        grid, fit, replicates, chance.deviation(), settings.sourceRadiusM())
                .sources();
        double error = Double.NaN;
        double found = 0;
        Interval interval = Interval.NONE;
        int falseAlarms = 0;
        double falseStrength = 0;
        for (PlacedSource source : sources) {
            double distance = Math.hypot(source.xM() - x, source.yM() - y);
            if (trial.strengthGPerS > 0 && distance <= FOUND_WITHIN_M) {
                found += source.strengthGPerS();
                if (!(error <= distance)) {
                    error = distance;
                    int cell = grid.cellAt(x, y);
                    interval = replicates.isEmpty()
                            ? Interval.NONE
                            : new Interval(
                                    source.lowerGPerS(),
                                    source.upperGPerS(),
                                    Arrays.stream(source.region()).anyMatch(each -> each == cell));
                }
            } else {
                falseAlarms++;
                falseStrength += source.strengthGPerS();
            }
        }
        double placed = map.told().placedGPerS()[grid.cellAt(x, y)];
        return new Outcome(trial, x, y, placed, error, found, interval, falseAlarms, falseStrength);
    }

    private static boolean[] subset(int all, int count, SplittableRandom random) {
        boolean[] chosen = new boolean[all];
        int left = count;
        for (int j = 0; j < all; j++) {
            if (random.nextInt(all - j) < left) {
                chosen[j] = true;
                left--;
            }
        }
        return chosen;
    }
}
