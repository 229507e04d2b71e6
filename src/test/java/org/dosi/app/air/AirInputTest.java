package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dosi.product.air.AirOffers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every analysis promises of a user's own file: another kind of file, a missing column, a bad cell or time end
/// in one line that says what was expected, what was found and where, and leave no result; and odd but possible data
/// (one row, all missing, all equal, no wind, gaps) end in a result without NaN in it, or in such a line.
class AirInputTest {
    private static final String HEADINGS = "time,ws,wd,pm10,pm25,o3,hour.inc,lon,lat,station,no2,note";
    private static final LocalDateTime START = LocalDateTime.of(2020, 1, 1, 0, 0);

    /// So many days the map of sources wants at least.
    private static final int DAYS = 41;

    private static final int PM10 = 3;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /// An analysis with the smallest settings that ask all of its code.
    ///
    /// @param rows of a good file
    record Sample(String analysis, List<String> args, List<String[]> rows) {
        @Override
        public String toString() {
            return String.join(" ", args.subList(0, Math.min(3, args.size())));
        }

        /// The rows with a change made to each.
        String with(Consumer<String[]> change) {
            return text(rows.stream()
                    .map(row -> {
                        String[] copy = row.clone();
                        change.accept(copy);
                        return copy;
                    })
                    .toList());
        }

        String text() {
            return with(_ -> {});
        }

        private static String text(List<String[]> rows) {
            StringBuilder text = new StringBuilder(HEADINGS).append('\n');
            rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
            return text.toString();
        }
    }

    private static final List<Sample> SAMPLES = samplesOfAll();

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    private static List<Sample> samplesOfAll() {
        List<String[]> place = place();
        List<String[]> network = network(place);
        place = place.subList(0, DAYS / 2 * 24);
        List<String[]> paths = paths();
        String wind = " --wind-speed ws --wind-direction wd";
        String stations = " --station-column station --stations " + "STATIONS --zone Asia/Seoul";
        String day = " --from 2020-01-20 --to 2020-01-21";
        List<Sample> samples = new ArrayList<>();
        for (String line : List.of(
                "average --value pm10 --period day",
                "rolling --value pm10",
                "statistics --value pm10",
                "variation --value pm10",
                "calendar --value pm10",
                "trend --value pm10",
                "trend --value pm10 --method smooth",
                "trend-level --value pm10",
                "index --value pm10 --unit ug/m3",
                "wind-rose --value pm10" + wind,
                "pollution-rose --value pm10" + wind,
                "percentile-rose --value pm10" + wind,
                "polar-frequency --value pm10" + wind,
                "polar --value pm10 --grid surface" + wind,
                "polar --value pm10 --grid surface --smoother tprs" + wind,
                "polar --value pm10 --statistic robust-slope --with pm25" + wind,
                "cpf --value pm10" + wind,
                "nwr --value pm10" + wind,
                "annulus --value pm10" + wind,
                "cluster --value pm10 --clusters 2" + wind,
                "directions --value pm10 --resamples 19 --permutations 19" + wind,
                "normalised-trend --value pm10 --refits 0" + wind)) {
            samples.add(sample(line, place));
        }
        for (String line : List.of(
                "alerts --value pm10 --unit ug/m3" + stations,
                "surface --value pm10 --cell 5000" + stations,
                "surface-hours --value pm10 --cell 5000" + day + stations,
                "index-surface --value pm10,pm25,o3,no2 --unit o3=ppm,no2=ppm --cell 5000 --draws 20" + day + stations,
                "background --value pm10" + stations,
                "episodes --value pm10" + stations + wind,
                "sources --value pm10 --cell 5000 --replicates 0 --test 0" + stations + wind,
                "report --value pm10" + stations + wind)) {
            samples.add(sample(line, network));
        }
        samples.add(sample("trajectories --value pm10 --grid 0.5 --resamples 19", paths));
        return samples;
    }

    private static Sample sample(String line, List<String[]> rows) {
        List<String> args = Arrays.asList(line.split(" "));
        return new Sample(args.getFirst(), args, rows);
    }

    /// A month of one place: wind from all sides, more from the south-west, round numbers.
    private static List<String[]> place() {
        Random random = new Random(1);
        List<String[]> rows = new ArrayList<>();
        for (int h = 0; h < DAYS * 24; h++) {
            int from = 10 * (1 + random.nextInt(36));
            long pm10 = Math.round(30 + 8 * random.nextGaussian() + (from > 200 && from < 260 ? 15 : 0));
            rows.add(new String[] {
                START.plusHours(h).toString(),
                Double.toString(0.5 + random.nextInt(50) / 10.0),
                Integer.toString(from),
                Long.toString(Math.max(1, pm10)),
                Long.toString(Math.max(1, pm10 / 2)),
                Double.toString((20 + random.nextInt(30)) / 1000.0),
                "0",
                "127",
                "37.5",
                "101",
                Double.toString((10 + random.nextInt(40)) / 1000.0),
                ""
            });
        }
        return rows;
    }

