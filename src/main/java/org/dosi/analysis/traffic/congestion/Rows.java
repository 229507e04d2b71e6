package org.dosi.analysis.traffic.congestion;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.traffic.congestion.Interval;

/// Columns made from a list of rows.
///
/// @param <R> a row
record Rows<R>(List<R> list) {

    ResultTable.Column texts(String name, Function<R, String> cell) {
        return new ResultTable.Texts(name, list.stream().map(cell).toList());
    }

    ResultTable.Column numbers(String name, ToDoubleFunction<R> cell) {
        return new ResultTable.Numbers(name, list.stream().mapToDouble(cell).toArray());
    }

    ResultTable.Column counts(String name, ToLongFunction<R> cell) {
        return new ResultTable.Counts(name, list.stream().mapToLong(cell).toArray());
    }

    ResultTable.Column lower(String name, Function<R, Interval> cell) {
        return numbers(name + "_lower", row -> cell.apply(row).lower());
    }

    ResultTable.Column upper(String name, Function<R, Interval> cell) {
        return numbers(name + "_upper", row -> cell.apply(row).upper());
    }

    /// `true`, `false`, or empty where it cannot be told.
    static String told(boolean isKnown, boolean value) {
        return isKnown ? Boolean.toString(value) : "";
    }
}
