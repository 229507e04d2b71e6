package org.dosi.kernel.air;

import java.util.List;

/// A spell of polluted or faulty hours, what it was, and why that is believed.
///
/// @param confidence in the class, 0.5 to 1 for the classes that were weighed against each other: see
///     [Witness]
/// @param start index of the first hour
/// @param end index of the first hour no longer in it
/// @param substances the leading pollutant first, then those that were high as well
/// @param severity by which episodes are ranked: the sum over the hours of how many times the threshold the
///     network's level exceeded it
public record Episode(
        EpisodeClass kind,
        double confidence,
        int start,
        int end,
        List<Substance> substances,
        double severity,
        EpisodeEvidence evidence,
        List<Witness> witnesses) {

    public Episode {
        substances = List.copyOf(substances);
        witnesses = List.copyOf(witnesses);
    }

    public int hours() {
        return end - start;
    }

    public Substance lead() {
        return substances.getFirst();
    }
}
