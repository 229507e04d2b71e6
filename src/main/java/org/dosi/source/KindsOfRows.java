package org.dosi.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The columns in which rows differ: a time that comes several times is told apart by them. That is the first column of
/// words, or of whole numbers that, like stations' codes, are all different within the first time and the same few at
/// all times.
final class KindsOfRows {
    private static final Pattern CODE = Pattern.compile("\\d+");

    /// Codes that come up later (a station that opens) for each that the first time has.
    private static final int GROWTH = 2;

    /// A network of a whole country has fewer stations.
    private static final int MOST_CODES = 10_000;

    private final List<String> headings;
    private final int time;
    private final String[] first;
    private final boolean[] differ;

    /// By column; null where it is no column of codes.
    private final List<Codes> codes = new ArrayList<>();

    private String firstStamp = "";
    private long rows;
    private int rowsOfFirstStamp;

    /// The whole numbers of a column, until it has something else.
    private static final class Codes {
        final Set<String> ofFirstStamp = new HashSet<>();
        final Set<String> all = new HashSet<>();
        boolean none;

        void add(String text, boolean isFirstStamp) {
            none |= !CODE.matcher(text).matches() || (isFirstStamp && !ofFirstStamp.add(text));
            if (!none) {
                all.add(text);
                none = all.size() > MOST_CODES;
            }
        }
    }

    KindsOfRows(CsvTable table, int time) {
        this.headings = table.headings();
        this.time = time;
        this.first = new String[headings.size()];
        this.differ = new boolean[headings.size()];
        Arrays.fill(first, "");
        headings.forEach(_ -> codes.add(new Codes()));
    }

    void add(CsvRow row) {
        String stamp = row.text(time);
        firstStamp = rows++ == 0 ? stamp : firstStamp;
        boolean isFirstStamp = stamp.equals(firstStamp);
        rowsOfFirstStamp += isFirstStamp ? 1 : 0;
        for (int i = 0; i < first.length; i++) {
            if (i == time) {
                continue;
            }
            String text = row.text(i);
            if (first[i].isEmpty()) {
                first[i] = text;
            }
            differ[i] |= !text.equals(first[i]);
            if (!codes.get(i).none) {
                codes.get(i).add(text, isFirstStamp);
            }
        }
    }

    /// How to ask for rows of one kind; empty where no column says of what kind they are.
    String wayOut() {
        for (int i = 0; i < first.length; i++) {
            if (differ[i] && Double.isNaN(Numbers.parse(first[i])) && !Numbers.Missing.USERS.matches(first[i])) {
                return wayOut(i);
            }
        }
        for (int i = 0; i < first.length; i++) {
            if (differ[i] && i != time && isCode(codes.get(i))) {
                return wayOut(i);
            }
        }
        return "";
    }

    private String wayOut(int column) {
        return "; --where %s=%s takes the rows of one %s"
                .formatted(headings.get(column), first[column], headings.get(column));
    }

    /// Numbers that were counted or measured are sooner or later equal within a time, or new.
    private boolean isCode(Codes of) {
        return !of.none
                && rowsOfFirstStamp > 1
                && rows > (long) GROWTH * rowsOfFirstStamp
                && of.all.size() <= GROWTH * rowsOfFirstStamp;
    }
}
