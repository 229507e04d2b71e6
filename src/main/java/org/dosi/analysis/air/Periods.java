package org.dosi.analysis.air;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dosi.model.TimeTable;

/// The calendar periods that a table's rows fall into, without gaps from the first to the last.
///
/// @param startS beginning of each period, seconds since 1970 UTC
/// @param groupStart the first row of each period, and the number of rows behind the last
/// @param expected how many rows each period should hold at the table's step; of the first and the last period
///     only the part counts that lies within the data, as openair has it
public record Periods(long[] startS, int[] groupStart, int[] expected) {

    /// A length of the calendar.
    public enum Period {
        HOUR,
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        ZonedDateTime floor(ZonedDateTime time) {
            ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
            return switch (this) {
                case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        ZonedDateTime after(ZonedDateTime time) {
            return switch (this) {
                case HOUR -> time.plusHours(1);
                case DAY -> time.plusDays(1);
                case WEEK -> time.plusWeeks(1);
                case MONTH -> time.plusMonths(1);
                case QUARTER -> time.plusMonths(3);
                case YEAR -> time.plusYears(1);
            };
        }
    }

    public static Periods of(TimeTable table, Period period) {
        return of(table.startS(), table.stepSeconds(), table.calendar(), period);
    }

    public static Periods of(long[] rowS, long stepSeconds, ZoneId zone, Period period) {
        List<Long> starts = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        int row = 0;
        if (rowS.length > 0) {
            long dataEnd = rowS[rowS.length - 1] + stepSeconds;
            ZonedDateTime begin = period.floor(Instant.ofEpochSecond(rowS[0]).atZone(zone));
            while (row < rowS.length) {
                ZonedDateTime end = period.after(begin);
                starts.add(begin.toEpochSecond());
                rows.add(row);
                long seconds = Math.min(end.toEpochSecond(), dataEnd) - Math.max(begin.toEpochSecond(), rowS[0]);
                expected.add((int) Math.max(1, Math.round((double) seconds / stepSeconds)));
                while (row < rowS.length && rowS[row] < end.toEpochSecond()) {
                    row++;
                }
                begin = end;
            }
        }
        rows.add(row);
        return new Periods(
                starts.stream().mapToLong(Long::longValue).toArray(),
                rows.stream().mapToInt(Integer::intValue).toArray(),
                expected.stream().mapToInt(Integer::intValue).toArray());
    }

    public int count() {
        return startS.length;
    }
}
