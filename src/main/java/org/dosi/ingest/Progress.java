package org.dosi.ingest;

import org.dosi.source.SourceFile;

/// Told how far an import is. Called from two threads.
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void begin(SourceFile file) {}

        @Override
        public void stored(long observations) {}
    };

    /// A file begins to be read; it knows how many of its bytes were read so far.
    void begin(SourceFile file);

    /// So many more observations went through the checks into the store.
    void stored(long observations);
}
