package org.dosi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.source.SourceDescription;
import org.dosi.source.SourceDescription.Counts;
import org.dosi.store.Batch;
import org.dosi.store.Columns;
import org.dosi.store.ImportCounts;
import org.dosi.store.ImportHead;
import org.dosi.store.ObservationStore;
import org.dosi.store.StoreException;

/// The storing side of one file's import: checks each part and writes it, then commits all of them at
/// once.
final class FileImport {
    private final ObservationStore store;
    private final SourceDescription source;
    private final QualityControl control;
    private final Progress progress;

    private final List<Datastream> datastreams = new ArrayList<>();
    private int[] keyOfHandle = new int[0];
    private long stored;
    private long unchanged;
    private long rejected;
    private long missing;

    FileImport(ObservationStore store, SourceDescription source, QualityControl control, Progress progress) {
        this.store = store;
        this.source = source;
        this.control = control;
        this.progress = progress;
    }

    /// @throws InterruptedException if the import is to end: nothing of this file was stored
    Outcome run(String file, BlockingQueue<FileEvent> queue) throws InterruptedException {
        FileEvent first = queue.take();
        return switch (first) {
            case FileEvent.Begin begin -> storeFile(begin.head(), queue);
            case FileEvent.Failure failure -> new Outcome(file, ImportCounts.ZERO, 0, failure.message());
            case FileEvent.Part _, FileEvent.End _ -> throw new IllegalStateException("a file begins with its head");
        };
    }

    private Outcome storeFile(ImportHead head, BlockingQueue<FileEvent> queue) throws InterruptedException {
        boolean ended = false;
        try (Batch batch = store.begin(head)) {
            while (true) {
                switch (queue.take()) {
                    case FileEvent.Part part -> store(part, batch, head);
                    case FileEvent.End _ -> {
                        ended = true;
                        ImportCounts counts = counts();
                        batch.commit(counts);
                        return new Outcome(head.file(), counts, batch.issueCount(), null);
                    }
                    case FileEvent.Failure failure -> {
                        return new Outcome(head.file(), ImportCounts.ZERO, 0, failure.message());
                    }
                    case FileEvent.Begin _ -> throw new IllegalStateException("a file begins once");
                }
            }
        } catch (StoreException e) {
            while (!ended) {
                // What is still read of this file is thrown away, up to its end: the next file begins
                // after it.
                FileEvent event = queue.take();
                ended = event instanceof FileEvent.End || event instanceof FileEvent.Failure;
            }
            return new Outcome(head.file(), ImportCounts.ZERO, 0, String.valueOf(e.getMessage()));
        }
    }

    private ImportCounts counts() {
        return new ImportCounts(stored + unchanged + rejected, stored, unchanged, rejected, missing);
    }

    private void store(FileEvent.Part part, Batch batch, ImportHead head) {
        boolean countsFeatures = source.counts() == Counts.FEATURES;
        part.datasets().forEach(batch::dataset);
        for (FeatureOfInterest feature : part.features()) {
            boolean news = batch.feature(feature);
            if (countsFeatures) {
                stored += news ? 1 : 0;
                unchanged += news ? 0 : 1;
            }
        }
        for (Issue issue : part.issues()) {
            reject(batch, issue);
        }
        missing += part.missing();
        if (part.segment().size() > 0) {
            storeSegment(part.segment(), batch, head);
        }
    }

    private void reject(Batch batch, Issue issue) {
        batch.issue(issue);
        rejected += issue.observations();
    }

    private void storeSegment(Segment segment, Batch batch, ImportHead head) {
        learnDatastreams(segment, batch);
        Checked checked = new Checked(segment, keyOfHandle, datastreams.size());
        Columns columns = checked.columns();
        new SegmentQuality(batch, control, datastreams).flag(checked);
        Batch.Fate[] fates = batch.write(columns);
        for (int i = 0; i < columns.size(); i++) {
            count(fates[i], segment, checked.segmentRow(i), batch, head);
        }
        for (int row : checked.repeated()) {
            count(Batch.Fate.REPEATED, segment, row, batch, head);
        }
        for (int row : checked.contradicted()) {
            count(Batch.Fate.CONTRADICTED, segment, row, batch, head);
        }
        progress.stored(segment.size());
    }

    private void learnDatastreams(Segment segment, Batch batch) {
        if (segment.newDatastreams().isEmpty()) {
            return;
        }
        int before = datastreams.size();
        datastreams.addAll(segment.newDatastreams());
        keyOfHandle = java.util.Arrays.copyOf(keyOfHandle, datastreams.size());
        for (int handle = before; handle < datastreams.size(); handle++) {
            keyOfHandle[handle] = batch.datastream(datastreams.get(handle));
        }
    }

    private void count(Batch.Fate fate, Segment segment, int row, Batch batch, ImportHead head) {
        int one = segment.code()[row] || source.counts() == Counts.FEATURES ? 0 : 1;
        switch (fate) {
            case NEW, CORRECTED -> stored += one;
            case UNCHANGED, REPEATED -> unchanged += one;
            case CONTRADICTED -> {
                Datastream stream = datastreams.get(segment.handle()[row]);
                String sheet = segment.sheet(row);
                Place place = new Place(
                        head.file(),
                        sheet.isEmpty() ? null : sheet,
                        segment.line(row),
                        stream.property().id());
                reject(
                        batch,
                        new Issue(
                                place,
                                QualityElement.CONCEPTUAL_CONSISTENCY,
                                "one value of " + stream.id() + " for one time",
                                "another one: " + segment.value()[row] + " at "
                                        + java.time.Instant.ofEpochSecond(segment.start()[row]),
                                one));
            }
        }
    }
}
