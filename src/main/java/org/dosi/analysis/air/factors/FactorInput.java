package org.dosi.analysis.air.factors;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples in time with their uncertainties, as a factorisation takes them.
///
/// @param zone null where stamps carry none
/// @param timeS one time a sample, seconds since 1970 UTC, in any order
/// @param stations one a sample; empty where all are of one place
/// @param concentration `[sample][species]`, NaN where missing
/// @param uncertainty above 0 wherever there is a concentration
/// @param inputs where they come from, for the provenance
public record FactorInput(
        @Nullable ZoneId zone,
        long[] timeS,
        List<String> stations,
        List<String> species,
        double[][] concentration,
        double[][] uncertainty,
        List<String> inputs) {

    public FactorInput {
        stations = List.copyOf(stations);
        species = List.copyOf(species);
        inputs = List.copyOf(inputs);
    }
}
