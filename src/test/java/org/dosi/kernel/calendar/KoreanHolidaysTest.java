package org.dosi.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class KoreanHolidaysTest {

    private static List<LocalDate> dates(int year) {
        return KoreanHolidays.of(year).stream().map(Holiday::date).distinct().toList();
    }

    private static List<LocalDate> days(int year, String monthDays) {
        return Arrays.stream(monthDays.split(" "))
                .map(d -> LocalDate.parse(year + "-" + d))
                .toList();
    }

    /// The government's calendars (월력요항) of those years, with what was decreed later.
    @Test
    void yearsPastAreAsTheyWere() {
        assertThat(dates(2017))
                .isEqualTo(
                        days(
                                2017,
                                "01-01 01-27 01-28 01-29 01-30 03-01 05-03 05-05 05-09 06-06 08-15 10-02 10-03 10-04 10-05 10-06 10-09 12-25"));
        assertThat(dates(2018))
                .isEqualTo(
                        days(
                                2018,
                                "01-01 02-15 02-16 02-17 03-01 05-05 05-07 05-22 06-06 06-13 08-15 09-23 09-24 09-25 09-26 10-03 10-09 12-25"));
        assertThat(dates(2020))
                .isEqualTo(
                        days(
                                2020,
                                "01-01 01-24 01-25 01-26 01-27 03-01 04-15 04-30 05-05 06-06 08-15 08-17 09-30 10-01 10-02 10-03 10-09 12-25"));
        assertThat(dates(2021))
                .isEqualTo(
                        days(
                                2021,
                                "01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25"));
        assertThat(dates(2022))
                .isEqualTo(
                        days(
                                2022,
                                "01-01 01-31 02-01 02-02 03-01 03-09 05-05 05-08 06-01 06-06 08-15 09-09 09-10 09-11 09-12 10-03 10-09 10-10 12-25"));
        assertThat(dates(2023))
                .isEqualTo(
                        days(
                                2023,
                                "01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25"));
        assertThat(dates(2024))
                .isEqualTo(
                        days(
                                2024,
                                "01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25"));
        assertThat(dates(2025))
                .isEqualTo(
                        days(
                                2025,
                                "01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25"));
        assertThat(dates(2026))
                .isEqualTo(
                        days(
                                2026,
                                "01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25"));
    }

    @Test
    void earlierYearsFollowTheEarlierLaw() {
        assertThat(dates(2012)).as("no Hangul Day before 2013").doesNotContain(LocalDate.of(2012, 10, 9));
        assertThat(dates(2012))
                .contains(LocalDate.of(2012, 4, 11), LocalDate.of(2012, 12, 19), LocalDate.of(2012, 5, 28));
        assertThat(dates(2013)).contains(LocalDate.of(2013, 10, 9));
        assertThat(KoreanHolidays.of(2013)).as("Sundays were lost").noneMatch(Holiday::substitute);
        assertThat(dates(2014)).contains(LocalDate.of(2014, 9, 10), LocalDate.of(2014, 6, 4));
        assertThat(dates(2015)).contains(LocalDate.of(2015, 8, 14), LocalDate.of(2015, 9, 29));
        assertThat(dates(2016))
                .contains(LocalDate.of(2016, 2, 10), LocalDate.of(2016, 4, 13), LocalDate.of(2016, 5, 6));
        assertThat(dates(2019)).contains(LocalDate.of(2019, 5, 6)).doesNotContain(LocalDate.of(2019, 7, 17));
    }

    /// Korea and China differ where the new moon falls between their midnights: KASI has Seollal on 7
    /// February 2027 and 27 January 2028.
    @Test
    void theMoonIsSeenFromKorea() {
        assertThat(dates(2027)).contains(LocalDate.of(2027, 2, 7)).doesNotContain(LocalDate.of(2027, 2, 5));
        assertThat(dates(2027))
                .as("2027: Sunday; labour and constitution days on Saturday")
                .contains(
                        LocalDate.of(2027, 2, 9),
                        LocalDate.of(2027, 5, 3),
                        LocalDate.of(2027, 7, 19),
                        LocalDate.of(2027, 12, 27));
        assertThat(dates(2028))
                .contains(LocalDate.of(2028, 1, 27), LocalDate.of(2028, 4, 12), LocalDate.of(2028, 10, 5));
    }

    @Test
    void elections() {
        assertThat(dates(2010)).contains(LocalDate.of(2010, 6, 2));
        assertThat(dates(2030)).as("6 June is the day after 5 June").contains(LocalDate.of(2030, 6, 12));
        assertThat(dates(2030)).contains(LocalDate.of(2030, 3, 27));
    }

    @Test
    void substitutesAreNeverAtAWeekendAndNeverOnAnotherHoliday() {
        for (int year = KoreanHolidays.FIRST_YEAR; year <= KoreanHolidays.LAST_YEAR; year++) {
            List<Holiday> holidays = KoreanHolidays.of(year);
            for (Holiday holiday : holidays) {
                if (holiday.substitute()) {
                    assertThat(holiday.date().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                    assertThat(holidays.stream().filter(h -> h.date().equals(holiday.date())))
                            .hasSize(1);
                }
            }
        }
    }

    /// The traffic workbooks call the weekday of a public holiday `일`.
    @Test
    void theTrafficSurveyOf2022KnowsTheSameDays() throws IOException {
        Set<LocalDate> marked = new TreeSet<>();
        for (int month = 1; month <= 10; month++) {
            String name = "demo/traffic/seoul-volume-2022/seoul_traffic_volume_2022_%02d.xlsx".formatted(month);
            try (ReadableWorkbook book = new ReadableWorkbook(Path.of(name).toFile());
                    Stream<Row> rows = book.findSheet("2022년 %02d월".formatted(month))
                            .orElseThrow()
                            .openStream()) {
                rows.filter(row -> row.getCellText(0).matches("2022\\d{4}.*")
                                && row.getCellText(1).equals("일"))
                        .map(row ->
                                LocalDate.parse(row.getCellText(0).substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE))
                        .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY)
                        .forEach(marked::add);
            }
        }
        Set<LocalDate> computed = dates(2022).stream()
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY && date.getMonthValue() <= 10)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(marked).isEqualTo(computed);
    }

    @Test
    void yearsThatNobodyKnowsAreRefused() {
        assertThatThrownBy(() -> KoreanHolidays.of(2009)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KoreanHolidays.of(2051)).isInstanceOf(IllegalArgumentException.class);
        assertThat(KoreanHolidays.of(2050)).isNotEmpty();
    }
}
