package org.dosi.product.air.plot;

import java.util.List;
import org.dosi.analysis.air.time.TrendLevelAnalysis;
import org.dosi.product.plot.Style;

/// Names of weekdays, months and seasons, as short as plots need them.
final class CalendarWords {
    private static final List<String> WEEKDAYS_KO = List.of("월", "화", "수", "목", "금", "토", "일");
    private static final List<String> WEEKDAYS_EN = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS_EN =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> SEASONS_KO = List.of("봄", "여름", "가을", "겨울");
    private static final List<String> SEASONS_EN = List.of("spring", "summer", "autumn", "winter");
    private static final List<String> SECTORS_KO = List.of("북", "북동", "동", "남동", "남", "남서", "서", "북서");
    private static final List<String> SECTORS_EN = List.of("N", "NE", "E", "SE", "S", "SW", "W", "NW");

    private CalendarWords() {}

    /// Monday is 0.
    static String weekday(int weekday, Style style) {
        return korean(style) ? WEEKDAYS_KO.get(weekday) : WEEKDAYS_EN.get(weekday);
    }

    /// January is 0.
    static String month(int month, Style style) {
        return korean(style) ? month + 1 + "월" : MONTHS_EN.get(month);
    }

    /// One letter, or the number.
    static String shortMonth(int month, Style style) {
        return korean(style)
                ? Integer.toString(month + 1)
                : MONTHS_EN.get(month).substring(0, 1);
    }

    /// `2003년 5월`, `May 2003`.
    static String monthOfYear(int year, int month, Style style) {
        return korean(style) ? year + "년 " + month(month, style) : month(month, style) + " " + year;
    }

    /// Spring is 0.
    static String season(int season, Style style) {
        return korean(style) ? SEASONS_KO.get(season) : SEASONS_EN.get(season);
    }

    /// North is 0.
    static String sector(int sector, Style style) {
        return korean(style) ? SECTORS_KO.get(sector) : SECTORS_EN.get(sector);
    }

    /// What an axis of the trend level groups by.
    static String grouping(TrendLevelAnalysis.Grouping axis, Style style) {
        return switch (axis) {
            case HOUR -> style.say("시각(시)", "hour of the day");
            case WEEKDAY -> style.say("요일", "weekday");
            case MONTH -> style.say("월", "month");
            case SEASON -> style.say("계절", "season");
            case YEAR -> style.say("연도", "year");
            case MONTH_OF_YEAR -> style.say("연월", "month of the year");
            case WIND -> style.say("풍향", "wind from");
        };
    }

    /// What is taken of a group of hours, by its word on the command line.
    static String statistic(String word, Style style) {
        return switch (word) {
            case "mean" -> style.say("평균", "mean");
            case "median" -> style.say("중앙값", "median");
            case "max" -> style.say("최댓값", "maximum");
            case "min" -> style.say("최솟값", "minimum");
            case "sum" -> style.say("합계", "sum");
            case "sd" -> style.say("표준편차", "standard deviation");
            case "count" -> style.say("자료 수", "count");
            default ->
                word.matches("p[0-9.]+")
                        ? style.say(word.substring(1) + "백분위수", "percentile " + word.substring(1))
                        : word;
        };
    }

    /// `월별`, `monthly`: of the periods of an average.
    static String each(String period, Style style) {
        return switch (period) {
            case "hour" -> style.say("시간별", "hourly");
            case "day" -> style.say("일별", "daily");
            case "week" -> style.say("주별", "weekly");
            case "month" -> style.say("월별", "monthly");
            case "quarter" -> style.say("분기별", "quarterly");
            case "year" -> style.say("연도별", "annual");
            default -> period;
        };
    }

    /// `월별 평균`, `monthly mean`.
    static String statistic(String word, Style style, String each) {
        return each + " " + statistic(word, style);
    }

    private static boolean korean(Style style) {
        return style.language() == Style.Language.KO;
    }
}
