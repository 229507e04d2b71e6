package org.dosi.kernel.traffic.incidents;

import java.util.List;

/// Something that was out of the ordinary, in space and time.
///
/// @param fromStep the first step
/// @param toStep the first step after it
/// @param cityWide whether all of the city shared it
/// @param cityMean of what all shared, in spreads; 0 where it is not of the whole city
/// @param evidence sum over its parts, in natural logarithms of odds
/// @param probability one minus the chance that a month without incidents holds one with as much evidence
/// @param size the traffic that was missing (negative) or too much, in hours of one point's usual traffic
/// @param change the same as a share of what was expected: of the whole city, or of its points
/// @param parts the points concerned, those with most evidence first
public record Incident(
        int fromStep,
        int toStep,
        boolean cityWide,
        double cityMean,
        double evidence,
        double probability,
        double size,
        double change,
        List<Part> parts) {

    public Incident {
        parts = List.copyOf(parts);
    }

    /// A point of an incident, with the time at which it was most out of the ordinary.
    ///
    /// @param change (value − expected) / expected over its time; -1 where it was closed throughout
    /// @param closedSteps of its steps those without a value that count as closed
    /// @param confirmed whether a neighbour saw the same; false where none is known
    public record Part(
            int datastream,
            int fromStep,
            int toStep,
            double change,
            int closedSteps,
            double evidence,
            boolean confirmed) {

        public boolean isClosed() {
            return 2 * closedSteps >= toStep - fromStep;
        }
    }
}
