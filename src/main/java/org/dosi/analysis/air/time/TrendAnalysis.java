package org.dosi.analysis.air.time;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Periods;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.StatisticChoice;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.PeriodTrend;
import org.dosi.kernel.stat.BootstrapPlan;
import org.dosi.kernel.stat.StlSpans;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Trends of monthly or annual values: straight (Theil–Sen), smooth, or the parts of an STL decomposition.
public final class TrendAnalysis implements AirAnalysis<TrendAnalysis.Found> {
    private static final int POINTS = 100;
    private static final int MOST_REPEATS = 100_000;

    /// Residuals of neighbouring periods that resemble each other more make an interval of single periods too
    /// narrow: see docs/air.md.
    private static final double MEMORY = 0.2;

    public enum Method {
        THEIL_SEN,
        SMOOTH,
        STL
    }

    public enum TrendPeriod {
        MONTH,
        YEAR
    }

    /// Whose median the robust rounds of STL take.
    public enum StlMedian {
        /// What the authors' program and R take for it: the same numbers as openair's.
        R,
        /// The median, as the paper has it.
        EXACT
    }

    /// @param periods that the trend is laid through
    public record Found(
            Provenance provenance,
            Name place,
            Network.Variable variable,
            PeriodTrend.Prepared periods,
            TrendResult result)
            implements Finding {
        private static final long DAY_S = 86_400;

        /// First day of each period, days since 1970.
        public double[] days() {
            return periods.days();
        }

        /// What the trend is laid through; NaN is missing.
        public double[] values() {
            return periods.values();
        }

        /// Whether a season can be told from a trend: not where the cycle is kept in too few months.
        public boolean tellsSeason() {
            boolean months = "month".equals(provenance.parameters().getOrDefault("period", "month"));
            return !months
                    || deseasonalised()
                    || result instanceof TrendResult.Parts
                    || (periods.values().length > PeriodTrend.MONTHS_WITHOUT_CYCLE
                            && periods.count() >= PeriodTrend.MONTHS_WITHOUT_CYCLE);
        }

        /// What to say where it cannot be told.
        public Name seasonDoubt() {
            int months = periods.count();
            return Name.of(
                    months + "개월 자료로는 계절 변화와 추세를 가를 수 없음(24개월보다 길어야 추세)",
                    months + " months: season and trend cannot be told apart (a trend takes more than 24)");
        }

        /// Whether there were periods enough for a line or a curve at all.
        public boolean isKnown() {
            return switch (result) {
                case TrendResult.Straight line -> line.isKnown();
                case TrendResult.Smooth curve -> !Double.isNaN(curve.degreesOfFreedom());
                case TrendResult.Parts _ -> true;
            };
        }

        /// What to say where there were not.
        public Name tooFew() {
            int count = periods.count();
            boolean months = "month".equals(provenance.parameters().getOrDefault("period", "month"));
            return Name.of(
                    "추세를 말하기에 자료가 부족: 값이 있는 %s %d개".formatted(months ? "달" : "해", count),
                    "too few periods for a trend: %d %s%s with a value"
                            .formatted(count, months ? "month" : "year", count == 1 ? "" : "s"));
        }

        /// Whether by STL; otherwise by the means of the months.
        public boolean isByStl() {
            return periods.cycle() == PeriodTrend.Cycle.STL;
        }

        public boolean deseasonalised() {
            return periods.deseasonalised();
        }

        /// Beginning of each period, seconds, as if its calendar were UTC.
        public long[] startS() {
            return seconds(periods.days());
        }

        @Override
        public ResultTable table() {
            return switch (result) {
                case TrendResult.Straight straight ->
                    ResultTable.of(
                            one("slope_per_year", straight.slopePerYear()),
                            one("lower", straight.lowerPerYear()),
                            one("upper", straight.upperPerYear()),
                            one("p", straight.p()),
                            new ResultTable.Counts(
                                    "n", new long[] {straight.line().n()}),
                            new ResultTable.Texts("method", List.of(straight.method())));
                case TrendResult.Smooth smooth ->
                    ResultTable.of(
                            new ResultTable.Times("time", seconds(smooth.curve().times()), null),
                            new ResultTable.Numbers("value", smooth.curve().values()),
                            new ResultTable.Numbers("lower", smooth.curve().lower()),
                            new ResultTable.Numbers("upper", smooth.curve().upper()));
                case TrendResult.Parts parts ->
                    ResultTable.of(
                            new ResultTable.Times("time", startS(), null),
                            new ResultTable.Numbers("value", parts.values()),
                            new ResultTable.Numbers("seasonal", parts.parts().seasonal()),
                            new ResultTable.Numbers("trend", parts.parts().trend()),
                            new ResultTable.Numbers("remainder", parts.parts().remainder()));
            };
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("place", place);
            details.put("unit", variable.unit());
            details.put("deseasonalised", periods.deseasonalised());
            details.put("season_told_from_trend", tellsSeason());
            if (!tellsSeason()) {
                details.put("verdict", seasonDoubt());
            }
            details.put("filled_periods", periods.filled());
            details.put("first_day_since_1970", periods.days());
            details.put("values", periods.values());
            switch (result) {
                case TrendResult.Straight straight -> {
                    details.put("intercept_1970", straight.line().intercept());
                    details.put("lower_line_intercept_1970", straight.line().upperIntercept());
                    details.put("upper_line_intercept_1970", straight.line().lowerIntercept());
                    details.put("percent_per_year", percentPerYear());
                }
                case TrendResult.Smooth smooth ->
                    details.put("degrees_of_freedom", smooth.curve().degreesOfFreedom());
                case TrendResult.Parts parts ->
                    details.put("weights", parts.parts().weights());
            }
            return details;
        }

        /// How much the line changes a year, in per cent of where it begins; NaN of other trends.
        public double percentPerYear() {
            double[] days = periods.days();
            if (!(result instanceof TrendResult.Straight straight) || days.length == 0) {
                return Double.NaN;
            }
            double begin = straight.line().at(days[0]);
            double end = straight.line().at(days[days.length - 1]);
            return 100 * PeriodTrend.DAYS_A_YEAR * (end / begin - 1) / (days[days.length - 1] - days[0]);
        }

        private static ResultTable.Numbers one(String name, double value) {
            return new ResultTable.Numbers(name, new double[] {value});
        }

        private static long[] seconds(double[] days) {
            return Arrays.stream(days).mapToLong(day -> Math.round(day * DAY_S)).toArray();
        }
    }

