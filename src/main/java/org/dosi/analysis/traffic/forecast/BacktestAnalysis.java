package org.dosi.analysis.traffic.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.forecast.Backtest;
import org.dosi.kernel.traffic.forecast.BoostedForecast;
import org.dosi.kernel.traffic.forecast.ForecastMethod;
import org.dosi.kernel.traffic.forecast.PlainForecasts;
import org.dosi.kernel.traffic.forecast.RollingIntervals;
import org.dosi.kernel.traffic.forecast.Score;
import org.dosi.model.Name;

/// How well forecasts would have done: each method is fitted on the past alone and forecasts from one
/// origin after
/// another. The model that the program would use is chosen on the last fifth of the training part.
public final class BacktestAnalysis implements TrafficAnalysis<BacktestAnalysis.Found> {
    private static final double NOMINAL = 0.9;
    private static final double TRAINING_OF_TRAINING = 0.8;
    private static final int WINDOW_DAYS = 56;
    private static final int LEAST_STEPS = 48;

    /// Neighbouring origins of the trial tell nearly the same; five goes through all times of day.
    private static final int TRIED_STRIDE = 5;

    /// T-GCN's inputs: an hour of five minutes.
    private static final int INPUTS = 12;

    /// How origins and errors are counted.
    public enum Protocol {
        /// Every step is an origin; errors by step ahead, with the coverage of intervals.
        ROLLING,
        /// Zhao et al. 2020, IEEE Transactions on Intelligent Transportation Systems 21(9), 3848–3858, as
        /// its code
        /// has it: windows of twelve inputs within the test part, one fewer than possible, errors pooled.
        TGCN
    }

    @Override
    public String id() {
        return "backtest";
    }

    @Override
    public Name title() {
        return Name.of(
                "예측의 지난 성적: 과거로만 맞추고 굴려 본 오차",
                "Backtest: how well forecasts would have done, fitted on the past alone");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "protocol",
                        Protocol.ROLLING,
                        "오차를 세는 방법: rolling은 시간 앞마다, tgcn은 T-GCN 논문처럼",
                        "how errors are counted: by step ahead (rolling), or as T-GCN's paper does (tgcn)"),
                Parameter.of("test-from", Parameter.Kind.DATE, "", "시험 기간의 첫날", "the first day of the test part"),
                Parameter.of(
                        "train",
                        Parameter.Kind.NUMBER,
                        "0.8",
                        "학습에 쓰는 앞부분의 비율(test-from이 없을 때)",
                        "the share of the steps to learn from, where --test-from is not given"),
                Parameter.of(
                        "horizon",
                        Parameter.Kind.TEXT,
                        "1,3,6,12,24",
                        "몇 시간 앞(rolling)",
                        "hours ahead, with commas between them (rolling)"),
                Parameter.of(
                        "steps",
                        Parameter.Kind.TEXT,
                        "3,6,9,12",
                        "몇 단계 앞까지(tgcn)",
                        "steps ahead over which errors are pooled, with commas between them (tgcn)"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        Protocol protocol = settings.choice("protocol", Protocol.class);
        Detectors detectors = data.detectors();
        int until = until(detectors, settings);
        int[] ahead = protocol == Protocol.TGCN
                ? wholes(settings, "steps", 1)
                : wholes(settings, "horizon", 3600.0 / detectors.panel().stepSeconds());
        int most = Arrays.stream(ahead).max().orElse(1);
        if (until < LEAST_STEPS || detectors.steps() - until < most + INPUTS + 1) {
            throw new BadSetting(
                    "test-from: expected at least %d steps to learn from and %d to test on, found %d and %d"
                            .formatted(LEAST_STEPS, most + INPUTS + 1, until, detectors.steps() - until));
        }
        Work work = new Work(detectors.panel(), data.calendar(), until, ahead, most, protocol);
        List<Model> models = work.models();
        return new Found(
                data.provenance(id(), detectors.inputs(), settings.used()),
                protocol,
                models,
                detectors.panel().stepSeconds(),
                detectors.time(until));
    }

