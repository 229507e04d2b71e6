package org.dosi.analysis.traffic.environment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.ResultTable;

/// Hourly values of links in the form that `./dosi query` writes and `./dosi import dosi-csv` reads: so modelled
/// values come back to the store as datastreams of a data set of their own, marked as estimated.
final class DatastreamTable {
    private static final long HOUR_S = 3600;

    private final LinkFlows flows;
    private final LocalDate date;
    private final ZoneId zone;
    private final String dataset;
    private final List<String> feature = new ArrayList<>();
    private final List<String> property = new ArrayList<>();
    private final List<String> unit = new ArrayList<>();
    private final List<Integer> hours = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /// @throws BadSetting for the mean day of a window, which is no time
    DatastreamTable(LinkFlows flows, String dataset) {
        LocalDate date = flows.date();
        ZoneId zone = flows.detectors().zone();
        if (date == null || zone == null) {
            throw noDate();
        }
        this.flows = flows;
        this.date = date;
        this.zone = zone;
        this.dataset = dataset;
    }

    static BadSetting noDate() {
        return BadSetting.of(
                "form: datastreams에는 날짜(day)가 필요합니다",
                "form: datastreams expects a date (day), found the mean day of a window");
    }

    /// A value that cannot be told is left out.
    ///
    /// @param value by link, then hour
    void add(String propertyId, String unitCode, double[][] value) {
        for (int i = 0; i < value.length; i++) {
            for (int hour = 0; hour < LinkFlows.HOURS; hour++) {
                if (Double.isFinite(value[i][hour])) {
                    feature.add(flows.roads().links().get(i).id());
                    property.add(propertyId);
                    unit.add(unitCode);
                    hours.add(hour);
                    values.add(value[i][hour]);
                }
            }
        }
    }

    ResultTable table() {
        long[] start = hours.stream()
                .mapToLong(hour -> date.atTime(hour, 0).atZone(zone).toEpochSecond())
                .toArray();
        long[] end = java.util.Arrays.stream(start).map(s -> s + HOUR_S).toArray();
        return ResultTable.of(
                new ResultTable.Texts("feature", feature),
                new ResultTable.Texts("property", property),
                new ResultTable.Texts("unit", unit),
                new ResultTable.Times("phenomenon_time_start", start, zone),
                new ResultTable.Times("phenomenon_time_end", end, zone),
                new ResultTable.Numbers(
                        "value",
                        values.stream().mapToDouble(Double::doubleValue).toArray()),
                texts("quality", "estimated"),
                texts("dataset", dataset));
    }

    private ResultTable.Texts texts(String name, String text) {
        return new ResultTable.Texts(name, Collections.nCopies(feature.size(), text));
    }
}
