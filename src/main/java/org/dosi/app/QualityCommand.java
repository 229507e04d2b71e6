package org.dosi.app;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.QualityReport;
import org.dosi.model.Dataset;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description =
                "The quality report after ISO 19157: completeness, flags by reason; with a data set, for each datastream.")
final class QualityCommand extends StoreCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "id of a data set")
    @Nullable
    String dataset;

    @Option(names = "--json", description = "one JSON object for each datastream, with its completeness by month")
    boolean json;

    QualityCommand(Session session) {
        super(session);
    }

    @Override
    int run(ObservationStore store) {
        String asked = dataset;
        if (asked != null && store.findDataset(asked).isEmpty()) {
            throw new CommandException("expected a data set of this store, found '" + asked + "'");
        }
        Inventory inventory = Inventory.of(store);
        for (Dataset each : store.listDatasets()) {
            if (asked == null || each.id().equals(asked)) {
                QualityReport report = QualityReport.of(store, inventory, each.id(), Cities.SEOUL.zone());
                if (json) {
                    report.datastreams().forEach(row -> session.out().println(Json.of(json(report, row))));
                } else {
                    print(report, asked != null);
                }
            }
        }
        return 0;
    }

    private void print(QualityReport report, boolean rows) {
        PrintStream out = session.out();
        String reasons = report.reasons().stream()
                .map(reason -> "%s %,d".formatted(reason.flag().code(), reason.count()))
                .collect(Collectors.joining(", "));
        out.printf(
                "%s: complete %.1f %%; flags: %s%n",
                report.dataset(), report.completeness() * 100, reasons.isEmpty() ? "none" : reasons);
        if (!rows) {
            return;
        }
        for (QualityReport.Row row : report.datastreams()) {
            String flags = row.flags().entrySet().stream()
                    .map(entry -> entry.getKey().code() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            out.printf(
                    "  %-44s %s to %s  %,8d observations  %s%n",
                    row.summary().datastream().id(),
                    row.summary().from(),
                    row.summary().to(),
                    row.summary().count(),
                    flags);
        }
    }

    private static Map<String, Object> json(QualityReport report, QualityReport.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dataset", report.dataset());
        json.put("datastream", row.summary().datastream().id());
        json.put("from", row.summary().from().toString());
        json.put("to", row.summary().to().toString());
        json.put("count", row.summary().count());
        json.put("flagged", row.summary().flagged());
        Map<String, Object> completeness = new LinkedHashMap<>();
        for (int m = 0; m < report.months().size(); m++) {
            double share = row.completeness(m);
            if (!Double.isNaN(share)) {
                completeness.put(report.months().get(m).toString(), share);
            }
        }
        json.put("completeness", completeness);
        Map<String, Object> flags = new LinkedHashMap<>();
        row.flags().forEach((flag, count) -> flags.put(flag.code(), count));
        json.put("flags", flags);
        return json;
    }
}