    private static int until(Detectors detectors, Settings settings) {
        double train = settings.number("train", 0.1, 0.99);
        return settings.findDate("test-from")
                .map(date -> {
                    int step = 0;
                    while (step < detectors.steps() && detectors.panel().day(step) < date.toEpochDay()) {
                        step++;
                    }
                    return step;
                })
                .orElse((int) (detectors.steps() * train));
    }

    private static int[] wholes(Settings settings, String name, double stepsOfOne) {
        return Arrays.stream(settings.numbers(name, 0.01, 10_000))
                .mapToInt(number -> {
                    double steps = number * stepsOfOne;
                    if (steps < 1 || Math.abs(steps - Math.rint(steps)) > 1e-9) {
                        throw new BadSetting(name, "whole steps of the data", settings.text(name));
                    }
                    return (int) Math.rint(steps);
                })
                .distinct()
                .toArray();
    }

    /// One method and how well it did.
    ///
    /// @param selected whether the program would use it: chosen on the training part alone
    /// @param score by number of steps ahead
    /// @param fitSeconds to fit it on the whole training part
    public record Model(String name, boolean selected, Map<Integer, Score> score, double fitSeconds) {}

    /// The work of one backtest.
    private static final class Work {
        private final Panel panel;
        private final Function<LocalDate, DayClass> classOf;
        private final int until;
        private final int[] ahead;
        private final int most;
        private final Protocol protocol;
        private final Backtest backtest;

        Work(Panel panel, CityCalendar calendar, int until, int[] ahead, int most, Protocol protocol) {
            // A copy: while a method is fitted its future is taken out of it.
            this.panel = panel.between(0, panel.steps());
            this.classOf = calendar::dayClass;
            this.until = until;
            this.ahead = ahead;
            this.most = most;
            this.protocol = protocol;
            this.backtest = new Backtest(this.panel, classOf);
        }

        List<Model> models() {
            List<ForecastMethod> methods = new ArrayList<>(PlainForecasts.all(protocol == Protocol.TGCN ? INPUTS : 0));
            methods.add(new BoostedForecast());
            int tryFrom = (int) (until * TRAINING_OF_TRAINING);
            double[][] spread =
                    CityBaseline.of(panel.between(0, until), classOf).baseline().spread(panel);
            List<Model> models = new ArrayList<>();
            double best = Double.POSITIVE_INFINITY;
            int selected = 0;
            for (ForecastMethod method : methods) {
                Map<Integer, RollingIntervals> intervals = new LinkedHashMap<>();
                for (int steps : ahead) {
                    intervals.put(steps, new RollingIntervals(NOMINAL, WINDOW_DAYS * panel.slotsPerDay()));
                }
                Map<Integer, Score> tried = new LinkedHashMap<>();
                run(method, tryFrom, until, TRIED_STRIDE, spread, intervals, tried);
                double loss = tried.values().stream()
                        .mapToDouble(Score::rmse)
                        .average()
                        .orElse(Double.NaN);
                if (loss < best) {
                    best = loss;
                    selected = models.size();
                }
                Map<Integer, Score> score = new LinkedHashMap<>();
                double seconds = run(method, until, panel.steps(), 1, spread, intervals, score);
                models.add(new Model(method.name(), false, score, seconds));
            }
            Model chosen = models.get(selected);
            models.set(selected, new Model(chosen.name(), true, chosen.score(), chosen.fitSeconds()));
            return models;
        }

        /// @return seconds of the fit
        private double run(
                ForecastMethod method,
                int from,
                int to,
                int stride,
                double[][] spread,
                Map<Integer, RollingIntervals> intervals,
                Map<Integer, Score> score) {
            Backtest.Fitted fitted = backtest.fit(method, from, most);
            for (int steps : ahead) {
                score.put(steps, new Score());
            }
            int least = Arrays.stream(ahead).min().orElse(1);
            int[] origins = protocol == Protocol.TGCN
                    ? IntStream.range(from + INPUTS, Math.max(from + INPUTS, to - least))
                            .toArray()
                    : IntStream.range(from, to)
                            .filter(origin -> (origin - from) % stride == 0)
                            .toArray();
            backtest.run(method.name(), fitted.forecaster(), origins, most, (origin, forecast) -> {
                score.forEach((steps, own) -> {
                    RollingIntervals interval = intervals.get(steps);
                    if (protocol == Protocol.TGCN || interval == null) {
                        pool(own, forecast, origin, steps, to);
                    } else {
                        count(own, interval, forecast, origin, steps, to, spread);
                    }
                });
            });
            return fitted.seconds();
        }

