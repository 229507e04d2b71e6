package org.dosi.source;

import java.util.List;

/// A column of numbers that are observations.
///
/// @param factor by which the publisher's number is multiplied to get the quantity's unit
record NumericColumn(int index, String heading, Quantity quantity, double factor) {

    static NumericColumn of(int index, String heading, Quantity quantity) {
        return new NumericColumn(index, heading, quantity, 1);
    }

    static int[] indexes(List<NumericColumn> columns) {
        return columns.stream().mapToInt(NumericColumn::index).toArray();
    }
}
