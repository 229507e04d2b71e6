package org.dosi.source;

import org.dosi.model.ObservedProperty;

/// A property in the unit in which Dosi keeps it: what a datastream observes.
///
/// @param unit UCUM code
record Quantity(ObservedProperty property, String unit) {

    static Quantity of(String id, String unit, String ko, String en) {
        return new Quantity(ObservedProperty.of(id, ko, en), unit);
    }
}
