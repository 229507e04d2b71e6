package org.dosi.ingest;

import java.util.List;
import org.dosi.model.Datastream;
import org.dosi.store.Batch;

/// Brings a segment before the rules of quality control, with the history that the store has.
final class SegmentQuality {
    SegmentQuality(Batch batch, List<Datastream> datastreams) {}

    void flag(Checked checked) {}
}
