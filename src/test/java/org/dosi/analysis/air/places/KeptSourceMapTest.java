package org.dosi.analysis.air.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A map that outlives the program: nine stations, sixty days, noise alone.
class KeptSourceMapTest {
    private static final int HOURS = 24 * 60;

    @TempDir
    Path cache;

    @Test
    void aMapIsReadAgainAndNotMadeAgain() throws IOException {
        SourcesFound made = find(HOURS, "1");
        assertThat(maps()).hasSize(1);
        FileTime written = Files.getLastModifiedTime(maps().getFirst());

        SourcesFound read = find(HOURS, "1");

        assertThat(read.table().columns()).hasSameSizeAs(made.table().columns());
        assertThat(read.cells().strengthGPerS()).isEqualTo(made.cells().strengthGPerS());
        assertThat(read.cells().placedFromGPerS()).isEqualTo(made.cells().placedFromGPerS());
        assertThat(read.test()).isEqualTo(made.test());
        assertThat(read.test().outcomes()).isNotEmpty();
        assertThat(read.refreshed()).isFalse();
        assertThat(Files.getLastModifiedTime(maps().getFirst())).isEqualTo(written);
    }

    @Test
    void aDamagedMapIsMadeAnew() throws IOException {
        SourcesFound made = find(HOURS, "1");
        Path file = maps().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        byte[] flipped = bytes.clone();
        flipped[bytes.length - 9] ^= 1;
        for (byte[] damaged : List.of(flipped, Arrays.copyOf(bytes, bytes.length / 2), new byte[0])) {
            Files.write(file, damaged);
            assertThat(find(HOURS, "1").cells().foundFromGPerS())
                    .isEqualTo(made.cells().foundFromGPerS());
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void oneMoreHourContinuesTheKeptMapWithItsTest() {
        SourcesFound made = find(HOURS - 1, "1");
        SourcesFound more = find(HOURS, "1");
        assertThat(more.refreshed()).isTrue();
        assertThat(more.test()).isEqualTo(made.test());
        assertThat(more.cells().foundFromGPerS()).isEqualTo(made.cells().foundFromGPerS());
    }

    @Test
    void anotherTestKeepsTheMapAndAnotherSeedDoesNot() throws IOException {
        SourcesFound one = find(HOURS, "1");
        SourcesFound two = find(HOURS, "2");
        assertThat(maps()).hasSize(1);
        assertThat(two.test().outcomes()).hasSize(2 * one.test().outcomes().size());
        assertThat(find(HOURS, "2").test()).isEqualTo(two.test());
        find(HOURS, Map.of("seed", "9", "test", "0"));
        assertThat(maps()).hasSize(2);
    }

    @Test
    void whatIsTooMuchOrWasLeftHalfWrittenGoes() throws IOException {
        for (int i = 0; i < 40; i++) {
            Path old = Files.createFile(cache.resolve("sources-" + i + ".map"));
            Files.setLastModifiedTime(old, FileTime.from(Instant.ofEpochSecond(1_000_000 + i)));
        }
        Path half = Files.createFile(cache.resolve("sources-x.map123.part"));
        Files.setLastModifiedTime(half, FileTime.from(Instant.ofEpochSecond(1)));
        find(HOURS, Map.of("test", "0"));
        assertThat(maps()).hasSize(32).contains(cache.resolve("sources-39.map"));
        assertThat(half).doesNotExist();
        assertThat(cache.resolve("sources-0.map")).doesNotExist();
    }

    private List<Path> maps() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private SourcesFound find(int hours, String test) {
        return find(hours, Map.of("test", test));
    }

    private SourcesFound find(int hours, Map<String, String> more) {
        SourcesAnalysis analysis = new SourcesAnalysis();
        Map<String, String> given = new java.util.HashMap<>(
                Map.of("cell", "1000", "margin", "0", "replicates", "4", "test-strengths", "0,20"));
        given.putAll(more);
        return analysis.find(new City(hours), new Settings(analysis.parameters(), given));
    }

    /// A network with a place to keep things.
    private final class City implements AirData {
        private final int hours;

        City(int hours) {
            this.hours = hours;
        }

        @Override
        public Optional<Path> cache() {
            return Optional.of(cache);
        }

        @Override
        public List<String> values() {
            return List.of("pm10");
        }

        @Override
        public Series series(List<String> values, Need wind, List<String> others) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Network network(String value, Need wind) {
            SplittableRandom random = new SplittableRandom(5);
            List<Network.Station> stations = new java.util.ArrayList<>();
            double[][] values = new double[9][hours];
            double[][] flagged = new double[9][hours];
            for (int j = 0; j < 9; j++) {
                Name name = Name.of("s" + j);
                stations.add(
                        new Network.Station("s" + j, name, 127 + 0.03 * (j % 3), 37.5 + 0.03 * Math.floorDiv(j, 3)));
                Arrays.fill(flagged[j], Double.NaN);
            }
            double[] speed = new double[hours];
            double[] direction = new double[hours];
            long[] start = new long[hours];
            for (int t = 0; t < hours; t++) {
                start[t] = 1_600_000_200L + 3600L * t - 1_600_000_200L % 3600;
                speed[t] = 0.7 + 3 * random.nextDouble();
                direction[t] = Math.round(36 * random.nextDouble()) * 10;
                for (int j = 0; j < 9; j++) {
                    values[j][t] = 40 + 3 * random.nextGaussian();
                }
            }
            return new Network(
                    ZoneId.of("Asia/Seoul"),
                    3600,
                    start,
                    stations,
                    new Network.Variable(value, Name.of(value), "ug/m3"),
                    values,
                    flagged,
                    Series.Wind.of(speed, direction, Double.NaN, "ws", "wd"),
                    List.of("made"));
        }

        @Override
        public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
            return new Provenance(analysis, inputs, null, null, parameters, "test");
        }
    }
}
