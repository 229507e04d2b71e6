package org.dosi.source;

import java.util.HashMap;
import java.util.Map;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;

/// Tells numeric cells as observations of features. It makes a feature known when it first comes, a
/// datastream when its first value comes: a column that is empty from end to end leaves no empty datastream
/// behind.
///
/// Made for one file and used by one thread, as the sink is. Steps are hours unless said otherwise.
final class StreamTeller {
    private final ObservationSink sink;
    private final String dataset;
    private final Sensor sensor;
    private final CellTeller cells;
    private final Step step;
    private final Map<String, Map<String, Integer>> handles = new HashMap<>();

    StreamTeller(ObservationSink sink, SourceDescription source, Sensor sensor, Numbers.Missing missing) {
        this(sink, source, sensor, missing, Step.HOUR);
    }

    StreamTeller(ObservationSink sink, SourceDescription source, Sensor sensor, Numbers.Missing missing, Step step) {
        this.step = step;
        this.sink = sink;
        this.dataset = source.dataset().id();
        this.sensor = sensor;
        this.cells = new CellTeller(sink, missing);
    }

    CellTeller cells() {
        return cells;
    }

    /// Tells the cell of the row in the column, exactly once.
    ///
    /// @param statedFlags as in [ObservationSink#observe]
    void tell(TableRow row, NumericColumn column, FeatureOfInterest feature, Span span, int statedFlags) {
        Map<String, Integer> streams = handles.computeIfAbsent(feature.id(), id -> {
            sink.feature(feature);
            return new HashMap<>();
        });
        double value = cells.read(row, column.index(), column.heading());
        if (!Double.isNaN(value)) {
            int datastream = streams.computeIfAbsent(
                    column.quantity().property().id(), id -> datastream(feature, column.quantity()));
            sink.observe(datastream, span.start(), span.end(), value * column.factor(), statedFlags);
        }
    }

    private int datastream(FeatureOfInterest feature, Quantity quantity) {
        return sink.datastream(new Datastream(
                Datastream.id(dataset, feature.code(), quantity.property()),
                new Thing(feature.id(), feature.name()),
                sensor,
                quantity.property(),
                quantity.unit(),
                feature.id(),
                dataset,
                step));
    }
}
