package org.dosi.analysis.air;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.Parameter;
import org.dosi.kernel.air.LevelAxis;
import org.dosi.model.Name;

/// By what rows can be put into groups without a further column; any other word is a column, parted at its
/// quartiles.
enum GroupBy {
    SEASON("계절", "season"),
    MONTH("월", "month"),
    YEAR("연도", "year"),
    WEEKDAY("요일", "weekday"),
    WEEKEND("평일·주말", "weekday or weekend"),
    HOUR("시각", "hour"),
    WIND_SECTOR("풍향", "wind from");

    private static final List<String> SEASONS_KO = List.of("봄", "여름", "가을", "겨울");
    private static final List<String> WEEKDAYS_KO = List.of("월", "화", "수", "목", "금", "토", "일");
    private static final List<String> SECTORS_KO = List.of("북", "북동", "동", "남동", "남", "남서", "서", "북서");
    private static final int SATURDAY = 6;

    private final Name meaning;

    GroupBy(String ko, String en) {
        this.meaning = Name.of(ko, en);
    }

    Name meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Parameter::word).toList();
    }

    /// The group of a row: a number that orders the groups, -1 for none.
    ///
    /// @param windFromDeg NaN where it is calm or not known; read by [#WIND_SECTOR] alone
    int of(ZonedDateTime time, double windFromDeg) {
        return switch (this) {
            case SEASON -> LevelAxis.season(time.toLocalDate());
            case MONTH -> time.getMonthValue() - 1;
            case YEAR -> time.getYear();
            case WEEKDAY -> time.getDayOfWeek().getValue() - 1;
            case WEEKEND -> time.getDayOfWeek().getValue() < SATURDAY ? 0 : 1;
            case HOUR -> time.getHour();
            case WIND_SECTOR -> LevelAxis.sector(windFromDeg);
        };
    }

    /// As it stands in the table.
    String id(int group) {
        return switch (this) {
            case SEASON -> GroupWords.SEASONS.get(group);
            case MONTH -> GroupWords.MONTHS.get(group);
            case YEAR, HOUR -> Integer.toString(group);
            case WEEKDAY -> GroupWords.WEEKDAYS.get(group);
            case WEEKEND -> group == 0 ? "weekday" : "weekend";
            case WIND_SECTOR -> GroupWords.SECTORS.get(group);
        };
    }

    /// As people read it.
    Name name(int group) {
        String id = id(group);
        return switch (this) {
            case SEASON -> Name.of(SEASONS_KO.get(group), id);
            case MONTH -> Name.of(group + 1 + "월", id);
            case YEAR -> Name.of(id + "년", id);
            case HOUR -> Name.of(id + "시", String.format(Locale.ROOT, "%02d:00", group));
            case WEEKDAY -> Name.of(WEEKDAYS_KO.get(group) + "요일", id);
            case WEEKEND -> group == 0 ? Name.of("평일", "Mon–Fri") : Name.of("주말", "Sat, Sun");
            case WIND_SECTOR -> Name.of(SECTORS_KO.get(group) + "풍", id);
        };
    }

    /// The groups that rows fall into, in their order.
    static int[] present(int[] groupOfRow) {
        return IntStream.of(groupOfRow).filter(g -> g >= 0).distinct().sorted().toArray();
    }
}
