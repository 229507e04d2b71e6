package org.dosi.analysis.air.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dosi.analysis.air.Pollutants;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.air.IndexScale;
import org.junit.jupiter.api.Test;

/// The tables that ship with the program against the reference and against themselves.
class RuleTablesTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/cai/cai_breakpoints.csv");

    @Test
    void bracketsAreThoseOfTheReference() throws IOException {
        IndexTables tables = IndexTables.read();
        List<String> lines = Files.readAllLines(REFERENCE);
        assertThat(lines).hasSize(25);
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",", -1);
            IndexItem item = IndexItem.valueOf(cell[0].replace(".", ""));
            IndexScale.Bracket bracket = new IndexScale.Bracket(
                    Double.parseDouble(cell[4]),
                    Double.parseDouble(cell[5]),
                    Double.parseDouble(cell[6]),
                    Double.parseDouble(cell[7]));
            IndexScale scale = Objects.requireNonNull(tables.rules().scales().get(item));
            assertThat(scale.brackets()).as(line).contains(bracket);
            assertThat(tables.units()).containsEntry(item, cell[1].replace("ppm", "[ppm]"));
        }
    }

    @Test
    void whatNoDocumentConfirmsIsMarked() {
        assertThat(IndexTables.read().notes())
                .filteredOn(note -> !note.confirmed())
                .extracting(RuleNote::rule)
                .contains("add_for_three", "capture", "highest", "decimals.O3", "O3 very_bad")
                .doesNotContain("add_for_two", "required", "factor");
        assertThat(IndexTables.read().documents()).allMatch(document -> document.contains("AirKorea"));
        assertThat(AlertTables.find("2018").orElseThrow().notes())
                .filteredOn(note -> !note.confirmed())
                .extracting(RuleNote::rule)
                .containsExactly("capture");
    }

    /// A rule that becomes doubtful must be said in words too, and words must not outlive their doubt.
    @Test
    void whatNoDocumentConfirmsIsSaidInWordsOnce() {
        IndexTables tables = IndexTables.read();
        List<String> unconfirmed = tables.notes().stream()
                .filter(note -> !note.confirmed())
                .map(RuleNote::rule)
                .toList();
        assertThat(tables.doubts().stream()
                        .filter(doubt -> doubt.before() == null)
                        .flatMap(doubt -> doubt.rules().stream()))
                .containsExactlyInAnyOrderElementsOf(unconfirmed);
    }

    /// The brackets of PM2.5 are those of 27 March 2018: of earlier hours that must be said.
    @Test
    void hoursBeforeTheBracketsWereInForceAreDoubtful() {
        IndexTables tables = IndexTables.read();
        LocalDate start = LocalDate.of(2018, 3, 27);

        assertThat(tables.laterRules(start)).isEmpty();
        assertThat(tables.laterRules(start.minusDays(1)))
                .singleElement()
                .satisfies(words -> assertThat(words.en()).contains("2018-03-27", "PM2.5"));
        assertThat(tables.doubtsFrom(start.minusDays(1)))
                .containsAll(tables.doubtsFrom(start))
                .hasSize(tables.doubtsFrom(start).size() + 1);
    }

    @Test
    void everyDistrictOfSeoulHasOneRegion() {
        List<AlertTables.District> districts =
                AlertTables.find("2018").orElseThrow().districts();
        assertThat(districts).hasSize(25);
        assertThat(districts).extracting(district -> district.name().ko()).doesNotHaveDuplicates();
        assertThat(districts.stream().map(AlertTables.District::region).distinct())
                .hasSize(5);
    }

    @Test
    void anEditionThatIsNotThereHasNoRules() {
        assertThat(AlertTables.find("1999")).isEmpty();
    }

    /// PM2.5 changed on 27 March 2018: a year is judged by what holds at its end.
    @Test
    void aYearHasTheStandardsOfItsTime() {
        assertThat(AirStandards.in(2017, "pm25", "ug/m3").limits())
                .extracting(AirLimit::threshold)
                .containsExactly(25.0, 50.0);
        assertThat(AirStandards.in(2017, "pm25", "ug/m3").confirmed()).isFalse();
        assertThat(AirStandards.in(2018, "pm25", "ug/m3").limits())
                .extracting(AirLimit::threshold)
                .containsExactly(15.0, 35.0);
        assertThat(AirStandards.in(2023, "pm25", "ug/m3").confirmed()).isTrue();
        assertThat(AirStandards.today("no2", "[ppb]").limits())
                .extracting(AirLimit::threshold)
                .containsExactly(30.0, 60.0, 100.0);
        assertThat(AirStandards.in(1990, "pm25", "ug/m3").confirmed())
                .as("before the first date the first limits stand in")
                .isFalse();
        assertThat(AirStandards.today("pm25", "[ppm]").limits()).isEmpty();
    }

    @Test
    void anHourHasTheRuleOfItsDay() {
        List<AlertTables> all = AlertTables.all();

        assertThat(AlertTables.on(all, LocalDate.of(2018, 6, 30)).edition()).isEqualTo("2015");
        assertThat(AlertTables.on(all, LocalDate.of(2018, 7, 1)).edition()).isEqualTo("2018");
        assertThat(AlertTables.on(all, LocalDate.of(2000, 1, 1)).edition()).isEqualTo("2015");
    }

    @Test
    void aTableWithOtherHeadingsIsRefused() {
        assertThatThrownBy(() -> RuleRows.of("index-rules.csv", "rule,value"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a remark and rows of rule,value");
        assertThatThrownBy(() -> RuleRows.of("nothing.csv", "a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks its table");
    }

    @Test
    void pollutantsAreKnownByManyNames() {
        assertThat(Pollutants.find("pm2_5_ugm3")).contains(IndexItem.PM25);
        assertThat(Pollutants.find("PM2.5")).contains(IndexItem.PM25);
        assertThat(Pollutants.find("pm25")).contains(IndexItem.PM25);
        assertThat(Pollutants.find("o3_ppm")).contains(IndexItem.O3);
        assertThat(Pollutants.find("CO")).contains(IndexItem.CO);
        assertThat(Pollutants.find("초미세먼지")).contains(IndexItem.PM25);
        assertThat(Pollutants.find("co2")).isEmpty();
        assertThat(Pollutants.find("pm100")).isEmpty();
        assertThat(Pollutants.find("nox")).isEmpty();
    }
}
