package org.dosi.analysis;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Step;
import org.dosi.store.DatastreamSummary;

/// How complete the datastreams of a data set are: good observations over expected ones (ISO 19157).
///
/// Expected of a datastream is one observation for each step from the first start to the last one of its
/// *property* in the data set: a point that fails for months is incomplete, and a property that begins later than
/// others is not. A flagged observation is not a good one, so it counts as absent.
///
/// All of it is known from the summaries, without counting observations by month. The price: of data that are denser
/// than their step, what is too much in one month makes up for what is missing in another.
final class Completeness {
    /// Datastreams of one property and step, which share what is expected of them.
    private record Group(Step step, Coverage starts, long expected, List<DatastreamSummary> datastreams) {}

    private final Map<String, Group> groups = new HashMap<>();
    private final ZoneId zone;

    Completeness(List<DatastreamSummary> dataset, ZoneId zone) {
        this.zone = zone;
        Map<String, List<DatastreamSummary>> byKey = new HashMap<>();
        dataset.stream()
                .filter(summary -> summary.count() > 0)
                .forEach(summary -> byKey.computeIfAbsent(key(summary), _ -> new ArrayList<>())
                        .add(summary));
        byKey.forEach((key, members) -> {
            Step step = members.getFirst().datastream().step();
            Coverage starts = ExpectedCounts.starts(members).orElseThrow();
            groups.put(key, new Group(step, starts, ExpectedCounts.inAll(step, starts, zone), members));
        });
    }

    /// Of all datastreams together, none of which can make up for another; NaN if nothing is expected.
    double whole() {
        long good = 0;
        long expected = 0;
        for (Group group : groups.values()) {
            for (DatastreamSummary summary : group.datastreams) {
                good += Math.min(group.expected, good(summary));
                expected += group.expected;
            }
        }
        return ratio(good, expected);
    }

    /// Of one datastream; NaN if it has no observations.
    double of(DatastreamSummary summary) {
        Group group = groups.get(key(summary));
        return group == null ? Double.NaN : ratio(good(summary), group.expected);
    }

    /// How many observations the months expect of each datastream, by its [#key].
    Map<String, int[]> expectedByMonth(List<YearMonth> months) {
        Map<String, int[]> expected = new HashMap<>();
        groups.forEach((key, group) -> {
            int[] counts = new int[months.size()];
            Arrays.setAll(
                    counts,
                    month ->
                            Math.toIntExact(ExpectedCounts.inMonth(months.get(month), group.step, group.starts, zone)));
            expected.put(key, counts);
        });
        return expected;
    }

    private static long good(DatastreamSummary summary) {
        return summary.count() - summary.flagged();
    }

    static String key(DatastreamSummary summary) {
        return summary.datastream().property().id() + " "
                + summary.datastream().step().iso();
    }

    /// At most 1; NaN where nothing is expected.
    static double ratio(long good, long expected) {
        return expected == 0 ? Double.NaN : Math.min(1, good / (double) expected);
    }
}
