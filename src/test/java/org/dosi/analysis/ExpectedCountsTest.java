package org.dosi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.dosi.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ExpectedCountsTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @Test
    void aMonthHoldsItsHours() {
        Coverage year = coverage("2024-01-01", "2025-01-01");

        assertThat(ExpectedCounts.inMonth(YearMonth.of(2024, 2), Step.HOUR, year, SEOUL))
                .as("a leap year")
                .isEqualTo(29 * 24);
        assertThat(ExpectedCounts.inMonth(YearMonth.of(2024, 12), Step.DAY, year, SEOUL))
                .isEqualTo(31);
        assertThat(ExpectedCounts.inMonth(YearMonth.of(2025, 1), Step.HOUR, year, SEOUL))
                .as("after the end")
                .isZero();
        assertThat(ExpectedCounts.inMonth(YearMonth.of(2023, 12), Step.HOUR, year, SEOUL))
                .as("before the start")
                .isZero();
    }

    @Test
    void aMonthThatIsCoveredInPartExpectsThatPart() {
        Coverage part = coverage("2024-01-31", "2024-02-02");

        assertThat(ExpectedCounts.months(part, SEOUL)).containsExactly(YearMonth.of(2024, 1), YearMonth.of(2024, 2));
        assertThat(ExpectedCounts.inMonth(YearMonth.of(2024, 1), Step.HOUR, part, SEOUL))
                .isEqualTo(24);
        assertThat(ExpectedCounts.inMonth(YearMonth.of(2024, 2), Step.HOUR, part, SEOUL))
                .isEqualTo(24);
    }

    @Test
    void aCoverageThatEndsWithTheMonthDoesNotTouchTheNext() {
        assertThat(ExpectedCounts.months(coverage("2024-01-01", "2024-02-01"), SEOUL))
                .containsExactly(YearMonth.of(2024, 1));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void theMonthsTogetherExpectWhatTheWholeDoes(Step step) {
        Coverage coverage = coverage("2019-04-01", "2024-07-01");

        long sum = ExpectedCounts.months(coverage, SEOUL).stream()
                .mapToLong(month -> ExpectedCounts.inMonth(month, step, coverage, SEOUL))
                .sum();
        assertThat(sum).isEqualTo(ExpectedCounts.inAll(step, coverage, SEOUL));
    }

    private static Coverage coverage(String from, String to) {
        return new Coverage(start(from), start(to));
    }

    private static Instant start(String date) {
        return LocalDate.parse(date).atStartOfDay(SEOUL).toInstant();
    }
}
