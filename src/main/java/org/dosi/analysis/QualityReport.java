package org.dosi.analysis;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Flag;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.FlagCount;
import org.dosi.store.MonthCount;
import org.dosi.store.ObservationStore;

/// The quality of a data set after ISO 19157: completeness by month, flags by reason, coverage of time.
///
/// Expected of a datastream is one observation for each step of the time that its *property* covers in the
/// data
/// set: a point that fails for months is incomplete, and a property that begins later than others is not. A
/// flagged
/// observation is not a good one, so it counts as absent.
///
/// @param months that the data set covers, in the city's zone
/// @param reasons how many observations carry each flag, most common first; one can carry several
public record QualityReport(String dataset, List<YearMonth> months, List<Reason> reasons, List<Row> datastreams) {

    public record Reason(Flag flag, long count) {}

    /// The quality of one datastream.
    ///
    /// @param good by month, follows `months`
    /// @param expected by month, follows `months`; 0 where nothing is expected
    public record Row(DatastreamSummary summary, long[] good, long[] expected, Map<Flag, Long> flags) {

        /// Good observations over expected ones, at most 1; NaN where nothing is expected.
        public double completeness(int month) {
            return ratio(good[month], expected[month]);
        }
    }

    public static QualityReport of(ObservationStore store, Inventory inventory, String dataset, ZoneId zone) {
        List<DatastreamSummary> summaries = inventory.listOfDataset(dataset);
        List<YearMonth> months = Inventory.coverage(summaries)
                .map(coverage -> ExpectedCounts.months(coverage, zone))
                .orElse(List.of());
        Map<String, Map<YearMonth, Long>> good = new HashMap<>();
        for (MonthCount count : store.countByMonth(dataset, zone)) {
            good.computeIfAbsent(count.datastream(), _ -> new HashMap<>()).put(count.month(), count.good());
        }
        Map<String, Map<Flag, Long>> flags = new HashMap<>();
        for (FlagCount count : store.countFlags(dataset)) {
            Map<Flag, Long> counts = flags.computeIfAbsent(count.datastream(), _ -> new EnumMap<>(Flag.class));
            Flag.listOf(count.flags()).forEach(flag -> counts.merge(flag, count.count(), Long::sum));
        }
        Map<String, long[]> expected = expectedByProperty(summaries, months, zone);
        List<Row> rows = new ArrayList<>();
        for (DatastreamSummary summary : summaries) {
            String id = summary.datastream().id();
            Map<YearMonth, Long> goodOfStream = good.getOrDefault(id, Map.of());
            long[] goodByMonth = months.stream()
                    .mapToLong(month -> goodOfStream.getOrDefault(month, 0L))
                    .toArray();
            long[] expectedByMonth = expected.getOrDefault(key(summary), new long[months.size()]);
            rows.add(new Row(summary, goodByMonth, expectedByMonth, flags.getOrDefault(id, Map.of())));
        }
        return new QualityReport(dataset, months, reasons(rows), List.copyOf(rows));
    }

    /// Good observations over expected ones in all of it; NaN if nothing is expected. A month cannot make
    /// up for
    /// another.
    public double completeness() {
        long good = 0;
        long expected = 0;
        for (Row row : datastreams) {
            for (int m = 0; m < row.good.length; m++) {
                good += Math.min(row.good[m], row.expected[m]);
                expected += row.expected[m];
            }
        }
        return ratio(good, expected);
    }

    /// Good observations over expected ones in all of a data set; NaN if nothing is expected. Known without
    /// counting: from the summaries. One datastream cannot make up for another.
    static double completenessOf(List<DatastreamSummary> dataset, ZoneId zone) {
        long good = 0;
        long expected = 0;
        for (List<DatastreamSummary> group : groups(dataset).values()) {
            Coverage coverage = Inventory.coverage(group).orElseThrow();
            long each = ExpectedCounts.inAll(group.getFirst().datastream().step(), coverage, zone);
            for (DatastreamSummary summary : group) {
                good += Math.min(each, summary.count() - summary.flagged());
                expected += each;
            }
        }
        return ratio(good, expected);
    }

    /// Datastreams of one property and step, which share what is expected of them.
    private static Map<String, List<DatastreamSummary>> groups(List<DatastreamSummary> summaries) {
        Map<String, List<DatastreamSummary>> groups = new HashMap<>();
        summaries.stream()
                .filter(summary -> summary.count() > 0)
                .forEach(summary -> groups.computeIfAbsent(key(summary), _ -> new ArrayList<>())
                        .add(summary));
        return groups;
    }

    private static Map<String, long[]> expectedByProperty(
            List<DatastreamSummary> summaries, List<YearMonth> months, ZoneId zone) {
        Map<String, long[]> expected = new HashMap<>();
        groups(summaries)
                .forEach((key, group) -> Inventory.coverage(group)
                        .ifPresent(coverage -> expected.put(
                                key,
                                months.stream()
                                        .mapToLong(month -> ExpectedCounts.inMonth(
                                                month,
                                                group.getFirst().datastream().step(),
                                                coverage,
                                                zone))
                                        .toArray())));
        return expected;
    }

    private static String key(DatastreamSummary summary) {
        return summary.datastream().property().id() + " "
                + summary.datastream().step().iso();
    }

    private static List<Reason> reasons(List<Row> rows) {
        Map<Flag, Long> sums = new EnumMap<>(Flag.class);
        rows.forEach(row -> row.flags.forEach((flag, count) -> sums.merge(flag, count, Long::sum)));
        return sums.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(java.util.Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }

    private static double ratio(long good, long expected) {
        return expected == 0 ? Double.NaN : Math.min(1, good / (double) expected);
    }
}
