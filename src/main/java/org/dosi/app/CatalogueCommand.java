package org.dosi.app;

import java.io.PrintStream;
import org.dosi.analysis.Catalogue;
import org.dosi.analysis.Inventory;
import org.dosi.store.ImportRecord;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "List the data sets; with an id, all of one: publisher, licence, lineage, completeness.",
        footer = {"", "The same as DCAT 3 in JSON-LD: /catalog of ./dosi serve"})
final class CatalogueCommand extends StoreCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DATASET", description = "id of a data set")
    @Nullable
    String dataset;

    CatalogueCommand(Session session) {
        super(session);
    }

    @Override
    int run(ObservationStore store) {
        Catalogue catalogue = Catalogue.of(store, Inventory.of(store), Cities.SEOUL);
        String asked = dataset;
        if (asked == null) {
            list(catalogue);
            return 0;
        }
        print(catalogue
                .find(asked)
                .orElseThrow(() -> new CommandException("expected a data set of this store, found '" + asked + "'")));
        return 0;
    }

    private void list(Catalogue catalogue) {
        String row = "%-24s %12s %9s %9s  %-10s %-10s  %s%n";
        session.out().printf(row, "id", "observations", "flagged", "complete", "from", "to", "licence");
        for (Catalogue.Entry entry : catalogue.entries()) {
            session.out()
                    .printf(
                            row,
                            entry.dataset().id(),
                            "%,d".formatted(entry.counts().observations()),
                            "%,d".formatted(entry.counts().flagged()),
                            percent(entry.completeness()),
                            entry.coverage().map(c -> date(c.from())).orElse("–"),
                            entry.coverage().map(c -> date(c.to())).orElse("–"),
                            entry.dataset().licence());
        }
    }

    private static String date(java.time.Instant time) {
        return time.atZone(Cities.SEOUL.zone()).toLocalDate().toString();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : "%.1f %%".formatted(share * 100);
    }

    private void print(Catalogue.Entry entry) {
        PrintStream out = session.out();
        var dataset = entry.dataset();
        out.printf(
                "%s%n%s · %s%n%n%s%n%s%n%n",
                dataset.id(),
                dataset.title().ko(),
                dataset.title().en(),
                dataset.description().ko(),
                dataset.description().en());
        out.printf(
                "publisher     %s · %s%n",
                dataset.publisher().ko(), dataset.publisher().en());
        out.printf("origin        %s%n", dataset.origin());
        out.printf(
                "licence       %s%s%n",
                dataset.licence(),
                dataset.findLicenceUrl().map(url -> " " + url).orElse(""));
        entry.coverage().ifPresent(c -> out.printf("time          %s to %s%n", c.from(), c.to()));
        entry.box()
                .ifPresent(b -> out.printf(
                        "space         %.4f %.4f to %.4f %.4f (longitude latitude)%n",
                        b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY()));
        out.printf("properties    %s%n", String.join(" ", entry.properties()));
        out.printf(
                "features      %,d%ndatastreams   %,d%nobservations  %,d, of which %,d flagged%n",
                entry.counts().features(),
                entry.counts().datastreams(),
                entry.counts().observations(),
                entry.counts().flagged());
        out.printf("completeness  %s%n%n", percent(entry.completeness()));
        for (ImportRecord record : entry.imports()) {
            out.printf(
                    "import %d  %s  %s  %,d bytes  sha256 %s%n",
                    record.id(), record.at(), record.file(), record.bytes(), record.sha256());
            out.printf(
                    "          by %s version %d: read %,d, stored %,d, unchanged %,d, rejected %,d, missing %,d; %d issues%n",
                    record.source(),
                    record.adapterVersion(),
                    record.counts().read(),
                    record.counts().stored(),
                    record.counts().unchanged(),
                    record.counts().rejected(),
                    record.counts().missing(),
                    record.issues());
        }
    }
}
