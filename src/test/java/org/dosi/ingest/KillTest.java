package org.dosi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dosi.source.Sources;
import org.dosi.store.CityStores;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process that is killed in the middle of an import: what it had acknowledged is there, and nothing half.
class KillTest {
    @TempDir
    Path folder;

    /// Kills some milliseconds after the first file was acknowledged: while another one is read, checked or
    /// written.
    @ParameterizedTest
    @ValueSource(ints = {0, 150, 700})
    void whatWasAcknowledgedIsThereAndNothingHalf(int millisAfterFirst) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Process process = startImport();
        try (BufferedReader out = process.inputReader()) {
            String first = out.readLine();
            assertThat(first).isNotNull();
            acknowledged.add(first);
            Thread.sleep(millisAfterFirst);
            // Not Process.destroyForcibly, which also throws away what was printed and not yet read.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            out.lines().forEach(acknowledged::add);
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        try (ObservationStore store = CityStores.open(folder.resolve("city"))) {
            List<String> imported =
                    store.listImports().stream().map(ImportRecord::file).toList();
            assertThat(imported)
                    .containsAll(acknowledged.stream()
                            .filter(line -> line.endsWith(".xlsx"))
                            .toList());
            assertThat(store.listDatastreams().stream()
                            .mapToLong(DatastreamSummary::count)
                            .sum())
                    .as("rows of whole files only")
                    .isEqualTo(store.listImports().stream()
                            .mapToLong(r -> r.counts().stored())
                            .sum());
        }
    }

    private Process startImport() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.resolve("city").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Imports the traffic workbooks one by one and says so after each.
    public static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            try (ObservationStore store = CityStores.open(Path.of(args[0]));
                    Stream<Path> files = Files.list(Path.of("demo/traffic/seoul-volume-2022"))) {
                for (Path file : files.sorted().toList()) {
                    List<Outcome> outcome = new Importer(store, Progress.NONE)
                            .run(Sources.find("seoul-volume").orElseThrow(), List.of(file));
                    System.out.println(outcome.getFirst().file());
                    System.out.flush();
                }
            }
        }
    }
}
