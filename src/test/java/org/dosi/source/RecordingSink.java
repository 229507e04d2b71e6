package org.dosi.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// A sink for tests: it keeps everything it is told, in order.
public final class RecordingSink implements ObservationSink {

    public record Told(
            String datastream,
            Instant start,
            Instant end,
            double value,
            int statedFlags,
            @Nullable String sheet,
            long line) {}

    public final Map<String, FeatureOfInterest> features = new LinkedHashMap<>();
    public final Map<String, Dataset> datasets = new LinkedHashMap<>();
    public final Map<String, Datastream> datastreams = new LinkedHashMap<>();
    public final List<Told> observations = new ArrayList<>();
    public final List<Told> codes = new ArrayList<>();
    public final List<Issue> issues = new ArrayList<>();
    public long missing;
    public long featuresTold;

    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> handles = new HashMap<>();
    private @Nullable String sheet;
    private long line;

    @Override
    public void row(@Nullable String sheet, long line) {
        this.sheet = sheet;
        this.line = line;
    }

    @Override
    public void feature(FeatureOfInterest feature) {
        featuresTold++;
        features.put(feature.id(), feature);
    }

    @Override
    public void dataset(Dataset dataset) {
        datasets.put(dataset.id(), dataset);
    }

    @Override
    public int datastream(Datastream datastream) {
        datastreams.put(datastream.id(), datastream);
        return handles.computeIfAbsent(datastream.id(), id -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    @Override
    public void observe(int datastream, long startSeconds, long endSeconds, double value, int statedFlags) {
        observations.add(told(datastream, startSeconds, endSeconds, value, statedFlags));
    }

    @Override
    public void code(int datastream, long startSeconds, long endSeconds, int category) {
        codes.add(told(datastream, startSeconds, endSeconds, category, UNSTATED));
    }

    @Override
    public void missing(long cells) {
        missing += cells;
    }

    @Override
    public void issue(Issue issue) {
        issues.add(issue);
    }

    public long rejected() {
        return issues.stream().mapToLong(Issue::observations).sum();
    }

    /// The value told of a datastream at a start time such as `2022-08-09T08:00:00+09:00`.
    public Optional<Told> find(String datastream, String start) {
        Instant at = java.time.OffsetDateTime.parse(start).toInstant();
        return observations.stream()
                .filter(o -> o.datastream().equals(datastream) && o.start().equals(at))
                .findFirst();
    }

    public FeatureOfInterest feature(String id) {
        return requireNonNull(features.get(id), id);
    }

    public boolean hasGeometry(String id) {
        return feature(id).geometry() != null;
    }

    /// The first point of a feature that has a geometry.
    public Coordinate point(String id) {
        return requireNonNull(feature(id).geometry(), id).getCoordinate();
    }

    /// That it was told of a value which holds for so many hours from a start time; none for an instant.
    public void assertTold(String datastream, String start, int hours, double value) {
        assertThat(find(datastream, start)).as(datastream + " " + start).hasValueSatisfying(told -> {
            assertThat(told.value()).isEqualTo(value);
            assertThat(Duration.between(told.start(), told.end())).isEqualTo(Duration.ofHours(hours));
        });
    }

    private Told told(int datastream, long start, long end, double value, int flags) {
        return new Told(
                ids.get(datastream),
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(end),
                value,
                flags,
                sheet,
                line);
    }
}
