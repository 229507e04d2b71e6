package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.dosi.kernel.plume.UrbanDispersion.Curve;

/// What a point source of 1 g/s adds to a network's hours, made with winds and a plume that are wrong in the ways in
/// which the map's are ([PlumeError]).
///
/// All that can be wrong is drawn for every source, whether it is asked for or not, so that the same source can be
/// tried with one error and without.
final class InjectedPlume {
    private static final List<Curve> CURVES = List.of(Curve.values());
    private static final double DIRECTION_BIAS_DEG = 5;
    private static final double DIRECTION_ERROR_DEG = 12;
    private static final double SPEED_BIAS = 0.2;
    private static final double SPEED_ERROR = 0.3;
    private static final double WIDTH_BIAS = 0.3;
    private static final double OTHER_CURVE = 0.2;
    private static final double HEIGHT_M = 20;
    private static final double DAY_VARIATION = 0.3;
    private static final double STATION_BIAS = 0.3;
    private static final double STATION_ERROR = 0.5;

    /// The plume of a trial within the hour: narrow, since where it goes is drawn.
    private static final double SPREAD_WITHIN_HOUR_DEG = 5;

    private static final double SLOWEST_M_PER_S = 0.3;
    private static final double HOUR_S = 3600;
    /// Of a row of calm hours so many are still there when the wind comes.
    private static final int CALM_HOURS = 6;
    /// Air that has been under way for longer is part of the background.
    private static final int TRAVEL_HOURS = 4;

    private final NetworkHours hours;
    private final SourceRecovery.Place place;
    private final PlumeSettings plume;
    private final Set<PlumeError> errors;

    /// Draws of an hour.
    ///
    /// @param fromRad where the wind of the hour came from in truth
    /// @param curve -1 of an hour without a wind
    /// @param emission g/s
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    private record Truth(double[] fromRad, double[] speed, int[] curve, double[] emission) {}

    private InjectedPlume(NetworkHours hours, SourceRecovery.Place place, PlumeSettings plume, Set<PlumeError> errors) {
        this.hours = hours;
        this.place = place;
        this.plume = plume;
        this.errors = errors;
    }

    /// Concentrations, hour by hour, of 1 g/s on average.
    ///
    /// @param plume of the map, which is told of none of the errors
    /// @param errors what is wrong in this trial
    static double[] of(
            double x,
            double y,
            NetworkHours hours,
            SourceRecovery.Place place,
            PlumeSettings plume,
            Set<PlumeError> errors,
            SplittableRandom random) {
        InjectedPlume injected = new InjectedPlume(hours, place, plume, errors);
        Truth truth = injected.truth(random.split());
        return injected.added(x, y, truth, random.split());
    }

    private boolean has(PlumeError error) {
        return errors.contains(error);
    }

    private Truth truth(SplittableRandom random) {
        int count = hours.hours();
        int sectors = plume.sectors();
        double biasDeg = DIRECTION_BIAS_DEG * random.nextGaussian();
        double speedBias = SPEED_BIAS * random.nextGaussian();
        double amplitude = random.nextDouble();
        double phase = 24 * random.nextDouble();
        Truth truth = new Truth(new double[count], new double[count], new int[count], new double[count]);
        double day = 1;
        for (int t = 0; t < count; t++) {
            if (t == 0 || hours.dayOf(t) != hours.dayOf(t - 1)) {
                day = logNormal(DAY_VARIATION, random);
            }
            double errorDeg =
                    biasDeg + DIRECTION_ERROR_DEG * random.nextGaussian() + (random.nextDouble() - 0.5) * 360 / sectors;
            double speedError = speedBias + SPEED_ERROR * random.nextGaussian();
            double other = random.nextDouble();
            double clock = 1 + amplitude * Math.cos(2 * Math.PI * (hours.firstHourOfDay() + t - phase) / 24);
            truth.emission[t] = (has(PlumeError.DAYS) ? day : 1) * (has(PlumeError.CYCLE) ? clock : 1);
            int state = hours.windState()[t];
            truth.curve[t] = -1;
            if (state != WindStates.NONE) {
                truth.fromRad[t] = WindStates.windFromRad(state, sectors)
                        + (has(PlumeError.DIRECTION) ? Math.toRadians(errorDeg) : 0);
                truth.speed[t] = Math.max(
                        SLOWEST_M_PER_S,
                        hours.windSpeedMPerS()[t] * (has(PlumeError.SPEED) ? Math.exp(speedError) : 1));
                int curve = CURVES.indexOf(WindStates.curveOf(state, sectors));
                int step = other < OTHER_CURVE ? -1 : other < 2 * OTHER_CURVE ? 1 : 0;
                truth.curve[t] = has(PlumeError.STABILITY) ? Math.clamp(curve + step, 0, CURVES.size() - 1) : curve;
            }
        }
        return truth;
    }

