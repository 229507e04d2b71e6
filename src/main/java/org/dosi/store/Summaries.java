package org.dosi.store;

import java.util.List;
import java.util.Map;

/// What every datastream holds, as counted at one version of the store.
///
/// @param sorted by id
record Summaries(
        long version,
        List<DatastreamSummary> sorted,
        Map<String, DatastreamSummary> byId,
        Map<String, List<DatastreamSummary>> byFeature) {
    static final Summaries NONE = new Summaries(-1, List.of(), Map.of(), Map.of());
}
