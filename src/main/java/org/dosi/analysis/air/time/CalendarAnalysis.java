package org.dosi.analysis.air.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Periods;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.StatisticChoice;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.Averages;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// A number for each day, laid out as a calendar.
public final class CalendarAnalysis implements AirAnalysis<CalendarAnalysis.Found> {

    /// @param variable what the days are of; its values are not among them
    /// @param days every day from the first to the last
    /// @param values of the days; NaN where there are too few hours
    /// @param n hours with a value
    public record Found(
            Provenance provenance,
            Name place,
            Network.Variable variable,
            List<LocalDate> days,
            double[] values,
            int[] n)
            implements Finding {
        public Found {
            days = List.copyOf(days);
        }

        @Override
        public ResultTable table() {
            return ResultTable.of(
                    new ResultTable.Texts(
                            "date", days.stream().map(LocalDate::toString).toList()),
                    new ResultTable.Numbers("value", values),
                    ResultTable.Counts.of("n", n));
        }
    }

    @Override
    public String id() {
        return "calendar";
    }

    @Override
    public Name title() {
        return Name.of("달력: 하루하루의 값", "Calendar: a value for each day");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                StatisticChoice.parameter(),
                Parameter.of("capture", Kind.NUMBER, "0", "필요한 자료 수집률(%)", "data capture that a day needs, %"),
                Parameter.of("year", Kind.COUNT, "", "한 해만(기본: 모든 자료)", "one year only (default: all data)"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        StatisticChoice statistic = StatisticChoice.of(settings);
        double capture = settings.number("capture", 0, 100) / 100;
        Series series = data.series(AirData.Need.NONE);
        TimeTable table = series.table();
        Periods periods = Periods.of(table, Periods.Period.DAY);
        TimeTable.Column column = table.columns().getFirst();
        double[] values = statistic.byGroup(column.values(), periods, capture);
        double[] n = Averages.byGroup(
                column.values(), periods.groupStart(), periods.expected(), Averages.Statistic.COUNT, 0, 0);
        List<LocalDate> days = Arrays.stream(periods.startS())
                .mapToObj(start ->
                        Instant.ofEpochSecond(start).atZone(table.calendar()).toLocalDate())
                .toList();
        int from = 0;
        int to = days.size();
        if (settings.find("year").isPresent()) {
            int year = settings.count("year", 1, 9999);
            from = (int) days.stream().filter(day -> day.getYear() < year).count();
            to = (int) days.stream().filter(day -> day.getYear() <= year).count();
        }
        return new Found(
                data.provenance(id(), series.inputs(), settings.used()),
                series.place(),
                new Network.Variable(column.id(), column.name(), column.unit()),
                days.subList(from, to),
                Arrays.copyOfRange(values, from, to),
                Arrays.stream(n, from, to)
                        .mapToInt(count -> Double.isNaN(count) ? 0 : (int) count)
                        .toArray());
    }
}
