package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// A statistic by wind direction and whole classes of speed, without smoothing.
///
/// Source: openair's `polarFreq`. Speed class `s` (from 0) is `(s · step, (s + 1) · step]`, the first with
/// 0. The cells are those of [PolarGrid].
public final class PolarFrequency {

    private PolarFrequency() {}

    /// Bins the hours that have speed, direction and value. Time O(hours).
    ///
    /// @param value a concentration; for the frequency of winds, the wind speed
    /// @param speedStepMPerS width of a speed class
    public static PolarBins of(
            double[] windSpeedMPerS,
            double[] windFromDeg,
            double[] value,
            CellStatistic statistic,
            double speedStepMPerS,
            int directions) {
        Check.positive("speedStepMPerS", speedStepMPerS);
        PolarGrid extent = PolarGrid.over(windSpeedMPerS, windFromDeg, value, directions, 2);
        double fastest = extent.leastSpeedMPerS() + extent.spanMPerS();
        int classes = Math.max(2, (int) Math.ceil(fastest / speedStepMPerS));
        PolarGrid grid = new PolarGrid(directions, classes, 0, classes * speedStepMPerS);
        return PolarBins.of(grid, windSpeedMPerS, windFromDeg, value, statistic);
    }

    /// The upper end of a cell's speed class, m/s, as openair labels it.
    public static double upperMPerS(PolarGrid grid, int cell) {
        return (cell / grid.directions() + 1) * (grid.spanMPerS() / grid.speeds());
    }

    /// The direction of a cell as openair labels it: north is 0.
    public static double windFromDeg(PolarGrid grid, int cell) {
        return grid.windFromDeg(cell) % 360;
    }
}
