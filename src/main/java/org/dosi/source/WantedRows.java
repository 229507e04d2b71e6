package org.dosi.source;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which rows were asked for.
final class WantedRows {
    /// So many words of the column are named where none is the one.
    private static final int SHOWN = 5;

    private final PlainTable.@Nullable Only only;
    private final int column;
    private final Set<String> others = new LinkedHashSet<>();
    private boolean some;

    WantedRows(CsvTable table, PlainTable.@Nullable Only only) {
        this.only = only;
        this.column = only == null ? -1 : table.column(only.column());
    }

    boolean test(CsvRow row) {
        if (only == null) {
            return true;
        }
        String word = row.text(column);
        boolean is = word.equals(only.word());
        some |= is;
        if (!is && others.size() <= SHOWN) {
            others.add(word);
        }
        return is;
    }

    /// @throws SourceException if there are rows, and none was asked for
    void requireSome(SourceFile file) {
        if (only != null && !some && !others.isEmpty()) {
            String first = others.stream().limit(SHOWN).collect(Collectors.joining(", "));
            throw new SourceException(
                    file.place(),
                    "rows whose column '%s' is '%s'".formatted(only.column(), only.word()),
                    others.size() > SHOWN ? first + ", …" : first);
        }
    }
}
