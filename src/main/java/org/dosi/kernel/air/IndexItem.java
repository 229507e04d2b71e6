package org.dosi.kernel.air;

/// The pollutants of the Korean air-quality index.
public enum IndexItem {
    SO2,
    CO,
    O3,
    NO2,
    PM10,
    PM25
}
