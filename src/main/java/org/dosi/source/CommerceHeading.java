package org.dosi.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a numeric column of Seoul's commerce tables holds, understood from its heading.
///
/// A heading is a group of people or a time and then what is counted: `월요일_매출_금액`, `시간대_00_06_유동인구_수`,
/// `연령대_60_이상_상주인구_수`. Any group goes with any count, so that the tables of other years read as well.
final class CommerceHeading {

    private record Count(Pattern ending, Quantity quantity) {}

    private record Part(String suffix, String ko, String en) {}

    private static final String PERSONS = "{persons}";
    private static final String MONTHS = "mo";

    private static final List<Count> COUNTS = List.of(
            count("상주_?인구_수", "residents", "상주인구", "Residents", PERSONS),
            count("유동_?인구_수", "footfall", "길단위(유동)인구", "Footfall", PERSONS),
            count("직장_?인구_수", "workers", "직장인구", "Workers", PERSONS),
            count("총_인구_수", "residents_and_footfall", "상주·유동인구 합", "Residents and footfall together", PERSONS),
            count("매출_금액", "sales_amount", "추정 매출액", "Estimated sales", "{KRW}"),
            count("매출_건수", "sales_count", "추정 매출 건수", "Estimated number of sales", "{sales}"));

    private static final Map<String, Quantity> WHOLE = Map.of(
            "운영_영업_개월_평균", months("operating_months", "운영 점포 평균 영업 개월", "Mean months in business of open shops"),
            "폐업_영업_개월_평균", months("closing_months", "폐업 점포 평균 영업 개월", "Mean months in business of closed shops"),
            "서울_운영_영업_개월_평균",
                    months("city_operating_months", "서울 운영 점포 평균 영업 개월", "City: mean months in business of open shops"),
            "서울_폐업_영업_개월_평균",
                    months(
                            "city_closing_months",
                            "서울 폐업 점포 평균 영업 개월",
                            "City: mean months in business of closed shops"));

    private static final Map<String, Part> GROUPS = Map.ofEntries(
            Map.entry("남성", new Part("male", "남성", "men")),
            Map.entry("여성", new Part("female", "여성", "women")),
            Map.entry("주중", new Part("weekday", "주중", "weekdays")),
            Map.entry("주말", new Part("weekend", "주말", "weekends")),
            Map.entry("월요일", new Part("mon", "월요일", "Mondays")),
            Map.entry("화요일", new Part("tue", "화요일", "Tuesdays")),
            Map.entry("수요일", new Part("wed", "수요일", "Wednesdays")),
            Map.entry("목요일", new Part("thu", "목요일", "Thursdays")),
            Map.entry("금요일", new Part("fri", "금요일", "Fridays")),
            Map.entry("토요일", new Part("sat", "토요일", "Saturdays")),
            Map.entry("일요일", new Part("sun", "일요일", "Sundays")));

    private static final Pattern AGE = Pattern.compile("(남성|여성)?_?연령대_(\\d0)(_이상)?");
    private static final Pattern HOURS = Pattern.compile("시간대_(\\d\\d|건수)[_~](\\d\\d)");
    /// Where the part of the day begins that ends at this hour; some tables give the end alone (`시간대_건수~06`).
    private static final Map<String, String> BEGIN =
            Map.of("06", "00", "11", "06", "14", "11", "17", "14", "21", "17", "24", "21");

    private CommerceHeading() {}

    /// @return nothing for a heading of another family
    static Optional<Quantity> find(String heading) {
        Quantity whole = WHOLE.get(heading);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (Count count : COUNTS) {
            Matcher ending = count.ending.matcher(heading);
            if (ending.find()) {
                String group = heading.substring(0, ending.start());
                return parse(group, count);
            }
        }
        return Optional.empty();
    }

    private static Optional<Quantity> parse(String group, Count count) {
        if (group.isEmpty() || group.equals("총_") || group.equals("당월_")) {
            return Optional.of(count.quantity);
        }
        return findPart(group.replaceFirst("_$", ""))
                .map(part -> new Quantity(
                        count.quantity.property().part(part.suffix, part.ko, part.en), count.quantity.unit()));
    }

    private static Optional<Part> findPart(String group) {
        Part named = GROUPS.get(group);
        if (named != null) {
            return Optional.of(named);
        }
        Matcher age = AGE.matcher(group);
        if (age.matches()) {
            return Optional.of(agePart(age));
        }
        Matcher hours = HOURS.matcher(group);
        if (hours.matches()) {
            String to = hours.group(2);
            String from = hours.group(1).equals("건수") ? BEGIN.get(to) : hours.group(1);
            return from == null
                    ? Optional.empty()
                    : Optional.of(new Part("h" + from + "_" + to, from + "–" + to + "시", from + ":00–" + to + ":00"));
        }
        return Optional.empty();
    }

    private static Part agePart(Matcher age) {
        boolean open = age.group(3) != null;
        String ko = age.group(2) + (open ? "대 이상" : "대");
        String en = "aged " + age.group(2) + (open ? " and over" : "–" + (Integer.parseInt(age.group(2)) + 9));
        String suffix = "age" + age.group(2);
        if (age.group(1) == null) {
            return new Part(suffix, ko, en);
        }
        boolean male = age.group(1).equals("남성");
        return new Part(
                (male ? "male_" : "female_") + suffix, age.group(1) + " " + ko, (male ? "men " : "women ") + en);
    }

    private static Count count(String ending, String id, String ko, String en, String unit) {
        return new Count(Pattern.compile(ending + "$"), Quantity.of(id, unit, ko, en));
    }

    private static Quantity months(String id, String ko, String en) {
        return Quantity.of(id, MONTHS, ko, en);
    }
}
