package org.dosi.store;

import java.time.Instant;
import org.dosi.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/// Which observations: a null part does not restrict.
///
/// @param window by the start of the phenomenon time
/// @param asOf the state as it was known then; null for now
/// @param flagged with flagged values too
public record Slice(
        @Nullable String dataset,
        @Nullable String property,
        @Nullable String feature,
        @Nullable String datastream,
        TimeWindow window,
        @Nullable Instant asOf,
        boolean flagged) {

    public static final Slice ALL = new Slice(null, null, null, null, TimeWindow.ALL, null, true);

    public Slice ofDataset(String id) {
        return new Slice(id, property, feature, datastream, window, asOf, flagged);
    }

    public Slice ofProperty(String id) {
        return new Slice(dataset, id, feature, datastream, window, asOf, flagged);
    }

    public Slice in(TimeWindow time) {
        return new Slice(dataset, property, feature, datastream, time, asOf, flagged);
    }
}
