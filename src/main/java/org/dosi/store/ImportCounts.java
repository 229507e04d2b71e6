package org.dosi.store;

/// What became of what a file holds, in observations (or features, for a source of features).
///
/// `read = stored + unchanged + rejected`; what is missing was never there to be read.
public record ImportCounts(long read, long stored, long unchanged, long rejected, long missing) {

    public static final ImportCounts ZERO = new ImportCounts(0, 0, 0, 0, 0);

    public ImportCounts {
        if (read != stored + unchanged + rejected) {
            throw new IllegalArgumentException("expected read = stored + unchanged + rejected, found %d ≠ %d + %d + %d"
                    .formatted(read, stored, unchanged, rejected));
        }
    }

    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                read + other.read,
                stored + other.stored,
                unchanged + other.unchanged,
                rejected + other.rejected,
                missing + other.missing);
    }
}
