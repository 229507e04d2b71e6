package org.dosi.kernel.wind;

/// The compass as 36 nodes. An hour's weight is shared by the two nodes beside its direction, in
/// proportion to nearness, so that the mean direction is kept whatever steps the wind was reported in
/// (linear binning; Wand and Jones 1995, Kernel Smoothing, appendix D), and sums over nodes are smoothed
/// by a circular Gaussian.
final class DirectionNodes {
    static final int COUNT = 36;
    static final double STEP_DEG = 360.0 / COUNT;
    /// Beyond three standard deviations the Gaussian is left out.
    private static final double REACH = 3;

    private final double[] weights;

    DirectionNodes(double spreadDeg) {
        int reach = Math.min(COUNT / 2 - 1, (int) Math.ceil(REACH * spreadDeg / STEP_DEG));
        weights = new double[reach + 1];
        for (int i = 0; i <= reach; i++) {
            weights[i] = Math.exp(-0.5 * Math.pow(i * STEP_DEG / spreadDeg, 2));
        }
    }

    /// Adds a weight at a direction to the nodes that start at `at`.
    static void add(double[] nodes, int at, double windFromDeg, double weight) {
        double position = windFromDeg / STEP_DEG;
        double below = Math.floor(position);
        double part = position - below;
        int node = Math.floorMod((int) below, COUNT);
        nodes[at + node] += weight * (1 - part);
        nodes[at + (node + 1) % COUNT] += weight * part;
    }

    /// The sums about each of the nodes that start at `at`; the weight at the node itself is 1.
    void smooth(double[] nodes, int at, double[] result, int resultAt) {
        for (int n = 0; n < COUNT; n++) {
            double sum = weights[0] * nodes[at + n];
            for (int i = 1; i < weights.length; i++) {
                sum += weights[i] * (nodes[at + (n + i) % COUNT] + nodes[at + (n - i + COUNT) % COUNT]);
            }
            result[resultAt + n] = sum;
        }
    }
}
