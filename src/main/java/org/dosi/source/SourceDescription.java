package org.dosi.source;

import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// What a source reads and what it fills.
///
/// @param id names publisher and subject, e.g. `kma-asos`; also the id of its data set
/// @param reads which files, in words that help a person to find them at the publisher's
/// @param version of the adapter: raised whenever the same file would be told differently
/// @param counts what its numbers count
/// @param gapsFilled somebody filled the gaps before publishing: where two editions of the same value
///     differ, at least
///     one is an estimate
public record SourceDescription(
        String id, Name reads, Dataset dataset, int version, Counts counts, boolean gapsFilled) {

    /// What `read`, `stored`, `unchanged`, `rejected` and `missing` count.
    public enum Counts {
        OBSERVATIONS,
        FEATURES
    }
}
