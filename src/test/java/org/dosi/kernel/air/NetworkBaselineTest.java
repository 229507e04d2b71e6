package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dosi.kernel.air.NetworkBaseline.End;
import org.dosi.kernel.air.NetworkBaseline.Settings;
import org.dosi.kernel.stat.Quantiles;
import org.junit.jupiter.api.Test;

class NetworkBaselineTest {
    private static final Settings AS_IT_IS = new Settings(0.2, 1);
    private static final double NONE = Double.NaN;

    /// By hand: the quantile of type 7 at 0.2 of six stations lies at rank (6 - 1) 0.2 = 1, the second.
    @Test
    void theBackgroundIsTheLowestFifthOfTheStations() {
        var result = NetworkBaseline.of(hour(30, 10, 50, 20, 40, 60), End.LOWER, AS_IT_IS);

        assertThat(result.background()).containsExactly(20);
        assertThat(result.local(60, 0)).isEqualTo(40);
    }

    @Test
    void theBackgroundOfOzoneIsTheHighestFifth() {
        var result = NetworkBaseline.of(hour(30, 10, 50, 20, 40, 60), End.UPPER, AS_IT_IS);

        assertThat(result.background()).containsExactly(50);
        assertThat(result.local(10, 0)).isEqualTo(-40);
    }

    /// The spread of 38 to 44 is small; 0 is a fault or a shower, but not the region's air.
    @Test
    void oneStationFarBelowTheOthersIsNotTheBackground() {
        var with = NetworkBaseline.of(hour(0, 38, 40, 42, 44), End.LOWER, AS_IT_IS);
        var without = NetworkBaseline.of(hour(NONE, 38, 40, 42, 44), End.LOWER, AS_IT_IS);

        assertThat(with.background()).containsExactly(without.background());
        assertThat(with.standardError()).containsExactly(without.standardError());
    }

    /// By hand: median 40, deviations 0 0 0 0 and one; the spread is never below 5 % of 40 = 2, so 30 = 40 -
    /// 5 × 2 is still in, and the quantile of five at 0.2 lies between the first and the second: 30 + 0.8 × 10.
    @Test
    void aStationExactlyAtTheLimitOfFiveDeviationsCounts() {
        assertThat(NetworkBaseline.of(hour(30, 40, 40, 40, 40), End.LOWER, AS_IT_IS)
                        .background()[0])
                .isCloseTo(38, within(1e-12));
        assertThat(NetworkBaseline.of(hour(29.99, 40, 40, 40, 40), End.LOWER, AS_IT_IS)
                        .background()[0])
                .isEqualTo(40);
    }

    @Test
    void twoStationsHaveNoBackgroundAndThreeHave() {
        assertThat(NetworkBaseline.of(hour(10, 20, NONE), End.LOWER, AS_IT_IS).background())
                .containsExactly(NONE);
        assertThat(NetworkBaseline.of(hour(10, 20, 30), End.LOWER, AS_IT_IS).background()[0])
                .isCloseTo(14, within(1e-12));
        assertThat(NetworkBaseline.of(new double[0][], End.LOWER, AS_IT_IS).background())
                .isEmpty();
        assertThat(NetworkBaseline.of(new double[5][0], End.LOWER, AS_IT_IS).background())
                .isEmpty();
    }

    /// What all stations see is background, be it of one hour; what only the lowest of them see in one hour is
    /// smoothed away.
    @Test
    void smoothingTakesTheOddHourOfTheLowestAwayAndLeavesAFrontAndAGap() {
        double[] level = {10, 10, 90, 10, 10, 80, 80, 80, NONE, 80};
        double[][] together = {level, level, level, level};
        double[] odd = {20, 20, 20, 20, 16, 20, 20, 20, 20, 20};
        double[] even = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20};
        double[][] alone = {odd, odd, even, even, even};

        assertThat(NetworkBaseline.of(together, End.LOWER, Settings.STANDARD).background())
                .containsExactly(level);
        assertThat(NetworkBaseline.of(alone, End.LOWER, Settings.STANDARD).background())
                .containsExactly(even);
    }

    /// The estimator of Maritz and Jarrett is the bootstrap's standard error of an order statistic. Here the
    /// quantile is type 7 at rank 0.2 (n - 1) + 1, a whole number for 26 stations, so that both are the same
    /// thing.
    @Test
    void theStandardErrorIsThatOfResampledStations() {
        SplittableRandom random = new SplittableRandom(7);
        double[] station = random.doubles(26, 20, 60).toArray();
        double[][] value = new double[26][];
        for (int s = 0; s < 26; s++) {
            value[s] = new double[] {station[s]};
        }
        int draws = 40_000;
        double[] drawn = new double[draws];
        for (int d = 0; d < draws; d++) {
            double[] again = new double[26];
            for (int s = 0; s < 26; s++) {
                again[s] = station[random.nextInt(26)];
            }
            drawn[d] = Quantiles.of(again, 0.2);
        }
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double bootstrap =
                Math.sqrt(Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum() / draws);

        double found = NetworkBaseline.of(value, End.LOWER, AS_IT_IS).standardError()[0];

        // 40,000 draws know a standard deviation to 0.4 %; three of these.
        assertThat(found).isCloseTo(bootstrap, within(0.012 * bootstrap));
    }

    /// White noise of standard deviation 3 about a level that the network shares.
    @Test
    void theNoiseOfAStationIsWhatChangesFromHourToHour() {
        SplittableRandom random = new SplittableRandom(11);
        int hours = 5000;
        double[][] value = new double[12][hours];
        for (int h = 0; h < hours; h++) {
            double level = 50 + 30 * Math.sin(h / 40.0);
            for (int s = 0; s < 12; s++) {
                value[s][h] = level + 5 * s + (s == 11 ? 3 : 0.2) * gaussian(random);
            }
        }

        double noise = NetworkBaseline.of(value, End.LOWER, Settings.STANDARD)
                .noise()[11]
                .at(77);

        assertThat(noise).isCloseTo(3, within(0.2));
    }

    @Test
    void anotherUnitChangesNothingButTheUnit() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] ppm = new double[9][50];
        double[][] ppb = new double[9][50];
        for (int s = 0; s < 9; s++) {
            for (int h = 0; h < 50; h++) {
                ppm[s][h] = random.nextDouble(0.01, 0.08);
                ppb[s][h] = 1000 * ppm[s][h];
            }
        }
        var one = NetworkBaseline.of(ppm, End.UPPER, Settings.STANDARD);
        var other = NetworkBaseline.of(ppb, End.UPPER, Settings.STANDARD);

        for (int h = 0; h < 50; h++) {
            assertThat(other.background()[h]).isCloseTo(1000 * one.background()[h], within(1e-9));
            assertThat(other.localStandardError(4, h)).isCloseTo(1000 * one.localStandardError(4, h), within(1e-9));
        }
    }

    @Test
    void stationsOfDifferentLengthsAreACallersFault() {
        assertThatThrownBy(() -> NetworkBaseline.of(new double[][] {{1}, {1, 2}}, End.LOWER, AS_IT_IS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(0.2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Settings(0.6, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static double[][] hour(double... stations) {
        double[][] value = new double[stations.length][];
        for (int s = 0; s < stations.length; s++) {
            value[s] = new double[] {stations[s]};
        }
        return value;
    }
}
