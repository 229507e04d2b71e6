package org.dosi.analysis.air;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;

/// Values of datastreams, put into rows of common times. Made for one question and used by one thread.
final class StoreRows {
    private final ObservationStore store;
    private final StoreAirData.Choice choice;
    private final List<DatastreamSummary> streams = new ArrayList<>();
    private final List<Points> points = new ArrayList<>();
    private final List<Boolean> bringRows = new ArrayList<>();
    private long @Nullable [] axis;

    StoreRows(ObservationStore store, StoreAirData.Choice choice) {
        this.store = store;
        this.choice = choice;
    }

    void read(DatastreamSummary stream) {
        add(stream, true);
    }

    /// Beside what is there already: brings no rows of its own.
    void join(DatastreamSummary stream) {
        add(stream, false);
    }

    private void add(DatastreamSummary stream, boolean brings) {
        Points read = new Points();
        long step = stream.datastream().step().meanSeconds();
        // An instant just after the window's end belongs to its last row.
        TimeWindow window = choice.window().to().equals(TimeWindow.ALL.to())
                ? choice.window()
                : new TimeWindow(choice.window().from(), choice.window().to().plusSeconds(step));
        Slice slice = new Slice(null, null, null, stream.datastream().id(), window, choice.asOf(), true);
        store.scan(slice, (_, start, end, _, value, flags) -> {
            long row = start == end ? start - step : start;
            if (row >= choice.window().from().getEpochSecond()
                    && row < choice.window().to().getEpochSecond()) {
                read.add(row, value, flags == 0 || choice.flagged());
            }
        });
        streams.add(stream);
        points.add(read);
        bringRows.add(brings);
    }

    private long[] rows() {
        if (axis == null) {
            long[] all = new long[0];
            for (int i = 0; i < points.size(); i++) {
                if (bringRows.get(i)) {
                    long[] own = points.get(i).times();
                    long[] joined = Arrays.copyOf(all, all.length + own.length);
                    System.arraycopy(own, 0, joined, all.length, own.length);
                    all = joined;
                }
            }
            axis = Arrays.stream(all).sorted().distinct().toArray();
            if (axis.length == 0) {
                throw BadSetting.of(
                        "이 기간에 관측값이 없습니다(%s)"
                                .formatted(streams.getFirst().datastream().id()),
                        "expected observations of %s in the window, found none"
                                .formatted(streams.getFirst().datastream().id()));
            }
        }
        return axis;
    }

    /// Every step between the first and the last row gets one.
    void fillSteps() {
        long[] rows = rows();
        long step = TimeTable.usualStep(rows);
        long last = rows[rows.length - 1];
        long[] full = new long[(int) ((last - rows[0]) / step) + 1];
        for (int i = 0; i < full.length; i++) {
            full[i] = rows[0] + i * step;
        }
        axis = full;
    }

    TimeTable table(ZoneId zone) {
        long[] rows = rows();
        List<TimeTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            var stream = streams.get(i).datastream();
            columns.add(new TimeTable.Column(
                    stream.property().id(),
                    stream.property().name(),
                    stream.unit(),
                    points.get(i).along(rows, true)));
        }
        return new TimeTable(zone, TimeTable.usualStep(rows), rows, columns);
    }

    double[][] flagged(int count) {
        double[][] flagged = new double[count][];
        for (int i = 0; i < count; i++) {
            flagged[i] = points.get(i).along(rows(), false);
        }
        return flagged;
    }

    /// Times, values and whether they are good, in ascending order of time.
    private static final class Points {
        private long[] time = new long[1024];
        private double[] value = new double[1024];
        private boolean[] good = new boolean[1024];
        private int size;

        void add(long at, double number, boolean isGood) {
            if (size == time.length) {
                time = Arrays.copyOf(time, 2 * size);
                value = Arrays.copyOf(value, 2 * size);
                good = Arrays.copyOf(good, 2 * size);
            }
            time[size] = at;
            value[size] = number;
            good[size++] = isGood;
        }

        long[] times() {
            return Arrays.copyOf(time, size);
        }

        /// The good values, or the flagged ones, at these times; NaN elsewhere.
        double[] along(long[] rows, boolean wantGood) {
            double[] values = new double[rows.length];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < size; i++) {
                int at = Arrays.binarySearch(rows, time[i]);
                if (at >= 0 && good[i] == wantGood) {
                    values[at] = value[i];
                }
            }
            return values;
        }
    }
}
