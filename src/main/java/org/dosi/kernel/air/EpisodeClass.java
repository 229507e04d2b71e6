package org.dosi.kernel.air;

/// What kind of event an episode was.
public enum EpisodeClass {
    /// Mineral dust carried in: much PM10, little of it fine.
    YELLOW_DUST,
    /// Fine particles over the whole network that did not grow out of the city's own exhaust alone.
    REGIONAL_HAZE,
    /// The city's own emissions that the wind did not carry away.
    LOCAL_BUILD_UP,
    /// Ozone made in sunlight.
    PHOTOCHEMICAL_OZONE,
    /// One station for some hours, and its neighbours not.
    SINGLE_STATION,
    /// What an instrument showed and the air did not hold.
    INSTRUMENT_FAULT
}