        /// Windows of inputs and targets that lie within the part, without the last one.
        private void pool(Score score, double[][] forecast, int origin, int steps, int to) {
            if (origin >= to - steps) {
                return;
            }
            for (int i = 0; i < forecast.length; i++) {
                for (int h = 0; h < steps; h++) {
                    score.add(forecast[i][h], panel.value(i, origin + h));
                }
            }
        }

        private void count(
                Score score,
                RollingIntervals intervals,
                double[][] forecast,
                int origin,
                int steps,
                int to,
                double[][] spread) {
            int target = origin + steps - 1;
            if (target >= to) {
                return;
            }
            double half = intervals.halfWidth(origin, panel.slotsPerDay() / 4);
            for (int i = 0; i < forecast.length; i++) {
                double value = panel.value(i, target);
                double wide = half * spread[i][target];
                score.add(
                        forecast[i][steps - 1],
                        value,
                        Math.max(0, forecast[i][steps - 1] - wide),
                        forecast[i][steps - 1] + wide);
                intervals.add(target, (value - forecast[i][steps - 1]) / spread[i][target]);
            }
        }
    }

    /// The methods with their errors.
    ///
    /// @param stepSeconds of the clock
    /// @param testFrom the beginning of the test part
    public record Found(Provenance provenance, Protocol protocol, List<Model> models, long stepSeconds, String testFrom)
            implements Finding {

        @Override
        public ResultTable table() {
            List<String> names = new ArrayList<>();
            List<Boolean> selected = new ArrayList<>();
            List<Integer> steps = new ArrayList<>();
            List<Score> scores = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            for (Model model : models) {
                model.score.forEach((ahead, score) -> {
                    names.add(model.name);
                    selected.add(model.selected);
                    steps.add(ahead);
                    scores.add(score);
                    seconds.add(model.fitSeconds);
                });
            }
            double[] ahead = steps.stream().mapToDouble(Integer::doubleValue).toArray();
            if (protocol == Protocol.TGCN) {
                boolean[] flags = new boolean[selected.size()];
                for (int k = 0; k < flags.length; k++) {
                    flags[k] = selected.get(k);
                }
                return ResultTable.of(
                        new ResultTable.Texts("model", names),
                        new ResultTable.Flags("selected", flags),
                        new ResultTable.Numbers("steps", ahead),
                        numbers("rmse", scores, Score::rmse),
                        numbers("mae", scores, Score::mae),
                        numbers("accuracy", scores, Score::accuracy),
                        numbers("r2", scores, Score::r2),
                        new ResultTable.Numbers(
                                "fit_seconds",
                                seconds.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()));
            }
            return ResultTable.of(
                    new ResultTable.Texts("model", names),
                    new ResultTable.Numbers(
                            "horizon_h",
                            Arrays.stream(ahead)
                                    .map(each -> each * stepSeconds / 3600)
                                    .toArray()),
                    numbers("mae", scores, Score::mae),
                    numbers("rmse", scores, Score::rmse),
                    numbers("wape", scores, Score::wape),
                    numbers("coverage_90", scores, Score::coverage),
                    new ResultTable.Counts(
                            "n", scores.stream().mapToLong(Score::count).toArray()));
        }

        /// The error of a model so many steps ahead.
        public double rmse(Model model, int steps) {
            Score score = model.score.get(steps);
            return score == null ? Double.NaN : score.rmse();
        }

        private static ResultTable.Numbers numbers(String name, List<Score> scores, ToDoubleFunction<Score> of) {
            return new ResultTable.Numbers(name, scores.stream().mapToDouble(of).toArray());
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("test_from", testFrom);
            details.put(
                    "selected",
                    models.stream()
                            .filter(Model::selected)
                            .map(Model::name)
                            .findFirst()
                            .orElse(""));
            return details;
        }
    }
}
