package org.dosi.analysis.air;

import java.time.ZoneId;
import java.util.List;
import org.dosi.model.Name;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// One property at all of the city's stations, hour by hour.
///
/// @param zone null where stamps carry no zone
/// @param stepSeconds how far apart the hours are; every step between the first and the last is there
/// @param values by station, then hour; NaN for missing and for flagged ones
/// @param flagged by station, then hour: the value where it is flagged, otherwise NaN
/// @param wind of the city's weather station in these hours; null if it was not wanted or there is none
public record Network(
        @Nullable ZoneId zone,
        long stepSeconds,
        long[] startS,
        List<Station> stations,
        Variable variable,
        double[][] values,
        double[][] flagged,
        Series.@Nullable Wind wind,
        List<String> inputs)
        implements Zoned {

    public Network {
        stations = List.copyOf(stations);
        inputs = List.copyOf(inputs);
    }

    /// Where values are observed.
    ///
    /// @param lon degrees; NaN where unknown
    /// @param lat degrees; NaN where unknown
    public record Station(String id, Name name, double lon, double lat) {}

    /// What is observed.
    ///
    /// @param unit UCUM code; empty where nobody says
    public record Variable(String id, Name name, String unit) {}

    public int hours() {
        return startS.length;
    }
}