    private static List<String[]> network(List<String[]> place) {
        Random random = new Random(2);
        List<String[]> rows = new ArrayList<>();
        for (String[] hour : place) {
            for (int s = 0; s < 5; s++) {
                String[] row = hour.clone();
                row[PM10] = Long.toString(Math.max(1, Long.parseLong(row[PM10]) + random.nextInt(9) - 4));
                row[9] = Integer.toString(101 + s);
                rows.add(row);
            }
        }
        return rows;
    }

    /// Back trajectories of 12 hours, for every third hour of two weeks.
    private static List<String[]> paths() {
        Random random = new Random(3);
        List<String[]> rows = new ArrayList<>();
        for (int arrival = 0; arrival < 14 * 24; arrival += 3) {
            double east = random.nextGaussian() / 10;
            double north = random.nextGaussian() / 10;
            String pm10 = Integer.toString(20 + random.nextInt(30));
            for (int back = 0; back <= 12; back++) {
                rows.add(new String[] {
                    START.plusHours(arrival).toString(),
                    "1",
                    "10",
                    pm10,
                    pm10,
                    "0.03",
                    Integer.toString(-back),
                    Double.toString(127 + east * back),
                    Double.toString(37.5 + north * back),
                    "101",
                    "0.02",
                    ""
                });
            }
        }
        return rows;
    }

    @BeforeAll
    static void writeStations() throws IOException {
        StringBuilder text = new StringBuilder("id,lon,lat\n");
        for (int s = 0; s < 5; s++) {
            text.append("%d,%s,%s%n".formatted(101 + s, 126.9 + 0.05 * (s % 3), 37.5 + 0.06 * Math.floorDiv(s, 3)));
        }
        Files.writeString(shared.resolve("stations.csv"), text);
    }

