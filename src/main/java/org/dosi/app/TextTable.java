package org.dosi.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows in columns that line up on a terminal, where a Korean syllable is as wide as two Latin letters.
final class TextTable {
    private final boolean[] numbers;
    private final List<String[]> rows = new ArrayList<>();

    /// @param columns for each one, `l` for words or `r` for numbers, which end at the same place
    TextTable(String columns) {
        numbers = new boolean[columns.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = columns.charAt(i) == 'r';
        }
    }

    void add(String... cells) {
        rows.add(cells);
    }

    void print(PrintStream out) {
        int[] widths = new int[numbers.length];
        for (String[] row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], width(row[i])));
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String blanks = " ".repeat(widths[i] - width(row[i]));
                line.append(numbers[i] ? blanks + row[i] : row[i] + blanks).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /// Columns of a terminal that a text takes.
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HANGUL, HAN, HIRAGANA, KATAKANA -> true;
            default -> codePoint >= 0xFF01 && codePoint <= 0xFF60;
        };
    }
}
