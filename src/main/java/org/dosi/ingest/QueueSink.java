package org.dosi.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.source.ObservationSink;
import org.jspecify.annotations.Nullable;

/// Gathers what a source tells into parts of bounded size and queues them for the storing thread.
final class QueueSink implements ObservationSink {
    /// Rows of a part, 45 bytes each. The rules of quality control see a part at once, so a part holds the
    /// year of a city's stations; a longer file is judged part by part, each with the weeks before it.
    private static final int PART_ROWS = 1 << 20;

    private static final int PART_ITEMS = 20_000;
    private static final int FIRST_ROWS = 1 << 12;

    private final BlockingQueue<FileEvent> queue;
    private final Map<String, Integer> handles = new HashMap<>();
    private final List<String> sheets = new ArrayList<>(List.of(""));
    private long rowRef;

    private List<Dataset> datasets = new ArrayList<>();
    private List<Datastream> newDatastreams = new ArrayList<>();
    private List<FeatureOfInterest> features = new ArrayList<>();
    private List<Issue> issues = new ArrayList<>();
    private long missing;
    private int size;
    private int[] handle = new int[FIRST_ROWS];
    private long[] start = new long[FIRST_ROWS];
    private long[] end = new long[FIRST_ROWS];
    private double[] value = new double[FIRST_ROWS];
    private int[] stated = new int[FIRST_ROWS];
    private long[] row = new long[FIRST_ROWS];
    private boolean[] code = new boolean[FIRST_ROWS];

    QueueSink(BlockingQueue<FileEvent> queue) {
        this.queue = queue;
    }

    @Override
    public void row(@Nullable String sheet, long line) {
        if (sheet == null) {
            rowRef = line;
            return;
        }
        if (!sheets.getLast().equals(sheet)) {
            sheets.add(sheet);
        }
        rowRef = Segment.row(sheets.size() - 1, line);
    }

    @Override
    public void feature(FeatureOfInterest feature) {
        features.add(feature);
        flushIfFull();
    }

    @Override
    public void dataset(Dataset dataset) {
        datasets.add(dataset);
    }

    @Override
    public int datastream(Datastream datastream) {
        Integer known = handles.get(datastream.id());
        if (known != null) {
            return known;
        }
        int next = handles.size();
        handles.put(datastream.id(), next);
        newDatastreams.add(datastream);
        return next;
    }

    @Override
    public void observe(int datastream, long startSeconds, long endSeconds, double told, int statedFlags) {
        add(datastream, startSeconds, endSeconds, told, statedFlags, false);
    }

    @Override
    public void code(int datastream, long startSeconds, long endSeconds, int category) {
        add(datastream, startSeconds, endSeconds, category, UNSTATED, true);
    }

    private void add(int datastream, long startSeconds, long endSeconds, double told, int statedFlags, boolean isCode) {
        if (size == handle.length) {
            grow();
        }
        handle[size] = datastream;
        start[size] = startSeconds;
        end[size] = endSeconds;
        value[size] = told;
        stated[size] = statedFlags;
        row[size] = rowRef;
        code[size] = isCode;
        size++;
        flushIfFull();
    }

    private void grow() {
        int next = handle.length * 2;
        handle = Arrays.copyOf(handle, next);
        start = Arrays.copyOf(start, next);
        end = Arrays.copyOf(end, next);
        value = Arrays.copyOf(value, next);
        stated = Arrays.copyOf(stated, next);
        row = Arrays.copyOf(row, next);
        code = Arrays.copyOf(code, next);
    }

    @Override
    public void missing(long cells) {
        missing += cells;
    }

    @Override
    public void issue(Issue issue) {
        issues.add(issue);
        flushIfFull();
    }

    private void flushIfFull() {
        if (size >= PART_ROWS || features.size() >= PART_ITEMS || issues.size() >= PART_ITEMS) {
            flush();
        }
    }

    /// Queues what was gathered; waits while the storing thread is behind.
    void flush() {
        Segment segment =
                new Segment(size, newDatastreams, handle, start, end, value, stated, row, code, List.copyOf(sheets));
        put(new FileEvent.Part(segment, datasets, features, issues, missing));
        datasets = new ArrayList<>();
        newDatastreams = new ArrayList<>();
        features = new ArrayList<>();
        issues = new ArrayList<>();
        missing = 0;
        size = 0;
        handle = new int[FIRST_ROWS];
        start = new long[FIRST_ROWS];
        end = new long[FIRST_ROWS];
        value = new double[FIRST_ROWS];
        stated = new int[FIRST_ROWS];
        row = new long[FIRST_ROWS];
        code = new boolean[FIRST_ROWS];
    }

    void put(FileEvent event) {
        try {
            queue.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException(e);
        }
    }

    /// The import was stopped from outside while it waited.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(InterruptedException cause) {
            super("the import was stopped", cause);
        }
    }
}
