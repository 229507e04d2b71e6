package org.dosi.analysis.air;

import java.util.List;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// One place's values, hour by hour, with the wind of the same hours.
///
/// @param table a column for each value, then one for each further column that was asked for
/// @param place the station's name, or the file's
/// @param wind null if it was not wanted or there is none
/// @param inputs for the provenance: datastreams, or the file with its checksum
public record Series(TimeTable table, Name place, @Nullable Wind wind, List<String> inputs) {

    public Series {
        inputs = List.copyOf(inputs);
    }

    /// The wind of each row.
    ///
    /// The rule for calms: an hour is calm if its speed is 0, or its direction is the mark that its publisher
    /// uses for calm (the KMA's 0; `--calm-direction` for a file). A calm hour keeps its speed; a publisher's
    /// mark is no direction, so its direction is NaN. A direction of 0 that is no such mark is north, as 360 is.
    ///
    /// @param speedMPerS m/s
    /// @param fromDeg where it comes from, degrees clockwise from north, above 0 up to 360
    /// @param speedId what its file or the store calls the speed
    /// @param directionId what its file or the store calls the direction
    public record Wind(double[] speedMPerS, double[] fromDeg, boolean[] calm, String speedId, String directionId) {

        /// Applies the rule for calms.
        ///
        /// @param rawFromDeg as written; any full turns are taken off
        /// @param calmMark direction that means calm; NaN for none
        public static Wind of(
                double[] speedMPerS, double[] rawFromDeg, double calmMark, String speedId, String directionId) {
            double[] from = new double[rawFromDeg.length];
            boolean[] calm = new boolean[rawFromDeg.length];
            for (int i = 0; i < from.length; i++) {
                boolean marked = rawFromDeg[i] == calmMark;
                double turn = rawFromDeg[i] % 360;
                from[i] = marked ? Double.NaN : turn <= 0 ? turn + 360 : turn;
                calm[i] = marked || speedMPerS[i] == 0;
            }
            return new Wind(speedMPerS, from, calm, speedId, directionId);
        }
    }

    /// The wind where an analysis declared that it needs it.
    @Override
    public Wind wind() {
        if (wind == null) {
            throw new IllegalStateException("the analysis did not ask for wind");
        }
        return wind;
    }

    public boolean hasWind() {
        return wind != null;
    }
}
