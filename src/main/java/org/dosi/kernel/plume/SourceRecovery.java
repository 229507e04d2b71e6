package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// How well sources of known place and strength are found: the test of a map before it is believed.
///
/// A trial moves the winds of all days by some days, as [ChanceLevel] does, which leaves the network's real
/// noise, background and gaps and takes every true source out. Then it adds the plume of one point source,
/// made with winds that are wrong in the ways in which real ones are ([#DIRECTION_BIAS_DEG] and following),
/// anywhere on the grid and not at the centre of a cell, and looks for it with the settings of the map.
/// The plume's shape is that of the same curves of dispersion: an error of these is not tested.
public final class SourceRecovery {
    /// A source found within this distance of the true one is the true one; any other is a false alarm.
    public static final double FOUND_WITHIN_M = 3000;

    /// Standard deviations of what the winds of a trial are wrong by, for good and in each hour, beside where
    /// in its sector an hour's wind was; the speeds' are of the logarithm, as is that of a day's emission.
    static final double DIRECTION_BIAS_DEG = 5;

    static final double DIRECTION_ERROR_DEG = 12;
    static final double SPEED_BIAS = 0.2;
    static final double SPEED_ERROR = 0.3;
    static final double EMISSION_VARIATION = 0.3;

    /// The plume of a trial within the hour: narrow, since where it goes is drawn.
    private static final double SPREAD_WITHIN_HOUR_DEG = 5;

    private static final double SLOWEST_M_PER_S = 0.3;

    private SourceRecovery() {}

    /// What is tried.
    ///
    /// @param strengthGPerS of the source; 0 asks for false alarms alone
    /// @param stations how many of the stations take part, chosen by chance
    public record Trial(double strengthGPerS, int stations) {}

