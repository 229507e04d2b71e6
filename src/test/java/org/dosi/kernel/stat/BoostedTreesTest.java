package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    /// Sums in another order than the twin's.
    private static final double ROUNDING = 1e-9;

    private static final double NAN = Double.NaN;

    private static BoostingParameters parameters(int rounds, double shrinkage, double rowShare, Loss loss, int leaves) {
        return new BoostingParameters(rounds, shrinkage, rowShare, 20, loss, new TreeShape(leaves, 32, 1, 0, 1), 1);
    }

    private static TreeEnsemble fit(double[][] columns, double[] target, BoostingParameters parameters) {
        return BoostedTrees.fit(BinnedFeatures.of(columns), target, parameters);
    }

    /// Friedman's first test function (1991) with noise of variance 1: five of the features matter.
    private static double[][] friedman(long seed, int rows, int features, double[] target) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[features][rows];
        for (int i = 0; i < rows; i++) {
            for (int f = 0; f < features; f++) {
                x[f][i] = random.nextDouble();
            }
            target[i] = 10 * Math.sin(Math.PI * x[0][i] * x[1][i])
                    + 20 * Math.pow(x[2][i] - 0.5, 2)
                    + 10 * x[3][i]
                    + 5 * x[4][i]
                    + random.nextGaussian();
        }
        return x;
    }

    /// By hand: the mean is 5, the one cut lies midway at 2.5, both sides are met exactly.
    @Test
    void oneTreeOfTwoLeavesPartsTheHighFromTheLow() {
        double[][] x = {{1, 2, 3, 4}};
        TreeEnsemble trees = fit(x, new double[] {0, 0, 10, 10}, parameters(1, 1, 1, new Loss.Squared(), 2));

        assertThat(trees.base()).isEqualTo(5);
        assertThat(trees.cut()[0]).isEqualTo(2.5);
        assertThat(trees.gain()[0]).as("all 100 of the squares are explained").isEqualTo(100);
        assertThat(trees.predict(x)).containsExactly(0, 0, 10, 10);
        assertThat(trees.predict(new double[][] {{2.5, 2.6, -9, 99}}))
                .as("on the cut goes left; outside of the range nothing is carried on")
                .containsExactly(0, 10, 0, 10);
    }

    /// By hand: two rows of descent -5 each, penalty 2: -10 / (2 + 2) = -2.5, and half of it is added.
    @Test
    void penaltyAndShrinkageHoldALeafBack() {
        double[][] x = {{1, 2, 3, 4}};
        BoostingParameters held =
                new BoostingParameters(1, 0.5, 1, 20, new Loss.Squared(), new TreeShape(2, 9, 1, 2, 1), 1);

        assertThat(fit(x, new double[] {0, 0, 10, 10}, held).predict(x)).containsExactly(3.75, 3.75, 6.25, 6.25);
    }

    @Test
    void noLeafHasFewerRowsThanTheLeast() {
        double[][] x = {{1, 2, 3, 4, 5}};
        double[] y = {0, 9, 9, 9, 9};
        BoostingParameters two =
                new BoostingParameters(1, 1, 1, 20, new Loss.Squared(), new TreeShape(9, 9, 2, 0, 1), 1);

        assertThat(fit(x, y, two).predict(x)).containsExactly(4.5, 4.5, 9, 9, 9);
    }

    @Test
    void treesAreThoseOfAnExhaustiveSearch() {
        for (long seed = 1; seed <= 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = 60 + (int) seed * 10;
            double[] y = new double[rows];
            double[][] x = friedman(seed, rows, 6, y);
            IntStream.range(0, rows).filter(_ -> random.nextInt(5) == 0).forEach(i -> x[3][i] = NAN);
            TreeShape shape = new TreeShape(8, 4, 3, 0.7, 1);
            BoostingParameters parameters = new BoostingParameters(15, 0.3, 1, 20, new Loss.Squared(), shape, seed);

            assertThat(fit(x, y, parameters).predict(x))
                    .as("seed %d", seed)
                    .containsExactly(SlowBoostedTrees.fitAndPredict(x, y, parameters), within(ROUNDING));
        }
    }

    @Test
    void theMissingGoWhereTheyFitBest() {
        double[][] x = {{1, 2, 3, 4, NAN, NAN}};
        double[] y = {0, 0, 8, 8, 8, 8};
        TreeEnsemble trees = fit(x, y, parameters(1, 1, 1, new Loss.Squared(), 2));

        assertThat(trees.predict(x)).containsExactly(y, within(ROUNDING));
        assertThat(trees.predict(new double[][] {{Double.POSITIVE_INFINITY}}))
                .as("what is not finite is missing")
                .containsExactly(new double[] {8}, within(ROUNDING));
    }

    @Test
    void missingAloneCanTellRowsApart() {
        double[][] x = {{7, 7, NAN, NAN}};
        double[] y = {1, 1, 3, 3};

        assertThat(fit(x, y, parameters(1, 1, 1, new Loss.Squared(), 2)).predict(x))
                .containsExactly(y);
    }

    @Test
    void anIncreasingTransformOfAFeatureChangesNothing() {
        double[] y = new double[2000];
        double[][] x = friedman(5, y.length, 5, y);
        double[][] other = x.clone();
        other[0] = DoubleStream.of(x[0]).map(v -> Math.exp(5 * v)).toArray();
        other[3] = DoubleStream.of(x[3]).map(v -> v * v * v - 7).toArray();

        double[] predicted =
                fit(x, y, BoostingParameters.usual(1).withRounds(50)).predict(x);

        assertThat(fit(other, y, BoostingParameters.usual(1).withRounds(50)).predict(other))
                .containsExactly(predicted);
    }

    @Test
    void aRowNamedTwiceCountsTwice() {
        double[][] x = {{1, 2, 3, 4}};
        double[] y = {0, 3, 3, 9};
        double[][] longer = {{1, 2, 2, 3, 4}};
        BoostingParameters few = parameters(5, 0.5, 1, new Loss.Squared(), 2);
        TreeEnsemble named = BoostedTrees.fit(BinnedFeatures.of(x), y, new int[] {0, 1, 1, 2, 3}, new int[0], few)
                .trees();

        assertThat(named.predict(x))
                .containsExactly(fit(longer, new double[] {0, 3, 3, 3, 9}, few).predict(x));
    }

    @Test
    void aConstantTargetIsPredictedAsItIs() {
        double[] y = new double[300];
        double[][] x = friedman(2, y.length, 5, y);
        Arrays.fill(y, 42);

        assertThat(fit(x, y, BoostingParameters.usual(1)).predict(x)).containsOnly(42);
    }

    @Test
    void featuresThatTellNothingLeaveTheMean() {
        double[][] x = {{NAN, NAN, NAN}, {5, 5, 5}};
        TreeEnsemble trees = fit(x, new double[] {1, 2, 6}, parameters(3, 1, 1, new Loss.Squared(), 4));

        assertThat(trees.predict(x)).containsOnly(3);
        assertThat(trees.importance(2)).containsOnly(0);
    }

    @Test
    void rowsWithoutTargetAreLeftOut() {
        double[][] x = {{1, 2, 3}};

        assertThat(fit(x, new double[] {4, NAN, 4}, parameters(2, 1, 1, new Loss.Squared(), 4))
                        .predict(x))
                .containsOnly(4);
        assertThat(fit(x, new double[] {NAN, NAN, NAN}, parameters(2, 1, 1, new Loss.Squared(), 4))
                        .predict(x))
                .as("nothing to learn from")
                .containsOnly(NAN);
    }

    @Test
    void emptyAndSingleRowsAreNoTrouble() {
        assertThat(fit(new double[][] {{}}, new double[0], BoostingParameters.usual(1))
                        .predict(new double[][] {{}}))
                .isEmpty();
        assertThat(fit(new double[][] {{1}}, new double[] {3}, BoostingParameters.usual(1))
                        .predict(new double[][] {{9}}))
                .containsExactly(3);
    }

    @Test
    void lengthsThatDifferAreAFault() {
        assertThatThrownBy(() -> fit(new double[][] {{1, 2}}, new double[] {1}, BoostingParameters.usual(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BinnedFeatures.of(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void friedmansFunctionIsLearntNearlyToItsNoise() {
        double[] y = new double[8000];
        double[][] x = friedman(11, y.length, 10, y);
        int[] train = IntStream.range(0, 5000).toArray();
        int[] held = IntStream.range(5000, 6000).toArray();
        BoostedTrees.Fit fit = BoostedTrees.fit(
                BinnedFeatures.of(x),
                y,
                train,
                held,
                BoostingParameters.usual(3).withRounds(600));

        double[] predicted = fit.trees().predict(x);
        double squares = 0;
        for (int i = 6000; i < 8000; i++) {
            squares += Math.pow(predicted[i] - y[i], 2);
        }
        assertThat(Math.sqrt(squares / 2000))
                .as("noise alone is 1, no model is 4.9")
                .isLessThan(1.2);
        assertThat(Arrays.stream(fit.trees().importance(10)).sum()).isEqualTo(1, within(ROUNDING));
        assertThat(Arrays.stream(fit.trees().importance(10)).skip(5).sum())
                .as("five features are noise")
                .isLessThan(0.03);
    }

    @Test
    void fittingStopsWhereTheHeldOutRowsAreBestPredicted() {
        double[] y = new double[1000];
        double[][] x = friedman(4, y.length, 8, y);
        BoostedTrees.Fit fit = BoostedTrees.fit(
                BinnedFeatures.of(x),
                y,
                IntStream.range(0, 700).toArray(),
                IntStream.range(700, 1000).toArray(),
                parameters(1000, 0.1, 0.5, new Loss.Squared(), 16));

        double least = Arrays.stream(fit.heldLoss()).min().orElseThrow();
        assertThat(fit.heldLoss()[fit.trees().trees()]).isEqualTo(least);
        assertThat(fit.heldLoss())
                .as("twenty rounds of patience")
                .hasSize(fit.trees().trees() + 21);
    }

    @Test
    void quantilesAreMetInEachPartOfTheData() {
        SplittableRandom random = new SplittableRandom(8);
        double[] x = random.doubles(20_000).toArray();
        double[] y = DoubleStream.of(x)
                .map(v -> (v < 0.5 ? 1 : 5) * random.nextDouble())
                .toArray();
        double[] predicted = fit(new double[][] {x}, y, parameters(40, 0.3, 0.7, new Loss.Quantile(0.9), 4))
                .predict(new double[][] {{0.2, 0.8}});

        assertThat(predicted[0]).isEqualTo(0.9, within(0.03));
        assertThat(predicted[1]).isEqualTo(4.5, within(0.15));
    }

    @Test
    void absoluteAndHuberLossShrugOffWildValues() {
        double[][] x = {{1, 1, 1, 1, 1, 2, 2, 2, 2, 2}};
        double[] y = {1, 1, 1, 1, 9_999, 5, 5, 5, 5, 5};

        assertThat(fit(x, y, parameters(60, 0.5, 1, Loss.absolute(), 2)).predict(x)[0])
                .isEqualTo(1, within(1e-6));
        assertThat(fit(x, y, parameters(60, 0.5, 1, new Loss.Huber(0.5), 2)).predict(x)[0])
                .as("the wild value pulls with half a unit, and no more")
                .isEqualTo(1, within(0.2));
        assertThat(fit(x, y, parameters(60, 0.5, 1, new Loss.Squared(), 2)).predict(x)[0])
                .isGreaterThan(1_000);
    }

    @Test
    void theSameBytesComeOutOnAnyNumberOfCores() {
        double[] y = new double[20_000];
        double[][] x = friedman(6, y.length, 8, y);
        double[][] results = new double[2][];
        int[] cores = {1, 3};
        for (int run = 0; run < 2; run++) {
            try (ForkJoinPool pool = new ForkJoinPool(cores[run])) {
                results[run] = pool.submit(
                                () -> fit(x, y, BoostingParameters.usual(2).withRounds(20))
                                        .predict(x))
                        .join();
            }
        }
        assertThat(results[0]).containsExactly(results[1]);
        assertThat(fit(x, y, BoostingParameters.usual(3).withRounds(20)).predict(x))
                .as("another seed draws other rows")
                .isNotEqualTo(results[0]);
    }
}
