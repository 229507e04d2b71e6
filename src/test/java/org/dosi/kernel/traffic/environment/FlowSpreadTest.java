package org.dosi.kernel.traffic.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.dosi.kernel.geo.Sites;
import org.junit.jupiter.api.Test;

/// A made city whose flows are known everywhere: a trend with one feature, a field in space, and noise of each place.
class FlowSpreadTest {
    private static final long SEED = 20_220_809;
    private static final int COUNTED = 120;
    private static final int UNKNOWN = 400;

    /// Of 400 places at 90 %, whose errors are shared with their neighbours': three deviations and some.
    private static final double COVERAGE_NOISE = 0.06;

    private record City(FlowSpread.Places places, double[] logFlow) {
        FlowSpread.Places places(int from, int to) {
            return places.only(IntStream.range(from, to).toArray());
        }

        double[] logFlow(int from, int to) {
            return java.util.Arrays.copyOfRange(logFlow, from, to);
        }
    }

    private static City city(long seed) {
        Random random = new Random(seed);
        int n = COUNTED + UNKNOWN;
        double[] east = new double[n];
        double[] north = new double[n];
        double[][] features = new double[n][];
        double[] logFlow = new double[n];
        for (int i = 0; i < n; i++) {
            east[i] = 20_000 * random.nextDouble();
            north[i] = 20_000 * random.nextDouble();
            features[i] = new double[] {1, random.nextInt(4) == 0 ? 0.75 : -0.25};
            logFlow[i] = 6
                    + 1.2 * features[i][1]
                    + 0.6 * Math.sin(east[i] / 3000) * Math.cos(north[i] / 3000)
                    + 0.2 * random.nextGaussian();
        }
        return new City(new FlowSpread.Places(new Sites(east, north), features), logFlow);
    }

    private static FlowSpread.Model fit(City city) {
        return FlowSpread.fit(
                city.places(0, COUNTED),
                new double[][] {city.logFlow(0, COUNTED)},
                IntStream.range(0, COUNTED).toArray(),
                0.9);
    }

    @Test
    void intervalsHoldWhatTheyPromiseAtPlacesNobodyCounted() {
        double covered = 0;
        int cities = 5;
        for (int c = 0; c < cities; c++) {
            City city = city(SEED + c);
            FlowSpread.Model model = fit(city);
            FlowSpread.Spread spread = model.at(city.places(COUNTED, COUNTED + UNKNOWN));
            double[] predicted = spread.predict(0, city.logFlow(0, COUNTED));
            double[] truth = city.logFlow(COUNTED, COUNTED + UNKNOWN);
            for (int i = 0; i < truth.length; i++) {
                covered += Math.abs(truth[i] - predicted[i]) <= spread.halfWidth(0, i) ? 1 : 0;
            }
            assertThat(model.fields()[0].coverage()).isBetween(0.8, 0.98);
        }
        assertThat(covered / cities / UNKNOWN).isCloseTo(0.9, within(COVERAGE_NOISE));
    }

    @Test
    void theTrendAndTheNeighboursTellMoreThanTheMean() {
        City city = city(SEED);
        FlowSpread.Spread spread = fit(city).at(city.places(COUNTED, COUNTED + UNKNOWN));
        double[] predicted = spread.predict(0, city.logFlow(0, COUNTED));
        double[] truth = city.logFlow(COUNTED, COUNTED + UNKNOWN);
        double error = 0;
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            error += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            all += (truth[i] - 6) * (truth[i] - 6);
        }
        assertThat(1 - error / all).isGreaterThan(0.6);
    }

    /// A field twice as great is predicted twice as great: the logarithm rises by the same everywhere.
    @Test
    void aDayWithTwiceTheTrafficIsTwiceAsGreatEverywhere() {
        City city = city(SEED);
        FlowSpread.Spread spread = fit(city).at(city.places(COUNTED, COUNTED + 20));
        double[] usual = city.logFlow(0, COUNTED);
        double[] twice =
                java.util.Arrays.stream(usual).map(log -> log + Math.log(2)).toArray();
        double[] before = spread.predict(0, usual);
        double[] after = spread.predict(0, twice);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i] - before[i]).isCloseTo(Math.log(2), within(1e-9));
        }
    }

    /// Both directions of a place are alike: left out one by one they would tell each other.
    @Test
    void thePartnersOfAPlaceDoNotHelpEachOther() {
        Random random = new Random(SEED);
        int places = 30;
        double[] east = new double[2 * places];
        double[] north = new double[2 * places];
        double[][] features = new double[2 * places][];
        double[] logFlow = new double[2 * places];
        int[] group = new int[2 * places];
        for (int i = 0; i < 2 * places; i++) {
            group[i] = i / 2;
            east[i] = i % 2 == 0 ? 20_000 * random.nextDouble() : east[i - 1] + 5;
            north[i] = i % 2 == 0 ? 20_000 * random.nextDouble() : north[i - 1];
            features[i] = new double[] {1};
            logFlow[i] = i % 2 == 0 ? random.nextGaussian() : logFlow[i - 1];
        }
        FlowSpread.Model model = FlowSpread.fit(
                new FlowSpread.Places(new Sites(east, north), features), new double[][] {logFlow}, group, 0.9);
        double error = 0;
        for (int i = 0; i < 2 * places; i++) {
            error += Math.abs(logFlow[i] - model.fields()[0].leftOut()[i]) / (2 * places);
        }
        assertThat(error).as("noise that no other place knows").isGreaterThan(0.5);
    }

    @Test
    void fewPlacesAreRefused() {
        City city = city(SEED);
        assertThatThrownBy(() -> FlowSpread.fit(
                        city.places(0, 9),
                        new double[][] {city.logFlow(0, 9)},
                        IntStream.range(0, 9).toArray(),
                        0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
