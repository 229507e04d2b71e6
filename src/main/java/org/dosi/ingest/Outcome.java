package org.dosi.ingest;

import org.dosi.store.ImportCounts;
import org.jspecify.annotations.Nullable;

/// What became of one file.
///
/// @param failure one line that says why nothing of it was stored; null if it was
public record Outcome(
        String file,
        ImportCounts counts,
        long issues,
        @Nullable String failure) {}
