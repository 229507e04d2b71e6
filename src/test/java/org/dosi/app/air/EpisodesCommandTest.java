package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.finding.Settings;
import org.dosi.app.DemoCity;
import org.dosi.app.command.Cities;
import org.dosi.app.command.Version;
import org.dosi.model.TimeWindow;
import org.dosi.product.text.FindingText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodesCommandTest {
    private static final String SEOUL = "demo/air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz";

    @TempDir
    static Path folder;

    private static DemoCity city;

    @BeforeAll
    static void load() {
        city = DemoCity.air(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static AirRun onStore(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--data";
        all[args.length + 1] = folder.resolve("data").toString();
        return AirRun.of(city::lease, all);
    }

    private static AirRun onFile(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of(args));
        all.addAll(List.of("--csv", SEOUL, "--time", "time_kst", "--station-column", "station_code"));
        return AirRun.of(all.toArray(String[]::new));
    }

    @Test
    void aStoreAndItsPlainFileTellTheSameDustAndHaze() {
        List<List<String>> store =
                AirRun.cells(onStore("episodes", "--class", "real").lines());
        List<List<String>> file = AirRun.cells(onFile(
                        "episodes",
                        "--class",
                        "real",
                        "--zone",
                        "Asia/Seoul",
                        "--value",
                        "pm10_ugm3,pm25_ugm3,o3_ppm,no2_ppm,co_ppm,so2_ppm")
                .lines());

        assertThat(ids(store, "yellow-dust"))
                .containsExactlyInAnyOrder(
                        "2017-05-05T23-yellow-dust",
                        "2017-01-27T05-yellow-dust",
                        "2017-01-22T05-yellow-dust",
                        "2017-04-19T06-yellow-dust");
        assertThat(ids(file, "yellow-dust")).isEqualTo(ids(store, "yellow-dust"));
        assertThat(ids(store, "regional-haze")).contains("2017-01-01T00-regional-haze", "2017-01-17T08-regional-haze");
        assertThat(ids(file, "regional-haze")).containsAll(ids(store, "regional-haze"));
    }

    /// The server finds the episodes of a window once, whichever of them are asked for after each other.
    @Test
    void whatIsChosenFromAllEpisodesIsWhatIsFoundAlone() {
        EpisodesAnalysis episodes = new EpisodesAnalysis();
        Function<Map<String, String>, Settings> settings = given -> new Settings(episodes.parameters(), given);
        StoreAirData.Choice choice = new StoreAirData.Choice(
                List.of("pm10", "pm25"),
                null,
                null,
                null,
                null,
                new TimeWindow(Instant.parse("2017-04-30T15:00:00Z"), Instant.parse("2017-05-31T15:00:00Z")),
                null,
                false);
        StoreAirData data =
                new StoreAirData(Cities.SEOUL, city.store(), Inventory.of(city.store()), choice, Version.number());
        EpisodesAnalysis.Found whole = episodes.find(data, settings.apply(Map.of()));
        Settings one =
                settings.apply(Map.of("episode", whole.listed().getFirst().id()));
        Settings faults = settings.apply(Map.of("class", "instrument-fault"));

        assertThat(FindingText.json(episodes.select(whole, one)))
                .isEqualTo(FindingText.json(episodes.find(data, one)))
                .isNotEqualTo(FindingText.json(whole));
        assertThat(FindingText.json(episodes.select(whole, faults)))
                .isEqualTo(FindingText.json(episodes.find(data, faults)));
        assertThat(episodes.selecting()).isSubsetOf(one.used().keySet());
    }

    @Test
    void theGreatFaultsOfTheYearAreFaults() {
        List<List<String>> rows =
                AirRun.cells(onStore("episodes", "--class", "instrument-fault").lines());

        assertThat(peakOf(rows, "2017-01-15T10-instrument-fault-113")).isEqualTo("71.7");
        assertThat(peakOf(rows, "2017-07-02T18-instrument-fault-111")).isEqualTo("5.297");
        assertThat(peakOf(rows, "2017-08-20T04-instrument-fault-111")).isEqualTo("3403");
    }

    private static String peakOf(List<List<String>> rows, String id) {
        return rows.stream()
                .filter(row -> row.get(1).equals(id))
                .map(row -> row.get(6))
                .findFirst()
                .orElse("none");
    }

    private static List<String> ids(List<List<String>> rows, String kind) {
        return rows.stream()
                .filter(row -> row.get(4).equals(kind))
                .map(row -> row.get(1))
                .sorted()
                .toList();
    }

    /// A number is not parted from its unit at the end of a line.
    @Test
    void thePageOfAnEpisodeSpeaksBothLanguages() throws IOException {
        Path page = folder.resolve("dust.html");

        AirRun run = onStore("episodes", "--episode", "2017-05-05T23-yellow-dust", "--out", page.toString());

        assertThat(run.err).isEmpty();
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<title>Yellow dust, 2017-05-05 23:00 – 2017-05-09 19:00 (Asia/Seoul)</title>")
                .contains("lang=\"ko\" id=\"2017-05-05T23-yellow-dust-ko\"", "lang=\"en\"")
                .contains("황사에는 국지 비율을 매기지 않는다", "For dust no local share is given: uneven dust and")
                .doesNotContain("of it was local", "국지 비율(95", "Local share (95")
                .contains("PM10 최고값은 423\u00a0µg/m³(은평구, 5월 6일 1시)", "PM10 reached 423\u00a0µg/m³ at Eunpyeong-gu")
                .contains("배경보다</th>", "Above the background</th>")
                .doesNotContain(">국지</th>", ">Local</th>")
                .contains("Data of: ", "자료 제공: ")
                .contains("<svg");
    }

    /// Episodes of a month are judged against the month alone, and the report of the month says so where it lists
    /// them; PM10's local share holds the dust.
    @Test
    void theReportOfAMonthSaysWhatItsPartsSay() throws IOException {
        Path page = folder.resolve("may.html");

        AirRun run = onStore(
                "report",
                "--from",
                "2017-05-01",
                "--to",
                "2017-06-01",
                "--value",
                "pm10,pm25",
                "--out",
                page.toString());

        assertThat(run.err).contains("dosi: 31 days: the law's limit alone is the threshold");
        assertThat(Files.readString(page))
                .containsOnlyOnce("<p class=\"muted\">31 days: the law&#39;s".replace("&#39;", "'"))
                .contains("of all hours of these 31 days")
                .contains("PM10's local share holds 92 hours of yellow dust");
    }

    @Test
    void plotsAndTheLogAreDrawn() throws IOException {
        for (String name : List.of("all.svg", "all.json")) {
            Path out = folder.resolve(name);
            AirRun run = onStore(
                    "episodes", "--from", "2017-03-01", "--to", "2017-06-01", "--out", out.toString(), "--lang", "ko");
            assertThat(run.err).isEmpty();
            assertThat(Files.readString(out)).contains("황사");
        }
        Path plot = folder.resolve("one.svg");
        onStore("background", "--value", "no2", "--from", "2017-02-15", "--to", "2017-02-17", "--out", plot.toString());
        assertThat(Files.readString(plot)).contains("Background and local part");
    }

    /// Tables say what the sentences say: of dust no local share, of ozone what the city consumed.
    @Test
    void theTableOfEpisodesDoesNotContradictItsSentences() throws IOException {
        Path log = folder.resolve("log.html");
        AirRun run = onStore("episodes", "--out", log.toString());
        assertThat(run.err).as("nine months are no short window").isEmpty();
        List<String> rows = Files.readString(log).lines().toList();
        assertThat(rows)
                .filteredOn(row -> row.contains("<td class=\"t s\">Yellow dust<"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row).contains("<td class=\"n s\">–</td>"));
        assertThat(rows)
                .filteredOn(row -> row.contains(">Photochemical ozone</td>"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).contains("consumed by the city: "));

        Path ozone = folder.resolve("ozone.html");
        String id = AirRun.cells(
                        onStore("episodes", "--class", "photochemical-ozone").lines())
                .get(1)
                .get(1);
        onStore("episodes", "--episode", id, "--lang", "ko", "--out", ozone.toString());
        assertThat(Files.readString(ozone))
                .contains("<title>광화학 오존, 2017-")
                .contains(
                        "배경 오존 중 도시 안에서 소모(95\u00a0% 구간)", "Background ozone consumed by the city (95\u00a0% interval)")
                .doesNotContain("국지 비율(95", "Local share (95");
    }

    @Test
    void theBackgroundOfOzoneIsAboveMostStations() {
        List<List<String>> rows = AirRun.cells(
                onFile("background", "--value", "o3_ppm", "--from", "2017-06-16", "--to", "2017-06-18", "--out", "-")
                        .lines());

        long below = rows.stream()
                .skip(1)
                .filter(row -> Double.parseDouble(row.get(4)) <= 0)
                .count();
        assertThat((double) below / (rows.size() - 1))
                .as(
                        "the upper fifth: four of five are below, less what chance has moved; it is not picked by the hour itself")
                .isBetween(0.6, 0.9);
    }

    @Test
    void oneStationOfAnotherCityHasEpisodesWithoutABackground() {
        List<List<String>> rows =
                AirRun.cells(AirRun.london("episodes", "--value", "pm10,pm25,o3,no2", "--class", "photochemical-ozone")
                        .lines());

        assertThat(rows.get(1).get(1)).as("the heat of August 2003").isEqualTo("2003-08-07T11-photochemical-ozone");
        assertThat(rows.stream().skip(1))
                .allSatisfy(row -> assertThat(row.get(9)).isEmpty());
    }

    @Test
    void aShortWindowIsRemarked() {
        AirRun days = onStore("episodes", "--from", "2017-05-01", "--to", "2017-05-12");
        assertThat(days.err)
                .startsWith("dosi: 11 days: the law's limit alone is the threshold")
                .contains("ask for 90 days or more");
    }

    @Test
    void whatCannotBeAskedIsSaidInOneLine() {
        assertThat(onStore("episodes", "--from", "2017-03-01", "--to", "2017-06-01", "--episode", "nix").err)
                .isEqualToIgnoringNewLines(
                        "--episode: expected an id of the list, such as 2017-05-05T23-yellow-dust, found 'nix'");
        assertThat(onFile("episodes", "--value", "pm10_ugm3,wind").err)
                .isEqualToIgnoringNewLines("--value: expected names of pollutants such as pm10,pm25,o3, found 'wind'");
        assertThat(onFile("background", "--value", "o3_ppm", "--smoothing", "4").err)
                .isEqualToIgnoringNewLines("--smoothing: expected an odd number of hours, found '4'");
        assertThat(onStore("background", "--value", "pm10,o3").err)
                .isEqualToIgnoringNewLines("--value: expected one value, such as pm10, found 'pm10,o3'");
    }
}
