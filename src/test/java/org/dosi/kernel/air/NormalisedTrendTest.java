package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.StepTest;
import org.junit.jupiter.api.Test;

class NormalisedTrendTest {
    private static final int DAYS = 2 * 365;
    private static final long START = 24L * 10_957; // 2000-01-01
    private static final NormalisedTrendParameters QUICK =
            NormalisedTrendParameters.usual(1).withRefits(0);

    /// Two years of every third hour: a windy second year, a rush hour, a season, noise with a memory.
    ///
    /// A measure may add a step from the second year's first of March on.
    private record Street(long[] hour, double[] value, double[][] weather, int stepRow) {
        static Street of(long seed, double step) {
            SplittableRandom random = new SplittableRandom(seed);
            int rows = 8 * DAYS;
            Street street = new Street(new long[rows], new double[rows], new double[3][rows], 8 * (365 + 60));
            double wind = 0;
            double direction = 0;
            double temperature = 0;
            double noise = 0;
            for (int i = 0; i < rows; i++) {
                wind = 0.9 * wind + 0.44 * random.nextGaussian();
                direction += 0.4 * random.nextGaussian();
                temperature = 0.97 * temperature + random.nextGaussian();
                noise = 0.7 * noise + 3 * random.nextGaussian();
                double windSpeed = Math.exp(1 + 0.5 * wind + (i >= street.stepRow ? 0.25 : 0));
                street.hour[i] = START + 3L * i;
                street.weather[0][i] = windSpeed;
                street.weather[1][i] = Math.sin(direction);
                street.weather[2][i] = 10 + 3 * temperature;
                street.value[i] = 20
                        + 90 / (1 + windSpeed) * (1 + 0.3 * Math.sin(direction))
                        + (i % 8 == 3 ? 10 : 0)
                        + 4 * Math.cos(2 * Math.PI * i / (8 * 365.25))
                        + noise
                        + (i >= street.stepRow ? step : 0);
            }
            return street;
        }

        double[] weekly(double[] series) {
            double[] means = new double[series.length / 56];
            for (int w = 0; w < means.length; w++) {
                means[w] = Arrays.stream(series, 56 * w, 56 * (w + 1))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
            }
            return means;
        }
    }

    /// Every hour is a group.
    private static List<int[]> hourly(long[] hour) {
        return List.of(IntStream.rangeClosed(0, hour.length).toArray());
    }

    private static double[][] season(int weeks) {
        double[][] season = new double[2][weeks];
        for (int w = 0; w < weeks; w++) {
            season[0][w] = Math.sin(2 * Math.PI * 7 * w / 365.25);
            season[1][w] = Math.cos(2 * Math.PI * 7 * w / 365.25);
        }
        return season;
    }

    private static StepTest.Result steps(Street street, double[] series) {
        double[] weekly = street.weekly(series);
        return StepTest.of(weekly, season(weekly.length), new StepTest.Parameters(8, 3, 0.05, 199, 1));
    }

    /// The wind takes off about 3 on average from March on, the measure adds 3: the observations show
    /// nothing.
    @Test
    void aStepHiddenUnderAWindyYearIsFound() {
        Street street = Street.of(1, 3.5);
        NormalisedTrend.Result result =
                NormalisedTrend.of(street.hour, street.value, street.weather, hourly(street.hour), QUICK);

        assertThat(steps(street, street.value).steps()).as("observed").isEmpty();
        StepTest.Step step = steps(street, result.adjusted()).steps().getFirst();
        assertThat(step.at()).isCloseTo(street.stepRow / 56, within(4));
        assertThat(3.5).isBetween(step.lower(), step.upper());
        assertThat(result.skill().suffices()).isTrue();
        assertThat(result.season()).isTrue();
    }

