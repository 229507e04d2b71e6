package org.dosi.kernel.air;

/// One piece of evidence in the choice of an episode's class.
///
/// The weights of an episode are logarithms of odds: they add up, and `1 / (1 + exp(-sum))` is the
/// confidence. They are judgements laid open, each limited so that none decides alone; they are not fitted
/// to labelled cases, so a confidence of 0.9 ranks above one of 0.7 but is no frequency.
///
/// @param found what was measured, in the unit of the question
/// @param weight above 0 for the class that was chosen, below 0 against it
public record Witness(Question question, double found, double weight) {

    /// What a witness was asked.
    public enum Question {
        /// PM2.5 over PM10, means of the episode.
        FINE_FRACTION,
        /// The highest network median over the threshold of the pollutant.
        LEVEL,
        /// The background's share, less its usual share in hours with much pollution, in robust standard
        /// deviations.
        REGIONAL_SHARE_AGAINST_USUAL,
        /// How many times more than the gases of burning the particles grew over what is usual.
        GROWTH_BEYOND_COMBUSTION,
        /// Mean wind speed over what is usual.
        WIND,
        /// Hours.
        DURATION,
        /// The share of the days' highest hours between 12 and 19 o'clock.
        AFTERNOON,
        /// The share of the stations above the threshold at the same time.
        STATIONS,
        /// The longest step up or down in one hour, over the height of the event.
        ABRUPTNESS,
        /// Hours with a zero, a gap or an impossible value at or beside the event.
        BROKEN_HOURS,
        /// Other pollutants of the same station that rose with it.
        COMPANIONS,
        /// The peak over the highest in a thousand hours of all stations.
        EXTREMITY,
        /// Hours that quality control marked as impossible, standing still, contradictory or bad by status.
        MARKED_HOURS
    }
}