    private double[] added(double x, double y, Truth truth, SplittableRandom random) {
        HourlyPlume[][] plumes = plumes(random);
        int stations = hours.stations();
        double[] gain = new double[stations];
        Arrays.setAll(gain, _ -> logNormal(STATION_BIAS, random));
        double[] added = new double[hours.hours() * stations];
        for (int t = 0; t < hours.hours(); t++) {
            for (int j = 0; j < stations; j++) {
                double fluctuation = gain[j] * logNormal(STATION_ERROR, random);
                if (truth.curve[t] >= 0) {
                    double east = place.stationXM()[j] - x;
                    double north = place.stationYM()[j] - y;
                    double one = has(PlumeError.TRAVEL)
                            ? travelled(east, north, t, truth, plumes)
                            : inHour(east, north, t, truth, plumes);
                    added[t * stations + j] = one * (has(PlumeError.STATION) ? fluctuation : 1);
                }
            }
        }
        return added;
    }

    /// By curve and class of wind speed.
    private HourlyPlume[][] plumes(SplittableRandom random) {
        double width = WIDTH_BIAS * random.nextGaussian();
        double heightM = -HEIGHT_M * Math.log(1 - random.nextDouble());
        PlumeSettings settings = plume;
        if (has(PlumeError.DIRECTION)) {
            settings = settings.spread(SPREAD_WITHIN_HOUR_DEG).sectors(360);
        }
        if (has(PlumeError.WIDTH)) {
            settings = settings.scaled(Math.exp(width));
        }
        if (has(PlumeError.HEIGHT)) {
            settings = settings.from(plume.sourceHeightM() + heightM);
        }
        if (has(PlumeError.TRAVEL)) {
            settings = settings.lasting(Double.POSITIVE_INFINITY);
        }
        HourlyPlume[][] plumes = new HourlyPlume[CURVES.size()][HourlyPlume.speedClasses()];
        for (int k = 0; k < plumes.length; k++) {
            for (int c = 0; c < plumes[0].length; c++) {
                plumes[k][c] = new HourlyPlume(CURVES.get(k), c, settings);
            }
        }
        return plumes;
    }

    /// Of the hour's own wind, with what calm hours before it left.
    private double inHour(double east, double north, int t, Truth truth, HourlyPlume[][] plumes) {
        double emission = truth.emission[t];
        for (int back = 1; has(PlumeError.CALMS) && back <= CALM_HOURS && isCalm(t - back, truth); back++) {
            emission += truth.emission[t - back];
        }
        return emission == 0 ? 0 : emission * unit(east, north, t, truth, plumes);
    }

    private static boolean isCalm(int t, Truth truth) {
        return t >= 0 && truth.curve[t] < 0;
    }

    /// Of the winds with which the air left: over an hour's mean, that of two hours in turn.
    private double travelled(double east, double north, int t, Truth truth, HourlyPlume[][] plumes) {
        double underWay = Math.hypot(east, north) / truth.speed[t] / HOUR_S;
        int whole = (int) Math.min(TRAVEL_HOURS, underWay);
        double part = Math.min(1, underWay - whole);
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            int left = t - whole - k;
            double share = k == 0 ? 1 - part : part;
            if (share > 0 && left >= 0 && truth.curve[left] >= 0 && whole + k <= TRAVEL_HOURS) {
                sum += share * inHour(east, north, left, truth, plumes);
            }
        }
        return sum;
    }

    private static double unit(double east, double north, int t, Truth truth, HourlyPlume[][] plumes) {
        double from = truth.fromRad[t];
        double speed = truth.speed[t];
        double along = -east * Math.sin(from) - north * Math.cos(from);
        double across = east * Math.cos(from) - north * Math.sin(from);
        return plumes[truth.curve[t]][HourlyPlume.speedClassOf(speed)].fromPoint(
                        Math.hypot(east, north), Math.atan2(across, along))
                / speed;
    }

    /// With a mean of 1.
    private static double logNormal(double sigma, SplittableRandom random) {
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }
}