    @Test
    void aWindyYearAloneIsNoStep() {
        Street street = Street.of(2, 0);
        NormalisedTrend.Result result =
                NormalisedTrend.of(street.hour, street.value, street.weather, hourly(street.hour), QUICK);

        assertThat(steps(street, street.value).steps())
                .as("observed: the wind's doing")
                .isNotEmpty();
        assertThat(steps(street, result.adjusted()).steps()).as("adjusted").isEmpty();
        double[] weekly = street.weekly(result.normalised().getFirst().middle());
        double before = Arrays.stream(weekly, 10, 50).average().orElseThrow();
        double after = Arrays.stream(weekly, 62, 102).average().orElseThrow();
        assertThat(after - before).isEqualTo(0, within(1.0));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndABand() {
        Street street = Street.of(3, 5);
        NormalisedTrendParameters parameters = QUICK.withRefits(4);
        NormalisedTrend.Result one =
                NormalisedTrend.of(street.hour, street.value, street.weather, hourly(street.hour), parameters);
        NormalisedTrend.Result two =
                NormalisedTrend.of(street.hour, street.value, street.weather, hourly(street.hour), parameters);

        assertThat(one.normalised().getFirst().lower())
                .containsExactly(two.normalised().getFirst().lower());
        assertThat(one.normalised().getFirst().middle())
                .containsExactly(two.normalised().getFirst().middle());
        for (int i = 0; i < street.hour.length; i += 97) {
            assertThat(one.normalised().getFirst().middle()[i])
                    .isBetween(
                            one.normalised().getFirst().lower()[i],
                            one.normalised().getFirst().upper()[i]);
        }
        assertThat(Arrays.stream(one.importance()).sum()).isEqualTo(1, within(1e-9));
        assertThat(one.importance()[4]).as("the wind speed leads").isGreaterThan(0.3);
    }

    @Test
    void hoursWithoutObservationAreNormalisedAllTheSame() {
        Street street = Street.of(4, 0);
        Arrays.fill(street.value, 500, 600, Double.NaN);
        for (double[] column : street.weather) {
            Arrays.fill(column, 700, 720, Double.NaN);
        }
        NormalisedTrend.Result result =
                NormalisedTrend.of(street.hour, street.value, street.weather, hourly(street.hour), QUICK);

        assertThat(result.normalised().getFirst().middle()).doesNotContain(Double.NaN);
        assertThat(result.adjusted()[550]).as("no observation").isNaN();
        assertThat(result.adjusted()[710]).as("no weather").isNaN();
        assertThat(result.adjusted()[620]).isFinite();
        assertThat(result.skill().hours()).isEqualTo(street.value.length - 120);
    }

    @Test
    void weatherThatTellsNothingCannotTell() {
        Street street = Street.of(5, 0);
        SplittableRandom random = new SplittableRandom(5);
        double[][] other = {random.doubles(street.value.length).toArray()};
        NormalisedTrend.Result result =
                NormalisedTrend.of(street.hour, street.value, other, hourly(street.hour), QUICK);

        assertThat(result.skill().suffices()).isFalse();
        assertThat(result.skill().r2() - result.skill().r2TimeOnly()).isEqualTo(0, within(0.05));
    }

    @Test
    void tooLittleDataGivesNothing() {
        assertThat(NormalisedTrend.of(new long[0], new double[0], new double[1][0], hourly(new long[0]), QUICK)
                        .normalised()
                        .getFirst()
                        .middle())
                .isEmpty();
        long[] hour = IntStream.range(0, 48).mapToLong(i -> START + i).toArray();
        NormalisedTrend.Result result =
                NormalisedTrend.of(hour, new double[48], new double[1][48], hourly(hour), QUICK);
        assertThat(result.normalised().getFirst().middle()).as("two days").containsOnly(Double.NaN);
        assertThat(result.skill().suffices()).isFalse();
        double[] missing = new double[5_000];
        Arrays.fill(missing, Double.NaN);
        long[] hours = IntStream.range(0, 5_000).mapToLong(i -> START + i).toArray();
        assertThat(NormalisedTrend.of(hours, missing, new double[1][5_000], hourly(hours), QUICK)
                        .adjusted())
                .containsOnly(Double.NaN);
    }

    @Test
    void aConstantSeriesStaysWhatItIs() {
        long[] hour = IntStream.range(0, 5_000).mapToLong(i -> START + i).toArray();
        double[] value = new double[5_000];
        Arrays.fill(value, 7);
        double[][] weather = {new SplittableRandom(1).doubles(5_000).toArray()};
        NormalisedTrend.Result result = NormalisedTrend.of(hour, value, weather, hourly(hour), QUICK);

        assertThat(result.normalised().getFirst().middle()).containsOnly(7);
        assertThat(result.skill().suffices())
                .as("there is no variance to explain")
                .isFalse();
        assertThat(result.season()).as("less than two years").isFalse();
    }

    @Test
    void lengthsThatDifferAreAFault() {
        assertThatThrownBy(() -> NormalisedTrend.of(new long[2], new double[3], new double[1][3], List.of(), QUICK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NormalisedTrend.of(new long[3], new double[3], new double[1][2], List.of(), QUICK))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
