package org.dosi.kernel.plume;

import java.util.SplittableRandom;

/// What a point source of 1 g/s adds to a network's hours, made with winds and a plume that are wrong in the ways in
/// which the map's are.
///
/// The wind's direction and speed are wrong for good (one draw a trial) and in each hour, the plume is wider or
/// narrower than the curves of dispersion for good, and the emission varies from day to day. Where in its sector an
/// hour's wind was is drawn too.
final class InjectedPlume {
    /// Standard deviations. Of directions in degrees; the others are of the logarithm.
    static final double DIRECTION_BIAS_DEG = 5;

    static final double DIRECTION_ERROR_DEG = 12;
    static final double SPEED_BIAS = 0.2;
    static final double SPEED_ERROR = 0.3;
    static final double EMISSION_VARIATION = 0.3;
    /// Of both widths of the plume over Briggs' curves, which stand for any city and any roughness.
    static final double WIDTH_BIAS = 0.3;

    /// The plume of a trial within the hour: narrow, since where it goes is drawn.
    private static final double SPREAD_WITHIN_HOUR_DEG = 5;

    private static final double SLOWEST_M_PER_S = 0.3;

    private InjectedPlume() {}

    /// What is drawn once for a trial.
    ///
    /// @param width of the plume over that of the curves
    record Lasting(double directionDeg, double speed, double width) {
        static Lasting draw(SplittableRandom random) {
            return new Lasting(
                    DIRECTION_BIAS_DEG * random.nextGaussian(),
                    Math.exp(SPEED_BIAS * random.nextGaussian()),
                    Math.exp(WIDTH_BIAS * random.nextGaussian()));
        }
    }

    /// Concentrations, hour by hour, of 1 g/s on average.
    ///
    /// @param plume of the map, which is told of none of the errors
    static double[] of(
            double x,
            double y,
            NetworkHours hours,
            SourceRecovery.Place place,
            PlumeSettings plume,
            Lasting lasting,
            SplittableRandom random) {
        int sectors = plume.sectors();
        PlumeSettings narrow =
                plume.spread(SPREAD_WITHIN_HOUR_DEG, lasting.width).sectors(360);
        double emission = 1;
        int stations = hours.stations();
        double[] added = new double[hours.hours() * stations];
        for (int t = 0; t < hours.hours(); t++) {
            if (t == 0 || hours.dayOf(t) != hours.dayOf(t - 1)) {
                double exponent = EMISSION_VARIATION * random.nextGaussian();
                emission = Math.exp(exponent - EMISSION_VARIATION * EMISSION_VARIATION / 2);
            }
            double errorDeg = lasting.directionDeg
                    + DIRECTION_ERROR_DEG * random.nextGaussian()
                    + (random.nextDouble() - 0.5) * 360 / sectors;
            double speedError = lasting.speed * Math.exp(SPEED_ERROR * random.nextGaussian());
            int state = hours.windState()[t];
            if (state != WindStates.NONE) {
                double speed = Math.max(SLOWEST_M_PER_S, hours.windSpeedMPerS()[t] * speedError);
                double from = WindStates.windFromRad(state, sectors) + Math.toRadians(errorDeg);
                HourlyPlume hour =
                        new HourlyPlume(WindStates.curveOf(state, sectors), HourlyPlume.speedClassOf(speed), narrow);
                for (int j = 0; j < stations; j++) {
                    double east = place.stationXM()[j] - x;
                    double north = place.stationYM()[j] - y;
                    double along = -east * Math.sin(from) - north * Math.cos(from);
                    double across = east * Math.cos(from) - north * Math.sin(from);
                    added[t * stations + j] =
                            emission * hour.fromPoint(Math.hypot(east, north), Math.atan2(across, along)) / speed;
                }
            }
        }
        return added;
    }
}
