package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dosi.app.command.Session;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line as scripts rely on it: what goes to which output, exit codes, one line for what went
/// wrong, and the same through a server.
class CommandTest {
    private static final String STATIONS = Path.of("demo/air/seoul-2017/Measurement_station_info.csv")
            .toAbsolutePath()
            .toString();
    private static final String STATUS = Path.of("demo/air/seoul-2017/Measurement_info_sample_with_status.csv")
            .toAbsolutePath()
            .toString();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anImportPrintsItsCountsLast() {
        assertThat(run("import", "seoul-air-stations", STATUS, "--data", "city"))
                .isZero();

        assertThat(lines(out))
                .last()
                .isEqualTo("{\"read\":5993,\"stored\":5993,\"unchanged\":0,\"rejected\":0,\"missing\":6}");
        assertThat(folder.resolve("city/city.duckdb"))
                .as("relative to where the user stands")
                .exists();
    }

    @Test
    void theListOfSourcesIsOneArray() {
        assertThat(run("sources", "--json")).isZero();

        JsonNode sources = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(sources.isArray()).isTrue();
        assertThat(sources.valueStream().map(source -> source.get("id").stringValue()))
                .contains("kma-asos", "kma-api", "seoul-volume", "seoul-air-stations");
        assertThat(sources.valueStream()).allMatch(source -> source.get("reads").isString());
        assertThat(err.size()).isZero();
    }

    @Test
    void aQueryWritesTheColumnsInUtc() throws IOException {
        run("import", "seoul-air-stations", STATUS, "--data", "city");
        assertThat(run(
                        "query",
                        "--property",
                        "pm10",
                        "--from",
                        "2017-01-01",
                        "--to",
                        "2017-01-02",
                        "--data",
                        "city",
                        "--out",
                        "x.csv"))
                .isZero();

        List<String> lines = Files.readAllLines(folder.resolve("x.csv"));
        assertThat(lines.getFirst())
                .isEqualTo("feature,property,unit,phenomenon_time_start,phenomenon_time_end,value,quality");
        assertThat(lines.get(1))
                .startsWith("air-stations:101,pm10,ug/m3,2016-12-31T15:00:00Z,2016-12-31T16:00:00Z,")
                .endsWith(",good");
        assertThat(lines).as("25 stations, 24 hours, less what was flagged").hasSizeBetween(500, 601);
        assertThat(folder.resolve("x.csv.partial")).doesNotExist();
    }

    @Test
    void aQueryWritesJsonToAFileAndToTheScreen() throws IOException {
        run("import", "seoul-air-stations", STATUS, "--data", "city");
        assertThat(run("query", "--property", "so2", "--flagged", "--data", "city", "--out", "x.json"))
                .isZero();

        JsonNode rows = JsonMapper.shared().readTree(Files.readString(folder.resolve("x.json")));
        assertThat(rows.size()).isBetween(900, 1001);
        assertThat(rows.get(0).get("feature").stringValue()).startsWith("air-stations:");
        assertThat(rows.get(0).get("value").isNumber()).isTrue();
        assertThat(rows.valueStream()).anyMatch(row -> !row.get("reasons").isEmpty());
    }

