package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.air.LimitCheck;
import org.dosi.kernel.air.LimitKind;

/// Annual statistics as a table: first openair's columns by openair's names, then those of the Korean law.
///
/// As in openair, `hours` (above 200 µg/m³) is filled for NO₂, `days` (above 50) for PM10, and the days of an 8-hour
/// mean above 100 and 120 with AOT40 (ppb h) for ozone. Of the law: how many means are above the limit (`_over`), and
/// the percentile that decides, when the limits came into force, and what today's would say. Last the mean of the hours
/// there are, also where they are too few for a year.
final class StatisticsTable {
    private static final int EU_HOUR = 0;
    private static final int EU_DAY = 1;
    private static final int EU_TARGET = 2;
    private static final int EU_OZONE = 3;

    private StatisticsTable() {}

    static ResultTable of(double[] percentiles, List<StatisticsAnalysis.Year> years) {
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new ResultTable.Texts(
                "pollutant", years.stream().map(StatisticsAnalysis.Year::id).toList()));
        columns.add(new ResultTable.Counts(
                "year",
                years.stream().mapToLong(year -> year.statistics().year()).toArray()));
        columns.add(new ResultTable.Texts(
                "date",
                years.stream()
                        .map(year -> year.statistics().year() + "-01-01T00:00:00")
                        .toList()));
        columns.add(numbers("dat.cap", years, year -> year.statistics().capturePercent()));
        columns.add(numbers("mean", years, year -> year.statistics().spread().mean()));
        columns.add(numbers("min", years, year -> year.statistics().spread().minimum()));
        columns.add(numbers("max", years, year -> year.statistics().spread().maximum()));
        columns.add(numbers("median", years, year -> year.statistics().spread().median()));
        for (int i = 0; i < percentiles.length; i++) {
            int at = i;
            columns.add(numbers(
                    "percentile." + Figures.exact(percentiles[i]),
                    years,
                    year -> year.statistics().spread().percentiles()[at]));
        }
        columns.add(numbers("hours", years, year -> european(year, EU_HOUR, "no2")));
        columns.add(
                numbers("max_daily", years, year -> year.statistics().peaks().day()));
        columns.add(
                numbers("roll_8_max", years, year -> year.statistics().peaks().eightHours()));
        columns.add(
                numbers("roll_24_max", years, year -> year.statistics().peaks().twentyFourHours()));
        columns.add(numbers("roll.8.O3.gt.100", years, year -> european(year, EU_TARGET, "o3")));
        columns.add(numbers("roll.8.O3.gt.120", years, year -> european(year, EU_OZONE, "o3")));
        columns.add(numbers(
                "AOT40",
                years,
                year -> year.pollutant().equals("o3") ? year.statistics().aot() : Double.NaN));
        columns.add(numbers("days", years, year -> european(year, EU_DAY, "pm10")));
        addLaw(columns, years);
        return new ResultTable(columns);
    }

    private static void addLaw(List<ResultTable.Column> columns, List<StatisticsAnalysis.Year> years) {
        columns.add(numbers("law_hour_over", years, year -> over(year, LimitKind.HOUR)));
        columns.add(numbers("law_hour_p99.9", years, year -> deciding(year, LimitKind.HOUR)));
        columns.add(numbers("law_8h_over", years, year -> over(year, LimitKind.EIGHT_HOURS)));
        columns.add(numbers("law_8h_p99", years, year -> deciding(year, LimitKind.EIGHT_HOURS)));
        columns.add(numbers("law_day_over", years, year -> over(year, LimitKind.DAY)));
        columns.add(numbers("law_day_p99", years, year -> deciding(year, LimitKind.DAY)));
        columns.add(numbers("law_year_over", years, year -> over(year, LimitKind.YEAR)));
        columns.add(new ResultTable.Texts(
                "law", years.stream().map(StatisticsAnalysis.Year::verdict).toList()));
        columns.add(new ResultTable.Texts(
                "law_in_force_from",
                years.stream().map(year -> year.law().from()).toList()));
        columns.add(new ResultTable.Texts(
                "law_today",
                years.stream().map(StatisticsAnalysis.Year::verdictOfToday).toList()));
        columns.add(numbers("mean_of_known", years, StatisticsAnalysis.Year::meanOfKnown));
    }

    private static double european(StatisticsAnalysis.Year year, int check, String pollutant) {
        return year.pollutant().equals(pollutant) && !year.european().isEmpty()
                ? year.european().get(check).exceedances()
                : Double.NaN;
    }

    private static double over(StatisticsAnalysis.Year year, LimitKind kind) {
        return find(year, kind).map(check -> (double) check.exceedances()).orElse(Double.NaN);
    }

    private static double deciding(StatisticsAnalysis.Year year, LimitKind kind) {
        return find(year, kind).map(LimitCheck::deciding).orElse(Double.NaN);
    }

    private static Optional<LimitCheck> find(StatisticsAnalysis.Year year, LimitKind kind) {
        return year.korean().stream()
                .filter(check -> check.limit().kind() == kind)
                .findFirst();
    }

    private static ResultTable.Numbers numbers(
            String name, List<StatisticsAnalysis.Year> years, ToDoubleFunction<StatisticsAnalysis.Year> of) {
        return new ResultTable.Numbers(name, years.stream().mapToDouble(of).toArray());
    }
}
