package org.dosi.kernel.wind;

import java.util.Random;

/// Hours as a coastal city has them: a sea breeze by day and a land breeze by night that share the clock
/// with the traffic, fronts that last for days, seasons, dilution by wind, and noise that remembers for
/// days. Concentrations depend on the wind's direction only by the source.
record SimulatedAir(long[] localHour, double[] windFromDeg, double[] windSpeedMPerS, double[][] stations) {

    /// A source seen at a direction.
    ///
    /// @param excess how much is added at the direction, in parts of what there is without it; 0 is no
    ///     source
    record Source(double fromDeg, double excess) {}

    private static final double SOURCE_SPREAD_DEG = 20;

    static SimulatedAir of(long seed, int days, Source... sources) {
        Random random = new Random(seed);
        int hours = days * 24;
        SimulatedAir air = new SimulatedAir(
                new long[hours], new double[hours], new double[hours], new double[sources.length][hours]);
        double east = 0;
        double north = 0;
        double region = 0;
        double[] own = new double[sources.length];
        for (int h = 0; h < hours; h++) {
            double day = 2 * Math.PI * (h % 24) / 24;
            double year = 2 * Math.PI * h / (365.25 * 24);
            // Fronts: a memory of a day.
            east = 0.96 * east + 0.6 * random.nextGaussian();
            north = 0.96 * north + 0.6 * random.nextGaussian();
            double u = east - 1.5 * Math.cos(day - 3.8) + Math.cos(year);
            double v = north + Math.cos(day - 3.8) + 0.5 * Math.sin(year);
            air.localHour[h] = 400_000L / 24 * 24 + h;
            air.windSpeedMPerS[h] = Math.hypot(u, v);
            air.windFromDeg[h] = Math.rint(Math.toDegrees(Math.atan2(-u, -v)) / 10) * 10;
            // Haze: a memory of two days, shared by the stations.
            region = 0.98 * region + 0.08 * random.nextGaussian();
            double level = Math.exp(0.4 * Math.cos(year) + 0.5 * Math.cos(day - 4.5) + region)
                    / (1 + 0.3 * air.windSpeedMPerS[h]);
            for (int s = 0; s < sources.length; s++) {
                own[s] = 0.9 * own[s] + 0.15 * random.nextGaussian();
                double off = (Math.abs(air.windFromDeg[h] - sources[s].fromDeg()) + 180) % 360 - 180;
                double bump = Math.exp(-0.5 * Math.pow(off / SOURCE_SPREAD_DEG, 2));
                air.stations[s][h] = 40 * level * Math.exp(own[s]) * (1 + sources[s].excess() * bump);
            }
        }
        return air;
    }

    DirectionSeries series(int station) {
        return new DirectionSeries(localHour, windFromDeg, windSpeedMPerS, stations[station]);
    }
}
