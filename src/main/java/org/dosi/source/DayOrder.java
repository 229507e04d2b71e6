package org.dosi.source;

import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which comes first in stamps that end with the year, `01-02-2017 00:00`: the day or the month.
///
/// One stamp alone cannot tell, but a file can. The order under which fewer of its stamps are impossible is
/// the right one; where both fit, it is the one under which the file spans the shorter time, since the rows
/// of a file follow one another: 40 hours that run from `01-01` to `02-01` are the first two days of
/// January and not January with one hour of February. Where nothing tells them apart (a file of 3 March
/// alone), the day comes first, as in the publisher's sample.
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern STAMP =
            Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /// Looks through the column of a file: costs one more reading of it.
    static DayOrder of(SourceFile file, String kind, String heading) {
        Seen day = new Seen(DAY_FIRST);
        Seen month = new Seen(MONTH_FIRST);
        // A file of its own, so that the bytes read twice are counted once for whoever shows progress.
        try (CsvTable table = CsvTable.open(new SourceFile(file.path()), kind)) {
            int column = table.column(heading);
            table.forEachRow(
                    Silence.SINK,
                    row -> {
                        day.see(row.text(column));
                        month.see(row.text(column));
                    },
                    row -> {});
        }
        boolean monthFirst = month.impossible != day.impossible
                ? month.impossible < day.impossible
                : month.spanSeconds() < day.spanSeconds();
        return monthFirst ? MONTH_FIRST : DAY_FIRST;
    }

    /// Reads a stamp in this order.
    ///
    /// @return seconds since 1970 UTC, or empty if the text is no such stamp or no possible time
    OptionalLong parse(String text, ZoneId zone) {
        Matcher part = STAMP.matcher(text);
        if (!part.matches()) {
            return OptionalLong.empty();
        }
        int first = Integer.parseInt(part.group(1));
        int second = Integer.parseInt(part.group(2));
        return Stamps.seconds(
                Integer.parseInt(part.group(3)),
                this == DAY_FIRST ? second : first,
                this == DAY_FIRST ? first : second,
                Integer.parseInt(part.group(4)),
                Integer.parseInt(part.group(5)),
                part.group(6) == null ? 0 : Integer.parseInt(part.group(6)),
                zone);
    }

    /// What one order makes of the stamps of a file.
    private static final class Seen {
        private final DayOrder order;
        private long impossible;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Seen(DayOrder order) {
            this.order = order;
        }

        void see(String text) {
            OptionalLong stamp = order.parse(text, Stamps.KST);
            if (stamp.isEmpty()) {
                impossible++;
            } else {
                first = Math.min(first, stamp.getAsLong());
                last = Math.max(last, stamp.getAsLong());
            }
        }

        long spanSeconds() {
            return first > last ? 0 : last - first;
        }
    }
}
