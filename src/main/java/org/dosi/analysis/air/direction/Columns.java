package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// What the findings by direction have in common: columns made of some of the cells of a grid, the first details.
final class Columns {

    private Columns() {}

    static ResultTable.Numbers of(String name, int[] cells, IntToDoubleFunction value) {
        return new ResultTable.Numbers(
                name, Arrays.stream(cells).mapToDouble(value).toArray());
    }

    static ResultTable.Counts counts(String name, int[] cells, int[] counts) {
        return ResultTable.Counts.of(
                name, Arrays.stream(cells).map(c -> counts[c]).toArray());
    }

    /// What the details of every finding by direction begin with.
    static Map<String, Object> details(Name place, TimeTable.Column column, int hours) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("place", place);
        details.put("value", column.name());
        details.put("unit", column.unit());
        details.put("hours", hours);
        return details;
    }

    static void requireHours(int hours, String value) {
        if (hours == 0) {
            throw BadSetting.of(
                    "바람과 %s 값이 함께 있는 시간이 없습니다".formatted(value),
                    "expected hours with wind and %s, found none".formatted(value));
        }
    }
}
