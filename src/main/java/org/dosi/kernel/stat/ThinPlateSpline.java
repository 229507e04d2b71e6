package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// A smooth surface through scattered points: the thin-plate regression spline of two coordinates.
///
/// Source: S. N. Wood (2003), Thin plate regression splines, JRSS B 65(1), 95-114. Of the matrix `E = η(|pᵢ
/// - pⱼ|)`, `η(r) = r² log r`, over the distinct points, the `k` eigenvectors of largest magnitude are kept
/// (equation 5); the space that the polynomials 1, x, y take up is removed by a Householder reduction
/// (section 3.2), the polynomials are added without penalty, and the thin-plate energy is the penalty. The
/// smoothing parameter minimises generalised cross-validation, see [PenalisedRegression].
///
/// With the same `k` this is the surface of `s(x, y, k = ...)` of R's mgcv. Truncation is not invariant to
/// a change of units, so units are left as they come. Nor is the place where mgcv's search for the
/// smoothing parameter begins and so, in the sixth digit, where it ends: it depends on the scale of each
/// column. So the eigenvectors are taken by falling eigenvalue, the reduction goes from the last to the
/// first, and columns have the mean square 1.
public final class ThinPlateSpline {
    /// 1, x and y.
    private static final int POLYNOMIALS = 3;

    /// Places that are predicted together: their part of η stays in the nearer cache.
    private static final int BLOCK = 64;

    private final double[] x;
    private final double[] y;
    private final double meanX;
    private final double meanY;
    /// One row a coefficient, one column a distinct point.
    private final double[][] turned;
    private final PenalisedFit fit;

    private ThinPlateSpline(double[] x, double[] y, double meanX, double meanY, double[][] turned, PenalisedFit fit) {
        this.x = x;
        this.y = y;
        this.meanX = meanX;
        this.meanY = meanY;
        this.turned = turned;
        this.fit = fit;
    }

    /// Fitted values and their standard errors, in the order of the places asked for.
    public record Prediction(double[] values, double[] standardErrors) {}

    /// Fits `values` at the points; all numbers must be finite and all weights above 0.
    ///
    /// Time O(d² k) for `d` distinct points.
    ///
    /// @param k basis dimension with the polynomials; of fewer distinct points, as many as these are
    /// @throws IllegalArgumentException if fewer than four points are distinct: see [#distinct]
    public static ThinPlateSpline fit(double[] x, double[] y, double[] values, double[] weights, int k) {
        Check.sameLength("x", x, "y", y);
        Check.sameLength("x", x, "values", values);
        int n = x.length;
        double meanX = Arrays.stream(x).sum() / n;
        double meanY = Arrays.stream(y).sum() / n;
        int[] place = places(x, y);
        int distinct = Arrays.stream(place).max().orElse(-1) + 1;
        Check.atLeast(POLYNOMIALS + 1L, "distinct points", distinct);
        double[] px = new double[distinct];
        double[] py = new double[distinct];
        for (int i = 0; i < n; i++) {
            px[place[i]] = x[i] - meanX;
            py[place[i]] = y[i] - meanY;
        }
        int count = Math.min(Math.max(k, POLYNOMIALS + 1), distinct);
        LeadingEigenpairs pairs = LeadingEigenpairs.of(distances(px, py), distinct, count);
        Basis basis = Basis.of(pairs, px, py).scaled(place);
        PenalisedRegression.Design design = basis.design(place);
        double start = start(design);
        PenalisedFit fit = start > 0 && start < Double.POSITIVE_INFINITY
                ? PenalisedRegression.fitFrom(design, values, weights, start)
                : PenalisedRegression.fit(design, values, weights, count - 0.5);
        return new ThinPlateSpline(px, py, meanX, meanY, basis.turned, fit);
    }

