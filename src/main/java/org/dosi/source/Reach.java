package org.dosi.source;

/// How far back from its stamp a value of the Korea Meteorological Administration reaches.
enum Reach {
    /// A state at the stamp: temperature, pressure, wind. Also a running total of the day, which is the state
    /// of a count: as an interval from midnight the values of a day would all begin at the same time.
    INSTANT,
    /// Summed over the hour that ends at the stamp: sunshine, solar radiation.
    HOUR,
    /// Summed over the three hours that end at the stamp: new snow, change of pressure.
    HOURS_3,
    /// Rain and melted snow, of which the season decides: see [RainGauges].
    RAIN
}