    @Override
    public String id() {
        return "trend";
    }

    @Override
    public Name title() {
        return Name.of("추세: 테일-센 직선, 평활 곡선, STL 분해", "Trends: Theil–Sen line, smooth curve, STL");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "method",
                        Method.THEIL_SEN,
                        "테일-센 직선, 벌점 회귀 스플라인, 또는 STL 분해",
                        "Theil–Sen line, penalised regression spline, or the parts of STL"),
                Parameter.choice("period", TrendPeriod.MONTH, "추세를 구할 기간", "periods that the trend is laid through"),
                StatisticChoice.parameter(),
                Parameter.of("capture", Kind.NUMBER, "0", "기간에 필요한 자료 수집률(%)", "data capture that a period needs, %"),
                Parameter.of(
                        "deseason",
                        Kind.SWITCH,
                        "on",
                        "월별 값에서 계절 변화를 STL로 제거",
                        "of months: take the cycle of the year away, by STL"),
                Parameter.of(
                        "autocorrelation",
                        Kind.SWITCH,
                        "off",
                        "이웃한 기간의 상관을 구간에 반영(블록 붓스트랩)",
                        "intervals from blocks of neighbouring periods, which resemble each other"),
                Parameter.of("confidence", Kind.NUMBER, "95", "신뢰수준(%)", "confidence of the intervals, %"),
                Parameter.of("repeats", Kind.COUNT, "599", "붓스트랩 반복 수", "resamples of the bootstrap"),
                Parameter.of("seed", Kind.COUNT, "2", "난수 씨앗", "seed of its random numbers"),
                Parameter.of("k", Kind.COUNT, "10", "평활 곡선의 기저 차수", "rank of the smooth curve's basis"),
                Parameter.choice(
                        "stl-median",
                        StlMedian.R,
                        "STL 강건 가중치의 중앙값: R과 같게, 또는 논문대로",
                        "of STL's robust weights: as R takes it, or as the paper has it"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Method method = settings.choice("method", Method.class);
        TrendPeriod period = settings.choice("period", TrendPeriod.class);
        Series series = data.series(AirData.Need.NONE);
        TimeTable table = series.table();
        TimeTable.Column column = table.columns().getFirst();
        Periods periods = Periods.of(table, period == TrendPeriod.MONTH ? Periods.Period.MONTH : Periods.Period.YEAR);
        double[] values = StatisticChoice.of(settings)
                .byGroup(column.values(), periods, settings.number("capture", 0, 100) / 100);
        double[] days = Arrays.stream(periods.startS())
                .mapToDouble(start -> Instant.ofEpochSecond(start)
                        .atZone(table.calendar())
                        .toLocalDate()
                        .toEpochDay())
                .toArray();
        boolean deseason = period == TrendPeriod.MONTH && settings.flag("deseason");
        boolean exact = settings.choice("stl-median", StlMedian.class) == StlMedian.EXACT;
        StlSpans spans = new StlSpans(
                StlSpans.OPENAIR.seasonal(), StlSpans.OPENAIR.seasonalDegree(), StlSpans.OPENAIR.robust(), exact);
        PeriodTrend.Prepared prepared = PeriodTrend.prepare(days, values, deseason && method != Method.STL, spans);
        TrendResult result = switch (method) {
            case THEIL_SEN -> straight(prepared, settings);
            case SMOOTH -> smooth(prepared, settings);
            case STL -> parts(prepared, period, spans);
        };
        Found found = new Found(
                data.provenance(id(), series.inputs(), settings.used()),
                series.place(),
                new Network.Variable(column.id(), column.name(), column.unit()),
                prepared,
                result);
        return new Found(
                found.provenance().with(remarks(found, settings)), found.place(), found.variable(), prepared, result);
    }

