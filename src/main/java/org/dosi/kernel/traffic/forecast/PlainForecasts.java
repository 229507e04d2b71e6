package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dosi.kernel.traffic.Baseline;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// What every forecast must beat.
public final class PlainForecasts {
    private static final int DAYS_OF_WEEK = 7;

    private PlainForecasts() {}

    /// All of them, with the windows of T-GCN's protocol where `inputs` is not 0.
    ///
    /// @param inputs how many values "historical average" takes; 0 for no such method
    public static List<ForecastMethod> all(int inputs) {
        return inputs == 0
                ? List.of(lastValue(), lastWeek(), baseline(), anomaly())
                : List.of(lastValue(), historicalAverage(inputs), baseline(), anomaly());
    }

    /// The last known value, whatever the step ahead.
    public static ForecastMethod lastValue() {
        return method("last_value", (_, _, _) -> (seen, ahead) -> {
            double[][] forecast = new double[seen.datastreams()][ahead];
            for (int i = 0; i < forecast.length; i++) {
                Arrays.fill(forecast[i], last(seen, i, seen.slotsPerDay()));
            }
            return forecast;
        });
    }

    /// The mean of the last values, and of forecasts where they are reached: T-GCN's "HA".
    public static ForecastMethod historicalAverage(int inputs) {
        return method("historical_average", (_, _, _) -> (seen, ahead) -> {
            double[][] forecast = new double[seen.datastreams()][ahead];
            for (int i = 0; i < forecast.length; i++) {
                double[] window = new double[inputs + ahead];
                for (int k = 0; k < inputs; k++) {
                    window[k] = seen.value(i, seen.origin() - inputs + k);
                }
                for (int h = 0; h < ahead; h++) {
                    window[inputs + h] = Arrays.stream(window, h, h + inputs)
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(Double.NaN);
                    forecast[i][h] = window[inputs + h];
                }
            }
            return forecast;
        });
    }

    /// The same time a week before; where it is missing, two weeks before.
    public static ForecastMethod lastWeek() {
        return method("same_hour_last_week", (_, _, _) -> (seen, ahead) -> {
            int week = DAYS_OF_WEEK * seen.slotsPerDay();
            double[][] forecast = new double[seen.datastreams()][ahead];
            for (int i = 0; i < forecast.length; i++) {
                for (int h = 0; h < ahead; h++) {
                    int at = seen.origin() + h - week;
                    while (at >= seen.origin()) {
                        at -= week;
                    }
                    double value = seen.value(i, at);
                    forecast[i][h] = Double.isNaN(value) ? seen.value(i, at - week) : value;
                }
            }
            return forecast;
        });
    }

    /// What is expected, whatever happens.
    public static ForecastMethod baseline() {
        return method("baseline", (past, classOf, _) -> {
            Baseline baseline = CityBaseline.of(past, classOf).baseline();
            return (seen, ahead) -> expected(baseline, seen, ahead);
        });
    }

    /// What is expected, and what is left now of what departs from it: the share that a least-squares fit on the past
    /// leaves after so many steps. Works with any value missing.
    public static ForecastMethod anomaly() {
        return method("baseline_anomaly", (past, classOf, ahead) -> {
            Departures departures = Departures.of(past, classOf);
            double[] share = departures.shares(ahead);
            return (seen, steps) -> {
                double[][] forecast = expected(departures.baseline(), seen, steps);
                for (int i = 0; i < forecast.length; i++) {
                    double now = departures.last(seen, i);
                    for (int h = 0; h < steps; h++) {
                        forecast[i][h] = Math.max(
                                0, forecast[i][h] + share[Math.min(h, share.length - 1)] * now * departures.level(i));
                    }
                }
                return forecast;
            };
        });
    }

    static double[][] expected(Baseline baseline, Seen seen, int ahead) {
        double[][] forecast = new double[seen.datastreams()][ahead];
        for (int i = 0; i < forecast.length; i++) {
            for (int h = 0; h < ahead; h++) {
                forecast[i][h] = baseline.expected(i, seen.localS(seen.origin() + h));
            }
        }
        return forecast;
    }

    private static double last(Seen seen, int i, int most) {
        for (int back = 1; back <= most; back++) {
            double value = seen.value(i, seen.origin() - back);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    /// How a method is fitted.
    @FunctionalInterface
    private interface Fit {
        Forecaster of(Panel past, Function<LocalDate, DayClass> classOf, int ahead);
    }

    private static ForecastMethod method(String name, Fit fit) {
        return new ForecastMethod() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead) {
                return fit.of(past, classOf, ahead);
            }
        };
    }
}
