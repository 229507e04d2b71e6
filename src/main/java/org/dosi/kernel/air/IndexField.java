package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// The air-quality index where it is not measured: drawn from what is known of each pollutant there.
///
/// The index is no smooth function of the concentrations: it is the highest of six sub-indices and jumps
/// when a second pollutant turns bad. The index of the expected concentrations would therefore be too low
/// wherever two pollutants compete. Here each pollutant's root is a normal law at each place
/// ([ConcentrationSurface.Roots]); draws of all of them together, correlated as their errors at the
/// stations are, go through the rules one by one. Of the indices that come out the median, the 5 and 95 %
/// quantiles, the standard deviation and the share of each grade are kept.
///
/// All places share their draws (a Latin hypercube; McKay, Beckman and Conover 1979, Technometrics 21,
/// 239-245), so that a map shows no noise of its own.
public final class IndexField {
    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;

    /// Fewer pairs of errors say nothing of a correlation.
    private static final int FEWEST_PAIRS = 30;

    private static final double SHRINK = 0.95;

    private final IndexCombination combination;
    private final SubIndexTable[] tables;
    private final double[][] draws;

    /// What may be said of the index, by place; NaN and -1 where a required pollutant is unknown.
    ///
    /// @param index the median
    /// @param lower the 5 % quantile
    /// @param upper the 95 % quantile
    /// @param probability by grade, then place
    /// @param grade the most probable, by its place in [IndexGrade#ALL]
    /// @param responsible the pollutant that most often has the highest sub-index, by its place in
    ///     [IndexItem#ALL]
    public record Places(
            double[] index,
            double[] lower,
            double[] upper,
            double[] standardError,
            double[][] probability,
            int[] grade,
            int[] responsible) {

        static Places unknown(int places) {
            double[][] numbers = new double[4 + IndexGrade.ALL.size()][places];
            Arrays.stream(numbers).forEach(row -> Arrays.fill(row, Double.NaN));
            int[] none = new int[places];
            Arrays.fill(none, -1);
            return new Places(
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    Arrays.copyOfRange(numbers, 4, numbers.length),
                    none,
                    none.clone());
        }
    }

    /// @param correlation of the pollutants' errors, by place in [IndexItem#ALL] twice: [#correlation]
    /// @param draws for each place
    public IndexField(IndexRules rules, double[][] correlation, int draws, long seed) {
        Check.atLeast(1, "draws", draws);
        combination = new IndexCombination(rules);
        List<IndexItem> items = IndexItem.ALL;
        tables = new SubIndexTable[items.size()];
        for (int i = 0; i < tables.length; i++) {
            IndexScale scale = rules.scales().get(items.get(i));
            if (scale == null) {
                throw new IllegalArgumentException("scales: expected one of " + items.get(i));
            }
            tables[i] = new SubIndexTable(scale);
        }
        this.draws = correlated(hypercube(draws, tables.length, seed), factor(correlation));
    }

    /// The index at places. Time O(places × draws), on all processors.
    ///
    /// @param mean of the root of the concentration, by place in [IndexItem#ALL], then place; NaN for
    ///     unknown
    /// @param deviation its standard deviation
    public Places at(double[][] mean, double[][] deviation) {
        Check.atLeast(tables.length, "pollutants", mean.length);
        int places = mean[0].length;
        Places found = Places.unknown(places);
        IntStream.range(0, places).parallel().forEach(p -> one(mean, deviation, p, found));
        return found;
    }

