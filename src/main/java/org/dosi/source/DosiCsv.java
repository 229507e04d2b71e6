package org.dosi.source;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;

/// Observations in the CSV form that `./dosi query` writes, from another store or from a program of one's
/// own.
///
/// Columns: `feature,property,unit,phenomenon_time_start,phenomenon_time_end,value`, and if wanted
/// `quality` (`good`,
/// `estimated`, `suspect`, `bad`) and `dataset`. Times are ISO 8601 with an offset. A row is one
/// observation; an empty value is a missing one. What this form cannot say (names, sensors, places) comes
/// from other imports or stays unknown.
final class DosiCsv implements ObservationSource {
    private static final String KIND = "observations as ./dosi query writes them";

    private static final Dataset DATASET = Publishers.localFiles(
            "dosi-csv",
            Name.of("CSV로 가져온 관측값", "Observations from CSV files"),
            Name.of("사용자가 직접 가져온 관측값.", "Observations that a user brought in."));

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            DATASET.id(),
            Name.of(
                    "dosi query 형식의 CSV",
                    "CSV as ./dosi query writes it (feature,property,unit,phenomenon_time_start,…)"),
            DATASET,
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (CsvTable table = CsvTable.open(file, KIND)) {
            Reading reading = new Reading(table, sink);
            table.forEachRow(sink, reading::tell, reading::tellRagged);
        }
    }

    /// The state of reading one file.
    private static final class Reading {
        private final ObservationSink sink;
        private final int columns;
        private final int feature;
        private final int property;
        private final int unit;
        private final int start;
        private final int end;
        private final int value;
        private final OptionalInt quality;
        private final OptionalInt dataset;
        private final Map<String, Map<String, Integer>> handles = new HashMap<>();

        /// A datastream has one unit: a second one would have to be converted, and guessing is not reading.
        private final Map<String, String> units = new HashMap<>();

        Reading(CsvTable table, ObservationSink sink) {
            this.sink = sink;
            this.columns = table.headings().size();
            this.feature = table.column("feature");
            this.property = table.column("property");
            this.unit = table.column("unit");
            this.start = table.column("phenomenon_time_start");
            this.end = table.column("phenomenon_time_end");
            this.value = table.column("value");
            this.quality = table.findColumn("quality");
            this.dataset = table.findColumn("dataset");
        }

        void tell(CsvRow row) {
            if (Numbers.Missing.BLANK.matches(row.text(value))) {
                sink.missing(1);
                return;
            }
            double told = Numbers.parse(row.text(value));
            OptionalLong from = instant(row.text(start));
            OptionalLong to = instant(row.text(end));
            OptionalInt stated =
                    quality.isEmpty() ? OptionalInt.of(ObservationSink.UNSTATED) : stated(row.text(quality.getAsInt()));
            if (Double.isNaN(told)) {
                reject(row, value, QualityElement.FORMAT_CONSISTENCY, "a number");
            } else if (from.isEmpty()) {
                reject(row, start, QualityElement.TEMPORAL_CONSISTENCY, "a time such as 2022-08-09T08:00:00Z");
            } else if (to.isEmpty() || to.getAsLong() < from.getAsLong()) {
                reject(row, end, QualityElement.TEMPORAL_CONSISTENCY, "a time not before the start");
            } else if (stated.isEmpty()) {
                reject(
                        row,
                        quality.orElseThrow(),
                        QualityElement.DOMAIN_CONSISTENCY,
                        "good, estimated, suspect or bad");
            } else {
                try {
                    int handle = handle(row, to.getAsLong() - from.getAsLong());
                    sink.observe(handle, from.getAsLong(), to.getAsLong(), told, stated.getAsInt());
                } catch (IllegalArgumentException e) {
                    // The records of the model refuse malformed ids and empty units, in words for people.
                    sink.issue(new Issue(
                            row.place(),
                            QualityElement.DOMAIN_CONSISTENCY,
                            "feature, property and unit of the model",
                            String.valueOf(e.getMessage()),
                            1));
                }
            }
        }

        private void reject(CsvRow row, int column, QualityElement element, String expected) {
            sink.issue(new Issue(row.place(), element, expected, row.text(column), 1));
        }

        void tellRagged(CsvRow row) {
            sink.issue(new Issue(
                    row.place(), QualityElement.FORMAT_CONSISTENCY, columns + " cells", row.size() + " cells", 1));
        }

        private int handle(CsvRow row, long seconds) {
            String set = dataset.isEmpty() ? DATASET.id() : row.text(dataset.getAsInt());
            String rest = row.text(property) + "\n" + row.text(unit) + "\n" + set;
            Map<String, Integer> ofFeature = handles.computeIfAbsent(row.text(feature), _ -> new HashMap<>());
            Integer known = ofFeature.get(rest);
            if (known != null) {
                return known;
            }
            String first =
                    units.putIfAbsent(row.text(feature) + "\n" + row.text(property) + "\n" + set, row.text(unit));
            if (first != null && !first.equals(row.text(unit))) {
                throw new IllegalArgumentException(
                        "the unit %s where earlier rows have %s".formatted(row.text(unit), first));
            }
            int handle = declare(row.text(feature), row.text(property), row.text(unit), set, seconds);
            ofFeature.put(rest, handle);
            return handle;
        }

        private int declare(String featureId, String propertyId, String unitCode, String set, long seconds) {
            String code = featureId.substring(featureId.indexOf(':') + 1);
            sink.feature(new FeatureOfInterest(featureId, Name.of(code), null, Map.of()));
            ObservedProperty observed = ObservedProperty.of(propertyId, propertyId, propertyId);
            return sink.datastream(new Datastream(
                    Datastream.id(set, code, observed),
                    new Thing(featureId, Name.of(code)),
                    new Sensor("unknown", Name.of("알 수 없음", "unknown")),
                    observed,
                    unitCode,
                    featureId,
                    set,
                    nearestStep(seconds)));
        }
    }

    /// The step that is closest to how long an observation holds; an hour for instants, as most are.
    static Step nearestStep(long seconds) {
        Step nearest = Step.HOUR;
        for (Step step : Step.values()) {
            if (seconds > 0 && Math.abs(step.meanSeconds() - seconds) < Math.abs(nearest.meanSeconds() - seconds)) {
                nearest = step;
            }
        }
        return nearest;
    }

    private static OptionalInt stated(String quality) {
        return switch (quality) {
            case "", "good" -> OptionalInt.of(ObservationSink.UNSTATED);
            case "estimated" -> OptionalInt.of(Flag.ESTIMATED.mask());
            // The form has no reasons: what is known is that whoever wrote it did not trust the value.
            case "suspect", "bad" -> OptionalInt.of(Flag.STATUS_ABNORMAL_DATA.mask());
            default -> OptionalInt.empty();
        };
    }

    private static OptionalLong instant(String text) {
        if (text.endsWith("Z")) {
            OptionalLong fast = Stamps.parse(text.substring(0, text.length() - 1), java.time.ZoneOffset.UTC);
            if (fast.isPresent()) {
                return fast;
            }
        }
        try {
            return OptionalLong.of(
                    java.time.OffsetDateTime.parse(text).toInstant().getEpochSecond());
        } catch (DateTimeException _) {
            // Not a time: the caller reports the cell as it stands.
            return OptionalLong.empty();
        }
    }
}
