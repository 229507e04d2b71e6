package org.dosi.kernel.plume;

import java.util.Arrays;

/// A network's hours with their deviations: makes the systems of one fit after the other.
final class NetworkProblem {
    private final Footprints footprints;
    private final NetworkHours hours;
    private final double[][] basis;
    private final double radiusM;
    private final double[] deviation;
    private final double[] weight;
    private final NetworkSystem without;

    /// @param radiusM cells nearer to each other than this are one source
    NetworkProblem(Footprints footprints, NetworkHours hours, double[][] basis, double radiusM) {
        this.radiusM = radiusM;
        this.footprints = footprints;
        this.hours = hours;
        this.basis = basis;
        double[] noPlume = new double[hours.concentrationUgPerM3().length];
        double[] residual = NetworkSystem.medianResidual(hours, noPlume);
        deviation = RobustWeights.deviations(residual, hours.stations());
        weight = RobustWeights.of(deviation, residual, noPlume);
        without = NetworkSystem.of(footprints, hours, basis, weight);
    }

    /// Level and, if asked for, plane over the stations, scaled to 1.
    static double[][] basis(double[] stationXM, double[] stationYM, boolean plane) {
        double[] level = new double[stationXM.length];
        Arrays.fill(level, 1);
        return plane ? new double[][] {level, scaled(stationXM), scaled(stationYM)} : new double[][] {level};
    }

    private static double[] scaled(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double largest =
                Arrays.stream(values).map(value -> Math.abs(value - mean)).max().orElse(0);
        return Arrays.stream(values)
                .map(value -> largest > 0 ? (value - mean) / largest : 0)
                .toArray();
    }

    NetworkHours hours() {
        return hours;
    }

    Footprints footprints() {
        return footprints;
    }

    double radiusM() {
        return radiusM;
    }

    double[][] basis() {
        return basis;
    }

    /// Weights while no source is known, of the hours without footprints too.
    double[] weight() {
        return weight;
    }

    /// The system with the weights that hold while no source is known.
    NetworkSystem without() {
        return without;
    }

    /// The system with other weights.
    NetworkSystem weighted(double[] weights) {
        return NetworkSystem.of(footprints, hours, basis, weights);
    }

    /// The weights that hold given sources: by the same rule as those without any, of what the plumes leave.
    ///
    /// (With the residuals of the fit, which are smaller than those from medians, fewer outliers were
    /// weighted down than when the penalty was measured, and every source found let in ghosts: 0.67 a
    /// source of 0.6 g/s of SO₂ instead of 0.46.)
    double[] weights(int[] cells, double[] strengths) {
        double[] plume = without.raw(footprints.sum(cells, strengths));
        return RobustWeights.of(deviation, NetworkSystem.medianResidual(hours, plume), plume);
    }

    /// The system with weights times those of the days; any footprints of the same states will do.
    NetworkSystem resampled(Footprints others, double[] weights, double[] dayWeight) {
        double[] weight = weights.clone();
        int stations = hours.stations();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= dayWeight[hours.dayOf(i / stations)];
        }
        return NetworkSystem.of(others, hours, basis, weight);
    }
}
