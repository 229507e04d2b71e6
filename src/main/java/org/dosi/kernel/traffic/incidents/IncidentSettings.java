package org.dosi.kernel.traffic.incidents;

import org.dosi.kernel.stat.Check;

/// What counts as an incident.
///
/// @param budget false alarms a month that are accepted
/// @param seed of the made months
public record IncidentSettings(double budget, long seed) {

    public IncidentSettings {
        Check.within(0.01, 100, "false alarms a month", budget);
    }
}
