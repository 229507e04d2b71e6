package org.dosi.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class KrigingTest {
    /// Two ways to solve the same system of 20 equations.
    private static final Offset<Double> SOLVED = Offset.offset(1e-9);

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /// By hand: in the middle of two sites each has half of the weight.
    @Test
    void theMiddleOfTwoSitesIsTheirMean() {
        Kriging kriging = Kriging.of(sites(0, 0, 1000, 0), new SpatialCorrelation(500, 0.2));
        assertThat(kriging.weights(sites(500, 0)).apply(new double[] {10, 30})[0])
                .isEqualTo(20, EXACT);
    }

    /// By hand: with nothing in common every place is the mean, and a new value has the variance 1 + 1/n.
    @Test
    void withoutCorrelationEveryPlaceIsTheMean() {
        Kriging kriging = Kriging.of(sites(0, 0, 1000, 0, 0, 700, 300, 300), new SpatialCorrelation(500, 1));
        Kriging.Weights weights = kriging.weights(sites(10, 0, 90_000, 5));
        assertThat(weights.apply(new double[] {1, 2, 3, 6})).containsExactly(new double[] {3, 3}, EXACT);
        assertThat(weights.unitVariance()).containsExactly(new double[] {1.25, 1.25}, EXACT);

        Kriging.CrossValidation cross = kriging.crossValidate(new double[] {1, 2, 3, 6});
        assertThat(cross.error()[3]).as("6 - (1 + 2 + 3) / 3").isEqualTo(4, EXACT);
        assertThat(cross.variance()).as("the usual variance").isEqualTo(14.0 / 3, EXACT);
        assertThat(cross.varianceWithout(3)).as("of 1, 2 and 3").isEqualTo(1, EXACT);
    }

    @Test
    void withoutNuggetASiteIsItself() {
        Kriging kriging = Kriging.of(sites(0, 0, 1000, 0, 0, 700), new SpatialCorrelation(2000, 0));
        Kriging.Weights weights = kriging.weights(sites(1000, 0));
        assertThat(weights.apply(new double[] {5, 7, 1})[0]).isEqualTo(7, SOLVED);
        assertThat(weights.unitVariance()[0]).isEqualTo(0, SOLVED);
    }

    /// The kriging system as textbooks write it, with a Lagrange multiplier, over printed seeds.
    @Test
    void weightsSolveTheKrigingSystem() {
        for (long seed = 1; seed <= 5; seed++) {
            Sites sites = random(seed, 20);
            Sites places = random(seed + 100, 3);
            SpatialCorrelation correlation = new SpatialCorrelation(4000 * seed, 0.1 * seed);
            Kriging.Weights weights = Kriging.of(sites, correlation).weights(places);
            for (int p = 0; p < 3; p++) {
                DMatrixRMaj solved = slow(sites, correlation, places, p);
                double variance = 1 - solved.get(20);
                for (int i = 0; i < 20; i++) {
                    assertThat(weights.weights()[p][i]).as("seed " + seed).isEqualTo(solved.get(i), SOLVED);
                    variance -= solved.get(i) * correlation.at(places.distanceM(p, sites, i));
                }
                assertThat(weights.unitVariance()[p]).as("seed " + seed).isEqualTo(variance, SOLVED);
            }
        }
    }

    /// Cross-validation in one go against leaving each site out and kriging anew.
    @Test
    void crossValidationAgreesWithLeavingOut() {
        for (long seed = 1; seed <= 5; seed++) {
            Sites sites = random(seed, 12);
            double[] values = new SplittableRandom(seed).doubles(12, 0, 50).toArray();
            SpatialCorrelation correlation = new SpatialCorrelation(6000, 0.15 * seed);
            Kriging.CrossValidation cross = Kriging.of(sites, correlation).crossValidate(values);
            for (int out = 0; out < 12; out++) {
                int left = out;
                int[] others = IntStream.range(0, 12).filter(i -> i != left).toArray();
                double[] rest = IntStream.of(others).mapToDouble(i -> values[i]).toArray();
                Kriging without = Kriging.of(sites.only(others), correlation);
                Kriging.Weights weights = without.weights(sites.only(new int[] {out}));

                assertThat(values[out] - weights.apply(rest)[0]).isEqualTo(cross.error()[out], SOLVED);
                assertThat(weights.unitVariance()[0]).isEqualTo(cross.unitVariance()[out], SOLVED);
                assertThat(without.crossValidate(rest).variance())
                        .isEqualTo(cross.varianceWithout(out), Offset.offset(1e-7));
            }
        }
    }

    @Test
    void twoSitesAtOneSpotNeedANugget() {
        assertThat(Kriging.of(sites(0, 0, 0, 0, 5, 5), new SpatialCorrelation(100, 0.1))
                        .weights(sites(0, 0))
                        .apply(new double[] {1, 3, 2})[0])
                .isBetween(1.9, 2.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kriging.of(sites(0, 0, 0, 0), new SpatialCorrelation(100, 0)));
    }

    @Test
    void noSitesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Kriging.of(sites(), new SpatialCorrelation(100, 0)));
    }

    private static DMatrixRMaj slow(Sites sites, SpatialCorrelation correlation, Sites places, int place) {
        int n = sites.count();
        DMatrixRMaj system = new DMatrixRMaj(n + 1, n + 1);
        DMatrixRMaj right = new DMatrixRMaj(n + 1, 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system.set(i, j, i == j ? 1 : correlation.at(sites.distanceM(i, sites, j)));
            }
            system.set(i, n, 1);
            system.set(n, i, 1);
            right.set(i, 0, correlation.at(places.distanceM(place, sites, i)));
        }
        right.set(n, 0, 1);
        DMatrixRMaj solution = new DMatrixRMaj(n + 1, 1);
        CommonOps_DDRM.solve(system, right, solution);
        return solution;
    }

    static Sites sites(double... eastNorth) {
        double[] east = new double[eastNorth.length / 2];
        double[] north = new double[east.length];
        for (int i = 0; i < east.length; i++) {
            east[i] = eastNorth[2 * i];
            north[i] = eastNorth[2 * i + 1];
        }
        return new Sites(east, north);
    }

    static Sites random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Sites(
                random.doubles(count, 0, 20_000).toArray(),
                random.doubles(count, 0, 20_000).toArray());
    }
}
