package org.dosi.product.air.plot;

import java.util.List;
import java.util.stream.Collectors;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.product.plot.Style;
import org.dosi.product.text.Units;

/// Words that many plots of air share.
public final class AirWords {

    private AirWords() {}

    /// `PM10 (µg/m³)`; without a unit where none is known.
    public static String withUnit(TimeTable.Column column, Style style) {
        return withUnit(column.name(), column.unit(), style);
    }

    public static String withUnit(Name name, String unit, Style style) {
        String said = style.say(name);
        String label = unit(unit, style);
        // One pair of brackets is enough: `Ozone (O₃), ppm`.
        return label.isEmpty() ? said : said.endsWith(")") ? said + ", " + label : said + " (" + label + ")";
    }

    /// A UCUM code as people read it; empty for none.
    public static String unit(String ucum, Style style) {
        return ucum.isEmpty() ? "" : style.say(Units.label(ucum));
    }

    /// Names, with commas.
    public static String names(List<Name> names, Style style) {
        return names.stream().map(style::say).collect(Collectors.joining(", "));
    }

    /// The names of columns, with commas.
    public static String values(List<TimeTable.Column> columns, Style style) {
        return columns.stream().map(column -> style.say(column.name())).collect(Collectors.joining(", "));
    }
}
