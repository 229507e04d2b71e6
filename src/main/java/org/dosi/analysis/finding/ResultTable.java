package org.dosi.analysis.finding;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns of equal length, with the names that scripts rely on.
public record ResultTable(List<Column> columns) {

    public ResultTable {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.size() != columns.getFirst().size()) {
                throw new IllegalArgumentException("column %s: expected %d rows, found %d"
                        .formatted(column.name(), columns.getFirst().size(), column.size()));
            }
        }
    }

    public static ResultTable of(Column... columns) {
        return new ResultTable(Arrays.asList(columns));
    }

    /// Tables of the same columns, one below the other.
    public static ResultTable stacked(List<ResultTable> tables) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < tables.getFirst().columns().size(); c++) {
            int at = c;
            columns.add(stackedColumns(
                    tables.stream().map(table -> table.columns().get(at)).toList()));
        }
        return new ResultTable(columns);
    }

    private static Column stackedColumns(List<Column> parts) {
        int size = parts.stream().mapToInt(Column::size).sum();
        return switch (parts.getFirst()) {
            case Numbers first ->
                new Numbers(
                        first.name,
                        parts.stream()
                                .flatMapToDouble(part -> Arrays.stream(((Numbers) part).values))
                                .toArray());
            case Counts first ->
                new Counts(
                        first.name,
                        parts.stream()
                                .flatMapToLong(part -> Arrays.stream(((Counts) part).values))
                                .toArray());
            case Texts first ->
                new Texts(
                        first.name,
                        parts.stream()
                                .flatMap(part -> ((Texts) part).values.stream())
                                .toList());
            case Flags first -> {
                boolean[] all = new boolean[size];
                int at = 0;
                for (Column part : parts) {
                    System.arraycopy(((Flags) part).values, 0, all, at, part.size());
                    at += part.size();
                }
                yield new Flags(first.name, all);
            }
            case Times first ->
                new Times(
                        first.name,
                        parts.stream()
                                .flatMapToLong(part -> Arrays.stream(((Times) part).values))
                                .toArray(),
                        first.zone);
        };
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.getFirst().size();
    }

    /// One column.
    public sealed interface Column {
        String name();

        int size();
    }

    /// Numbers; NaN is an empty cell.
    public record Numbers(String name, double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }

    /// Whole numbers.
    public record Counts(String name, long[] values) implements Column {
        public static Counts of(String name, int[] values) {
            return new Counts(name, Arrays.stream(values).asLongStream().toArray());
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    /// Words and codes; an empty one is an empty cell.
    public record Texts(String name, List<String> values) implements Column {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /// Yes or no, written `true` and `false`.
    public record Flags(String name, boolean[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }

    /// Times, seconds since 1970 UTC: written in local time with its offset, or, without a zone, as in the file
    /// that they came from, without one. [Long#MIN_VALUE] is an empty cell.
    public record Times(
            String name, long[] values, @Nullable ZoneId zone) implements Column {
        @Override
        public int size() {
            return values.length;
        }
    }
}
