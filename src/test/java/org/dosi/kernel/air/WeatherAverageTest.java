package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.BinnedFeatures;
import org.dosi.kernel.stat.BoostedTrees;
import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.kernel.stat.TreeEnsemble;
import org.junit.jupiter.api.Test;

class WeatherAverageTest {
    /// Sums in another order than the twin's.
    private static final double ROUNDING = 1e-9;

    private static final int HOURS = 24 * 400;

    private final long[] hour =
            IntStream.range(0, HOURS).mapToLong(i -> 400_000L + i).toArray();
    private final CivilHours time = new CivilHours(hour);
    private final double[][] columns = new double[4][HOURS];
    private final TreeEnsemble trees = trees();
    private final int[] everyRow = IntStream.range(0, HOURS).toArray();

    /// Hour and trend, then wind and temperature, all of which interact.
    private TreeEnsemble trees() {
        SplittableRandom random = new SplittableRandom(4);
        double[] y = new double[HOURS];
        for (int i = 0; i < HOURS; i++) {
            columns[0][i] = time.hourOfDay(i);
            columns[1][i] = i / 24.0;
            columns[2][i] = random.nextInt(20) == 0 ? Double.NaN : 8 * random.nextDouble();
            columns[3][i] = 10 * Math.sin(2 * Math.PI * time.dayOfYear(i) / 366) + 3 * random.nextGaussian();
            double wind = Double.isNaN(columns[2][i]) ? 9 : columns[2][i];
            y[i] = (20 - columns[0][i]) * (10 - wind) + columns[3][i] * columns[1][i] / 50 + random.nextGaussian();
        }
        return BoostedTrees.fit(
                BinnedFeatures.of(columns), y, BoostingParameters.usual(1).withRounds(40));
    }

    /// The twin: the hour is predicted with the weather of every hour of the pool that lies in its window.
    private double slowly(int row, int[] pool, WeatherDraw draw) {
        int[] drawn = Arrays.stream(pool)
                .filter(i -> {
                    int apart = Math.abs(time.dayOfYear(i) - time.dayOfYear(row));
                    boolean inSeason = draw.wholeYear() || Math.min(apart, 366 - apart) <= draw.windowDays();
                    return inSeason && (!draw.sameHour() || time.hourOfDay(i) == time.hourOfDay(row));
                })
                .toArray();
        double[][] given = new double[4][drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            given[0][i] = columns[0][row];
            given[1][i] = columns[1][row];
            given[2][i] = columns[2][drawn[i]];
            given[3][i] = columns[3][drawn[i]];
        }
        return Arrays.stream(trees.predict(given)).average().orElse(Double.NaN);
    }

    @Test
    void theAverageIsThatOverAllWeatherOfTheWindow() {
        WeatherDraw[] draws = {
            WeatherDraw.ofSeason(), new WeatherDraw(30, false), WeatherDraw.ofWholePeriod(), new WeatherDraw(400, true)
        };
        int[] pool = Arrays.stream(everyRow).filter(i -> i % 3 != 0).toArray();
        int[] rows = {0, 13, 800, 4321, 8760, HOURS - 1};
        for (WeatherDraw draw : draws) {
            double[] fast = new WeatherAverage(columns, 2, time, pool, draw).of(trees, columns, time, rows);

            for (int i = 0; i < rows.length; i++) {
                assertThat(fast[i])
                        .as("%s, row %d", draw, rows[i])
                        .isEqualTo(slowly(rows[i], pool, draw), within(ROUNDING));
            }
        }
    }

    @Test
    void anHourNamedTwiceCountsTwice() {
        int[] pool = {50, 50, 50, 74};
        int[] rows = {26};
        double fast = new WeatherAverage(columns, 2, time, pool, WeatherDraw.ofWholePeriod())
                .of(trees, columns, time, rows)[0];

        assertThat(fast).isEqualTo(slowly(26, pool, WeatherDraw.ofWholePeriod()), within(ROUNDING));
    }

    @Test
    void withoutWeatherInTheWindowThereIsNoAverage() {
        int[] january = {0, 1, 2, 3};
        double[] averages = new WeatherAverage(columns, 2, time, january, WeatherDraw.ofSeason())
                .of(trees, columns, time, new int[] {1, 24 * 180});

        assertThat(averages[0]).isFinite();
        assertThat(averages[1]).as("half a year later").isNaN();
    }
}
