package org.dosi.analysis.air;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.finding.Parameter;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;
import org.dosi.model.NearId;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// The groups of `--by`: of time, of wind, or the quarters of a column.
///
/// @param by null for a column
/// @param column that is parted at its quartiles; empty for none
/// @param edges its quartiles: least, three between, most; empty for none
/// @param groups that rows fall into, as [GroupBy] numbers them, or 0 to 3
/// @param outside rows that are in none: calm, or without the column
record RowGroups(@Nullable GroupBy by, String column, double[] edges, int[] groups, int outside) {
    private static final int QUARTERS = 4;

    /// What is needed of the data to tell the group of each row.
    static AirData.Need wind(String word, AirData.Need need) {
        return Parameter.word(GroupBy.WIND_SECTOR).equals(word) ? AirData.Need.REQUIRED : need;
    }

    /// The column that the word names; none for a grouping that needs none.
    ///
    /// @throws BadSetting for a word that is nearly a grouping
    static List<String> columns(String word) {
        if (GroupBy.words().contains(word)) {
            return List.of();
        }
        String near = NearId.hint(word, GroupBy.words());
        if (!near.isEmpty()) {
            throw new BadSetting("by: expected one of %s, or a column, found '%s'%s"
                    .formatted(String.join(", ", GroupBy.words()), word, near));
        }
        return List.of(word);
    }

    /// The groups of a series.
    static RowGroups of(String word, Series series) {
        for (GroupBy by : GroupBy.values()) {
            if (Parameter.word(by).equals(word)) {
                int[] rows = rows(by, series);
                return new RowGroups(by, "", new double[0], GroupBy.present(rows), outside(rows));
            }
        }
        double[] values = series.table().values(word);
        double[] edges = new double[QUARTERS + 1];
        Arrays.setAll(edges, q -> Quantiles.of(values, q / (double) QUARTERS));
        if (Double.isNaN(edges[0])) {
            throw new BadSetting("by: expected values of '%s', found none".formatted(word));
        }
        int[] rows = quarters(values, edges);
        return new RowGroups(null, word, edges, GroupBy.present(rows), outside(rows));
    }

    private static int outside(int[] rows) {
        return (int) Arrays.stream(rows).filter(g -> g < 0).count();
    }

    /// The group of each row of a series of the same data, -1 for none.
    int[] ofRows(Series series) {
        return by == null ? quarters(series.table().values(column), edges) : rows(by, series);
    }

    private static int[] rows(GroupBy by, Series series) {
        TimeTable table = series.table();
        ZoneId zone = table.calendar();
        double[] from = by == GroupBy.WIND_SECTOR ? series.wind().exactFromDeg() : new double[0];
        int[] rows = new int[table.size()];
        Arrays.setAll(
                rows,
                i -> by.of(
                        Instant.ofEpochSecond(table.startS()[i]).atZone(zone),
                        from.length == 0 ? Double.NaN : from[i]));
        return rows;
    }

    /// A quarter holds its upper end, the first its lower one too.
    private static int[] quarters(double[] values, double[] edges) {
        int[] rows = new int[values.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Double.isFinite(values[i]) ? 0 : -1;
            for (int q = 1; q < QUARTERS; q++) {
                rows[i] += values[i] > edges[q] ? 1 : 0;
            }
        }
        return rows;
    }

    /// The heading of the groups' column.
    String heading() {
        return by == null ? column + "_quarter" : Parameter.word(by).replace('-', '_');
    }

    Name meaning() {
        return by == null ? Name.of(column) : by.meaning();
    }

    String id(int group) {
        return by == null ? Integer.toString(group + 1) : by.id(group);
    }

    Name name(int group) {
        if (by != null) {
            return by.name(group);
        }
        return Name.of(
                "%s %s – %s".formatted(column, Figures.rounded(edges[group], 4), Figures.rounded(edges[group + 1], 4)));
    }

    /// The rows of one group alone.
    Series part(Series series, int group) {
        int[] of = ofRows(series);
        int[] rows = IntStream.range(0, of.length).filter(i -> of[i] == group).toArray();
        TimeTable table = series.table();
        List<TimeTable.Column> columns = new ArrayList<>();
        for (TimeTable.Column each : table.columns()) {
            columns.add(new TimeTable.Column(each.id(), each.name(), each.unit(), taken(each.values(), rows)));
        }
        TimeTable part = new TimeTable(
                table.zone(),
                table.stepSeconds(),
                Arrays.stream(rows).mapToLong(i -> table.startS()[i]).toArray(),
                columns);
        return new Series(part, series.place(), series.hasWind() ? wind(series.wind(), rows) : null, series.inputs());
    }

    private static Series.Wind wind(Series.Wind wind, int[] rows) {
        boolean[] calm = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            calm[i] = wind.calm()[rows[i]];
        }
        return new Series.Wind(
                taken(wind.speedMPerS(), rows), taken(wind.fromDeg(), rows), calm, wind.speedId(), wind.directionId());
    }

    private static double[] taken(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
    }
}
