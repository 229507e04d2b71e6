package org.dosi.app;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.Catalogue;
import org.dosi.analysis.Inventory;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.dosi.store.ImportCounts;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = {
            "List the data sets: how much, how complete, from when to when, under which terms.",
            "With an id, all of one: publisher, licence, extent, and the files it comes from."
        },
        footer = {
            "",
            "Example: ./dosi catalogue seoul-volume",
            "The same as DCAT 3 in JSON-LD: /catalog of ./dosi serve"
        })
final class CatalogueCommand extends StoreCommand {
    private static final String NONE = "–";
    private static final double PERCENT = 100;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "id of a data set")
    @Nullable
    String dataset;

    @Option(names = "--json", description = "one JSON object for each data set, with the imports it comes from")
    boolean json;

    CatalogueCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) {
        Catalogue catalogue = Catalogue.of(store, Inventory.of(store), Cities.SEOUL);
        String asked = dataset;
        List<Catalogue.Entry> entries = asked == null
                ? catalogue.entries()
                : List.of(catalogue.find(asked).orElseThrow(() -> unknown(asked, catalogue)));
        if (json) {
            entries.forEach(entry -> session.out().println(Json.of(json(entry))));
        } else if (asked == null) {
            list(entries);
        } else {
            print(entries.getFirst());
        }
        return 0;
    }

    private static CommandException unknown(String dataset, Catalogue catalogue) {
        List<String> known =
                catalogue.entries().stream().map(entry -> entry.dataset().id()).toList();
        return CommandException.unknown("a data set of this store", dataset, known);
    }

    private void list(List<Catalogue.Entry> entries) {
        TextTable table = new TextTable("lrrrlll");
        table.add("id", "observations", "flagged", "complete", "from", "to", "title, licence");
        for (Catalogue.Entry entry : entries) {
            table.add(
                    entry.dataset().id(),
                    "%,d".formatted(entry.counts().observations()),
                    "%,d".formatted(entry.counts().flagged()),
                    percent(entry.completeness()),
                    entry.coverage().map(c -> date(c.from())).orElse(NONE),
                    entry.coverage().map(c -> date(c.to())).orElse(NONE),
                    entry.dataset().title().ko() + ", " + entry.dataset().licence());
        }
        table.print(session.out());
    }

    private static String date(Instant time) {
        return time.atZone(Cities.SEOUL.zone()).toLocalDate().toString();
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : "%.1f %%".formatted(share * PERCENT);
    }

    private void print(Catalogue.Entry entry) {
        PrintStream out = session.out();
        Dataset told = entry.dataset();
        out.printf("%s%n%s%n%n", told.id(), both(told.title()));
        out.printf("%s%n%s%n%n", told.description().ko(), told.description().en());
        TextTable facts = new TextTable("ll");
        facts.add("publisher", both(told.publisher()));
        facts.add("origin", told.origin());
        facts.add(
                "licence",
                told.licence() + told.findLicenceUrl().map(url -> " " + url).orElse(""));
        entry.coverage().ifPresent(c -> facts.add("time", c.from() + " to " + c.to()));
        entry.box().ifPresent(b -> facts.add("space", space(b)));
        facts.add("collections", String.join(" ", entry.collections()));
        facts.add("properties", String.join(" ", entry.properties()));
        facts.add("features", "%,d".formatted(entry.counts().features()));
        facts.add("datastreams", "%,d".formatted(entry.counts().datastreams()));
        facts.add(
                "observations",
                "%,d, of which %,d flagged"
                        .formatted(entry.counts().observations(), entry.counts().flagged()));
        facts.add("completeness", percent(entry.completeness()));
        facts.print(out);
        out.println();
        entry.imports().forEach(this::print);
    }

    private static String both(Name name) {
        return name.ko().equals(name.en()) ? name.ko() : name.ko() + " · " + name.en();
    }

    private static String space(Envelope box) {
        return "%.4f %.4f to %.4f %.4f (longitude latitude)"
                .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private void print(ImportRecord record) {
        PrintStream out = session.out();
        ImportCounts counts = record.counts();
        out.printf("import %d  %s  %s%n", record.id(), record.at(), record.file());
        out.printf("    %,d bytes, sha256 %s%n", record.bytes(), record.sha256());
        out.printf("    by %s version %d: ", record.source(), record.adapterVersion());
        out.printf("read %,d, stored %,d, unchanged %,d, ", counts.read(), counts.stored(), counts.unchanged());
        out.printf("rejected %,d, missing %,d; %,d issues%n", counts.rejected(), counts.missing(), record.issues());
    }

    private static Map<String, @Nullable Object> json(Catalogue.Entry entry) {
        Dataset told = entry.dataset();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", told.id());
        json.put("title", told.title());
        json.put("description", told.description());
        json.put("publisher", told.publisher());
        json.put("origin", told.origin());
        json.put("licence", told.licence());
        json.put("licenceUrl", told.licenceUrl());
        json.put("from", entry.coverage().map(c -> c.from().toString()).orElse(null));
        json.put("to", entry.coverage().map(c -> c.to().toString()).orElse(null));
        json.put(
                "bbox",
                entry.box()
                        .map(b -> new double[] {b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY()})
                        .orElse(null));
        json.put("collections", entry.collections());
        json.put("properties", entry.properties());
        json.put("features", entry.counts().features());
        json.put("datastreams", entry.counts().datastreams());
        json.put("observations", entry.counts().observations());
        json.put("flagged", entry.counts().flagged());
        json.put("completeness", Double.isNaN(entry.completeness()) ? null : entry.completeness());
        json.put("imports", entry.imports().stream().map(CatalogueCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(ImportRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", record.id());
        json.put("at", record.at().toString());
        json.put("file", record.file());
        json.put("bytes", record.bytes());
        json.put("sha256", record.sha256());
        json.put("source", record.source());
        json.put("adapterVersion", record.adapterVersion());
        json.put("counts", record.counts());
        json.put("issues", record.issues());
        return json;
    }
}
