package org.dosi.store;

import java.time.Instant;

/// One file that was brought in, and what became of what it holds.
///
/// @param at when; the result time of its observations
/// @param issues how many defects were found
public record ImportRecord(
        long id,
        String source,
        int adapterVersion,
        String dataset,
        String file,
        String sha256,
        long bytes,
        Instant at,
        ImportCounts counts,
        long issues) {}
