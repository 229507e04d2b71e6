package org.dosi.kernel.traffic.congestion;

/// How much longer than free-flow trips take, and how far they can be relied on.
///
/// Travel time is taken per kilometre, `60 / speed` minutes, so that no length of a link is needed: all indices are
/// ratios. With `T95` for the 95th percentile of it and so on:
///
/// - travel-time index = mean T / free-flow T,
/// - planning-time index = T95 / free-flow T,
/// - buffer index = (T95 − mean T) / mean T,
/// - level of travel-time reliability (LOTTR) = T80 / T50, rounded to hundredths as the rule has it; from 1.50 on the
///   stretch is not reliable in this period.
///
/// The mean travel time makes the mean speed harmonic. Percentiles are of type 7. Intervals are of 95 %, by drawing
/// whole days; NaN with fewer than [DayBootstrap#LEAST_DAYS].
///
/// Source: FHWA (2006), Travel Time Reliability: Making It There On Time, All The Time, FHWA-HOP-06-070; LOTTR: 23 CFR
/// 490.511 and 490.513.
///
/// @param days with a value
/// @param steps with a value
/// @param meanMinPerKm minutes per km
/// @param travelTimeIndex NaN where the free-flow speed is unknown
/// @param planningTimeIndex NaN where the free-flow speed is unknown
/// @param bufferIndex as a share: 0.4 means 40 % more time
public record TravelTimes(
        int days,
        int steps,
        double meanMinPerKm,
        Interval travelTimeIndex,
        Interval planningTimeIndex,
        Interval bufferIndex,
        Interval lottr) {
    /// From here on a stretch is not reliable (23 CFR 490.513).
    public static final double UNRELIABLE = 1.5;

    private static final double[] SHARES = {0.5, 0.8, 0.95};
    private static final double MIN_PER_H = 60;

    /// @param speedKmPerH above 0 and finite
    /// @param day of each, by any number
    /// @param freeFlowKmPerH NaN where unknown
    public static TravelTimes of(double[] speedKmPerH, long[] day, double freeFlowKmPerH, DayBootstrap bootstrap) {
        double[] minutes = new double[speedKmPerH.length];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = MIN_PER_H / speedKmPerH[i];
        }
        DaySample sample = DaySample.of(minutes, day);
        double freeMinutes = MIN_PER_H / freeFlowKmPerH;
        double[] all = indices(
                sample.mean(),
                sample.quantile(SHARES[0]),
                sample.quantile(SHARES[1]),
                sample.quantile(SHARES[2]),
                freeMinutes);
        int[][] draws = bootstrap.draws(sample.days());
        double[][] drawn = new double[all.length][draws.length];
        for (int r = 0; r < draws.length; r++) {
            double[] one = sample.resampled(draws[r], SHARES);
            double[] of = indices(one[0], one[1], one[2], one[3], freeMinutes);
            for (int k = 0; k < of.length; k++) {
                drawn[k][r] = of[k];
            }
        }
        return new TravelTimes(
                sample.days(),
                minutes.length,
                sample.mean(),
                Interval.of(all[0], drawn[0]),
                Interval.of(all[1], drawn[1]),
                Interval.of(all[2], drawn[2]),
                Interval.of(all[3], drawn[3]));
    }

    private static double[] indices(double mean, double t50, double t80, double t95, double free) {
        return new double[] {mean / free, t95 / free, (t95 - mean) / mean, Math.round(100 * t80 / t50) / 100.0};
    }

    /// Harmonic mean, km/h.
    public double meanSpeedKmPerH() {
        return MIN_PER_H / meanMinPerKm;
    }

    /// Whether LOTTR is 1.50 or more.
    public boolean isUnreliable() {
        return lottr.value() >= UNRELIABLE;
    }
}
