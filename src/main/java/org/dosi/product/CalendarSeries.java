package org.dosi.product;

import java.util.DoubleSummaryStatistics;
import java.util.TreeMap;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.dosi.store.Thinned;
import org.jspecify.annotations.Nullable;

/// Monthly, quarterly and yearly series: a point for each period. Buckets of equal length would hold no
/// quarter in one place and two in another.
final class CalendarSeries {

    private CalendarSeries() {}

    static boolean applies(Step step, TimeWindow window, int width) {
        long seconds = window.to().getEpochSecond() - window.from().getEpochSecond();
        return switch (step) {
            case MINUTES_5, HOUR, DAY -> false;
            case MONTH, QUARTER, YEAR -> seconds / step.meanSeconds() < width;
        };
    }

    /// @param collection of the features, or null for all
    static Thinned of(ObservationStore store, Slice slice, @Nullable String collection, Step step) {
        TreeMap<Long, DoubleSummaryStatistics> periods = new TreeMap<>();
        store.scan(slice, (stream, start, _, _, value, _) -> {
            if (collection == null || stream.feature().startsWith(collection + ":")) {
                periods.computeIfAbsent(start, _ -> new DoubleSummaryStatistics())
                        .accept(value);
            }
        });
        var all = periods.values();
        return new Thinned(
                step.meanSeconds(),
                periods.keySet().stream().mapToLong(Long::longValue).toArray(),
                all.stream().mapToDouble(DoubleSummaryStatistics::getMin).toArray(),
                all.stream().mapToDouble(DoubleSummaryStatistics::getAverage).toArray(),
                all.stream().mapToDouble(DoubleSummaryStatistics::getMax).toArray(),
                all.stream().mapToLong(DoubleSummaryStatistics::getCount).toArray());
    }
}
