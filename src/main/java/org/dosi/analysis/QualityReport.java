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
import org.dosi.store.DatastreamSummary;
import org.dosi.store.FlagCount;
import org.dosi.store.ObservationStore;

/// The quality of a data set after ISO 19157: completeness (see [Completeness]) of the whole and by month, flags by
/// reason.
///
/// @param months that the data set covers, in the city's zone
/// @param completeness of the whole; NaN if nothing is expected
/// @param reasons how many observations carry each flag, most common first; one can carry several
/// @param datastreams worst first: most flagged, then least complete, then by id
public record QualityReport(
        String dataset, List<YearMonth> months, double completeness, List<Reason> reasons, List<Row> datastreams) {

    public record Reason(Flag flag, long count) {}

    /// The quality of one datastream.
    ///
    /// @param good by month, follows `months`
    /// @param expected by month, follows `months`; 0 where nothing is expected; shared by all of a property
    /// @param complete good observations over expected ones in all of it; NaN where nothing is expected
    public record Row(DatastreamSummary summary, int[] good, int[] expected, Map<Flag, Long> flags, double complete) {

        /// Good observations over expected ones, at most 1; NaN where nothing is expected.
        public double completeness(int month) {
            return Completeness.ratio(good[month], expected[month]);
        }
    }

    private static final Comparator<Row> WORST_FIRST = Comparator.comparingLong((Row row) -> row.summary.flagged())
            .reversed()
            .thenComparingDouble(Row::complete)
            .thenComparing(row -> row.summary.datastream().id());

    public static QualityReport of(ObservationStore store, Inventory inventory, String dataset, ZoneId zone) {
        List<DatastreamSummary> summaries = inventory.listOfDataset(dataset);
        List<YearMonth> months = Inventory.coverage(summaries)
                .map(coverage -> months(coverage, summaries, zone))
                .orElse(List.of());
        if (months.isEmpty()) {
            return new QualityReport(dataset, months, Double.NaN, List.of(), List.of());
        }
        Map<String, int[]> good = store.countGoodByMonth(dataset, months.getFirst(), months.size(), zone);
        Map<String, Map<Flag, Long>> flags = flags(store.countFlags(dataset));
        Completeness completeness = new Completeness(summaries, zone);
        Map<String, int[]> expected = completeness.expectedByMonth(months);
        int[] none = new int[months.size()];
        List<Row> rows = new ArrayList<>(summaries.size());
        for (DatastreamSummary summary : summaries) {
            String id = summary.datastream().id();
            int[] own = good.getOrDefault(id, none);
            int[] wanted = expected.getOrDefault(Completeness.key(summary), none);
            rows.add(new Row(summary, own, wanted, flags.getOrDefault(id, Map.of()), completeness.of(summary)));
        }
        rows.sort(WORST_FIRST);
        return new QualityReport(dataset, months, completeness.whole(), reasons(rows), List.copyOf(rows));
    }

    /// An instant at the end of the coverage may start a month of its own.
    private static List<YearMonth> months(Coverage coverage, List<DatastreamSummary> summaries, ZoneId zone) {
        Coverage starts = ExpectedCounts.starts(summaries).orElse(coverage);
        return ExpectedCounts.months(coverage.join(starts), zone);
    }

    private static Map<String, Map<Flag, Long>> flags(List<FlagCount> found) {
        Map<String, Map<Flag, Long>> flags = new HashMap<>();
        for (FlagCount count : found) {
            Map<Flag, Long> counts = flags.computeIfAbsent(count.datastream(), _ -> new EnumMap<>(Flag.class));
            Flag.listOf(count.flags()).forEach(flag -> counts.merge(flag, count.count(), Long::sum));
        }
        return flags;
    }

    /// Good observations over expected ones of all datastreams together, by month; NaN where nothing is
    /// expected.
    public double[] completenessByMonth() {
        long[][] sums = sums();
        double[] completeness = new double[months.size()];
        Arrays.setAll(completeness, month -> Completeness.ratio(sums[0][month], sums[1][month]));
        return completeness;
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

    private static List<Reason> reasons(List<Row> rows) {
        Map<Flag, Long> sums = new EnumMap<>(Flag.class);
        rows.forEach(row -> row.flags.forEach((flag, count) -> sums.merge(flag, count, Long::sum)));
        return sums.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }
}