    /// What came out.
    ///
    /// @param xM where the source was put
    /// @param nearestStationM how far the nearest station that took part was
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
            double nearestStationM,
            double placedGPerS,
            double errorM,
            double foundGPerS,
            int falseAlarms,
            double falseGPerS) {
        public boolean found() {
            return Double.isFinite(errorM);
        }
    }

    /// Runs trials, in parallel; each costs a fit.
    ///
    /// @param map of the same hours
    /// @param plume the settings of the map's footprints
    public static List<Outcome> of(
            List<Trial> trials,
            SourceMap map,
            NetworkHours hours,
            Place place,
            PlumeSettings plume,
            SourceSettings settings) {
        long[] seeds =
                new SplittableRandom(settings.seed() + 1).longs(trials.size()).toArray();
        return IntStream.range(0, trials.size())
                .parallel()
                .mapToObj(i -> run(trials.get(i), map, hours, place, plume, settings, seeds[i]))
                .toList();
    }

    /// Where stations stand, and their footprints.
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    public record Place(double[] stationXM, double[] stationYM, Footprints footprints) {}

    private static Outcome run(
            Trial trial,
            SourceMap map,
            NetworkHours hours,
            Place place,
            PlumeSettings plume,
            SourceSettings settings,
            long seed) {
        Check.within(1, hours.stations(), "stations", trial.stations());
        SplittableRandom random = new SplittableRandom(seed);
        CellGrid grid = place.footprints().grid();
        double x = grid.westM() + random.nextDouble() * grid.columns() * grid.cellM();
        double y = grid.southM() + random.nextDouble() * grid.rows() * grid.cellM();
        NetworkHours moved = moved(hours, ChanceLevel.shifts(hours, 1, random.nextLong())[0]);
        double[] added = plumeOf(x, y, trial.strengthGPerS(), moved, place, plume.sectors(), random);
        boolean[] takesPart = subset(hours.stations(), trial.stations(), random);
        double[] values = new double[added.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = takesPart[i % hours.stations()] ? hours.concentrationUgPerM3()[i] + added[i] : Double.NaN;
        }
        NetworkHours tried = new NetworkHours(
                hours.stations(),
                values,
                moved.windState(),
                moved.windSpeedMPerS(),
                hours.firstHourOfDay(),
                hours.offsetGroup());
        boolean plane = settings.planeBackground() && trial.stations() >= SourceSettings.STATIONS_FOR_PLANE;
        NetworkProblem problem = new NetworkProblem(
                place.footprints(), tried, NetworkProblem.basis(place.stationXM(), place.stationYM(), plane));
        double[] penalty = map.penalty();
        double[] deviation = map.chance().deviation();
        if (trial.stations() < hours.stations() || plane != settings.planeBackground()) {
            // With fewer stations chance is another; a network of that size would have learnt its own.
            ChanceLevel chance = ChanceLevel.of(
                    problem.without(), tried, settings.turns() / 2, settings.falseAlarms(), random.nextLong());
            penalty = chance.penalty();
            deviation = chance.deviation();
        }
        SourceFit fit = SourceFit.of(problem, penalty, SourceFit.NONE);
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < takesPart.length; j++) {
            if (takesPart[j]) {
                nearest = Math.min(nearest, Math.hypot(place.stationXM()[j] - x, place.stationYM()[j] - y));
            }
        }
        double placed = map.told().placedGPerS()[grid.cellAt(x, y)];
        return outcome(
                new Outcome(trial, x, y, nearest, placed, Double.NaN, 0, 0, 0),
                SourcePosterior.clusters(grid, fit, deviation, settings.sourceRadiusM()));
    }

    private static Outcome outcome(Outcome put, List<SourcePosterior.Cluster> clusters) {
        double error = Double.NaN;
        double found = 0;
        int falseAlarms = 0;
        double falseStrength = 0;
        for (SourcePosterior.Cluster cluster : clusters) {
            double distance = Math.hypot(cluster.xM() - put.xM, cluster.yM() - put.yM);
            if (put.trial.strengthGPerS() > 0 && distance <= FOUND_WITHIN_M) {
                error = Double.isNaN(error) ? distance : Math.min(error, distance);
                found += cluster.strengthGPerS();
            } else {
                falseAlarms++;
                falseStrength += cluster.strengthGPerS();
            }
        }
        return new Outcome(
                put.trial,
                put.xM,
                put.yM,
                put.nearestStationM,
                put.placedGPerS,
                error,
                found,
                falseAlarms,
                falseStrength);
    }

    static NetworkHours moved(NetworkHours hours, int shift) {
        int[] from = ChanceLevel.turned(hours, shift);
        int[] state = new int[from.length];
        double[] speed = new double[from.length];
        for (int t = 0; t < from.length; t++) {
            state[t] = from[t] < 0 ? WindStates.NONE : hours.windState()[from[t]];
            speed[t] = from[t] < 0 ? Double.NaN : hours.windSpeedMPerS()[from[t]];
        }
        return new NetworkHours(
                hours.stations(),
                hours.concentrationUgPerM3(),
                state,
                speed,
                hours.firstHourOfDay(),
                hours.offsetGroup());
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

    /// Concentrations that a point source adds, by winds that differ from those that the map is told.
    static double[] plumeOf(
            double x,
            double y,
            double strength,
            NetworkHours hours,
            Place place,
            int sectors,
            SplittableRandom random) {
        PlumeSettings city = PlumeSettings.ofCity(360);
        PlumeSettings narrow = new PlumeSettings(
                city.sourceHeightM(),
                city.initialSigmaZM(),
                SPREAD_WITHIN_HOUR_DEG,
                city.meanderMPerS(),
                city.coherenceS(),
                city.calmBelowMPerS(),
                city.sectors());
        double bias = DIRECTION_BIAS_DEG * random.nextGaussian();
        double speedBias = Math.exp(SPEED_BIAS * random.nextGaussian());
        double emission = strength;
        int stations = hours.stations();
        double[] added = new double[hours.hours() * stations];
        for (int t = 0; t < hours.hours(); t++) {
            if (t == 0 || hours.dayOf(t) != hours.dayOf(t - 1)) {
                double exponent = EMISSION_VARIATION * random.nextGaussian();
                emission = strength * Math.exp(exponent - EMISSION_VARIATION * EMISSION_VARIATION / 2);
            }
            double errorDeg =
                    bias + DIRECTION_ERROR_DEG * random.nextGaussian() + (random.nextDouble() - 0.5) * 360 / sectors;
            double speedError = speedBias * Math.exp(SPEED_ERROR * random.nextGaussian());
            int state = hours.windState()[t];
            if (state != WindStates.NONE) {
                double speed = Math.max(SLOWEST_M_PER_S, hours.windSpeedMPerS()[t] * speedError);
                double from = WindStates.windFromRad(state, sectors) + Math.toRadians(errorDeg);
                HourlyPlume plume =
                        new HourlyPlume(WindStates.curveOf(state, sectors), HourlyPlume.speedClassOf(speed), narrow);
                for (int j = 0; j < stations; j++) {
                    double east = place.stationXM()[j] - x;
                    double north = place.stationYM()[j] - y;
                    double along = -east * Math.sin(from) - north * Math.cos(from);
                    double across = east * Math.cos(from) - north * Math.sin(from);
                    added[t * stations + j] =
                            emission * plume.fromPoint(Math.hypot(east, north), Math.atan2(across, along)) / speed;
                }
            }
        }
        return added;
    }

    /// What a set of outcomes comes to.
    ///
    /// @param found share of the trials whose source was found
    /// @param errorM median distance of those found
    /// @param ratio median of found over true strength of those found
    /// @param ratioLower 10 % quantile of the same
    /// @param ratioUpper 90 % quantile
    /// @param falseAlarms a trial
    /// @param falseShare strength of the false alarms over that of the source, mean over the trials
    public record Score(
            int trials,
            double found,
            double errorM,
            double error80M,
            double ratio,
            double ratioLower,
            double ratioUpper,
            double falseAlarms,
            double falseShare) {
        public static Score of(List<Outcome> outcomes) {
            double[] error = outcomes.stream()
                    .filter(Outcome::found)
                    .mapToDouble(Outcome::errorM)
                    .toArray();
            double[] ratio = outcomes.stream()
                    .filter(Outcome::found)
                    .mapToDouble(each -> each.foundGPerS / each.trial.strengthGPerS)
                    .toArray();
            Arrays.sort(ratio);
            return new Score(
                    outcomes.size(),
                    outcomes.isEmpty() ? Double.NaN : (double) error.length / outcomes.size(),
                    Quantiles.of(error, 0.5),
                    Quantiles.of(error, 0.8),
                    Quantiles.ofSorted(ratio, 0.5),
                    Quantiles.ofSorted(ratio, 0.1),
                    Quantiles.ofSorted(ratio, 0.9),
                    outcomes.stream().mapToInt(Outcome::falseAlarms).average().orElse(Double.NaN),
                    outcomes.stream()
                            .mapToDouble(each -> each.falseGPerS / each.trial.strengthGPerS)
                            .filter(Double::isFinite)
                            .average()
                            .orElse(Double.NaN));
        }
    }
}
