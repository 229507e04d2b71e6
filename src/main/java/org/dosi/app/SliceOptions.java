package org.dosi.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.TimeOption;
import org.dosi.model.NearId;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options by which a command chooses observations.
final class SliceOptions {
    @Option(names = "--dataset", paramLabel = "ID", description = "only of this data set")
    @Nullable
    String dataset;

    @Option(names = "--property", paramLabel = "ID", description = "only of this property, e.g. pm10")
    @Nullable
    String property;

    @Option(names = "--feature", paramLabel = "ID", description = "only of this feature, e.g. air-stations:101")
    @Nullable
    String feature;

    @Option(names = "--datastream", paramLabel = "ID", description = "only of this datastream")
    @Nullable
    String datastream;

    @Option(names = "--from", paramLabel = "TIME", description = "not before; a bare date means the city's zone")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "before")
    @Nullable
    String to;

    @Option(names = "--as-of", paramLabel = "TIME", description = "as it was known then")
    @Nullable
    String asOf;

    @Option(names = "--flagged", description = "with flagged values too")
    boolean flagged;

    Slice slice(ObservationStore store, ZoneId zone) {
        require(
                property == null || store.findProperty(property).isPresent(),
                "--property",
                "a property",
                property,
                store.listProperties().stream().map(p -> p.id()).toList());
        require(
                dataset == null || store.findDataset(dataset).isPresent(),
                "--dataset",
                "a data set",
                dataset,
                store.listDatasets().stream().map(d -> d.id()).toList());
        require(
                feature == null || store.findFeature(feature).isPresent(),
                "--feature",
                "a feature",
                feature,
                List.of());
        require(
                datastream == null || store.findDatastream(datastream).isPresent(),
                "--datastream",
                "a datastream",
                datastream,
                List.of());
        Instant known = asOf == null ? null : TimeOption.parse("--as-of", asOf, zone);
        return new Slice(dataset, property, feature, datastream, TimeOption.window(from, to, zone), known, flagged);
    }

    private static void require(boolean holds, String option, String what, @Nullable String found, List<String> some) {
        if (!holds && found != null) {
            String known = some.isEmpty()
                    ? ""
                    : " (there are " + String.join(", ", some.subList(0, Math.min(12, some.size())))
                            + (some.size() > 12 ? ", …)" : ")");
            throw new CommandException("%s: expected %s of this store%s, found '%s'%s"
                    .formatted(option, what, known, found, NearId.hint(found, some)));
        }
    }
}
