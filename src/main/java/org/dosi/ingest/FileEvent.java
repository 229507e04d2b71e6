package org.dosi.ingest;

import java.util.List;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.store.ImportHead;

/// What the reading thread of an import tells the storing thread, in this order: begin, any number of
/// parts, end or failure.
sealed interface FileEvent {

    record Begin(ImportHead head) implements FileEvent {}

    /// What was told since the last part.
    record Part(
            Segment segment, List<Dataset> datasets, List<FeatureOfInterest> features, List<Issue> issues, long missing)
            implements FileEvent {}

    record End() implements FileEvent {}

    record Failure(String message) implements FileEvent {}
}
