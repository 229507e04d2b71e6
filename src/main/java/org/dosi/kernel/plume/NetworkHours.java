package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Check;

/// What a network measured in a row of hours, and the wind of each.
///
/// @param stations number of stations
/// @param concentrationUgPerM3 hour by hour, all stations of an hour together; NaN is missing
/// @param windState state of each hour ([WindStates]), [WindStates#NONE] for an hour that is left out
/// @param windSpeedMPerS wind speed of each hour; unused where the state is none
/// @param firstHourOfDay hour of the day, 0 to 23, of the first hour; hours follow each other without gaps
/// @param offsetGroup group of each hour, from 0: within a group each station has one offset of its own
///        (for example month by part of the day), which takes up what belongs to the station and the clock
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record NetworkHours(
        int stations,
        double[] concentrationUgPerM3,
        int[] windState,
        double[] windSpeedMPerS,
        int firstHourOfDay,
        int[] offsetGroup) {

    public NetworkHours {
        Check.atLeast(1, "stations", stations);
        Check.within(0, 23, "firstHourOfDay", firstHourOfDay);
        int hours = windState.length;
        if (concentrationUgPerM3.length != hours * stations
                || windSpeedMPerS.length != hours
                || offsetGroup.length != hours) {
            throw new IllegalArgumentException(
                    "columns: expected %d hours of %d stations, found %d values, %d speeds, %d groups"
                            .formatted(
                                    hours,
                                    stations,
                                    concentrationUgPerM3.length,
                                    windSpeedMPerS.length,
                                    offsetGroup.length));
        }
    }

    public int hours() {
        return windState.length;
    }

    /// Days that have an hour, the first and the last perhaps in part.
    public int days() {
        return hours() == 0 ? 0 : (firstHourOfDay + hours() - 1) / 24 + 1;
    }

    int dayOf(int hour) {
        return (firstHourOfDay + hour) / 24;
    }

    int groups() {
        int most = -1;
        for (int group : offsetGroup) {
            most = Math.max(most, group);
        }
        return most + 1;
    }
}
