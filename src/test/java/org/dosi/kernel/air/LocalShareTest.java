package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dosi.kernel.air.NetworkBaseline.End;
import org.dosi.kernel.air.NetworkBaseline.Settings;
import org.junit.jupiter.api.Test;

/// Made-up networks whose local part is known: 25 stations in one air, which rises and falls as Seoul's PM10
/// does, with independent noise of 15 % and 2 µg/m³, and what some of them add to it.
class LocalShareTest {
    private static final int STATIONS = 25;
    private static final int MONTH = 30 * 24;

    /// A share of 15 % was found here when the lowest fifth was chosen by the hour itself.
    @Test
    void aCityWithoutSourcesHasNoLocalShare() {
        int trials = 200;
        int covered = 0;
        double sum = 0;
        for (int t = 0; t < trials; t++) {
            LocalShare share = shareOf(new City(MONTH, 100 + t).value(), MONTH);
            covered += share.isToldFromZero() ? 0 : 1;
            sum += share.share();
        }

        // 95 % of 200 are 190; three standard deviations of that count are 9.
        assertThat(covered).isGreaterThanOrEqualTo(181);
        assertThat(sum / trials).as("no bias: under a tenth of a per cent").isCloseTo(0, within(0.001));
    }

    @Test
    void norHasADayNorAnEpisodeOfHalfADay() {
        for (int hours : new int[] {12, 24}) {
            int trials = 300;
            int covered = 0;
            for (int t = 0; t < trials; t++) {
                City city = new City(72, 5000 + t);
                LocalShare share = NetworkBaseline.of(city.value(), End.LOWER, Settings.STANDARD)
                        .shareOfAll(city.value(), 30, 30 + hours);
                covered += share.isToldFromZero() ? 0 : 1;
            }

            // 95 % of 300 are 285; three standard deviations of that count are 11.
            assertThat(covered).as("of %d hours", hours).isGreaterThanOrEqualTo(274);
        }
    }

    @Test
    void whatAFewStationsAddIsRecovered() {
        int trials = 20;
        double sum = 0;
        double street = 0;
        double truth = 0;
        for (int t = 0; t < trials; t++) {
            City city = new City(MONTH, 900 + t);
            for (int s = 0; s < 4; s++) {
                city.add(s, 12);
            }
            NetworkBaseline.Result result = NetworkBaseline.of(city.value(), End.LOWER, Settings.STANDARD);
            LocalShare share = result.shareOfAll(city.value(), 0, MONTH);
            sum += share.share();
            truth += city.share();
            street += result.shareOf(2, city.value()[2], 0, MONTH).mean();
            assertThat(share.isToldFromZero()).isTrue();
        }

        // A tenth of what there is.
        assertThat(sum).isCloseTo(truth, within(0.1 * truth));
        assertThat(street / trials).isCloseTo(12, within(0.5));
    }

    @Test
    void ozonesUpperEndIsAsUnbiased() {
        double sum = 0;
        for (int t = 0; t < 40; t++) {
            City city = new City(MONTH, 300 + t);
            sum += NetworkBaseline.of(city.value(), End.UPPER, Settings.STANDARD)
                    .shareOfAll(city.value(), 0, MONTH)
                    .share();
        }

        assertThat(sum / 40).isCloseTo(0, within(0.002));
    }

    /// The interval of the background's level, hour by hour: at least 95 % hold the air that all stations stood
    /// in.
    @Test
    void theBackgroundsErrorHoldsTheTrueAir() {
        City city = new City(MONTH, 17);
        NetworkBaseline.Result result = NetworkBaseline.of(city.value(), End.LOWER, Settings.STANDARD);
        int inside = 0;
        for (int h = 0; h < MONTH; h++) {
            inside += Math.abs(result.background()[h] - city.air[h]) <= 1.96 * result.standardError()[h] ? 1 : 0;
        }

        assertThat(inside).isGreaterThanOrEqualTo((int) (0.95 * MONTH));
    }

    @Test
    void theNoiseGrowsWithTheLevelAsItWasMade() {
        City city = new City(9 * MONTH, 23);

        StationNoise noise =
                NetworkBaseline.of(city.value(), End.LOWER, Settings.STANDARD).noise()[3];

        // 2 µg/m³ and 15 %; a line through two halves of the hours bends by a tenth.
        assertThat(noise.at(30)).isCloseTo(6.5, within(0.65));
        assertThat(noise.at(60)).isCloseTo(11, within(1.1));
    }

    /// By hand: parts 1 and 3 of values 10 and 30 are a tenth in each hour, so the noise alone decides:
    /// sqrt(2 × 4²) / 40.
    @Test
    void hoursThatAgreeByChanceLeaveTheNoise() {
        LocalShare share =
                LocalShare.of(new double[] {1, 3, Double.NaN}, new double[] {10, 30, 5}, new double[] {4, 4, 4}, 0, 3);

        assertThat(share.share()).isEqualTo(0.1);
        assertThat(share.mean()).isEqualTo(2);
        assertThat(share.hours()).isEqualTo(2);
        assertThat(share.upper() - share.share()).isCloseTo(1.96 * Math.sqrt(32) / 40, within(1e-4));
        assertThat(share.isToldFromZero()).isFalse();
    }

    @Test
    void nothingMeasuredHasNoShare() {
        LocalShare none = LocalShare.of(new double[] {Double.NaN}, new double[] {1}, new double[] {1}, 0, 1);

        assertThat(none.share()).isNaN();
        assertThat(none.isToldFromZero()).isFalse();
    }

    private static LocalShare shareOf(double[][] value, int hours) {
        return NetworkBaseline.of(value, End.LOWER, Settings.STANDARD).shareOfAll(value, 0, hours);
    }

    private static final class City {
        private final double[] air;
        private final double[][] measured;
        private double added;

        City(int hours, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            air = new double[hours];
            double state = 0.6 * random.nextGaussian();
            for (int h = 0; h < hours; h++) {
                state = 0.97 * state + 0.15 * random.nextGaussian();
                air[h] = 40 * Math.exp(state);
            }
            measured = new double[STATIONS][hours];
            for (double[] row : measured) {
                Arrays.setAll(row, h -> air[h] + (2 + 0.15 * air[h]) * random.nextGaussian());
            }
        }

        void add(int station, double local) {
            for (int h = 0; h < air.length; h++) {
                measured[station][h] += local;
            }
            added += local;
        }

        double[][] value() {
            return measured;
        }

        double share() {
            double mean = Arrays.stream(air).average().orElseThrow();
            return added / STATIONS / (mean + added / STATIONS);
        }
    }
}