    /// Where the search for the smoothing parameter begins: the trace of the columns' products over the
    /// trace of the penalty, after the columns have been made to add up to 0, the unpenalised x and y
    /// apart.
    private static double start(PenalisedRegression.Design design) {
        int k = design.coefficients();
        int columns = k - POLYNOMIALS + 1;
        double[] sums = new double[k];
        double squares = 0;
        for (int r = 0; r < design.observations(); r++) {
            Dense.add(1, design.rows(), r * k, sums, 0, columns);
            squares += Dense.dot(design.rows(), r * k, design.rows(), r * k, columns);
        }
        double along = 0;
        for (int r = 0; r < design.observations(); r++) {
            double dot = Dense.dot(design.rows(), r * k, sums, 0, columns);
            along += dot * dot;
        }
        double energy = 0;
        double energyAlong = 0;
        for (int i = 0; i < columns; i++) {
            energy += design.penalty()[i * k + i];
            energyAlong += sums[i] * Dense.dot(design.penalty(), i * k, sums, 0, columns);
        }
        double length = Dense.dot(sums, 0, sums, 0, columns);
        return (squares - along / length) / (energy - energyAlong / length);
    }

    /// How many of the points differ.
    public static int distinct(double[] x, double[] y) {
        return Arrays.stream(places(x, y)).max().orElse(-1) + 1;
    }

    public double freedom() {
        return fit.freedom();
    }

    /// Values and Bayesian standard errors at other places. Time O(places · (d k + k²)).
    public Prediction predict(double[] atX, double[] atY) {
        Check.sameLength("atX", atX, "atY", atY);
        int places = atX.length;
        int k = turned.length + POLYNOMIALS;
        double[] columns = new double[k * places];
        IntStream.range(0, (places + BLOCK - 1) / BLOCK)
                .parallel()
                .forEach(b -> fill(columns, places, atX, atY, b * BLOCK, Math.min(places, (b + 1) * BLOCK)));
        return new Prediction(fit.values(columns, places), fit.standardErrors(columns, places));
    }

    private void fill(double[] columns, int places, double[] atX, double[] atY, int from, int to) {
        int length = to - from;
        double[] eta = new double[x.length * length];
        for (int p = 0; p < x.length; p++) {
            for (int j = 0; j < length; j++) {
                double dx = atX[from + j] - meanX - x[p];
                double dy = atY[from + j] - meanY - y[p];
                eta[p * length + j] = eta(dx * dx + dy * dy);
            }
        }
        double[] row = new double[length];
        for (int i = 0; i < turned.length; i++) {
            Arrays.fill(row, 0);
            Dense.addRows(turned[i], eta, length, row, 0, length);
            System.arraycopy(row, 0, columns, i * places + from, length);
        }
        int one = turned.length * places;
        for (int j = from; j < to; j++) {
            columns[one + j] = 1;
            columns[one + places + j] = atX[j] - meanX;
            columns[one + 2 * places + j] = atY[j] - meanY;
        }
    }

    /// Twice r² log r of a squared distance; the constant is the smoothing parameter's.
    static double eta(double square) {
        return square > 0 ? square * Math.log(square) : 0;
    }

