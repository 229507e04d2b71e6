package org.dosi.kernel.traffic.incidents;

import java.util.List;

/// The incidents of a record.
///
/// @param list most significant first
/// @param least evidence of an incident that is told
/// @param falseAlarmsPerMonth how many incidents with as much evidence a month without any would bring, in made months
/// @param madeMonths how many were made
/// @param explained how many stretches were left out, since they fall on holidays
/// @param common by step: what all share, in spreads; 0 where there are too few datastreams to share anything
/// @param unconfirmed how many stretches of single detectors were left out, since no neighbour saw them
public record Incidents(
        List<Incident> list,
        double least,
        double falseAlarmsPerMonth,
        double madeMonths,
        int explained,
        int unconfirmed,
        double[] common) {

    public Incidents {
        list = List.copyOf(list);
    }
}
