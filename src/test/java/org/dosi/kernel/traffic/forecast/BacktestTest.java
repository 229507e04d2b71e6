package org.dosi.kernel.traffic.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final long FIRST = LocalDate.parse("2022-01-03").toEpochDay();
    private static final int DAYS = 60;
    private static final int POINTS = 6;
    private static final int SPLIT = 45 * 24;

    private final Panel panel = made();

    /// A daily shape with departures that decay.
    private static Panel made() {
        Random random = new Random(5);
        double[][] values = new double[POINTS][DAYS * 24];
        for (double[] row : values) {
            double departure = 0;
            for (int t = 0; t < row.length; t++) {
                departure = 0.8 * departure + 0.05 * random.nextGaussian();
                row[t] = (900 - 600 * Math.cos(2 * Math.PI * (t % 24) / 24)) * (1 + departure);
            }
        }
        long[] localS = LongStream.range(0, DAYS * 24)
                .map(h -> FIRST * 86_400 + h * 3600)
                .toArray();
        return new Panel(values, localS, 3600);
    }

    private static DayClass classOf(LocalDate date) {
        return DayClass.of(date, _ -> false);
    }

    private static int[] origins() {
        return java.util.stream.IntStream.range(SPLIT, DAYS * 24 - 24)
                .filter(t -> t % 5 == 0)
                .toArray();
    }

    private double rmse(ForecastMethod method, int ahead) {
        Backtest backtest = new Backtest(panel, BacktestTest::classOf);
        Score score = new Score();
        backtest.run(
                method.name(), backtest.fit(method, SPLIT, ahead).forecaster(), origins(), ahead, (origin, all) -> {
                    for (int i = 0; i < POINTS; i++) {
                        score.add(all[i][ahead - 1], panel.value(i, origin + ahead - 1));
                    }
                });
        return score.rmse();
    }

    @Test
    void anAnomalyThatDecaysBeatsTheBaselineAndTheLastValue() {
        double anomaly = rmse(PlainForecasts.anomaly(), 1);
        assertThat(anomaly).isLessThan(0.75 * rmse(PlainForecasts.baseline(), 1));
        assertThat(anomaly).isLessThan(0.75 * rmse(PlainForecasts.lastValue(), 1));
        assertThat(anomaly).isLessThan(0.75 * rmse(PlainForecasts.lastWeek(), 1));
        // A day ahead nothing is left of it.
        assertThat(rmse(PlainForecasts.anomaly(), 24)).isCloseTo(rmse(PlainForecasts.baseline(), 24), within(2.0));
    }

    @Test
    void treesAreNoWorseThanTheFloor() {
        assertThat(rmse(new BoostedForecast(), 3)).isLessThan(1.06 * rmse(PlainForecasts.anomaly(), 3));
    }

    /// Knows the panel and looks where it should not.
    private ForecastMethod cheat(int offset) {
        return new ForecastMethod() {
            @Override
            public String name() {
                return "cheat";
            }

            @Override
            public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
                return (seen, steps) -> {
                    double[][] forecast = new double[POINTS][steps];
                    for (int i = 0; i < POINTS; i++) {
                        for (int h = 0; h < steps; h++) {
                            forecast[i][h] = panel.values(i)[seen.origin() + h + offset];
                        }
                    }
                    return forecast;
                };
            }
        };
    }

    @Test
    void aForecasterThatIsGivenTheFutureIsCaught() {
        assertThatThrownBy(() -> rmse(cheat(0), 3))
                .isInstanceOf(LookAheadException.class)
                .hasMessageContaining("cheat: expected a forecast from step")
                .hasMessageContaining("that does not depend on later values");
    }

    @Test
    void aForecasterThatLooksAheadByOneStepIsCaught() {
        ForecastMethod byOne = new ForecastMethod() {
            @Override
            public String name() {
                return "by_one";
            }

            @Override
            public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
                return (seen, _) -> new double[][] {{seen.value(0, seen.origin())}};
            }
        };
        assertThatThrownBy(() -> rmse(byOne, 1))
                .isInstanceOf(LookAheadException.class)
                .hasMessageContaining("expected a look at steps before");
    }

    @Test
    void aFitSeesNothingOfTheFutureWhoeverHoldsThePanel() {
        double[] seen = new double[2];
        ForecastMethod curious = new ForecastMethod() {
            @Override
            public String name() {
                return "curious";
            }

            @Override
            public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
                seen[0] = panel.value(2, SPLIT - 1);
                seen[1] = panel.value(2, SPLIT);
                return (all, steps) -> new double[POINTS][steps];
            }
        };
        double before = panel.value(2, SPLIT);
        rmse(curious, 1);
        assertThat(seen[0]).isPositive();
        assertThat(seen[1]).isNaN();
        // Afterwards everything is as it was.
        assertThat(panel.value(2, SPLIT)).isEqualTo(before);
    }

    @Test
    void missingValuesAreNoObstacle() {
        for (int t = SPLIT; t < DAYS * 24; t++) {
            panel.values(1)[t] = Double.NaN;
            if (t % 3 == 0) {
                panel.values(2)[t] = Double.NaN;
            }
        }
        for (ForecastMethod method : List.of(PlainForecasts.anomaly(), new BoostedForecast())) {
            Backtest backtest = new Backtest(panel, BacktestTest::classOf);
            Forecaster forecaster = backtest.fit(method, SPLIT, 6).forecaster();
            double[][] forecast = forecaster.forecast(new Seen(panel, DAYS * 24), 6);
            for (double[] row : forecast) {
                for (double value : row) {
                    assertThat(value).isBetween(100.0, 2500.0);
                }
            }
        }
    }

    @Test
    void errorsByHand() {
        Score score = new Score();
        score.add(1, 2, 0, 3);
        score.add(5, 4, 4.5, 6);
        score.add(6, 6, 5, 7);
        score.add(Double.NaN, 6);
        assertThat(score.count()).isEqualTo(3);
        assertThat(score.mae()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(score.rmse()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(score.wape()).isCloseTo(2.0 / 12, within(1e-12));
        assertThat(score.accuracy()).isCloseTo(1 - Math.sqrt(2.0 / 56), within(1e-12));
        assertThat(score.r2()).isCloseTo(1 - 2.0 / 8, within(1e-12));
        assertThat(score.coverage()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theMeanOfTheLastIsAppliedToItself() {
        double[][] forecast = PlainForecasts.historicalAverage(2)
                .fit(panel, BacktestTest::classOf, 3)
                .forecast(new Seen(panel, 100), 3);
        double a = panel.value(0, 98);
        double b = panel.value(0, 99);
        double first = (a + b) / 2;
        assertThat(forecast[0][0]).isCloseTo(first, within(1e-9));
        assertThat(forecast[0][1]).isCloseTo((b + first) / 2, within(1e-9));
    }
}
