package org.dosi.kernel.traffic.incidents;

/// A time during which one series was out of the ordinary.
///
/// @param series index of the datastream; -1 for what all share
/// @param fromStep the first step
/// @param toStep the first step after it
/// @param mean deviation over the time, in spreads; its sign says whether there was more or less than expected
/// @param evidence how far beyond the largest of a month of noise, in natural logarithms of odds
record Stretch(int series, int fromStep, int toStep, double mean, double evidence) {
    static final int CITY = -1;

    boolean isCity() {
        return series == CITY;
    }

    boolean overlaps(Stretch other, int slack) {
        return fromStep < other.toStep + slack && other.fromStep < toStep + slack;
    }

    int steps() {
        return toStep - fromStep;
    }

    int common(Stretch other) {
        return Math.max(0, Math.min(toStep, other.toStep) - Math.max(fromStep, other.fromStep));
    }
}
