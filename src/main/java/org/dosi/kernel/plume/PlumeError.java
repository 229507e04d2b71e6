package org.dosi.kernel.plume;

/// In what the plume of an injected source differs from the plume of the map: what is not known in truth either.
///
/// The sizes are standard deviations; those of directions in degrees, the others of the natural logarithm, unless
/// said otherwise. What lasts is drawn once for a source, the rest in each hour.
public enum PlumeError {
    /// The one wind station's direction: 5° for good and 12° in each hour, and where in its sector the hour was.
    DIRECTION,
    /// Its speed: 20 % for good, 30 % in each hour.
    SPEED,
    /// Both widths of the plume over Briggs' curves, which stand for any city and any roughness: 30 % for good.
    WIDTH,
    /// Turner's class from clouds seen elsewhere or not at all: one curve up or down in 2 of 5 hours.
    STABILITY,
    /// Sources above the ground: exponential with a mean of 20 m, for good.
    HEIGHT,
    /// Emission by the clock: a cosine of the day with an amplitude of 0 to 1 and any phase, for good.
    CYCLE,
    /// Emission from day to day: 30 %.
    DAYS,
    /// What is emitted in calm hours, up to six of them, leaves with the first wind.
    CALMS,
    /// Air that is under way for hours left with an earlier wind, and does not fade.
    TRAVEL,
    /// A station is not its square: 30 % for good, and 50 % in each hour, as plumes at a fixed place vary.
    STATION
}
