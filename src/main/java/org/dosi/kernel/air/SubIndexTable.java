package org.dosi.kernel.air;

/// The sub-indices of one scale, one for each step of the last decimal that counts: what
/// [AirQualityIndex#subIndex] gives, many times faster.
final class SubIndexTable {
    private final double power;
    private final double[] subIndex;

    SubIndexTable(IndexScale scale) {
        power = Math.pow(10, scale.decimals());
        int last = (int) Math.round(scale.brackets().getLast().high() * power);
        subIndex = new double[last + 1];
        for (int step = 0; step <= last; step++) {
            subIndex[step] = AirQualityIndex.subIndex(step / power, scale);
        }
    }

    /// @param concentration zero or more
    double at(double concentration) {
        double step = Math.floor(concentration * power + AirQualityIndex.BINARY);
        return subIndex[(int) Math.min(subIndex.length - 1, step)];
    }
}
