package org.dosi.analysis.air.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Periods;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.Averages;
import org.dosi.kernel.air.NormalisedTrend;
import org.dosi.kernel.air.NormalisedTrendParameters;
import org.dosi.kernel.air.NormalisingSkill;
import org.dosi.kernel.air.WeatherDraw;
import org.dosi.kernel.stat.StepTest;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// The trend in usual weather, the steps in it, and the effect of a measure whose date is known.
public final class NormalisedTrendAnalysis implements AirAnalysis<NormalisedTrendFound> {
    /// A period has a mean observation if it has half of its hours.
    private static final double CAPTURE = 0.5;

    /// Which weather an hour may be given.
    public enum Draw {
        AUTO,
        SEASON,
        WHOLE_PERIOD
    }

    @Override
    public String id() {
        return "normalised-trend";
    }

    @Override
    public Name title() {
        return Name.of("기상 보정 추세와 변화 시점", "Weather-normalised trend, with a test for steps");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("period", Periods.Period.DAY, "한 줄의 기간", "length of a row's period"),
                Parameter.of(
                        "weather",
                        Kind.TEXT,
                        "",
                        "바람 외의 기상 항목(쉼표로 구분). 저장소에서는 비우면 알려진 항목 모두",
                        "columns of weather beside the wind, with commas; in a store, all that are known if empty"),
                Parameter.choice(
                        "draw",
                        Draw.AUTO,
                        "평소 날씨: 같은 계절과 시각(season) 또는 전체 기간(whole-period). auto는 2년 이상이면 season",
                        "usual weather: of the season and hour, or of the whole period; auto is season from two years on"),
                Parameter.of(
                        "alpha", Kind.NUMBER, "0.01", "계단형 변화로 인정할 p의 상한", "a step is called one at this p or below"),
                Parameter.of(
                        "measure-date", Kind.DATE, "", "대책 시행일: 효과를 추정", "date of a measure whose effect is asked"),
                Parameter.of(
                        "refits",
                        Kind.COUNT,
                        "20",
                        "신뢰 구간을 위한 재적합 횟수(0이면 없음)",
                        "models refitted to resampled fortnights for the band; 0 for none"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "of everything that is drawn"));
    }

    @Override
    public NormalisedTrendFound find(AirData data, Settings settings) {
        String value = data.value();
        List<String> others = settings.find("weather")
                .map(text -> List.of(text.split("\\s*,\\s*")))
                .orElseGet(data::knownWeather);
        Series series = data.series(List.of(value), AirData.Need.OPTIONAL, others);
        TimeTable table = series.table();
        Weather weather = Weather.of(series, others);
        Periods periods = Periods.of(table, settings.choice("period", Periods.Period.class));
        Periods weeks = Periods.of(table, Periods.Period.WEEK);
        NormalisedTrendParameters parameters = parameters(settings, table);
        StepTest.Parameters test = stepTest(settings, parameters.seed());
        Optional<LocalDate> measureDate = settings.findDate("measure-date");
        double[] observed = table.values(value);
        NormalisedTrend.Result result = NormalisedTrend.of(
                localHours(table),
                observed,
                weather.columns(),
                List.of(periods.groupStart(), weeks.groupStart()),
                parameters);
        NormalisedTrendFound.Steps steps = NormalisedSteps.of(result, weeks, measureDate, table.calendar(), test);
        return new NormalisedTrendFound(
                data.provenance(id(), series.inputs(), settings.used()),
                series.place(),
                table.column(value),
                rows(table, periods, observed, result.normalised().get(0)),
                rows(table, weeks, observed, result.normalised().get(1)),
                weather.importance(result),
                skill(result.skill()),
                steps);
    }

    private static NormalisedTrendFound.Skill skill(NormalisingSkill skill) {
        return new NormalisedTrendFound.Skill(
                skill.hours(), skill.r2(), skill.r2TimeOnly(), skill.rmse(), skill.rounds(), skill.suffices());
    }

    private static NormalisedTrendParameters parameters(Settings settings, TimeTable table) {
        long[] startS = table.startS();
        double days = startS.length == 0 ? 0 : (startS[startS.length - 1] - startS[0]) / 86_400.0;
        WeatherDraw draw = switch (settings.choice("draw", Draw.class)) {
            case AUTO -> days >= NormalisedTrend.SEASON_DAYS ? WeatherDraw.ofSeason() : WeatherDraw.ofWholePeriod();
            case SEASON -> WeatherDraw.ofSeason();
            case WHOLE_PERIOD -> WeatherDraw.ofWholePeriod();
        };
        return NormalisedTrendParameters.usual(settings.count("seed", 0, Integer.MAX_VALUE))
                .withRefits(settings.count("refits", 0, 1000))
                .withDraw(draw);
    }

    private static StepTest.Parameters stepTest(Settings settings, long seed) {
        StepTest.Parameters usual = StepTest.Parameters.usual(seed);
        return new StepTest.Parameters(
                usual.margin(), usual.most(), settings.number("alpha", 0, 1), usual.resamples(), seed);
    }

    /// By the clock on the wall: traffic keeps summer time.
    private static long[] localHours(TimeTable table) {
        ZoneId zone = table.calendar();
        return Arrays.stream(table.startS())
                .map(s -> Math.floorDiv(
                        s + zone.getRules().getOffset(Instant.ofEpochSecond(s)).getTotalSeconds(), 3600L))
                .toArray();
    }

    private static NormalisedTrendFound.Rows rows(
            TimeTable table, Periods periods, double[] observed, NormalisedTrend.Band band) {
        double[] means = Averages.byGroup(
                observed, periods.groupStart(), periods.expected(), Averages.Statistic.MEAN, Double.NaN, CAPTURE);
        return new NormalisedTrendFound.Rows(
                table.zone(), periods.startS(), means, band.middle(), band.lower(), band.upper());
    }

    /// The columns that the model gets: a direction as its sine and cosine, everything else as it is.
    private record Weather(List<String> names, double[][] columns) {

        static Weather of(Series series, List<String> others) {
            List<String> names = new ArrayList<>();
            List<double[]> columns = new ArrayList<>();
            if (series.hasWind()) {
                double[] from = series.wind().exactFromDeg();
                names.addAll(List.of("wind_speed", "wind_direction", "wind_direction"));
                columns.add(series.wind().speedMPerS());
                columns.add(Arrays.stream(from)
                        .map(deg -> StrictMath.sin(Math.toRadians(deg)))
                        .toArray());
                columns.add(Arrays.stream(from)
                        .map(deg -> StrictMath.cos(Math.toRadians(deg)))
                        .toArray());
            }
            for (String other : others) {
                names.add(other);
                columns.add(series.table().values(other));
            }
            if (columns.isEmpty()) {
                throw BadSetting.of(
                        "바람이나 다른 기상 자료가 필요한데 없습니다",
                        "expected weather: wind (for a file --wind-speed COL --wind-direction COL) or"
                                + " --weather COL,COL, found none");
            }
            return new Weather(names, columns.toArray(double[][]::new));
        }

        List<NormalisedTrendFound.Importance> importance(NormalisedTrend.Result result) {
            List<String> all = new ArrayList<>(List.of("hour_of_day", "weekday"));
            if (result.season()) {
                all.add("week_of_year");
            }
            all.add("trend");
            all.addAll(names);
            List<NormalisedTrendFound.Importance> shares = new ArrayList<>();
            for (String name : all.stream().distinct().toList()) {
                double share = 0;
                for (int i = 0; i < all.size(); i++) {
                    share += all.get(i).equals(name) ? result.importance()[i] : 0;
                }
                shares.add(new NormalisedTrendFound.Importance(name, share));
            }
            return shares;
        }
    }
}
