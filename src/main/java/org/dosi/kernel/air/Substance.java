package org.dosi.kernel.air;

/// A pollutant by the part it plays in telling episodes apart.
public enum Substance {
    /// All particles: with [#PM25] it tells coarse dust from fine haze.
    PM10,
    /// Fine particles, for the greater part formed in the air from gases.
    PM25,
    /// Made in sunlight, and eaten near the street by fresh exhaust: its background is what the least
    /// disturbed stations show, which is the upper end of the network.
    O3,
    NO2,
    CO,
    SO2;

    /// Which end of the network is nearest to the air before the city touched it.
    public NetworkBaseline.End baselineEnd() {
        return switch (this) {
            case O3 -> NetworkBaseline.End.UPPER;
            case PM10, PM25, NO2, CO, SO2 -> NetworkBaseline.End.LOWER;
        };
    }
}
