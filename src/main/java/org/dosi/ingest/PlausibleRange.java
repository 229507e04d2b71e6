package org.dosi.ingest;

import java.util.OptionalDouble;
import org.dosi.model.ObservedProperty;

/// The range of quality control's rules, for numbers that are looked at without being imported.
public final class PlausibleRange {
    private PlausibleRange() {}

    /// Above which no value is possible outdoors; empty where the rules know no such property in this unit.
    ///
    /// @param unit UCUM code
    public static OptionalDouble highest(String property, String unit) {
        double high = RuleBook.standard()
                .find(ObservedProperty.of(property, property, property), unit)
                .map(Rule::high)
                .orElse(Double.NaN);
        return Double.isNaN(high) ? OptionalDouble.empty() : OptionalDouble.of(high);
    }
}
