package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.ResultTable;

/// Columns of result tables made of some of the cells of a grid.
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

    static void requireHours(int hours, String value) {
        if (hours == 0) {
            throw new BadSetting("expected hours with wind and %s, found none".formatted(value));
        }
    }
}
