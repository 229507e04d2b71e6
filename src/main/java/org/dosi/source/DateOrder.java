package org.dosi.source;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import org.dosi.model.Place;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// Which comes first in a user's dates that end with the year, `3/4/2017`: the month or the day.
///
/// One date cannot tell, but a column can. A first number above 12 is a day, and so is a second one. Where all are
/// 12 or less, it is the order under which the times follow one another in even steps, if they do so under one
/// alone: the hours of 1 to 12 March are those and not twelve days in twelve months. Where that does not tell
/// either, nobody guesses.
public enum DateOrder {
    /// `3/4/2017` is the fourth of March.
    MDY,
    /// `3/4/2017` is the third of April.
    DMY;

    private static final int MONTHS = 12;

    /// Steps that are all the same but for gaps: more than half of them are of the usual length.
    private static final int GAPS = 2;

    /// The order of a column.
    ///
    /// @param said what the user says; null for nothing
    /// @param first where the column begins, for the message
    /// @throws SourceException if the column has such dates, and they can be read in both orders alike
    static DateOrder of(List<String> stamps, @Nullable DateOrder said, Place first) {
        if (said != null) {
            return said;
        }
        return told(stamps)
                .orElseThrow(() -> new SourceException(
                        first,
                        "dates whose order their column tells (a day above 12, or even steps), or"
                                + " --date-order mdy or dmy",
                        stamps.stream().filter(DateOrder::isOpen).findFirst().orElse("")));
    }

    /// The order that a column tells of itself, or nothing if it has such dates and they can be read in both alike.
    static Optional<DateOrder> told(List<String> stamps) {
        boolean day = false;
        boolean month = false;
        for (String stamp : stamps) {
            Matcher parts = UserStamps.YEAR_LAST.matcher(stamp);
            if (parts.matches()) {
                day |= Integer.parseInt(parts.group(1)) > MONTHS;
                month |= Integer.parseInt(parts.group(3)) > MONTHS;
            }
        }
        if (month || stamps.stream().noneMatch(DateOrder::isOpen)) {
            // With days in both places one of them is no date: its row says so.
            return Optional.of(MDY);
        }
        return day ? Optional.of(DMY) : evenOne(stamps);
    }

    private static boolean isOpen(String stamp) {
        Matcher parts = UserStamps.YEAR_LAST.matcher(stamp);
        return parts.matches() && !Integer.valueOf(parts.group(1)).equals(Integer.valueOf(parts.group(3)));
    }

    private static Optional<DateOrder> evenOne(List<String> stamps) {
        Steps mdy = Steps.of(MDY.times(stamps));
        Steps dmy = Steps.of(DMY.times(stamps));
        if (mdy.uneven < dmy.uneven && mdy.isEven()) {
            return Optional.of(MDY);
        }
        return dmy.uneven < mdy.uneven && dmy.isEven() ? Optional.of(DMY) : Optional.empty();
    }

    /// Each time once, ascending.
    private long[] times(List<String> stamps) {
        return stamps.stream()
                .map(stamp -> UserStamps.parse(stamp, ZoneOffset.UTC, this))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sorted()
                .distinct()
                .toArray();
    }

    /// How evenly times follow one another.
    ///
    /// @param uneven how many steps are not of the usual length
    private record Steps(int uneven, int all) {
        static Steps of(long[] times) {
            long usual = TimeTable.usualStep(times);
            int uneven = 0;
            for (int i = 1; i < times.length; i++) {
                uneven += times[i] - times[i - 1] == usual ? 0 : 1;
            }
            int all = Math.max(0, times.length - 1);
            return new Steps(Math.min(uneven, unevenMonths(times)), all);
        }

        /// As [#uneven] for the first of each month, or the fifth: in seconds months are not even. All steps, where
        /// the day or the hour differs.
        private static int unevenMonths(long[] times) {
            long[] months = new long[times.length];
            for (int i = 0; i < times.length; i++) {
                var at = java.time.LocalDateTime.ofEpochSecond(times[i], 0, ZoneOffset.UTC);
                var first = java.time.LocalDateTime.ofEpochSecond(times[0], 0, ZoneOffset.UTC);
                months[i] = at.getYear() * 12L + at.getMonthValue();
                if (!at.withYear(2000).withMonth(1).equals(first.withYear(2000).withMonth(1))) {
                    return Integer.MAX_VALUE;
                }
            }
            long usual = TimeTable.usualStep(months);
            return (int) Arrays.stream(months, 0, Math.max(0, months.length - 1))
                    .filter(month -> Arrays.binarySearch(months, month + usual) < 0)
                    .count();
        }

        boolean isEven() {
            return uneven * GAPS < all;
        }
    }
}
