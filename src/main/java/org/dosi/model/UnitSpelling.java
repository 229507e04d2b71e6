package org.dosi.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// UCUM codes for the units that people write, in headings and options: `ppm`, `µg/m³`, `m/s`.
public final class UnitSpelling {
    /// By what they are written as, in lower case, without brackets, blanks and special signs.
    private static final Map<String, String> CODES = new LinkedHashMap<>();

    /// Units of which one is a multiple of the other.
    private static final Map<String, Scale> SCALES = Map.of(
            "[ppm]", new Scale("share", 1000),
            "[ppb]", new Scale("share", 1),
            "mg/m3", new Scale("mass", 1e6),
            "ug/m3", new Scale("mass", 1e3),
            "ng/m3", new Scale("mass", 1),
            "m/s", new Scale("speed", 3600),
            "km/h", new Scale("speed", 1000),
            "[kn_i]", new Scale("speed", 1852),
            "[mi_i]/h", new Scale("speed", 1609.344));

    private record Scale(String kind, double size) {}

    static {
        spell("[ppm]", "ppm", "ppmv");
        spell("[ppb]", "ppb", "ppbv");
        spell("ug/m3", "ug/m3", "ugm3", "ug/m^3", "ugm-3");
        spell("mg/m3", "mg/m3", "mgm3", "mg/m^3", "mgm-3");
        spell("ng/m3", "ng/m3", "ngm3", "ng/m^3", "ngm-3");
        spell("/cm3", "/cm3", "1/cm3", "#/cm3", "cm-3");
        spell("m/s", "m/s", "ms-1", "mps");
        spell("km/h", "km/h", "kmh", "kph");
        spell("[kn_i]", "kn", "kt", "knots", "kn_i");
        spell("[mi_i]/h", "mph", "mi_i/h");
        spell("deg", "deg", "°", "degrees");
        spell("Cel", "cel", "°c", "℃", "degc");
        spell("K", "k", "kelvin");
        spell("hPa", "hpa", "mbar");
        spell("mm", "mm");
        spell("W/m2", "w/m2");
        spell("MJ/m2", "mj/m2");
        spell("%", "%");
        spell("1", "1");
    }

    private UnitSpelling() {}

    private static void spell(String code, String... spellings) {
        for (String spelling : spellings) {
            CODES.put(spelling, code);
        }
    }

    /// The code of a unit as somebody writes it; empty where it is none that is known here.
    public static Optional<String> find(String written) {
        String plain = written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\[\\]\\s]", "")
                .replaceAll("㎍", "ug")
                .replaceAll("㎥", "m3")
                .replaceAll("[µμ]", "u")
                .replace("³", "3")
                .replace("²", "2");
        return Optional.ofNullable(CODES.get(plain));
    }

    /// What a number in one unit is multiplied by to be in another of the same kind.
    ///
    /// @param unit UCUM code
    /// @param wanted UCUM code
    /// @return NaN where there is no such number, or none is known here
    public static double factor(String unit, String wanted) {
        if (unit.equals(wanted)) {
            return 1;
        }
        Scale from = SCALES.get(unit);
        Scale to = SCALES.get(wanted);
        return from == null || to == null || !from.kind.equals(to.kind) ? Double.NaN : from.size / to.size;
    }

    /// Some that are usual for air, as one would write them, for messages.
    public static List<String> usual() {
        return List.of("ppm", "ppb", "ug/m3", "mg/m3", "ng/m3", "m/s", "km/h", "deg", "Cel", "%");
    }
}
