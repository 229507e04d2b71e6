package org.dosi.app.air;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.app.command.Session;
import org.dosi.app.offer.PlainFiles;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// What the options say of the files: which rows, and where the wind is, in columns of `--csv` or in a table of its
/// own.
///
/// @param units of the columns
/// @param remarks gets what whoever asked should know of the files
record FileInput(
        Session session,
        AirOptions options,
        FileUnits units,
        @Nullable ZoneId zone,
        Set<Name> remarks) {
    /// @param columns null for all that hold numbers
    PlainTable.Request request(@Nullable List<String> columns) {
        return new PlainTable.Request(
                options.time, zone, columns, options.dateOrder, only(), Set.copyOf(options.missing));
    }

    private PlainTable.@Nullable Only only() {
        if (options.where == null) {
            return null;
        }
        int equals = options.where.indexOf('=');
        if (equals <= 0) {
            throw new BadSetting("where", "a column and a word, such as factor=F2", options.where);
        }
        return new PlainTable.Only(options.where.substring(0, equals), options.where.substring(equals + 1));
    }

    /// @param unit UCUM code of the values
    void remark(String column, String unit, double[] values) {
        remarks.addAll(ColumnDoubts.of(column, unit, values));
    }

    /// Where the window holds no row: what the file covers.
    ///
    /// @param read all rows of the file that were wanted, by group or station
    BadSetting noRows(Collection<TimeTable> read, Path csv) {
        return PlainFiles.noRows(read, csv, options.from, options.to, zone);
    }

    /// Refuses a unit that is said of a column that is none.
    void requireUnitsOf(TimeTable table) {
        List<String> columns = new ArrayList<>(options.values);
        table.columns().forEach(column -> columns.add(column.id()));
        columns.addAll(namedWind());
        units.requireColumns(columns.stream().distinct().toList());
    }

    /// Headings of the wind's columns, whichever file they are in.
    List<String> namedWind() {
        return hasWind()
                ? List.of(String.valueOf(options.windSpeed), String.valueOf(options.windDirection))
                : List.of();
    }

    boolean hasWind() {
        return options.windSpeed != null && options.windDirection != null;
    }

    /// @throws BadSetting if nothing says where the wind is
    void requireWind() {
        if (!hasWind()) {
            throw new BadSetting(
                    options.windCsv == null
                            ? "expected the file's columns of wind: --wind-speed COL --wind-direction COL, found none"
                            : "wind-csv: expected its columns too: --wind-speed COL --wind-direction COL, found none");
        }
    }

    /// Headings of the wind's columns in `--csv` itself: speed and direction, or none.
    List<String> windColumns() {
        return options.windCsv != null || options.windSpeed == null || options.windDirection == null
                ? List.of()
                : List.of(options.windSpeed, options.windDirection);
    }

    /// The wind of a table of its own at the times of an axis; a time that it lacks has none.
    Series.@Nullable Wind windAlong(long[] axis) {
        if (options.windCsv == null || options.windSpeed == null || options.windDirection == null) {
            return null;
        }
        List<String> columns = List.of(options.windSpeed, options.windDirection);
        Path path = session.resolve(options.windCsv);
        TimeTable table = PlainTable.read(
                new SourceFile(path), new PlainTable.Request(options.windTime, zone, columns, options.dateOrder, null));
        double[] speed =
                along(axis, table, units.metresPerSecond(table.columns().getFirst()), missing(axis.length));
        double[] direction = along(axis, table, table.columns().get(1).values(), missing(axis.length));
        if (axis.length > 0 && Arrays.stream(speed).allMatch(Double::isNaN)) {
            throw new BadSetting("wind-csv: expected winds at the times of the values, found none in %s"
                    .formatted(path.getFileName()));
        }
        return wind(speed, direction);
    }

    /// The wind of the two columns; what is no wind in them is remarked.
    Series.Wind wind(double[] speed, double[] direction) {
        String speedId = String.valueOf(options.windSpeed);
        String directionId = String.valueOf(options.windDirection);
        int unusable = Series.Wind.unusable(speed, direction, options.calmDirection);
        if (unusable > 0) {
            remarks.add(Name.of(
                    "%s, %s: 풍속은 0 이상, 풍향은 0에서 360 사이여야 합니다. 그렇지 않은 %,d행은 바람이 없는 것으로 봅니다"
                            .formatted(speedId, directionId, unusable),
                    "%s and %s: expected a speed not below 0 and a direction from 0 to 360, found others in %,d rows:"
                                    .formatted(speedId, directionId, unusable)
                            + " they are without wind"));
        }
        return WindColumns.wind(speed, direction, options.calmDirection, speedId, directionId);
    }

    /// The files that were read, with their checksums.
    List<String> inputs(Path csv) {
        List<String> inputs = new ArrayList<>(List.of(PlainFiles.input(csv)));
        if (options.windCsv != null) {
            inputs.add(PlainFiles.input(session.resolve(options.windCsv)));
        }
        return inputs;
    }

    static double[] missing(int size) {
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /// Puts a table's numbers where their times stand in an axis.
    static double[] along(long[] axis, TimeTable table, double[] values, double[] onto) {
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(axis, table.startS()[i]);
            if (at >= 0 && Double.isFinite(values[i])) {
                onto[at] = values[i];
            }
        }
        return onto;
    }
}