    @Test
    void aQuestionToAFolderThatIsNotThereMakesNone() {
        assertThat(run("query", "--data", "nowhere")).isEqualTo(1);

        assertThat(lines(err)).hasSize(1).first().asString().contains("expected a data folder, found none at");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void flaggedValuesComeOnlyWhenAskedFor() {
        run("import", "seoul-air-stations", STATUS, "--data", "city");
        out.reset();
        run("query", "--property", "pm10", "--data", "city");
        List<String> good = lines(out);
        out.reset();
        run("query", "--property", "pm10", "--flagged", "--data", "city");

        assertThat(good).noneMatch(line -> line.endsWith(",bad") || line.endsWith(",suspect"));
        assertThat(lines(out)).hasSizeGreaterThan(good.size()).anyMatch(line -> line.endsWith(",bad"));
    }

    @Test
    void whatGoesWrongIsOneLineAndAnExitCode() {
        assertThat(run("import", "no-such-source", STATUS, "--data", "city")).isEqualTo(1);
        assertThat(lines(err)).containsExactly("dosi: expected a source of ./dosi sources, found 'no-such-source'");

        err.reset();
        assertThat(run("import", "kma-asos", STATUS, "none.csv", "--data", "city"))
                .isEqualTo(1);
        assertThat(lines(err)).hasSize(2).allMatch(line -> line.startsWith("dosi: ") && line.contains(": expected "));
        assertThat(lines(out))
                .last()
                .isEqualTo("{\"read\":0,\"stored\":0,\"unchanged\":0,\"rejected\":0,\"missing\":0}");

        err.reset();
        assertThat(run("query", "--property", "pm10", "--data", "city")).isEqualTo(1);
        assertThat(lines(err)).hasSize(1);

        err.reset();
        assertThat(run("query", "--from", "yesterday", "--data", "city")).isEqualTo(1);
        assertThat(lines(err)).hasSize(1).first().asString().contains("found 'yesterday'");

        err.reset();
        assertThat(run("remove", "12", "--data", "city")).isEqualTo(1);
        assertThat(lines(err)).hasSize(1);

        err.reset();
        assertThat(run("imprt", "x")).isEqualTo(2);
    }

    @Test
    void whatIsNearlyRightIsNamed() {
        run("import", "seoul-air-station", STATUS, "--data", "city");
        run("import", "seoul-air-stations", STATUS, "--data", "city");
        run("query", "--property", "PM10", "--data", "city");
        run("query", "--property", "pm1O", "--data", "city");
        run("query", "--dataset", "seoul-air-station", "--data", "city");
        run("quality", "seoul-air-station", "--data", "city");
        run("catalogue", "seoul-air-station", "--data", "city");

        List<String> told =
                lines(err).stream().filter(line -> line.startsWith("dosi: ")).toList();
        assertThat(told)
                .hasSize(6)
                .allMatch(line -> line.matches(".*found '[^']+'; did you mean (pm10|seoul-air-stations)\\?"));
        assertThat(told.getFirst())
                .isEqualTo("dosi: expected a source of ./dosi sources, found 'seoul-air-station';"
                        + " did you mean seoul-air-stations?");
    }

    @Test
    void aServerThatOwnsTheFolderRunsTheCommand() throws IOException {
        Path data = folder.resolve("city");
        try (ObservationStore store = CityStores.open(data);
                CommandServer commands = CommandServer.start(store)) {
            new ServerAddress(commands.port(), commands.token(), "http://127.0.0.1:1/").write(data);

            assertThat(handOver(data, "import", "seoul-air-station-info", STATIONS, "--data", "city"))
                    .hasValue(0);
            assertThat(lines(out))
                    .last()
                    .isEqualTo("{\"read\":25,\"stored\":25,\"unchanged\":0,\"rejected\":0,\"missing\":0}");
            assertThat(store.listFeatures("air-stations"))
                    .as("in the server's own store")
                    .hasSize(25);
            assertThat(handOver(data, "remove", "99", "--data", "city"))
                    .as("its exit code comes back")
                    .hasValue(1);
            assertThat(lines(err)).last().asString().contains("found 99");
        }
    }

    @Test
    void theServersAddressIsReadableByItsOwnerAlone() throws IOException {
        new ServerAddress(1, "secret", "http://127.0.0.1:1/").write(folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(
                                    Files.getPosixFilePermissions(file).toString())
                            .doesNotContain("GROUP", "OTHERS"));
        }
    }

    @Test
    void anAddressLeftBehindByAKilledServerIsPassedOver() throws IOException {
        Path data = folder.resolve("city");
        int port;
        try (ObservationStore store = CityStores.open(data);
                CommandServer commands = CommandServer.start(store)) {
            port = commands.port();
            new ServerAddress(port, "another token", "http://127.0.0.1:1/").write(data);
            assertThat(handOver(data, "issues", "--data", "city"))
                    .as("somebody else listens there")
                    .isEmpty();
        }
        assertThat(handOver(data, "issues", "--data", "city"))
                .as("nobody listens")
                .isEmpty();
        assertThat(run("issues", "--data", "city")).isZero();
    }

    private OptionalInt handOver(Path data, String... args) {
        return new DataFolder(data, Duration.ofMillis(300)).handOver(args, session(data), false);
    }

    private int run(String... args) {
        return CommandTree.of(session(folder.resolve("city"))).execute(args);
    }

    private Session session(Path data) {
        return new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                () -> new DataFolder(data).open());
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
