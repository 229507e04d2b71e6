package org.dosi.app;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.QualityReport;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.model.Dataset;
import org.dosi.model.Flag;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = {
            "The quality report after ISO 19157: how complete each data set is, and what was flagged for which reason.",
            "With a data set, the same for its datastreams, worst first."
        },
        footer = {"", "Example: ./dosi quality seoul-air-stations --limit 10"})
final class QualityCommand extends StoreCommand {
    private static final int USUAL_ROWS = 50;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "id of a data set")
    @Nullable
    String dataset;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many datastreams (default: " + USUAL_ROWS + ", with --json all)")
    @Nullable
    Integer limit;

    @Option(
            names = "--json",
            description = "one JSON object a line: for each datastream with its completeness by month, or, without "
                    + "DATASET, for each data set")
    boolean json;

    QualityCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        Inventory inventory = Inventory.of(store);
        String asked = dataset;
        if (asked == null) {
            for (Dataset each : store.listDatasets()) {
                summarize(QualityReport.of(store, inventory, each.id(), Cities.SEOUL.zone()));
            }
            return 0;
        }
        if (store.findDataset(asked).isEmpty()) {
            List<String> known = store.listDatasets().stream().map(Dataset::id).toList();
            throw CommandException.unknown("a data set of this store", asked, known);
        }
        QualityReport report = QualityReport.of(store, inventory, asked, Cities.SEOUL.zone());
        if (json) {
            rows(report, Integer.MAX_VALUE).forEach(row -> session.out().println(Json.of(json(report, row))));
        } else {
            summarize(report);
            print(report);
        }
        return 0;
    }

    private List<QualityReport.Row> rows(QualityReport report, int usual) {
        int most = limit == null ? usual : Math.max(0, limit);
        return report.datastreams().stream().limit(most).toList();
    }

    /// One line for a data set.
    private void summarize(QualityReport report) {
        Map<Flag, Long> flags = new LinkedHashMap<>();
        report.reasons().forEach(reason -> flags.put(reason.flag(), reason.count()));
        if (!json) {
            session.out()
                    .printf(
                            "%s: complete %s; flags: %s%n",
                            report.dataset(),
                            CatalogueCommand.percent(report.completeness()),
                            flags.isEmpty() ? "none" : words(flags));
            return;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("dataset", report.dataset());
        line.put("datastreams", report.datastreams().size());
        line.put("completeness", Double.isNaN(report.completeness()) ? null : report.completeness());
        line.put("flags", codes(flags));
        session.out().println(Json.of(line));
    }

    private static String words(Map<Flag, Long> flags) {
        return flags.entrySet().stream()
                .map(entry -> "%s %,d".formatted(entry.getKey().code(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void print(QualityReport report) {
        PrintStream out = session.out();
        TextTable table = new TextTable("llrrrl");
        table.add("datastream", "from", "observations", "flagged", "complete", "flags");
        List<QualityReport.Row> rows = rows(report, USUAL_ROWS);
        for (QualityReport.Row row : rows) {
            var summary = row.summary();
            table.add(
                    summary.datastream().id(),
                    summary.from().toString(),
                    "%,d".formatted(summary.count()),
                    "%,d".formatted(summary.flagged()),
                    CatalogueCommand.percent(row.complete()),
                    words(row.flags()));
        }
        table.print(out);
        int left = report.datastreams().size() - rows.size();
        if (left > 0) {
            out.printf("… and %,d more: --limit N%n", left);
        }
    }

    private static Map<String, Object> json(QualityReport report, QualityReport.Row row) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dataset", report.dataset());
        line.put("datastream", row.summary().datastream().id());
        line.put("from", row.summary().from().toString());
        line.put("to", row.summary().to().toString());
        line.put("count", row.summary().count());
        line.put("flagged", row.summary().flagged());
        Map<String, Object> completeness = new LinkedHashMap<>();
        for (int month = 0; month < report.months().size(); month++) {
            double share = row.completeness(month);
            if (!Double.isNaN(share)) {
                completeness.put(report.months().get(month).toString(), share);
            }
        }
        line.put("completeness", completeness);
        line.put("flags", codes(row.flags()));
        return line;
    }

    private static Map<String, Object> codes(Map<Flag, Long> flags) {
        Map<String, Object> codes = new LinkedHashMap<>();
        flags.forEach((flag, count) -> codes.put(flag.code(), count));
        return codes;
    }
}
