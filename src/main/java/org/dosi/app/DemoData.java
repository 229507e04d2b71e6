package org.dosi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.ingest.Importer;
import org.dosi.ingest.Outcome;
import org.dosi.source.Sources;
import org.dosi.store.ObservationStore;

/// The bundled real data: `demo/files.txt` names a source and one of its files a line, in the order of
/// loading.
record DemoData(Path folder, Map<String, List<Path>> filesBySource) {
    private static final String LIST = "files.txt";

    static DemoData bundled() {
        String home = System.getProperty("dosi.home");
        Path folder = Path.of(home == null ? "" : home).resolve("demo");
        try {
            Map<String, List<Path>> files = new LinkedHashMap<>();
            for (String line : Files.readAllLines(folder.resolve(LIST))) {
                int blank = line.indexOf(' ');
                if (blank > 0 && !line.startsWith("#")) {
                    files.computeIfAbsent(line.substring(0, blank), _ -> new ArrayList<>())
                            .add(folder.resolve(line.substring(blank).strip()));
                }
            }
            return new DemoData(folder, files);
        } catch (IOException e) {
            throw new CommandException("expected the bundled data in %s, found: %s".formatted(folder, e.getMessage()));
        }
    }

    /// Loads what is not in the store yet.
    void load(ObservationStore store, Session session) {
        Set<String> there = store.listImports().stream()
                .map(record -> record.source() + " " + record.file())
                .collect(Collectors.toSet());
        long began = System.nanoTime();
        long loaded = 0;
        for (Map.Entry<String, List<Path>> entry : filesBySource.entrySet()) {
            String source = entry.getKey();
            List<Path> missing = entry.getValue().stream()
                    .filter(file -> !there.contains(source + " " + file.getFileName()))
                    .toList();
            if (!missing.isEmpty()) {
                session.err().printf("dosi: loading %s (%d files) …%n", source, missing.size());
                loaded += load(store, session, source, missing);
            }
        }
        if (loaded > 0) {
            session.err()
                    .printf("dosi: %,d observations loaded in %.0f s%n", loaded, (System.nanoTime() - began) / 1e9);
        }
    }

    private static long load(ObservationStore store, Session session, String source, List<Path> files) {
        try (ProgressLine progress = new ProgressLine(session, files)) {
            List<Outcome> outcomes = new Importer(store, progress)
                    .run(Sources.find(source).orElseThrow(() -> new CommandException("no source " + source)), files);
            for (Outcome outcome : outcomes) {
                if (outcome.failure() != null) {
                    throw new CommandException(outcome.failure());
                }
            }
            if (outcomes.size() < files.size()) {
                throw new CommandException(ImportCommand.endedEarly(outcomes, files.size()));
            }
            return outcomes.stream()
                    .mapToLong(outcome -> outcome.counts().stored())
                    .sum();
        }
    }
}
