package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTableTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @TempDir
    Path folder;

    @Test
    void timesThatRepeatForEachWordAreToldApartByIt() throws IOException {
        refused(
                "time,factor,a\n2022-01-01,F1,3\n2022-01-01,F2,4\n",
                "t.csv: expected each time once, found 2022-01-01 in lines 2 and 3 with different numbers;"
                        + " --where factor=F1 takes the rows of one factor");
    }

    @Test
    void timesThatRepeatForEachCodeAreToldApartByIt() throws IOException {
        StringBuilder text = new StringBuilder("time,no2,code,pm10\n");
        for (int day = 1; day <= 9; day++) {
            text.append("2022-01-0%1$d,0.0%1$d,101,4%1$d%n2022-01-0%1$d,0.1%1$d,102,5%1$d%n".formatted(day));
        }
        String twice = "t.csv: expected each time once, found 2022-01-01 in lines 2 and 3 with different numbers";

        refused(text.toString(), twice + "; --where code=101 takes the rows of one code", "no2");
        refused(text.toString().replace(",101,", ",7,").replace(",102,", ",7,"), twice, "no2");
    }

    /// A column that begins so would be dropped as one of words, with all of its numbers.
    @ParameterizedTest
    @ValueSource(strings = {"inf", "-Infinity", "\"1,5\"", "<0.2", "> 5"})
    void whatWasMeantAsANumberIsNoWord(String cell) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.csv"), "time,a,b\n2022-01-01,%s,1\n2022-01-02,2,1\n".formatted(cell));

        assertThatThrownBy(() ->
                        PlainTable.read(new SourceFile(file), new PlainTable.Request(null, null, null, null, null)))
                .isInstanceOf(SourceException.class)
                .hasMessage("t.csv line 2 column a: expected a number, found " + cell.replace("\"", ""));
    }

    @Test
    void rowsAreSortedAndBlanksAreMissing() throws IOException {
        TimeTable table = read("time,a,b,site\n2022-01-01 02:00,3,NA,x\n2022-01-01 00:00,1,4,y\n", null, null);

        assertThat(table.zone()).isNull();
        assertThat(instants(table)).containsExactly("2022-01-01T00:00:00Z", "2022-01-01T02:00:00Z");
        assertThat(table.values("a")).containsExactly(1, 3);
        assertThat(table.values("b")).containsExactly(4, Double.NaN);
        assertThat(table.findColumn("site"))
                .as("a column of words is none of numbers")
                .isEmpty();
        assertThat(table.stepSeconds()).isEqualTo(7200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-08-09T08:00",
                "2022-08-09 08:00:00",
                "202208090800",
                "2022-08-08T23:00:00Z",
                "2022-08-09T08:00+09:00",
                "2022-08-09 08:00:00+0900",
                "2022-08-09T08:00:00.000"
            })
    void timesAreReadAsTheyAreWritten(String stamp) throws IOException {
        assertThat(instants(read("t,a\n" + stamp + ",1\n", SEOUL, List.of("a"))))
                .containsExactly("2022-08-08T23:00:00Z");
    }

    @Test
    void aDayComesFirstOnlyWhereTheColumnSaysSo() throws IOException {
        assertThat(instants(read("t,a\n31/12/2005 1:00,1\n01/02/2005 1:00,2\n", null, List.of("a"))))
                .containsExactly("2005-02-01T01:00:00Z", "2005-12-31T01:00:00Z");
    }

    /// 1 to 12 March by the hour are that, not the third of twelve months.
    @Test
    void theOrderUnderWhichTimesAreEvenIsTheRightOne() throws IOException {
        StringBuilder mdy = new StringBuilder("t,a\n");
        StringBuilder dmy = new StringBuilder("t,a\n");
        for (int day = 1; day <= 12; day++) {
            for (int hour = 0; hour < 24; hour++) {
                if ((day + hour) % 5 > 0) {
                    mdy.append("3/%d/2017 %d:00,%d%n".formatted(day, hour, hour));
                    dmy.append("%d.3.2017 %d:00,%d%n".formatted(day, hour, hour));
                }
            }
        }

        TimeTable table = read(mdy.toString(), null, List.of("a"));

        assertThat(instants(table)).startsWith("2017-03-01T00:00:00Z").endsWith("2017-03-12T22:00:00Z");
        assertThat(instants(read(dmy.toString(), null, List.of("a")))).isEqualTo(instants(table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3/4/2017 1:00,1\n3/4/2017 2:00,2\n",
                "3/4/2017,1\n",
                "1/2/2017,1\n1/3/2017,2\n1/4/2017,2\n1/5/2017,2\n",
                "2/3/2017,1\n5/3/2017,2\n8/3/2017,3\n"
            })
    void datesThatFitBothOrdersAreRefused(String rows) throws IOException {
        assertThatThrownBy(() -> read("t,a\n" + rows, null, List.of("a")))
                .hasMessageContaining("t.csv line 2 column 1: expected dates whose order their column tells")
                .hasMessageContaining("--date-order mdy or dmy, found " + rows.substring(0, 6));
        TimeTable.Column said = PlainTable.read(
                        new SourceFile(write("t,a\n" + rows)),
                        new PlainTable.Request(null, null, List.of("a"), DateOrder.DMY, null))
                .columns()
                .getFirst();
        assertThat(said.values()).isNotEmpty();
    }

    @Test
    void whereDayAndMonthAreTheSameThereIsNothingToAsk() throws IOException {
        assertThat(instants(read("t,a\n5/5/2017 1:00,1\n", null, List.of("a"))))
                .containsExactly("2017-05-05T01:00:00Z");
    }

    @Test
    void theUnitBehindANameIsTheColumns() throws IOException {
        TimeTable table = read("t,CO [ppm],o3 (ppb),pm10_ugm3,x [8h]\n2022-01-01,1,2,3,4\n", null, null);

        assertThat(table.columns()).extracting(TimeTable.Column::unit).containsExactly("[ppm]", "[ppb]", "ug/m3", "");
        assertThat(read("t,CO [ppm]\n2022-01-01,1\n", null, List.of("CO"))
                        .column("CO")
                        .unit())
                .isEqualTo("[ppm]");
        assertThatThrownBy(() -> read("t,CO [ppm],CO [ppb]\n2022-01-01,1,2\n", null, List.of("CO")))
                .hasMessage("t.csv: expected one column 'CO', found CO [ppm] and CO [ppb]");
    }

    @Test
    void theSameRowTwiceIsOneRow() throws IOException {
        assertThat(read("t,a\n2022-01-01,1\n2022-01-01,1\n", null, List.of("a")).size())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        refused(
                "t,a\n2022-01-01,1\n2022-01-01,2\n",
                "t.csv: expected each time once, found 2022-01-01 in lines 2 and 3" + " with different numbers");
        refused(
                "t,a\n2022-01-01,1\nsoon,2\n",
                "t.csv line 3 column 1: expected a time such as 2022-08-09T08:00,"
                        + " 2022-08-09T08:00+09:00 or 8/9/2022 8:00, found soon");
        refused("t,a\n2022-01-01,1\n2022-01-02,many\n", "t.csv line 3 column a: expected a number, found many");
        refused("t,a\n2022-01-01,1,2\n", "t.csv line 2: expected a row of 2 cells, found 3 cells");
        refused(
                "t,b\n2022-01-01,1\n",
                "t.csv: expected a table with a heading line with a column 'a', found headings t,b");
        refused("t,a\n", "t.csv: expected a table with a heading line, found headings and no row");
    }

    @Test
    void aNetworkIsATableForEachStation() throws IOException {
        Path file = write("t,s,a\n2022-01-01 00:00,x,1\n2022-01-01 00:00,y,2\n2022-01-01 01:00,x,3\n");
        Map<String, TimeTable> tables = PlainTable.readGroups(
                new SourceFile(file), new PlainTable.Request(null, null, List.of("a"), null, null), "s");

        assertThat(tables).containsOnlyKeys("x", "y");
        assertThat(tables.entrySet().iterator().next().getValue().values("a")).containsExactly(1, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "n/a", "#N/A", "NaN", "null", "-", "-999", "-999.0", "-9999"})
    void whatProgramsWriteForMissingIsMissing(String cell) throws IOException {
        assertThat(read("t,a\n2022-01-01,1\n2022-01-02," + cell + "\n", null, List.of("a"))
                        .values("a"))
                .containsExactly(1, Double.NaN);
    }

    /// London's clocks show 01:00 to 02:00 twice on 25 October 2020, and not at all on 29 March.
    @Test
    void anHourThatAClockShowsTwiceIsTwo() throws IOException {
        String text = "t,a\n2020-10-25 00:30,1\n2020-10-25 01:30,2\n2020-10-25 01:30,3\n2020-10-25 02:30,4\n";

        assertThat(instants(read(text, ZoneId.of("Europe/London"), List.of("a"))))
                .containsExactly(
                        "2020-10-24T23:30:00Z", "2020-10-25T00:30:00Z", "2020-10-25T01:30:00Z", "2020-10-25T02:30:00Z");
        refused(text, "t.csv: expected each time once, found 2020-10-25 01:30 in lines 3 and 4 with different numbers");
    }

    @Test
    void anHourThatAClockSkipsIsRefused() {
        assertThatThrownBy(() -> read("t,a\n2020-03-29 01:30,1\n", ZoneId.of("Europe/London"), List.of("a")))
                .hasMessage("t.csv line 2 column 1: expected a time that the clocks of Europe/London show,"
                        + " found 2020-03-29 01:30");
    }

    @Test
    void aDecimalCommaIsNoThousand() throws IOException {
        refused("t,a\n2022-01-01,\"0,125\"\n", "t.csv line 2 column a: expected a number, found 0,125");
        assertThat(read("t,a\n2022-01-01,\"1,125\"\n", null, List.of("a")).values("a"))
                .containsExactly(1125);
    }

    @Test
    void columnsWithoutAHeadingArePassedOver() throws IOException {
        assertThat(read("t,a,,\n2022-01-01,1,,\n", null, null).columns()).hasSize(1);
    }

    private void refused(String text, String message) {
        refused(text, message, "a");
    }

    private void refused(String text, String message, String column) {
        assertThatThrownBy(() -> read(text, null, List.of(column)))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }

    private TimeTable read(String text, @Nullable ZoneId zone, @Nullable List<String> columns) throws IOException {
        return PlainTable.read(new SourceFile(write(text)), new PlainTable.Request(null, zone, columns, null, null));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private static List<String> instants(TimeTable table) {
        return Arrays.stream(table.startS())
                .mapToObj(s -> Instant.ofEpochSecond(s).toString())
                .toList();
    }
}
