package org.dosi.source;

import java.util.Arrays;
import java.util.List;

/// The columns of words in which rows differ: a time that comes several times is told apart by them.
final class KindsOfRows {
    private final List<String> headings;
    private final int time;
    private final String[] first;
    private final boolean[] differ;

    KindsOfRows(CsvTable table, int time) {
        this.headings = table.headings();
        this.time = time;
        this.first = new String[headings.size()];
        this.differ = new boolean[headings.size()];
        Arrays.fill(first, "");
    }

    void add(CsvRow row) {
        for (int i = 0; i < first.length; i++) {
            if (i != time && !differ[i]) {
                String text = row.text(i);
                if (first[i].isEmpty()) {
                    first[i] = text;
                }
                differ[i] = !text.equals(first[i]);
            }
        }
    }

    /// How to ask for rows of one kind; empty where no column of words says of what kind they are.
    String wayOut() {
        for (int i = 0; i < first.length; i++) {
            if (differ[i] && Double.isNaN(Numbers.parse(first[i])) && !Numbers.Missing.USERS.matches(first[i])) {
                return "; --where %s=%s takes the rows of one %s".formatted(headings.get(i), first[i], headings.get(i));
            }
        }
        return "";
    }
}
