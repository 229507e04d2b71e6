package org.dosi.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/// Puts what a test names into a real store, as one import of one data set.
public final class StoreFiller {
    private final Dataset dataset;
    private final List<FeatureOfInterest> features = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();

    private record Row(Datastream stream, Instant start, Instant end, double value, int flags) {}

    public StoreFiller(Dataset dataset) {
        this.dataset = dataset;
    }

    /// A store that ends with the test's folder.
    public static ObservationStore open(Path folder) {
        return CityStores.open(folder.resolve("city"));
    }

    public StoreFiller add(FeatureOfInterest feature) {
        features.add(feature);
        return this;
    }

    public StoreFiller add(Datastream stream, Instant start, Instant end, double value, Flag... flags) {
        rows.add(new Row(stream, start, end, value, Flag.bits(Arrays.asList(flags))));
        return this;
    }

    /// Hours one after the other.
    ///
    /// @param value of the hour with this number, from 0
    public StoreFiller addHours(Datastream stream, Instant from, int hours, IntToDoubleFunction value) {
        for (int h = 0; h < hours; h++) {
            Instant start = from.plus(h, ChronoUnit.HOURS);
            add(stream, start, start.plus(1, ChronoUnit.HOURS), value.applyAsDouble(h));
        }
        return this;
    }

    public StoreFiller add(Issue issue) {
        issues.add(issue);
        return this;
    }

    /// @return the import
    public ImportRecord into(ObservationStore store) {
        ImportHead head = new ImportHead(dataset.id(), 2, dataset, dataset.id() + ".csv", "ab12", 1234, false);
        try (Batch batch = store.begin(head)) {
            features.forEach(batch::feature);
            issues.forEach(batch::issue);
            batch.write(columns(batch));
            return batch.commit(new ImportCounts(rows.size() + 1, rows.size(), 0, 1, 3));
        }
    }

    private Columns columns(Batch batch) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.<Row>comparingInt(row -> batch.datastream(row.stream))
                        .thenComparing(Row::start))
                .toList();
        int n = sorted.size();
        Columns columns = new Columns(n, new int[n], new long[n], new long[n], new double[n], new int[n], new int[n]);
        Arrays.fill(columns.statedFlags(), -1);
        for (int i = 0; i < n; i++) {
            Row row = sorted.get(i);
            columns.datastream()[i] = batch.datastream(row.stream);
            columns.startSeconds()[i] = row.start.getEpochSecond();
            columns.endSeconds()[i] = row.end.getEpochSecond();
            columns.value()[i] = row.value;
            columns.flags()[i] = row.flags;
        }
        return columns;
    }

    /// A data set that is told to be the test's.
    public static Dataset dataset(String id, @Nullable String licenceUrl) {
        return new Dataset(
                id,
                Name.of("자료 " + id, "Data " + id),
                Name.of("설명", "What it is"),
                Name.of("서울특별시", "Seoul"),
                "https://data.seoul.go.kr",
                licenceUrl == null ? Dataset.PUBLISHERS_TERMS : "CC BY 4.0",
                licenceUrl);
    }

    /// A place in the middle of Seoul.
    public static FeatureOfInterest place(String id, Name name) {
        return new FeatureOfInterest(id, name, new GeometryFactory().createPoint(new Coordinate(127, 37.5)), Map.of());
    }

    /// A datastream of one beta gauge at the feature.
    public static Datastream stream(String dataset, String feature, ObservedProperty property, String unit, Step step) {
        String code = feature.substring(feature.indexOf(':') + 1);
        return new Datastream(
                Datastream.id(dataset, code, property),
                new Thing(feature, Name.of(code)),
                new Sensor("beta", Name.of("베타선", "beta gauge")),
                property,
                unit,
                feature,
                dataset,
                step);
    }
}
