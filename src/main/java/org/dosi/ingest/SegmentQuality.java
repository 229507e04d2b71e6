package org.dosi.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Step;
import org.dosi.store.Batch;
import org.dosi.store.Columns;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/// Brings a segment before the rules of quality control, with the history that the store has of its
/// datastreams.
final class SegmentQuality {
    /// What [QualityControl] calls plenty.
    private static final long CONTEXT_SECONDS = 56 * 86_400L;

    private final Batch batch;
    private final QualityControl control;
    private final List<Datastream> datastreams;
    private final Map<String, double[]> positions = new HashMap<>();

    SegmentQuality(Batch batch, QualityControl control, List<Datastream> datastreams) {
        this.batch = batch;
        this.control = control;
        this.datastreams = datastreams;
    }

    void flag(Checked checked) {
        Columns fresh = checked.columns();
        Map<Integer, int[]> context = new HashMap<>();
        Columns history = history(fresh, checked);
        for (int from = 0; from < history.size(); from = endOfStream(history, from)) {
            context.put(history.datastream()[from], new int[] {from, endOfStream(history, from)});
        }
        List<Series> all = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int from = 0; from < fresh.size(); from = endOfStream(fresh, from)) {
            int to = endOfStream(fresh, from);
            all.add(series(
                    datastreams.get(checked.handle(from)),
                    history,
                    context.get(fresh.datastream()[from]),
                    fresh,
                    from,
                    to));
            places.add(new int[] {from, to});
        }
        control.check(all);
        for (int i = 0; i < all.size(); i++) {
            int from = places.get(i)[0];
            Series judged = all.get(i);
            System.arraycopy(judged.flags(), judged.freshFrom(), fresh.flags(), from, places.get(i)[1] - from);
        }
    }

    private static int endOfStream(Columns columns, int from) {
        int to = from + 1;
        while (to < columns.size() && columns.datastream()[to] == columns.datastream()[from]) {
            to++;
        }
        return to;
    }

    private Columns history(Columns fresh, Checked checked) {
        long first = Arrays.stream(fresh.startSeconds(), 0, fresh.size()).min().orElse(0);
        int[] keys = new int[datastreams.size()];
        int size = 0;
        for (int from = 0; from < fresh.size(); from = endOfStream(fresh, from)) {
            Step step = datastreams.get(checked.handle(from)).step();
            if (step == Step.HOUR || step == Step.MINUTES_5) {
                keys[size++] = fresh.datastream()[from];
            }
        }
        return batch.context(Arrays.copyOf(keys, size), first - CONTEXT_SECONDS, first);
    }

    private Series series(Datastream stream, Columns history, int @Nullable [] span, Columns fresh, int from, int to) {
        int before = span == null ? 0 : span[1] - span[0];
        long[] start = new long[before + to - from];
        double[] value = new double[start.length];
        int[] flags = new int[start.length];
        if (span != null) {
            System.arraycopy(history.startSeconds(), span[0], start, 0, before);
            System.arraycopy(history.value(), span[0], value, 0, before);
            System.arraycopy(history.flags(), span[0], flags, 0, before);
        }
        System.arraycopy(fresh.startSeconds(), from, start, before, to - from);
        System.arraycopy(fresh.value(), from, value, before, to - from);
        System.arraycopy(fresh.flags(), from, flags, before, to - from);
        double[] position = positions.computeIfAbsent(stream.feature(), this::position);
        return new Series(stream, position[0], position[1], start, value, flags, before);
    }

    private double[] position(String feature) {
        Geometry geometry =
                batch.findFeature(feature).map(FeatureOfInterest::geometry).orElse(null);
        if (geometry == null || geometry.isEmpty()) {
            return new double[] {Double.NaN, Double.NaN};
        }
        Point centre = geometry.getCentroid();
        return new double[] {centre.getX(), centre.getY()};
    }
}