    /// For each point, the number of its place among the distinct ones.
    private static int[] places(double[] x, double[] y) {
        record Point(double x, double y) {}
        Map<Point, Integer> seen = new HashMap<>();
        int[] place = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            // Adding 0 turns -0 into 0: they are one place.
            place[i] = seen.computeIfAbsent(new Point(x[i] + 0.0, y[i] + 0.0), _ -> seen.size());
        }
        return place;
    }

    private static double[] distances(double[] x, double[] y) {
        int n = x.length;
        double[] e = new double[n * n];
        IntStream.range(0, n).parallel().forEach(i -> {
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double value = eta(dx * dx + dy * dy);
                e[i * n + j] = value;
                e[j * n + i] = value;
            }
        });
        return e;
    }

    /// The truncated basis: columns of the design at the distinct points, the map from η to the
    /// coefficients, and the penalty.
    private record Basis(double[][] design, double[][] turned, double[] penalty, double[] x, double[] y) {

        static Basis of(LeadingEigenpairs pairs, double[] x, double[] y) {
            int k = pairs.values().length;
            int[] order = IntStream.range(0, k)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -pairs.values()[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[][] plain = new double[k][];
            double[][] times = new double[k][x.length];
            double[][] penalty = new double[k][k];
            for (int i = 0; i < k; i++) {
                plain[i] = pairs.vectors()[order[i]];
                penalty[i][i] = pairs.values()[order[i]];
                Dense.add(penalty[i][i], plain[i], 0, times[i], 0, x.length);
            }
            double[][] reflectors = reflectors(plain, x, y);
            double[][] turned = combine(plain, reflectors);
            double[][] design = combine(times, reflectors);
            double[][] right = combine(penalty, reflectors);
            double[] full = new double[k * k];
            for (int i = 0; i < k - POLYNOMIALS; i++) {
                double[][] one = new double[k][1];
                for (int j = 0; j < k; j++) {
                    one[j][0] = right[i][j];
                }
                double[][] both = combine(one, reflectors);
                for (int j = 0; j < k - POLYNOMIALS; j++) {
                    full[i * k + j] = both[j][0];
                }
            }
            return new Basis(design, turned, full, x, y);
        }

        /// The Householder vectors, each scaled so that the reflection is `I - vv'`, that leave of `U'T`,
        /// `T` the polynomials at the points, a triangle in the last rows.
        private static double[][] reflectors(double[][] vectors, double[] x, double[] y) {
            int k = vectors.length;
            double[][] column = new double[POLYNOMIALS][k];
            for (int i = 0; i < k; i++) {
                column[0][i] = Arrays.stream(vectors[i]).sum();
                column[1][i] = Dense.dot(vectors[i], 0, x, 0, x.length);
                column[2][i] = Dense.dot(vectors[i], 0, y, 0, y.length);
            }
            double[][] reflectors = new double[POLYNOMIALS][];
            for (int c = 0; c < POLYNOMIALS; c++) {
                double[] v = new double[k];
                int last = k - 1 - c;
                System.arraycopy(column[c], 0, v, 0, last + 1);
                double norm = Dense.norm(v);
                v[last] += Math.copySign(norm, v[last]);
                double scale = Math.sqrt(2) / Dense.norm(v);
                for (int i = 0; i <= last; i++) {
                    v[i] = norm == 0 ? 0 : v[i] * scale;
                }
                for (int later = c + 1; later < POLYNOMIALS; later++) {
                    Dense.add(-Dense.dot(v, 0, column[later], 0, k), v, 0, column[later], 0, k);
                }
                reflectors[c] = v;
            }
            return reflectors;
        }

        /// `Z'` times the rows, where `Z` are all but the last three columns of the product of the
        /// reflections.
        private static double[][] combine(double[][] rows, double[][] reflectors) {
            int k = rows.length;
            int width = rows[0].length;
            double[][] work = new double[k][];
            for (int i = 0; i < k; i++) {
                work[i] = rows[i].clone();
            }
            for (double[] v : reflectors) {
                double[] sum = new double[width];
                for (int i = 0; i < k; i++) {
                    Dense.add(v[i], work[i], 0, sum, 0, width);
                }
                for (int i = 0; i < k; i++) {
                    Dense.add(-v[i], sum, 0, work[i], 0, width);
                }
            }
            return Arrays.copyOf(work, k - POLYNOMIALS);
        }

        /// With columns whose mean square over the observations is 1.
        Basis scaled(int[] place) {
            int k = design.length + POLYNOMIALS;
            double[] scale = new double[design.length];
            for (int i = 0; i < design.length; i++) {
                double sum = 0;
                for (int p : place) {
                    sum += design[i][p] * design[i][p];
                }
                scale[i] = sum > 0 ? 1 / Math.sqrt(sum / place.length) : 1;
            }
            double[] energy = new double[penalty.length];
            for (int i = 0; i < design.length; i++) {
                for (int j = 0; j < design.length; j++) {
                    energy[i * k + j] = penalty[i * k + j] * scale[i] * scale[j];
                }
            }
            return new Basis(times(design, scale), times(turned, scale), energy, x, y);
        }

        private static double[][] times(double[][] rows, double[] factors) {
            double[][] product = new double[rows.length][rows.length == 0 ? 0 : rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                Dense.add(factors[i], rows[i], 0, product[i], 0, product[i].length);
            }
            return product;
        }

        PenalisedRegression.Design design(int[] place) {
            int k = design.length + POLYNOMIALS;
            double[] rows = new double[place.length * k];
            for (int r = 0; r < place.length; r++) {
                for (int i = 0; i < design.length; i++) {
                    rows[r * k + i] = design[i][place[r]];
                }
                rows[r * k + k - 3] = 1;
                rows[r * k + k - 2] = x[place[r]];
                rows[r * k + k - 1] = y[place[r]];
            }
            return new PenalisedRegression.Design(rows, k, penalty);
        }
    }
}
