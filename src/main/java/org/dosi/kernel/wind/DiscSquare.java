package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Dense;
import org.dosi.kernel.stat.PenalisedFit;

/// [DiscBasis] on the square around the disc, row by row from the south.
///
/// The square and the basis are mirrored at the axes: there a function stays as it is or changes its sign. So a
/// quadratic form is computed on a quarter alone, apart for the products of functions that behave alike, and put
/// together with the signs of the four places.
final class DiscSquare {
    private static final int SIZE = PolarSurface.SIZE;
    private static final int HALF = SIZE / 2;
    private static final int QUARTER = (HALF + 1) * (HALF + 1);

    /// Places that are worked on together: their functions fit the nearer cache.
    private static final int BLOCK = 64;

    /// How functions behave: bit 0 is set where the sign changes from west to east, bit 1 from south to north.
    private static final int BEHAVIOURS = 4;

    /// One row a coefficient, one column a place.
    private final double[] columns;
    /// The coefficients, by their behaviour.
    private final int[] order;
    /// Where each behaviour begins in that order, and the end.
    private final int[] start = new int[BEHAVIOURS + 1];
    /// The north-eastern quarter in blocks of places: one row a coefficient, in that order, one column a place.
    private final double[][][] quarter;

    DiscSquare(DiscBasis basis) {
        double[] x = new double[SIZE * SIZE];
        double[] y = new double[SIZE * SIZE];
        for (int i = 0; i < x.length; i++) {
            int column = i % SIZE;
            int row = i / SIZE;
            x[i] = -1 + column * (2.0 / (SIZE - 1));
            y[i] = -1 + row * (2.0 / (SIZE - 1));
        }
        columns = basis.columns(x, y);
        int[] behaviour = behaviour(basis);
        order = IntStream.range(0, behaviour.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> behaviour[i]))
                .mapToInt(i -> i)
                .toArray();
        for (int b = 0; b < BEHAVIOURS; b++) {
            int kind = b;
            start[b + 1] = start[b]
                    + (int) Arrays.stream(behaviour)
                            .filter(each -> each == kind)
                            .count();
        }
        quarter = new double[(QUARTER + BLOCK - 1) / BLOCK][order.length][];
        for (int block = 0; block < quarter.length; block++) {
            int from = block * BLOCK;
            int length = Math.min(BLOCK, QUARTER - from);
            for (int i = 0; i < order.length; i++) {
                int row = order[i] * SIZE * SIZE;
                quarter[block][i] = new double[length];
                Arrays.setAll(quarter[block][i], p -> columns[row + place(from + p, false, false)]);
            }
        }
    }

    private static int[] behaviour(DiscBasis basis) {
        int[] number = basis.waveNumbers();
        boolean[] sine = basis.sines();
        // sin(m(360° - θ)) = -sin mθ; cos(m(180° - θ)) = (-1)ᵐ cos mθ, of the sine it is the opposite.
        return IntStream.range(0, number.length)
                .map(i -> (sine[i] ? 1 : 0) + (number[i] % 2 == 1 != sine[i] ? 2 : 0))
                .toArray();
    }

    /// Where in the square a place of the quarter lies, or its mirror image.
    private static int place(int inQuarter, boolean west, boolean south) {
        int right = inQuarter % (HALF + 1);
        int up = inQuarter / (HALF + 1);
        return (south ? HALF - up : HALF + up) * SIZE + (west ? HALF - right : HALF + right);
    }

    double[] values(PenalisedFit fit) {
        return fit.values(columns, SIZE * SIZE);
    }

    /// The variances on the square, of coefficients with a covariance (symmetric, in full).
    double[] variances(double[] covariance) {
        int k = order.length;
        double[][] ordered = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                ordered[i][j] = (i == j ? 1 : 2) * covariance[order[i] * k + order[j]];
            }
        }
        double[] variances = new double[SIZE * SIZE];
        IntStream.range(0, quarter.length).parallel().forEach(block -> {
            double[][] sums = sums(quarter[block], ordered);
            for (int p = 0; p < sums[0].length; p++) {
                for (int image = 0; image < BEHAVIOURS; image++) {
                    double sum = 0;
                    for (int b = 0; b < BEHAVIOURS; b++) {
                        sum += Integer.bitCount(b & image) % 2 == 0 ? sums[b][p] : -sums[b][p];
                    }
                    variances[place(block * BLOCK + p, (image & 1) != 0, (image & 2) != 0)] = sum;
                }
            }
        });
        return variances;
    }

    /// The parts of the quadratic form by how they behave: a product changes its sign where one of its two does.
    private double[][] sums(double[][] rows, double[][] lower) {
        int length = rows[0].length;
        double[][] sums = new double[BEHAVIOURS][length];
        for (int of = 0; of < BEHAVIOURS; of++) {
            for (int i = start[of]; i < start[of + 1]; i++) {
                for (int with = 0; with <= of; with++) {
                    double[] part = new double[length];
                    int last = Math.min(start[with + 1], i + 1);
                    Dense.addRows(lower[i], rows, start[with], last, part, 0, length);
                    double[] sum = sums[of ^ with];
                    double[] row = rows[i];
                    for (int p = 0; p < length; p++) {
                        sum[p] += row[p] * part[p];
                    }
                }
            }
        }
        return sums;
    }
}
