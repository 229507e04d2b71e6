package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NormalisedTrendCommandTest {
    /// Results are written with twelve digits.
    private static final double WRITTEN = 5e-12;

    private static final String LONDON = "demo/air/london-1998-2005/mydata.csv.gz";

    @TempDir
    Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static AirRun london(String... more) {
        List<String> args = new ArrayList<>(List.of("--value", "no2"));
        args.addAll(Arrays.asList(more));
        AirRun run = AirRun.london("normalised-trend", args.toArray(String[]::new));
        assertThat(run.err).isEmpty();
        return run;
    }

    private static JsonNode details(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file)).get("details");
    }

    /// Carslaw, Ropkins and Bell (2006), Environmental Science & Technology 40(22), 6912-6918, on the same
    /// hours: nitrogen dioxide rose with 95 % confidence between January and March 2003.
    @Test
    void theRiseOfNitrogenDioxideInLondonIsWhereItWasPublished() throws IOException {
        Path json = folder.resolve("no2.json");
        london("--from=2001-01-01", "--to=2005-01-01", "--refits=0", "--measure-date=2003-02-17", "--out=" + json);

        JsonNode details = details(json);
        assertThat(details.at("/skill/r2").asDouble()).isGreaterThan(0.6);
        JsonNode step = details.at("/steps")
                .valueStream()
                .max((a, b) ->
                        Double.compare(a.get("size").asDouble(), b.get("size").asDouble()))
                .orElseThrow();
        assertThat(step.get("earliest").asString()).isLessThan("2003-03-31");
        assertThat(step.get("latest").asString()).isGreaterThan("2003-01-01").isLessThan("2003-04-30");
        assertThat(step.get("lower").asDouble()).isGreaterThan(5);
        assertThat(details.at("/measure/lower").asDouble()).isGreaterThan(5);
        assertThat(details.at("/measure/placebo_p").asDouble()).isLessThan(0.05);
        assertThat(step.get("abrupt").asBoolean())
                .as("others found its date; that it came at once these four years do not show")
                .isFalse();
        assertThat(details.at("/verdict/en").asString())
                .startsWith("Since 2003-02-17 the level is +")
                .contains("do not say what caused it");
        assertThat(details.at("/levels/last_52_weeks_from").asString()).startsWith("2004-01");
        assertThat(details.at("/levels/lower").asDouble()).isGreaterThan(0);
    }

    @Test
    void theTableHasTheColumnsThatScriptsRelyOn() throws IOException {
        AirRun run = london("--from=2003-01-01", "--to=2003-07-01", "--refits=3", "--period=month", "--out=-");
        List<List<String>> rows = AirRun.cells(run.lines());

        assertThat(run.lines().getFirst()).isEqualTo("time,observed,normalised,lower,upper");
        assertThat(rows).hasSize(7);
        for (List<String> row : rows.subList(1, 7)) {
            double normalised = Double.parseDouble(row.get(2));
            assertThat(normalised).isBetween(30.0, 80.0);
            assertThat(Double.parseDouble(row.get(3))).isLessThan(normalised);
            assertThat(Double.parseDouble(row.get(4))).isGreaterThan(normalised);
        }
    }

    @Test
    void thePlotSpeaksBothLanguages() throws IOException {
        String[] halfYear = {"--from=2003-01-01", "--to=2003-07-01", "--refits=2", "--measure-date=2003-04-01"};
        List<String> english = new ArrayList<>(List.of(halfYear));
        english.add("--out=" + file("a.svg"));
        List<String> korean = new ArrayList<>(List.of(halfYear));
        korean.addAll(List.of("--lang=ko", "--theme=dark", "--out=" + file("b.svg")));
        london(english.toArray(String[]::new));
        london(korean.toArray(String[]::new));

        assertThat(Files.readString(folder.resolve("a.svg")))
                .contains("weather-normalised trend", "in usual weather", "cannot be told from a step", "Measure of");
        assertThat(Files.readString(folder.resolve("b.svg"))).contains("기상 보정 추세", "평소 날씨라면", "대책 시행일 2003-04-01");
    }

    @Test
    void whereTheWeatherExplainsNothingItSaysSo() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder table = new StringBuilder("time,pm10,temperature\n");
        LocalDateTime time = LocalDateTime.of(2022, 1, 1, 0, 0);
        for (int row = 0; row < 1_400; row++) {
            table.append("%s,%.1f,%.1f\n"
                    .formatted(time.plusHours(6L * row), 30 + 5 * random.nextGaussian(), random.nextGaussian()));
        }
        Files.writeString(folder.resolve("t.csv"), table);
        AirRun run = AirRun.of(
                "normalised-trend",
                "--csv",
                file("t.csv"),
                "--value=pm10",
                "--weather=temperature",
                "--refits=0",
                "--measure-date=2022-06-01",
                "--out=" + file("t.json"));

        assertThat(run.err).isEmpty();
        JsonNode details = details(folder.resolve("t.json"));
        assertThat(details.get("tells").asBoolean()).isFalse();
        assertThat(details.at("/verdict/en").asString()).startsWith("Cannot tell");
        assertThat(details.get("steps").size()).isZero();
        assertThat(details.at("/verdict/en").asString()).contains("R² on unseen fortnights is", "the weather adds");
        assertThat(details.at("/measure/size").isNumber()).isTrue();
        assertThat(details.at("/measure/relied_on").asBoolean()).isFalse();
        assertThat(details.at("/measure/not_relied_on_because/en").asString()).startsWith("R² on unseen");
        assertThat(details.at("/measure/placebo_p_least").asDouble())
                .isCloseTo(1.0 / (1 + details.at("/measure/placebo_dates").asInt()), within(WRITTEN));
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(failed("--value=no2", "--from=2003-01-01")).startsWith("expected weather: wind");
        assertThat(failed("--value=no2", "--weather=rain")).contains("'rain'");
        assertThat(failed("--value=no2,nox", "--weather=o3")).startsWith("--value: expected one value");
        assertThat(failed("--value=no2", "--weather=o3", "--measure-date=soon"))
                .isEqualTo("--measure-date: expected a date such as 2022-08-15, found 'soon'");
    }

    private static String failed(String... more) {
        List<String> args = new ArrayList<>(List.of("normalised-trend", "--csv", LONDON, "--time", "date_gmt"));
        args.addAll(Arrays.asList(more));
        AirRun run = AirRun.of(args.toArray(String[]::new));
        assertThat(run.code).isNotZero();
        assertThat(run.err.lines()).hasSize(1);
        return run.err.strip();
    }
}
