package org.dosi.analysis.air;

import java.util.List;
import org.dosi.kernel.wind.DirectionSteps;
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
    /// A direction below 0 or above 360, and a speed below 0, are none: NaN. Which mark for missing they are (999,
    /// -1), or which other scale of directions, nobody says.
    ///
    /// @param speedMPerS m/s
    /// @param fromDeg where it comes from, degrees clockwise from north, above 0 up to 360
    /// @param speedId what its file or the store calls the speed
    /// @param directionId what its file or the store calls the direction
    public record Wind(double[] speedMPerS, double[] fromDeg, boolean[] calm, String speedId, String directionId) {

        /// Applies the rule for calms.
        ///
        /// @param rawSpeedMPerS as written
        /// @param rawFromDeg as written
        /// @param calmMark direction that means calm; NaN for none
        public static Wind of(
                double[] rawSpeedMPerS, double[] rawFromDeg, double calmMark, String speedId, String directionId) {
            double[] speed = new double[rawSpeedMPerS.length];
            double[] from = new double[rawFromDeg.length];
            boolean[] calm = new boolean[rawFromDeg.length];
            for (int i = 0; i < from.length; i++) {
                boolean marked = rawFromDeg[i] == calmMark;
                boolean direction = !marked && rawFromDeg[i] >= 0 && rawFromDeg[i] <= 360;
                from[i] = !direction ? Double.NaN : rawFromDeg[i] == 0 ? 360 : rawFromDeg[i];
                speed[i] = rawSpeedMPerS[i] >= 0 ? rawSpeedMPerS[i] : Double.NaN;
                calm[i] = marked || speed[i] == 0;
            }
            return new Wind(speed, from, calm, speedId, directionId);
        }

        /// The directions as they are meant: where a compass's points are written in whole degrees or tens, 22.5° for a
        /// written 20°; otherwise [#fromDeg].
        public double[] exactFromDeg() {
            return DirectionSteps.of(fromDeg).exact(fromDeg);
        }

        /// How many hours have a number that is no wind and was left out, by [#of]'s rule.
        public static int unusable(double[] rawSpeedMPerS, double[] rawFromDeg, double calmMark) {
            int unusable = 0;
            for (int i = 0; i < rawFromDeg.length; i++) {
                boolean marked = rawFromDeg[i] == calmMark;
                boolean outside = !marked && (rawFromDeg[i] < 0 || rawFromDeg[i] > 360);
                unusable += outside || rawSpeedMPerS[i] < 0 ? 1 : 0;
            }
            return unusable;
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
