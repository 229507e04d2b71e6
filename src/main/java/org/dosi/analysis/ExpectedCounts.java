package org.dosi.analysis;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dosi.model.Step;
import org.dosi.store.DatastreamSummary;

/// How many observations a month should hold, after the step and the month's length.
///
/// What is expected are starts, so the coverage is one of starts: from the first to just after the last.
final class ExpectedCounts {

    /// The store's times are whole seconds.
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private ExpectedCounts() {}

    /// Of the starts of these datastreams' observations; empty if there are none. An instant at the very end is
    /// within it, as an hour that ends there is not.
    static Optional<Coverage> starts(List<DatastreamSummary> summaries) {
        return summaries.stream()
                .filter(summary -> summary.count() > 0)
                .map(summary -> new Coverage(summary.from(), summary.lastStart().plus(SHORTEST)))
                .reduce(Coverage::join);
    }

    /// The months of the zone that the coverage touches, in order.
    static List<YearMonth> months(Coverage coverage, ZoneId zone) {
        YearMonth last = YearMonth.from(lastInstant(coverage).atZone(zone));
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = YearMonth.from(coverage.from().atZone(zone)); !m.isAfter(last); m = m.plusMonths(1)) {
            months.add(m);
        }
        return months;
    }

    /// All steps that start in the coverage.
    static long inAll(Step step, Coverage coverage, ZoneId zone) {
        return startsIn(coverage.from(), coverage.to(), step, coverage, zone);
    }

    /// The steps that start in the month, counted from the start of the coverage and before its end. A
    /// quarter starts in one month of three: nothing is expected of the other two.
    static long inMonth(YearMonth month, Step step, Coverage coverage, ZoneId zone) {
        Instant monthStart = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant monthEnd = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant end = monthEnd.isBefore(coverage.to()) ? monthEnd : coverage.to();
        return startsIn(monthStart, end, step, coverage, zone);
    }

    private static long startsIn(Instant from, Instant to, Step step, Coverage coverage, ZoneId zone) {
        return switch (step) {
            case MINUTES_5, HOUR -> Math.max(0, startsBefore(to, step, coverage) - startsBefore(from, step, coverage));
            case DAY, MONTH, QUARTER, YEAR -> calendarStarts(from, to, step, coverage, zone);
        };
    }

    /// Steps of fixed length: those that start at or after the coverage's start and before the time.
    private static long startsBefore(Instant time, Step step, Coverage coverage) {
        long seconds = time.getEpochSecond() - coverage.from().getEpochSecond();
        return seconds <= 0 ? 0 : Math.ceilDiv(seconds, step.meanSeconds());
    }

    private static long calendarStarts(Instant from, Instant to, Step step, Coverage coverage, ZoneId zone) {
        long count = 0;
        for (Instant start = coverage.from(); start.isBefore(to); start = step.after(start, zone)) {
            if (!start.isBefore(from)) {
                count++;
            }
        }
        return count;
    }

    private static Instant lastInstant(Coverage coverage) {
        return coverage.to().isAfter(coverage.from()) ? coverage.to().minusNanos(1) : coverage.to();
    }
}
