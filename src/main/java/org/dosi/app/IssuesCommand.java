package org.dosi.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.model.Issue;
import org.dosi.store.Issues;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "issues",
        mixinStandardHelpOptions = true,
        description = "List the defects found in imported files: where, what was expected, what was found.")
final class IssuesCommand extends StoreCommand {
    @Option(names = "--dataset", paramLabel = "ID", description = "only of this data set")
    @Nullable
    String dataset;

    @Option(names = "--limit", defaultValue = "1000", description = "at most so many (default: ${DEFAULT-VALUE})")
    int limit;

    @Option(names = "--offset", defaultValue = "0", description = "skip so many (default: ${DEFAULT-VALUE})")
    int offset;

    @Option(names = "--json", description = "one JSON object a line")
    boolean json;

    IssuesCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        if (dataset != null && store.findDataset(dataset).isEmpty()) {
            throw new CommandException("--dataset: expected a data set of this store, found '" + dataset + "'");
        }
        Issues issues = store.listIssues(dataset, Math.max(0, limit), Math.max(0, offset));
        for (Issues.Entry entry : issues.page()) {
            session.out()
                    .println(
                            json
                                    ? Json.of(json(entry))
                                    : "import %d  %s  [%s, %d observations]"
                                            .formatted(
                                                    entry.importId(),
                                                    entry.issue(),
                                                    entry.issue().element().code(),
                                                    entry.issue().observations()));
        }
        if (!json) {
            session.out().printf("%,d issues, %,d observations lost by them%n", issues.total(), issues.observations());
        }
        return 0;
    }

    private static Map<String, @Nullable Object> json(Issues.Entry entry) {
        Issue issue = entry.issue();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("import", entry.importId());
        json.put("dataset", entry.dataset());
        json.put("file", issue.place().file());
        json.put("sheet", issue.place().sheet());
        json.put("line", issue.place().line());
        json.put("column", issue.place().column());
        json.put("element", issue.element().code());
        json.put("expected", issue.expected());
        json.put("found", issue.found());
        json.put("observations", issue.observations());
        return json;
    }
}
