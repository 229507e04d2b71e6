package org.dosi.source;

/// One feed of observations or features. A source translates; it does not judge, store or compute.
///
/// A source has no state: it may be read by several threads at once, each with a file and a sink of its own.
public interface ObservationSource {

    SourceDescription description();

    /// Reads one file from its beginning to its end and tells the sink everything that stands in it.
    ///
    /// Bad cells and rows go to [ObservationSink#issue] and reading goes on.
    ///
    /// @throws SourceException if the file is not what this source reads, or is broken; what the sink was
    ///     told is
    ///     then void
    void read(SourceFile file, ObservationSink sink);

    default String id() {
        return description().id();
    }
}
