package org.dosi.product.air.plot;

import java.util.Locale;
import java.util.Map;
import org.dosi.analysis.air.direction.PolarAnalysis;
import org.dosi.model.Name;
import org.dosi.product.plot.Style;

/// What stands around a polar plot.
final class PolarWords {

    private PolarWords() {}

    static String title(PolarAnalysis.Found found, Style style) {
        String values = found.column().id().equals(found.with().id())
                ? style.say(found.column().name())
                : style.say(found.column().name()) + " – "
                        + style.say(found.with().name());
        return values + " · " + style.say(found.place());
    }

    static String below(PolarAnalysis.Found found, Style style) {
        return style.say(statistic(found)) + " · "
                + style.say("풍향·풍속별, %,d시간", "by wind direction and speed, %,d hours")
                        .formatted(found.hours());
    }

    /// Above the bar of colours: what is coloured, with its unit.
    static String bar(PolarAnalysis.Found found, Style style) {
        return switch (found.statistic()) {
            case MEAN, MEDIAN, PERCENTILE, MAX, WEIGHTED_MEAN -> AirWords.withUnit(found.column(), style);
            case FREQUENCY -> style.say("시간", "hours");
            case CPF -> style.say("확률", "probability");
            case CORRELATION -> "r";
            case SLOPE, ROBUST_SLOPE -> style.say("기울기", "slope");
        };
    }

    static Name statistic(PolarAnalysis.Found found) {
        String percentile = found.provenance().parameters().getOrDefault("percentile", "");
        return switch (found.statistic()) {
            case MEAN -> Name.of("평균", "mean");
            case MEDIAN -> Name.of("중앙값", "median");
            case PERCENTILE -> Name.of(percentile + "백분위수", "percentile " + percentile);
            case MAX -> Name.of("최댓값", "maximum");
            case WEIGHTED_MEAN -> Name.of("빈도 가중 평균", "mean weighted by frequency");
            case FREQUENCY -> Name.of("빈도", "frequency");
            case CPF ->
                percentile.contains(",")
                        ? Name.of(
                                "조건부 확률, 백분위수 " + percentile.replace(",", "–") + " 사이",
                                "conditional probability, percentiles " + percentile.replace(",", " to "))
                        : Name.of(
                                "조건부 확률, 백분위수 " + percentile + " 초과",
                                "conditional probability above percentile " + percentile);
            case CORRELATION -> Name.of("가중 상관계수", "weighted correlation");
            case SLOPE -> Name.of("가중 회귀 기울기", "weighted slope");
            case ROBUST_SLOPE -> Name.of("로버스트 회귀 기울기", "robust slope");
        };
    }

    /// In what steps directions are reported, to stand behind other words; empty for tens of degrees and finer, or
    /// where it is not known.
    static String steps(double stepDeg, Style style) {
        return stepDeg > 10
                ? style.say(" · 풍향은 %s° 간격으로 기록됨", " · directions reported in steps of %s°")
                        .formatted(stepDeg == Math.rint(stepDeg) ? Long.toString((long) stepDeg) : "" + stepDeg)
                : "";
    }

    /// How the surface was made, for who reads the small print; empty without one.
    static String note(PolarAnalysis.Found found, Style style) {
        if (Double.isNaN(found.freedom())) {
            return "";
        }
        Map<String, String> used = found.provenance().parameters();
        boolean reference = "tprs".equals(used.get("smoother"));
        String spline = reference
                ? style.say("박판 회귀 스플라인", "thin-plate regression spline")
                : style.say("원판 박판 스플라인", "thin-plate spline of the disc");
        String made = String.format(
                Locale.ROOT,
                style.say(
                        "%s, 유효 자유도 %.0f; %s자료에서 먼 곳은 빈칸",
                        "%s, %.0f effective degrees of freedom; %sblank far from data"),
                spline,
                found.freedom(),
                fewHours(found, style));
        return made + steps(found.directionStepDeg(), style);
    }

    private static String fewHours(PolarAnalysis.Found found, Style style) {
        if (found.fewestHours() <= 1) {
            return style.say("한 시간뿐인 구간도 곡면에 나타남; ", "bins of a single hour show in it; ");
        }
        String rule = switch (found.statistic()) {
            case MEAN, MEDIAN, PERCENTILE, MAX, WEIGHTED_MEAN, FREQUENCY, CPF ->
                style.say("%d시간 미만인 구간은 곡면을 높이지 못함; ", "bins of fewer than %d h cannot raise it; ");
            case CORRELATION, SLOPE, ROBUST_SLOPE ->
                style.say("%d시간 미만인 구간은 곡면에서 제외; ", "bins of fewer than %d h left out; ");
        };
        return rule.formatted(found.fewestHours());
    }
}
