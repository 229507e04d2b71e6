package org.dosi.kernel.air;

import java.util.List;

/// The pollutants of the Korean air-quality index.
public enum IndexItem {
    SO2,
    CO,
    O3,
    NO2,
    PM10,
    PM25;

    /// In the order of the arrays of [IndexSeries].
    public static final List<IndexItem> ALL = List.of(values());
}
