package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WindRegressionTest {
    private static final London HOURS = London.hours();
    private static final WindRegression.Options USUAL = WindRegression.Options.USUAL;

    /// The reference's README.
    private static final double REFERENCE = 1e-9;

    /// The speeds of January to September 2002 stand in the CSV rounded to four decimals; the reference was
    /// made with all. These are the hours between the first and the last of such a speed.
    private static final double HALF_A_LAST_DIGIT = 5e-5;

    private static final int FIRST_ROUNDED = 35_064;
    private static final int LAST_ROUNDED = 41_640;

    /// At 20 m/s from 60° the difference is 3.5e-5 of the value, more than the reference's tolerance. It is
    /// what the CSV's rounding can do and no more: each estimate lies within the tolerance and the sum over
    /// these hours of half a last digit times the estimate's derivative by the hour's speed.
    @Test
    void londonsRegressionIsTheReferencesAsFarAsTheCsvsDigitsTell() {
        London reference = London.reference("nwr_raw_nox.csv");
        double[] expected = reference.get("nwr_circular");

        WindRegression found = of(HOURS.get("nox"));

        for (int i = 0; i < expected.length; i++) {
            int place = i % 40 * 36 + i / 40;
            double value = found.values()[place];
            assertThat(found.grid().radiusMPerS(place)).isEqualTo(reference.get("ws")[i], within(1e-12));
            assertThat(found.grid().windFromDeg(place)).isEqualTo(reference.get("wd")[i]);
            assertThat(found.hours()[place]).isEqualTo((int) reference.get("n")[i]);
            assertThat(value)
                    .as("%s m/s from %s°", reference.get("ws")[i], reference.get("wd")[i])
                    .isEqualTo(expected[i], within(REFERENCE * value + reachOfRounding(found, place)));
        }
    }

    private static double reachOfRounding(WindRegression found, int place) {
        double[] speed = HOURS.get("ws");
        double[] from = HOURS.get("wd");
        double[] value = HOURS.get("nox");
        double weights = 0;
        double slopes = 0;
        for (int h = 0; h < value.length; h++) {
            if (Double.isFinite(speed[h] + from[h] + value[h])) {
                double off = found.grid().radiusMPerS(place) - speed[h];
                double weight =
                        weight(off, WindRegression.apart(from[h], found.grid().windFromDeg(place)));
                weights += weight;
                slopes += h >= FIRST_ROUNDED && h < LAST_ROUNDED
                        ? weight * Math.abs(off / (1.5 * 1.5) * (value[h] - found.values()[place]))
                        : 0;
            }
        }
        return HALF_A_LAST_DIGIT * slopes / weights;
    }

    private static double weight(double speed, double direction) {
        return Math.exp(-(speed * speed / (1.5 * 1.5) + direction * direction / (5 * 5)) / 2);
    }

    /// The slow twin follows the definition, hour by hour, on winds that repeat and on winds that do not.
    @Test
    void estimatesAndErrorsAreTheWeightedMeansOfAllHours() {
        SplittableRandom random = new SplittableRandom(7);
        for (boolean rounded : new boolean[] {true, false}) {
            double[] speed = random.doubles(400, 0, 12).toArray();
            double[] from = random.doubles(400, 0, 360).toArray();
            double[] value = random.doubles(400, 0, 100).toArray();
            for (int h = 0; h < 400 && rounded; h++) {
                speed[h] = Math.rint(speed[h]);
                from[h] = Math.rint(from[h] / 10) * 10;
            }
            WindRegression found = WindRegression.of(speed, from, value, USUAL);
            for (int place = 0; place < 1440; place += 7) {
                double[] twin = twin(found.grid(), place, speed, from, value);
                assertThat(found.values()[place]).isEqualTo(twin[0], within(1e-10 * twin[0]));
                assertThat(found.standardErrors()[place]).isEqualTo(twin[1], within(1e-6));
            }
        }
    }

    private static double[] twin(PolarGrid grid, int place, double[] speed, double[] from, double[] value) {
        double weights = 0;
        double mean = 0;
        for (int h = 0; h < value.length; h++) {
            double w = weight(
                    speed[h] - grid.leastSpeedMPerS() - grid.radiusMPerS(place),
                    WindRegression.apart(from[h], grid.windFromDeg(place)));
            weights += w;
            mean += w * value[h];
        }
        mean /= weights;
        double spread = 0;
        for (int h = 0; h < value.length; h++) {
            double w = weight(
                    speed[h] - grid.leastSpeedMPerS() - grid.radiusMPerS(place),
                    WindRegression.apart(from[h], grid.windFromDeg(place)));
            spread += w * w * (value[h] - mean) * (value[h] - mean);
        }
        return new double[] {mean, Math.sqrt(spread) / weights};
    }

    /// Turning all winds by ten degrees turns the estimates by one place: nothing is special about north.
    @Test
    void northIsADirectionLikeAnyOther() {
        double[] turned =
                Arrays.stream(HOURS.get("wd")).map(d -> (d + 10) % 360).toArray();
        WindRegression plain = of(HOURS.get("so2"));
        WindRegression moved = WindRegression.of(HOURS.get("ws"), turned, HOURS.get("so2"), USUAL);
        for (int place = 0; place < 1440; place++) {
            int there = place / 36 * 36 + (place % 36 + 1) % 36;
            assertThat(moved.values()[there]).isEqualTo(plain.values()[place], within(1e-9));
        }
    }

    @Test
    void aConstantHasNoError() {
        double[] speed = {0, 1, 2, 5};
        double[] from = {10, 100, 200, 300};
        WindRegression found = WindRegression.of(speed, from, new double[] {8, 8, 8, 8}, USUAL);
        assertThat(found.values()[0]).isEqualTo(8, within(1e-12));
        assertThat(found.standardErrors()[0]).isEqualTo(0, within(1e-6));
    }

    @Test
    void withoutHoursThereIsNoEstimate() {
        assertThat(WindRegression.of(new double[0], new double[0], new double[0], USUAL)
                        .values())
                .containsOnly(Double.NaN);
    }

    private static WindRegression of(double[] value) {
        return WindRegression.of(HOURS.get("ws"), HOURS.get("wd"), value, USUAL);
    }
}
