package org.dosi.kernel.traffic;

/// Values that a detector cannot have seen, or a change that is its own and not the traffic's.
///
/// @param fromStep the first step concerned
/// @param toStep the first step after it
/// @param size of [Kind#MOVED]: what the level was multiplied by; of the others the value that stood out; NaN for gaps
public record DetectorFault(int datastream, int fromStep, int toStep, Kind kind, double size) {

    /// What is wrong.
    public enum Kind {
        /// One value for longer than chance allows.
        STUCK,
        /// Far above anything that the datastream saw otherwise, for a moment.
        SPIKE,
        /// A lasting change of level that the other detectors do not share: a point moved, a lane more or less.
        MOVED,
        /// No value for a day or more.
        OUTAGE
    }

    /// Whether its values are none: a level that has moved is one to be followed.
    public boolean isMissing() {
        return kind == Kind.STUCK || kind == Kind.SPIKE;
    }
}