    @Test
    void everyAnalysisHasASample() {
        assertThat(SAMPLES.stream().map(Sample::analysis).distinct())
                .containsExactlyInAnyOrderElementsOf(AirOffers.list().stream()
                        .map(offer -> offer.analysis().id())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsNoTableIsOneLine(Sample sample) throws IOException {
        String text = sample.text();
        byte[] noise = new byte[5000];
        new Random(4).nextBytes(noise);

        assertThat(refused(sample, new byte[0])).contains("an empty file");
        assertThat(refused(sample, bytes(HEADINGS + "\n"))).contains("headings and no row");
        assertThat(refused(sample, text.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
        assertThat(refused(sample, noise)).contains("in.csv");
        assertThat(refused(sample, ("ü" + text).getBytes(StandardCharsets.ISO_8859_1)))
                .contains("text in another encoding");
        assertThat(refused(sample, bytes(text.substring(0, text.length() - 12))))
                .contains("truncated");
        assertThat(refused(sample, bytes(text.replace(',', ';')))).contains("semicolons");
        Files.deleteIfExists(folder.resolve("in.csv"));
        assertThat(told(sample, "o.csv")).contains("no such file");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aColumnThatIsMissingOrThereTwiceIsNamed(Sample sample) throws IOException {
        assertThat(refused(sample, bytes(sample.text().replace("pm10", "PM10"))))
                .endsWith("; did you mean PM10?");
        assertThat(refused(sample, bytes(sample.text().replace("o3", "pm10"))))
                .isEqualTo("in.csv: expected one column 'pm10', found two of that name");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBadCellOrTimeIsSaidWithItsPlace(Sample sample) throws IOException {
        assertThat(refused(sample, bytes(change(sample, 3, PM10, "x"))))
                .isEqualTo("in.csv line 5 column pm10: expected a number, found x");
        assertThat(refused(sample, bytes(change(sample, 3, PM10, "\"0,125\"")))).contains("line 5", "0,125");
        assertThat(refused(sample, bytes(change(sample, 3, 0, "2020-02-30T00:00"))))
                .startsWith("in.csv line 5 column 1: expected a time such as")
                .endsWith("found 2020-02-30T00:00");
        assertThat(refused(sample, bytes(change(sample, 3, 0, "")))).endsWith("found nothing");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void datesThatCouldBeOfTwoMonthsAreAskedFor(Sample sample) throws IOException {
        List<String[]> day = sample.rows.subList(0, 1);
        String text = Sample.text(day).replace("2020-01-01T00:00", "3/4/2020 0:00");

        assertThat(refused(sample, bytes(text))).endsWith("or --date-order mdy or dmy, found 3/4/2020 0:00");
    }

    /// The same numbers in another dress give the same result, to the byte.
    @ParameterizedTest
    @MethodSource("samples")
    void theFormOfTheFileDoesNotMatter(Sample sample) throws IOException {
        String text = sample.text();
        write(bytes(text));
        String told = told(sample, "o.csv");
        String result = Files.readString(folder.resolve("o.csv"));
        List<String[]> shuffled = new ArrayList<>(sample.rows);
        Collections.shuffle(shuffled, new Random(5));

        for (byte[] other : List.of(
                bytes(text.replace("\n", "\r\n")),
                bytes("\ufeff" + text),
                text.replace(",note\n", ",비고\n").getBytes(Charset.forName("MS949")),
                bytes(sample.analysis.equals("trajectories") ? text : Sample.text(shuffled)),
                bytes(sample.with(row -> row[0] = row[0].endsWith("T00:00") ? before(row[0]) : row[0])))) {
            write(other);
            assertThat(told(sample, "o.csv")).isEqualTo(told);
            assertThat(Files.readString(folder.resolve("o.csv"))).isEqualTo(result);
        }
    }

    /// `2020-01-02T00:00` is `2020-01-01 24:00`.
    private static String before(String midnight) {
        return LocalDateTime.parse(midnight).toLocalDate().minusDays(1) + " 24:00";
    }

    @ParameterizedTest
    @MethodSource("samples")
    void oddDataEndInAResultOrInALine(Sample sample) throws IOException {
        Random random = new Random(6);
        for (String text : List.of(
                Sample.text(sample.rows.subList(0, 1)),
                Sample.text(sample.rows.subList(0, 2)),
                sample.with(row -> row[PM10] = "NA"),
                sample.with(row -> row[PM10] = "5"),
                sample.with(row -> row[PM10] = "0"),
                sample.with(row -> row[PM10] = "-" + row[PM10]),
                sample.with(row -> row[PM10] = random.nextInt(3) == 0 ? "-999" : row[PM10]),
                sample.with(row -> row[1] = row[2] = ""),
                sample.with(row -> row[1] = row[2] = "0"),
                sample.with(row -> row[2] = "999"),
                Sample.text(
                        sample.rows.stream().filter(_ -> random.nextInt(3) > 0).toList()),
                Sample.text(
                        sample.rows.stream().filter(row -> row[9].equals("101")).toList()),
                sample.with(row -> row[0] = row[0] + ":01+09:00"))) {
            write(bytes(text));
            String told = told(sample, "o.svg");
            if (Files.exists(folder.resolve("o.svg"))) {
                assertThat(Files.readString(folder.resolve("o.svg")).replaceAll("base64,[^\"]*", ""))
                        .doesNotContain("NaN", "Infinity");
            } else {
                assertOneLine(told);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSlipInOneDateDoesNotAskForCenturies(Sample sample) throws IOException {
        write(bytes(change(sample, sample.rows.size() - 1, 0, "2999-01-01T00:00")));

        String told = told(sample, "o.csv");

        // A window cuts the year away, and trajectories have no steps.
        if (!sample.analysis.equals("trajectories") && !sample.args.contains("--from")) {
            assertThat(told).contains("expected times that lie together", "2999-01-01T00:00");
        }
    }

    private static String change(Sample sample, int row, int column, String cell) {
        List<String[]> rows = new ArrayList<>(sample.rows);
        String[] changed = rows.get(row).clone();
        changed[column] = cell;
        rows.set(row, changed);
        return Sample.text(rows);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(byte[] content) throws IOException {
        Files.write(folder.resolve("in.csv"), content);
    }

    /// Runs the sample on what lies at `in.csv`, and gives what it said on standard error.
    private String told(Sample sample, String out) throws IOException {
        List<String> args = new ArrayList<>();
        for (String arg : sample.args) {
            args.add(arg.equals("STATIONS") ? shared.resolve("stations.csv").toString() : arg);
        }
        Files.deleteIfExists(folder.resolve(out));
        args.addAll(List.of(
                "--csv",
                folder.resolve("in.csv").toString(),
                "--out",
                folder.resolve(out).toString()));
        AirRun run = AirRun.of(args.toArray(String[]::new));
        assertThat(run.code == 0).as(run.err).isEqualTo(Files.exists(folder.resolve(out)));
        assertThat(folder.resolve(out + ".partial")).doesNotExist();
        return run.err.strip();
    }

    private String refused(Sample sample, byte[] content) throws IOException {
        write(content);
        String told = told(sample, "o.csv");
        assertThat(folder.resolve("o.csv")).doesNotExist();
        assertOneLine(told);
        return told;
    }

    private static void assertOneLine(String told) {
        assertThat(told)
                .doesNotContain("\n")
                .contains("expected")
                .contains("found")
                .hasSizeLessThan(500);
    }
}
