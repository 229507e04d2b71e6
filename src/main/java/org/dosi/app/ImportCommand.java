package org.dosi.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.ingest.Importer;
import org.dosi.ingest.Outcome;
import org.dosi.source.ObservationSource;
import org.dosi.source.Sources;
import org.dosi.store.ImportCounts;
import org.dosi.store.ObservationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Bring files into the store, each whole or not at all.",
        footer = {
            "",
            "The last line printed is JSON with what became of the files' content.",
            "What can be imported: ./dosi sources"
        })
final class ImportCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "SOURCE", description = "what the files are: an id of ./dosi sources")
    String source = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "the publisher's files")
    List<Path> files = List.of();

    ImportCommand(Session session) {
        super(session);
    }

    @Override
    protected boolean makesFolder() {
        return true;
    }

    @Override
    public boolean endsInOrder() {
        return true;
    }

    @Override
    protected int run(ObservationStore store) {
        ObservationSource chosen = Sources.find(source).orElseThrow(() -> unknownSource(source));
        List<Path> paths = files.stream().map(session::resolve).toList();
        List<Outcome> outcomes = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(session, paths)) {
            new Importer(store, progress).run(chosen, paths, outcomes::add);
        } finally {
            // An interrupt has done its work, and a fault of ours must not hide what is stored.
            Thread.interrupted();
            if (outcomes.size() < paths.size()) {
                session.err().println("dosi: " + endedEarly(outcomes, paths.size()));
            }
        }
        return report(outcomes, paths.size());
    }

    static String endedEarly(List<Outcome> outcomes, int files) {
        long stored =
                outcomes.stream().filter(outcome -> outcome.failure() == null).count();
        return "the import ended early: %d of %d files stored, nothing of the rest".formatted(stored, files);
    }

    /// @return the exit code
    private int report(List<Outcome> outcomes, int files) {
        int failures = files - outcomes.size();
        ImportCounts total = ImportCounts.ZERO;
        for (Outcome outcome : outcomes) {
            total = total.plus(outcome.counts());
            if (outcome.failure() != null) {
                failures++;
                session.err().println("dosi: " + outcome.failure());
            } else if (outcome.issues() > 0) {
                session.err()
                        .printf(
                                "%s: %,d %s, see ./dosi issues --data %s%n",
                                outcome.file(), outcome.issues(), outcome.issues() == 1 ? "issue" : "issues", data);
            }
        }
        session.out().println(Json.of(json(total)));
        return failures == 0 ? 0 : 1;
    }

    private static CommandException unknownSource(String id) {
        List<String> known =
                Sources.listAll().stream().map(ObservationSource::id).toList();
        return CommandException.unknown("a source of ./dosi sources", id, known);
    }

    private static Map<String, Long> json(ImportCounts counts) {
        Map<String, Long> json = new LinkedHashMap<>();
        json.put("read", counts.read());
        json.put("stored", counts.stored());
        json.put("unchanged", counts.unchanged());
        json.put("rejected", counts.rejected());
        json.put("missing", counts.missing());
        return json;
    }
}