    private static TrendResult straight(PeriodTrend.Prepared prepared, Settings settings) {
        BootstrapPlan plan = plan(prepared, settings);
        String blocks = plan.blockLength() == 1 ? "" : " blocks-of-" + plan.blockLength();
        String method = "theil-sen" + cycle(prepared.cycle()) + blocks;
        return new TrendResult.Straight(PeriodTrend.theilSen(prepared, plan), method);
    }

    /// What is too little for a trend is said before what is doubtful about its interval.
    private static List<Name> remarks(Found found, Settings settings) {
        if (!found.isKnown()) {
            return List.of(found.tooFew());
        }
        if (!found.tellsSeason()) {
            return List.of(found.seasonDoubt());
        }
        return neighbours(found.periods(), found.result(), settings);
    }

    /// Says where the interval of a straight line takes neighbours as independent that are not: above [#MEMORY] and
    /// above twice the standard error that independent periods have, one over the root of their number.
    private static List<Name> neighbours(PeriodTrend.Prepared prepared, TrendResult result, Settings settings) {
        if (!(result instanceof TrendResult.Straight straight) || settings.flag("autocorrelation")) {
            return List.of();
        }
        double[] residuals = prepared.values().clone();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= straight.at(prepared.days()[i]);
        }
        double memory = PeriodTrend.neighbourCorrelation(residuals);
        if (!(memory > Math.max(MEMORY, 2 / Math.sqrt(prepared.count())))) {
            return List.of();
        }
        return List.of(Name.of(
                "이웃한 기간의 잔차가 서로 닮아(시차 1 자기상관 %.2f) 신뢰구간이 너무 좁을 수 있음: --autocorrelation on으로 확인".formatted(memory),
                ("the residuals of neighbouring periods resemble each other (lag-1 autocorrelation %.2f), so the"
                                + " interval may be too narrow: compare --autocorrelation on")
                        .formatted(memory)));
    }

    private static String cycle(PeriodTrend.Cycle cycle) {
        return switch (cycle) {
            case KEPT -> "";
            case STL -> " stl";
            case MONTH_MEANS -> " month-means";
        };
    }

    private static TrendResult smooth(PeriodTrend.Prepared prepared, Settings settings) {
        int k = settings.count("k", 3, 200);
        return new TrendResult.Smooth(
                settings.flag("autocorrelation")
                        ? PeriodTrend.smooth(prepared, k, POINTS, plan(prepared, settings))
                        : PeriodTrend.smooth(prepared, k, POINTS, settings.number("confidence", 50, 99.9) / 100));
    }

    private static BootstrapPlan plan(PeriodTrend.Prepared prepared, Settings settings) {
        int block = settings.flag("autocorrelation")
                ? BootstrapPlan.blocks(prepared.count()).blockLength()
                : 1;
        return new BootstrapPlan(
                settings.count("repeats", 40, MOST_REPEATS),
                block,
                settings.number("confidence", 50, 99.9) / 100,
                settings.count("seed", 0, Integer.MAX_VALUE));
    }

    private static TrendResult parts(PeriodTrend.Prepared prepared, TrendPeriod period, StlSpans spans) {
        if (period != TrendPeriod.MONTH || prepared.count() <= PeriodTrend.MONTHS_WITHOUT_CYCLE) {
            throw new BadSetting("method", "more than 24 months for stl", prepared.count() + " periods");
        }
        double[] whole = PeriodTrend.filled(prepared);
        return new TrendResult.Parts(whole, PeriodTrend.parts(whole, spans));
    }
}
