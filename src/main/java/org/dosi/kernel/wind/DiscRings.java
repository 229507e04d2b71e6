package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.NormalEquations;

/// [DiscBasis] at the cells of a grid whose directions are those of its nodes: there each function is a profile
/// along the radius times a cosine or sine of the direction. Sums of products over a ring of cells are then Fourier
/// sums of the ring's weights, and a quadratic form around a ring is a Fourier series: both cost one pass over the
/// coefficients' matrix a ring instead of one a cell.
final class DiscRings {
    private static final int MOST_WAVES = DiscBasis.DIRECTIONS / 2;
    private static final int KINDS = 2 * (MOST_WAVES + 1);

    private final int directions;
    private final int speeds;
    /// Twice the wave number, one more for a sine, of each coefficient.
    private final int[] kind;
    /// One row a speed, one column a coefficient.
    private final double[][] profile;
    /// Cosine and sine of the waves 0 to `2 MOST_WAVES` (rows) in each direction (columns).
    private final double[][] cosine;
    private final double[][] sine;

    DiscRings(DiscBasis basis, int directions, int speeds) {
        this.directions = directions;
        this.speeds = speeds;
        int[] number = basis.waveNumbers();
        boolean[] isSine = basis.sines();
        kind = IntStream.range(0, number.length)
                .map(i -> 2 * number[i] + (isSine[i] ? 1 : 0))
                .toArray();
        double[] distances = new double[speeds];
        Arrays.setAll(distances, s -> s / (speeds - 1.0));
        double[][] profiles = basis.profiles(distances);
        profile = new double[speeds][kind.length];
        for (int s = 0; s < speeds; s++) {
            for (int i = 0; i < kind.length; i++) {
                profile[s][i] = profiles[i][s];
            }
        }
        cosine = new double[2 * MOST_WAVES + 1][directions];
        sine = new double[2 * MOST_WAVES + 1][directions];
        for (int m = 0; m <= 2 * MOST_WAVES; m++) {
            for (int d = 0; d < directions; d++) {
                double angle = 2 * Math.PI * (m * (d + 1) % directions) / directions;
                cosine[m][d] = Math.cos(angle);
                sine[m][d] = Math.sin(angle);
            }
        }
    }

    /// Whether a grid of so many directions has those of the basis' nodes.
    static boolean suit(int directions) {
        return DiscBasis.DIRECTIONS % directions == 0;
    }

    /// What least squares needs of values `y` of cells.
    NormalEquations equations(int[] cells, double[] y, double[] weight) {
        int k = kind.length;
        double[][] w = new double[speeds][directions];
        double[][] wy = new double[speeds][directions];
        for (int c = 0; c < cells.length; c++) {
            w[cells[c] / directions][cells[c] % directions] += weight[c];
            wy[cells[c] / directions][cells[c] % directions] += weight[c] * y[c];
        }
        double[][] sum = new double[k][k];
        double[] right = new double[k];
        for (int s = 0; s < speeds; s++) {
            Waves of = waves(w[s]);
            if (of.cosine[0] != 0) {
                addRing(profile[s], products(of), sum);
                Waves values = waves(wy[s]);
                for (int i = 0; i < k; i++) {
                    double[] same = kind[i] % 2 == 0 ? values.cosine : values.sine;
                    right[i] += profile[s][i] * same[kind[i] / 2];
                }
            }
        }
        double[] matrix = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                matrix[i * k + j] = sum[i][j];
                matrix[j * k + i] = sum[i][j];
            }
        }
        return NormalEquations.of(matrix, right, y, weight);
    }

    /// Sums over a ring of its numbers times cosines and sines.
    private record Waves(double[] cosine, double[] sine) {}

    private Waves waves(double[] ring) {
        Waves waves = new Waves(new double[cosine.length], new double[cosine.length]);
        for (int m = 0; m < cosine.length; m++) {
            for (int d = 0; d < directions; d++) {
                waves.cosine[m] += ring[d] * cosine[m][d];
                waves.sine[m] += ring[d] * sine[m][d];
            }
        }
        return waves;
    }

    /// Sums over a ring of its weights times the products of two cosines or sines, by their kinds.
    private static double[][] products(Waves of) {
        double[][] products = new double[KINDS][KINDS];
        for (int m = 0; m <= MOST_WAVES; m++) {
            for (int n = 0; n <= MOST_WAVES; n++) {
                int apart = Math.abs(m - n);
                products[2 * m][2 * n] = (of.cosine[apart] + of.cosine[m + n]) / 2;
                products[2 * m + 1][2 * n + 1] = (of.cosine[apart] - of.cosine[m + n]) / 2;
                double mixed = (of.sine[m + n] + Math.copySign(1, m - n) * of.sine[apart]) / 2;
                products[2 * m + 1][2 * n] = mixed;
                products[2 * n][2 * m + 1] = mixed;
            }
        }
        return products;
    }

    private void addRing(double[] along, double[][] products, double[][] sum) {
        int k = kind.length;
        double[][] spread = new double[KINDS][];
        for (int i = 0; i < k; i++) {
            double[] by = spread[kind[i]];
            if (by == null) {
                by = new double[k];
                for (int j = 0; j < k; j++) {
                    by[j] = along[j] * products[kind[i]][kind[j]];
                }
                spread[kind[i]] = by;
            }
            double[] row = sum[i];
            double factor = along[i];
            for (int j = i; j < k; j++) {
                row[j] += factor * by[j];
            }
        }
    }

    /// The variances at all cells, of coefficients with a covariance (symmetric, in full).
    double[] variances(double[] covariance) {
        double[] variances = new double[speeds * directions];
        IntStream.range(0, speeds).parallel().forEach(s -> {
            double[][] form = form(profile[s], covariance);
            double[] ofCosine = new double[cosine.length];
            double[] ofSine = new double[cosine.length];
            for (int m = 0; m <= MOST_WAVES; m++) {
                for (int n = 0; n <= MOST_WAVES; n++) {
                    int apart = Math.abs(m - n);
                    double cosines = form[2 * m][2 * n];
                    double sines = form[2 * m + 1][2 * n + 1];
                    double mixed = form[2 * m + 1][2 * n] + form[2 * n][2 * m + 1];
                    ofCosine[apart] += (cosines + sines) / 2;
                    ofCosine[m + n] += (cosines - sines) / 2;
                    ofSine[m + n] += mixed / 2;
                    ofSine[apart] += Math.copySign(1, m - n) * mixed / 2;
                }
            }
            for (int m = 0; m < cosine.length; m++) {
                for (int d = 0; d < directions; d++) {
                    variances[s * directions + d] += ofCosine[m] * cosine[m][d] + ofSine[m] * sine[m][d];
                }
            }
        });
        return variances;
    }

    /// The quadratic form of the cosines and sines by their kinds; of a pair of kinds only the sum of both orders has
    /// a meaning.
    private double[][] form(double[] along, double[] covariance) {
        int k = kind.length;
        double[][] form = new double[KINDS][KINDS];
        for (int i = 0; i < k; i++) {
            double[] row = form[kind[i]];
            double factor = 2 * along[i];
            for (int j = 0; j < i; j++) {
                row[kind[j]] += factor * along[j] * covariance[i * k + j];
            }
            row[kind[i]] += along[i] * along[i] * covariance[i * k + i];
        }
        return form;
    }
}
