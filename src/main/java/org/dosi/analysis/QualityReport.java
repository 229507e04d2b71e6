package org.dosi.analysis;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.FlagCount;
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
/// @param datastreams worst first: most flagged, then least complete, then by id
public record QualityReport(String dataset, List<YearMonth> months, List<Reason> reasons, List<Row> datastreams) {

    public record Reason(Flag flag, long count) {}

    /// The quality of one datastream.
    ///
    /// @param good by month, follows `months`
    /// @param expected by month, follows `months`; 0 where nothing is expected; shared by all of a property
    /// @param complete good observations over expected ones in all of it; NaN where nothing is expected
    public record Row(DatastreamSummary summary, int[] good, int[] expected, Map<Flag, Long> flags, double complete) {

        /// Good observations over expected ones, at most 1; NaN where nothing is expected.
        public double completeness(int month) {
            return ratio(good[month], expected[month]);
        }
    }

    private static final Comparator<Row> WORST_FIRST = Comparator.comparingLong((Row row) -> row.summary.flagged())
            .reversed()
            .thenComparingDouble(Row::complete)
            .thenComparing(row -> row.summary.datastream().id());

    public static QualityReport of(ObservationStore store, Inventory inventory, String dataset, ZoneId zone) {
        List<DatastreamSummary> summaries = inventory.listOfDataset(dataset);
        List<YearMonth> months = Inventory.coverage(summaries)
                .map(coverage -> ExpectedCounts.months(coverage, zone))
                .orElse(List.of());
        if (months.isEmpty()) {
            return new QualityReport(dataset, months, List.of(), List.of());
        }
        Map<String, int[]> good = store.countGoodByMonth(dataset, months.getFirst(), months.size(), zone);
        Map<String, Map<Flag, Long>> flags = flags(store.countFlags(dataset));
        Map<String, int[]> expected = expectedByProperty(summaries, months, zone);
        int[] none = new int[months.size()];
        List<Row> rows = new ArrayList<>(summaries.size());
        for (DatastreamSummary summary : summaries) {
            String id = summary.datastream().id();
            int[] own = good.getOrDefault(id, none);
            int[] wanted = expected.getOrDefault(key(summary), none);
            rows.add(new Row(summary, own, wanted, flags.getOrDefault(id, Map.of()), complete(own, wanted)));
        }
        rows.sort(WORST_FIRST);
        return new QualityReport(dataset, months, reasons(rows), List.copyOf(rows));
    }

    private static Map<String, Map<Flag, Long>> flags(List<FlagCount> found) {
        Map<String, Map<Flag, Long>> flags = new HashMap<>();
        for (FlagCount count : found) {
            Map<Flag, Long> counts = flags.computeIfAbsent(count.datastream(), _ -> new EnumMap<>(Flag.class));
            Flag.listOf(count.flags()).forEach(flag -> counts.merge(flag, count.count(), Long::sum));
        }
        return flags;
    }

    /// A month cannot make up for another.
    private static double complete(int[] good, int[] expected) {
        long reached = 0;
        long wanted = 0;
        for (int month = 0; month < good.length; month++) {
            reached += Math.min(good[month], expected[month]);
            wanted += expected[month];
        }
        return ratio(reached, wanted);
    }

    /// Good observations over expected ones of all datastreams together, by month; NaN where nothing is
    /// expected.
    public double[] completenessByMonth() {
        long[][] sums = sums();
        double[] completeness = new double[months.size()];
        Arrays.setAll(completeness, month -> ratio(sums[0][month], sums[1][month]));
        return completeness;
    }

    /// Good observations over expected ones in all of it; NaN if nothing is expected.
    public double completeness() {
        long[][] sums = sums();
        return ratio(Arrays.stream(sums[0]).sum(), Arrays.stream(sums[1]).sum());
    }

    /// Good and expected observations of all datastreams by month; none can make up for another.
    private long[][] sums() {
        long[][] sums = new long[2][months.size()];
        for (Row row : datastreams) {
            for (int month = 0; month < row.good.length; month++) {
                sums[0][month] += Math.min(row.good[month], row.expected[month]);
                sums[1][month] += row.expected[month];
            }
        }
        return sums;
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

    private static Map<String, int[]> expectedByProperty(
            List<DatastreamSummary> summaries, List<YearMonth> months, ZoneId zone) {
        Map<String, int[]> expected = new HashMap<>();
        groups(summaries).forEach((key, group) -> {
            Coverage coverage = Inventory.coverage(group).orElseThrow();
            Step step = group.getFirst().datastream().step();
            int[] counts = new int[months.size()];
            Arrays.setAll(
                    counts, month -> Math.toIntExact(ExpectedCounts.inMonth(months.get(month), step, coverage, zone)));
            expected.put(key, counts);
        });
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
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }

    private static double ratio(long good, long expected) {
        return expected == 0 ? Double.NaN : Math.min(1, good / (double) expected);
    }
}
