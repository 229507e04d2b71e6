package org.dosi.product.air.plot;

/// Which places of a disc have cells with data near them, with a smooth outline: bells around the cells are
/// added up on a fine square, and a place is near where the sum is above what one bell has at three
/// quarters of the reach. So the outline lies within the reach of a lone cell and about at the reach along
/// a row of them.
final class NearData {
    private static final int SIZE = 181;
    private static final double LONE = 0.75;

    /// The bell's width, of the reach.
    private static final double WIDTH = 0.42;

    private static final double LEVEL = Math.exp(-LONE * LONE / (2 * WIDTH * WIDTH));

    private final double extent;
    private final double[] sum = new double[SIZE * SIZE];

    /// @param u eastward places of the cells that hold data
    /// @param v northward
    /// @param extent half the side of the square
    /// @param reach what is near
    NearData(double[] u, double[] v, double extent, double reach) {
        this.extent = extent;
        double step = 2 * extent / (SIZE - 1);
        int around = (int) Math.ceil(1.5 * reach / step);
        double width = WIDTH * reach;
        for (int c = 0; c < u.length; c++) {
            int column = (int) Math.round((u[c] + extent) / step);
            int row = (int) Math.round((v[c] + extent) / step);
            for (int i = Math.max(0, row - around); i <= Math.min(SIZE - 1, row + around); i++) {
                for (int j = Math.max(0, column - around); j <= Math.min(SIZE - 1, column + around); j++) {
                    double du = (j * step - extent - u[c]) / width;
                    double dv = (i * step - extent - v[c]) / width;
                    sum[i * SIZE + j] += Math.exp(-(du * du + dv * dv) / 2);
                }
            }
        }
    }

    boolean isNear(double u, double v) {
        double column = Math.clamp((u / extent + 1) / 2 * (SIZE - 1), 0, SIZE - 1.000001);
        double row = Math.clamp((v / extent + 1) / 2 * (SIZE - 1), 0, SIZE - 1.000001);
        int west = (int) column;
        int south = (int) row;
        int at = south * SIZE + west;
        double right = column - west;
        double up = row - south;
        double lower = (1 - right) * sum[at] + right * sum[at + 1];
        double upper = (1 - right) * sum[at + SIZE] + right * sum[at + SIZE + 1];
        return (1 - up) * lower + up * upper >= LEVEL;
    }
}
