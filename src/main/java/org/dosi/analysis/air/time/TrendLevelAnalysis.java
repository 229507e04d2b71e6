package org.dosi.analysis.air.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.GroupWords;
import org.dosi.analysis.air.HourRows;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.StatisticChoice;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.HourSeries;
import org.dosi.kernel.air.LevelAxis;
import org.dosi.kernel.air.TrendLevel;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// The level by two groupings at once: by hour and month, by year and wind, and so on.
public final class TrendLevelAnalysis implements AirAnalysis<TrendLevelAnalysis.Found> {

    /// By what hours are put into columns or rows.
    public enum Grouping {
        HOUR(LevelAxis.HOUR),
        WEEKDAY(LevelAxis.WEEKDAY),
        MONTH(LevelAxis.MONTH),
        SEASON(LevelAxis.SEASON),
        YEAR(LevelAxis.YEAR),
        MONTH_OF_YEAR(LevelAxis.MONTH_OF_YEAR),
        WIND(LevelAxis.WIND);

        private final LevelAxis axis;

        Grouping(LevelAxis axis) {
            this.axis = axis;
        }
    }

    /// @param x grouping of the columns
    /// @param y grouping of the rows
    /// @param first day of the data, from which years and running months count
    public record Found(
            Provenance provenance,
            Name place,
            Network.Variable variable,
            Grouping x,
            Grouping y,
            LocalDate first,
            TrendLevel.Cells cells)
            implements Finding {

        public int columns() {
            return cells.columns();
        }

        public int rows() {
            return cells.rows();
        }

        /// Of each cell, row after row; NaN of an empty one.
        public double[] levels() {
            return cells.value();
        }

        /// What a column is called.
        public String column(int group) {
            return label(x, group, first);
        }

        /// What a row is called.
        public String row(int group) {
            return label(y, group, first);
        }

        @Override
        public ResultTable table() {
            List<String> xs = new ArrayList<>();
            List<String> ys = new ArrayList<>();
            for (int row = 0; row < cells.rows(); row++) {
                for (int column = 0; column < cells.columns(); column++) {
                    xs.add(column(column));
                    ys.add(row(row));
                }
            }
            return ResultTable.of(
                    new ResultTable.Texts("x", xs),
                    new ResultTable.Texts("y", ys),
                    ResultTable.Counts.of("n", cells.n()),
                    new ResultTable.Numbers("value", cells.value()));
        }
    }

    private static String label(Grouping axis, int group, LocalDate first) {
        return switch (axis) {
            case HOUR -> Integer.toString(group);
            case WEEKDAY -> VariationAnalysis.group(VariationAnalysis.Part.WEEKDAY, group);
            case MONTH -> VariationAnalysis.group(VariationAnalysis.Part.MONTH, group);
            case SEASON -> GroupWords.SEASONS.get(group);
            case YEAR -> Integer.toString(first.getYear() + group);
            case MONTH_OF_YEAR -> {
                LocalDate month = first.plusMonths(group);
                yield "%d-%02d".formatted(month.getYear(), month.getMonthValue());
            }
            case WIND -> GroupWords.SECTORS.get(group);
        };
    }

    @Override
    public String id() {
        return "trend-level";
    }

    @Override
    public Name title() {
        return Name.of("두 갈래로 나눈 수준(시간×월 등)", "Level by two groupings, such as hour and month");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("x", Grouping.MONTH, "가로 갈래", "grouping of the columns"),
                Parameter.choice("y", Grouping.HOUR, "세로 갈래", "grouping of the rows"),
                StatisticChoice.parameter(),
                Parameter.of("minimum", Kind.COUNT, "1", "칸에 필요한 값의 수", "values that a cell needs"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Grouping x = settings.choice("x", Grouping.class);
        Grouping y = settings.choice("y", Grouping.class);
        if (x == y) {
            throw new BadSetting("y", "another grouping than x", Parameter.word(y));
        }
        StatisticChoice statistic = StatisticChoice.of(settings);
        int fewest = settings.count("minimum", 1, 1_000_000);
        boolean windy = x == Grouping.WIND || y == Grouping.WIND;
        Series series = data.series(windy ? AirData.Need.REQUIRED : AirData.Need.NONE);
        TimeTable table = series.table();
        TimeTable.Column column = table.columns().getFirst();
        HourSeries hours = HourRows.clock(table, column.values());
        double[] wind =
                windy ? HourRows.clock(table, series.wind().exactFromDeg()).values() : new double[0];
        TrendLevel.Cells cells = TrendLevel.of(
                x.axis.groups(hours, wind),
                x.axis.count(hours),
                y.axis.groups(hours, wind),
                y.axis.count(hours),
                hours.values(),
                fewest,
                statistic::of);
        return new Found(
                data.provenance(id(), series.inputs(), settings.used()),
                series.place(),
                new Network.Variable(column.id(), column.name(), column.unit()),
                x,
                y,
                hours.date(0),
                cells);
    }
}
