package org.dosi.analysis.finding;

import java.util.Map;

/// What an analysis found. The same data, parameters and version give the same finding, to the byte.
public interface Finding {

    Provenance provenance();

    /// The numbers, as they are written to CSV.
    ResultTable table();

    /// What the table has no place for: numbers, texts, [org.dosi.model.Name]s, arrays of numbers, lists and maps
    /// of these. They are written to JSON. NaN is written as null.
    default Map<String, Object> details() {
        return Map.of();
    }
}
