package org.dosi.analysis.air.state;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.dosi.analysis.air.state.AlertsAnalysis.Alert;
import org.dosi.analysis.air.state.AlertsAnalysis.Region;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.air.AlertLevel;
import org.jspecify.annotations.Nullable;

/// Alerts as the rows of a table, whose columns scripts rely on.
final class AlertsCsv {

    private AlertsCsv() {}

    /// An alert and where it was issued.
    private record Row(Region region, Alert alert) {}

    static ResultTable of(AlertsAnalysis.Found found) {
        List<Row> rows = found.regions().stream()
                .flatMap(region -> region.alerts().stream().map(alert -> new Row(region, alert)))
                .toList();
        ZoneId zone = found.zone();
        return ResultTable.of(
                texts("pollutant", rows, row -> row.region.pollutant()),
                texts("level", rows, row -> AlertRegions.word(AlertLevel.ALL.get(row.alert.level() - 1))),
                texts("region", rows, row -> row.region.id()),
                times("start", rows, zone, row -> row.alert.startS()),
                times("end", rows, zone, row -> row.alert.endS()),
                numbers("trigger_value", rows, row -> row.alert.trigger()),
                texts("unit", rows, row -> row.region.unit()),
                new ResultTable.Counts(
                        "stations",
                        rows.stream().mapToLong(row -> row.alert.stationsOver()).toArray()),
                texts("station", rows, row -> row.alert.station().en()),
                texts("beginning", rows, row -> row.alert.beginning()),
                texts("ending", rows, row -> row.alert.ending()),
                numbers("peak_value", rows, row -> row.alert.peak()),
                times("peak_time", rows, zone, row -> row.alert.peakS()),
                texts("edition", rows, row -> row.alert.edition()),
                texts("doubt", rows, row -> row.alert.doubt().word()));
    }

    private static ResultTable.Texts texts(String name, List<Row> rows, Function<Row, String> value) {
        return new ResultTable.Texts(name, rows.stream().map(value).toList());
    }

    private static ResultTable.Numbers numbers(String name, List<Row> rows, ToDoubleFunction<Row> value) {
        return new ResultTable.Numbers(name, rows.stream().mapToDouble(value).toArray());
    }

    private static ResultTable.Times times(
            String name, List<Row> rows, @Nullable ZoneId zone, ToLongFunction<Row> value) {
        return new ResultTable.Times(name, rows.stream().mapToLong(value).toArray(), zone);
    }
}
