package org.dosi.analysis.air.episodes;

import org.dosi.analysis.air.Network;
/// The unit of a pollutant in a sentence.

final class EpisodeUnits {

    private EpisodeUnits() {}

    /// As people read it; empty where nobody says.
    static String label(Network.Variable variable) {
        String unit = NamedSubstances.unit(variable);
        return switch (unit) {
            case "[ppm]" -> "ppm";
            case "[ppb]" -> "ppb";
            case "ug/m3" -> "µg/m³";
            case "mg/m3" -> "mg/m³";
            default -> unit;
        };
    }
}
