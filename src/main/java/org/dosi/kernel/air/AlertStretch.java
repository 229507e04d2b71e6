package org.dosi.kernel.air;

/// A span of hours in which an alert was in force at one level. Hours are indexes of the series that were
/// given.
///
/// @param issuedHour the hour whose concentration brought this level: it holds from the end of that hour
/// @param endedHour the hour whose concentration ended it, or the first missing one, or the number of
///     hours if it was still in force at the end of the data
/// @param trigger what brought the level
/// @param peak the highest hour of the stretch
public record AlertStretch(
        AlertLevel level,
        Beginning beginning,
        int issuedHour,
        int endedHour,
        Ending ending,
        Trigger trigger,
        Peak peak) {

    /// How a level came.
    public enum Beginning {
        ISSUED,
        RAISED,
        LOWERED
    }

    /// How it went.
    public enum Ending {
        RAISED,
        LOWERED,
        LIFTED,
        /// For a day nothing was measured: what became of it is not known.
        LOST,
        /// The data end before the alert.
        IN_FORCE
    }

    /// @param value what was compared with the limit in the hour that brought the level
    /// @param station the highest station in that hour
    /// @param stationsOver how many stations reached the level's limit of issue in that hour
    public record Trigger(double value, int station, int stationsOver) {}

    /// @param value the highest value compared from `issuedHour` to before `endedHour`
    /// @param station the highest station in that hour
    public record Peak(double value, int hour, int station) {}
}