    private void one(double[][] mean, double[][] deviation, int place, Places found) {
        int[] histogram = new int[combination.highest() + 1];
        int[] grades = new int[IndexGrade.ALL.size()];
        int[] led = new int[tables.length];
        double[] sub = new double[tables.length];
        for (double[] draw : draws) {
            for (int i = 0; i < sub.length; i++) {
                double root = mean[i][place] + deviation[i][place] * draw[i];
                sub[i] = Double.isNaN(root) ? Double.NaN : tables[i].at(root * root);
            }
            int responsible = combination.responsible(sub);
            if (responsible < 0) {
                return;
            }
            double index = combination.index(sub[responsible], combination.added(sub));
            histogram[(int) Math.round(index)]++;
            grades[combination.grade(index, responsible)]++;
            led[responsible]++;
        }
        found.index[place] = quantile(histogram, 0.5);
        found.lower[place] = quantile(histogram, LOWER);
        found.upper[place] = quantile(histogram, UPPER);
        found.standardError[place] = deviation(histogram);
        for (int g = 0; g < grades.length; g++) {
            found.probability[g][place] = (double) grades[g] / draws.length;
        }
        found.grade[place] = most(grades);
        found.responsible[place] = most(led);
    }

    /// The smallest index that at least this share of the draws does not exceed.
    private double quantile(int[] histogram, double share) {
        int count = 0;
        for (int index = 0; index < histogram.length; index++) {
            count += histogram[index];
            if (count >= share * draws.length) {
                return index;
            }
        }
        return histogram.length - 1;
    }

    private double deviation(int[] histogram) {
        double sum = 0;
        double squares = 0;
        for (int index = 0; index < histogram.length; index++) {
            sum += (double) histogram[index] * index;
            squares += (double) histogram[index] * index * index;
        }
        double mean = sum / draws.length;
        return Math.sqrt(Math.max(0, squares / draws.length - mean * mean));
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    /// The correlation of errors at the same stations in the same hours, without those where either is
    /// missing; 0 where there are fewer than 30 of them. Brought towards independence as far as it must be
    /// to be a correlation matrix at all.
    ///
    /// @param errors by pollutant, then anything; missing is NaN
    public static double[][] correlation(double[][] errors) {
        int n = errors.length;
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            correlation[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlation[i][j] = correlation(errors[i], errors[j]);
                correlation[j][i] = correlation[i][j];
            }
        }
        while (Double.isNaN(factor(correlation)[n - 1][n - 1])) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    correlation[i][j] *= i == j ? 1 : SHRINK;
                }
            }
        }
        return correlation;
    }

    private static double correlation(double[] a, double[] b) {
        int count = 0;
        double[] sums = new double[5];
        for (int k = 0; k < a.length; k++) {
            if (Double.isFinite(a[k]) && Double.isFinite(b[k])) {
                count++;
                sums[0] += a[k];
                sums[1] += b[k];
                sums[2] += a[k] * a[k];
                sums[3] += b[k] * b[k];
                sums[4] += a[k] * b[k];
            }
        }
        double spread = (count * sums[2] - sums[0] * sums[0]) * (count * sums[3] - sums[1] * sums[1]);
        return count < FEWEST_PAIRS || !(spread > 0) ? 0 : (count * sums[4] - sums[0] * sums[1]) / Math.sqrt(spread);
    }

    /// Cholesky's factor, lower left; its last element is NaN if the matrix is not positive definite.
    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(rest > 0 ? rest : Double.NaN) : rest / factor[j][j];
            }
        }
        return factor;
    }

    /// By draw, then dimension: of each dimension one normal number from each of as many equal shares as there are
    /// draws.
    private static double[][] hypercube(int draws, int dimensions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NormalDistribution normal = new NormalDistribution();
        double[][] cube = new double[draws][dimensions];
        for (int d = 0; d < dimensions; d++) {
            for (int k = 0; k < draws; k++) {
                int other = random.nextInt(k + 1);
                cube[k][d] = cube[other][d];
                cube[other][d] = normal.inverseCumulativeProbability((k + 0.5) / draws);
            }
        }
        return cube;
    }

    private static double[][] correlated(double[][] draws, double[][] factor) {
        double[][] correlated = new double[draws.length][factor.length];
        for (int k = 0; k < draws.length; k++) {
            for (int i = 0; i < factor.length; i++) {
                for (int j = 0; j <= i; j++) {
                    correlated[k][i] += factor[i][j] * draws[k][j];
                }
            }
        }
        return correlated;
    }
}
