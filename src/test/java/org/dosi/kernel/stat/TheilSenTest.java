package org.dosi.kernel.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TheilSenTest {
    private static final BootstrapPlan PLAN = BootstrapPlan.independent();

    /// By hand: of the 15 slopes among (0,0) (1,1) (2,2) (3,3) (4,4) (5,50), ten are 1.
    @Test
    void oneOutlierDoesNotTurnTheLine() {
        RobustTrend trend = TheilSen.fit(new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 1, 2, 3, 4, 50}, PLAN);
        assertThat(trend.slope()).isEqualTo(1);
        assertThat(trend.intercept()).isZero();
        assertThat(trend.n()).isEqualTo(6);
        assertThat(trend.at(10)).isEqualTo(10);
    }

    /// The slow twin: every resample's slope from its own pairs, with the same draws.
    @Test
    void theWeightedMedianIsThatOfTheResamplesOwnPairs() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n : new int[] {6, 7, 20}) {
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = Math.floor(i / 2.0); // pairs of equal times have no slope
                y[i] = Math.floor(random.nextDouble() * 8);
            }
            BootstrapPlan plan = new BootstrapPlan(60, 2, 0.9, 17);
            RobustTrend found = TheilSen.fit(x, y, plan);
            double[] slopes = new double[60];
            MersenneDraws draws = new MersenneDraws(17);
            int[] drawn = new int[n];
            for (int b = 0; b < 60; b++) {
                plan.draw(draws, drawn);
                slopes[b] = slope(x, y, drawn);
            }
            slopes = Arrays.stream(slopes).filter(Double::isFinite).sorted().toArray();
            int cut = (int) Math.rint(0.05 * slopes.length);
            assertThat(found.lower()).isEqualTo(slopes[cut], within(1e-12));
            assertThat(found.upper()).isEqualTo(slopes[slopes.length - 1 - cut], within(1e-12));
        }
    }

    private static double slope(double[] x, double[] y, int[] drawn) {
        double[] slopes = new double[drawn.length * drawn.length];
        int count = 0;
        for (int i : drawn) {
            for (int j : drawn) {
                if (x[j] > x[i]) {
                    slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        return Quantiles.of(Arrays.copyOf(slopes, count), 0.5);
    }

    @Test
    void theSameSeedGivesTheSameIntervalAndAnotherOneNearlySo() {
        double[] x = new double[60];
        double[] y = new double[60];
        SplittableRandom random = new SplittableRandom(9);
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> 0.1 * i + random.nextDouble());
        RobustTrend one = TheilSen.fit(x, y, PLAN);
        assertThat(TheilSen.fit(x, y, PLAN)).isEqualTo(one);
        RobustTrend other = TheilSen.fit(x, y, PLAN.withSeed(77));
        assertThat(other.lower()).isNotEqualTo(one.lower());
        assertThat(other.lower()).isEqualTo(one.lower(), within(0.15 * (one.upper() - one.lower())));
        assertThat(one.p()).as("no resample falls").isZero();
    }

    @Test
    void aLevelRowHasNoTrendAndPOfOne() {
        double[] x = {1, 2, 3, 4, 5, 6, 7};
        RobustTrend trend = TheilSen.fit(x, new double[] {4, 4, 4, 4, 4, 4, 4}, PLAN);
        assertThat(trend.slope()).isZero();
        assertThat(trend.lower()).isZero();
        assertThat(trend.p()).isEqualTo(1);
    }

    @Test
    void fewerThanSixPointsAndOneTimeGiveNoTrend() {
        double[] five = {1, 2, 3, 4, 5, Double.NaN};
        assertThat(TheilSen.fit(five, new double[6], PLAN).slope()).isNaN();
        assertThat(TheilSen.fit(five, new double[6], PLAN).n()).isEqualTo(5);
        assertThat(TheilSen.fit(new double[8], new double[8], PLAN).slope()).isNaN();
        assertThat(TheilSen.fit(new double[0], new double[0], PLAN).n()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> TheilSen.fit(five, new double[5], PLAN));
    }

    /// R 4: set.seed(2); sample.int(90, 5, replace = TRUE) gives 85 79 70 6 32; set.seed(1); sample.int(10, 6,
    /// replace = TRUE) gives 9 4 7 1 2 7; set.seed(42); runif(1) gives 0.914806.
    @Test
    void theStreamIsThatOfR() {
        MersenneDraws one = new MersenneDraws(1);
        int[] found = new int[6];
        Arrays.setAll(found, i -> one.below(10) + 1);
        assertThat(found).containsExactly(9, 4, 7, 1, 2, 7);
        MersenneDraws two = new MersenneDraws(2);
        Arrays.setAll(found, i -> two.below(90) + 1);
        assertThat(found).startsWith(85, 79, 70, 6, 32);
        assertThat(new MersenneDraws(42).unit()).isEqualTo(0.914806, within(5e-7));
    }

    @Test
    void blocksKeepNeighboursTogether() {
        int[] drawn = new int[10];
        new BootstrapPlan(100, 4, 0.95, 2).draw(new MersenneDraws(2), drawn);
        for (int at = 0; at < 10; at += 4) {
            for (int i = 1; i < 4 && at + i < 10; i++) {
                assertThat(drawn[at + i]).isEqualTo(drawn[at] + i);
            }
        }
        int[] short3 = new int[3];
        new BootstrapPlan(100, 40, 0.95, 2).draw(new MersenneDraws(2), short3);
        assertThat(short3).as("a block longer than the row is the row").containsExactly(0, 1, 2);
    }
}
