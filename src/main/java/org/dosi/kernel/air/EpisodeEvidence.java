package org.dosi.kernel.air;

import java.util.List;

/// What an episode's one-page explanation rests on. Any number may be NaN: not measured.
///
/// @param stations those that measured, the earliest to pass the threshold first, then those that never did
public record EpisodeEvidence(Level level, Shares shares, WindEvidence wind, List<StationPeak> stations) {

    public EpisodeEvidence {
        stations = List.copyOf(stations);
    }

    /// How high the leading pollutant was, in its own unit.
    ///
    /// @param peak the highest good hour of any station (of the suspect values, for a fault)
    /// @param peakHour index of the hour
    /// @param peakStation index of the station; -1 if nothing was measured
    /// @param networkPeak the highest median of the stations
    /// @param networkMean the mean of the medians
    /// @param usualRatio the mean over what is usual at these hours of the day in these months
    /// @param percentile the share of the record's hours with a lower network median than the peak, in per
    ///     cent
    /// @param threshold above which an episode began
    public record Level(
            double peak,
            int peakHour,
            int peakStation,
            double networkPeak,
            double networkMean,
            double usualRatio,
            double percentile,
            double threshold) {}

    /// Where it came from, as shares and ratios.
    ///
    /// @param local how much of what the stations measured is local; for ozone how much of the background
    ///     the city ate
    /// @param usualRegional the background's median share of all hours with as much pollution
    /// @param coarseFraction one less PM2.5 over PM10
    /// @param particleGrowth fine particles (PM10 without them) over what is usual
    /// @param combustionGrowth NO2 (CO without it) over what is usual
    /// @param stationsReached stations above the threshold in any hour
    /// @param stationsTogether most stations above it in the same hour
    /// @param stationsMeasuring stations with at least one good value
    public record Shares(
            LocalShare local,
            double usualRegional,
            double coarseFraction,
            double particleGrowth,
            double combustionGrowth,
            int stationsReached,
            int stationsTogether,
            int stationsMeasuring) {

        /// What the network shares: one less the local share.
        public double regional() {
            return local.regional();
        }
    }

    /// The wind of the episode's hours.
    ///
    /// @param fromDeg mean direction of the unit vectors, clockwise from north
    /// @param steadiness length of the mean unit vector: 1 always from there, 0 from everywhere
    /// @param stagnantHours with less than [Episodes#STAGNANT_M_PER_S]
    /// @param knownHours with a wind speed
    public record WindEvidence(
            double speedMPerS,
            double usualSpeedMPerS,
            double fromDeg,
            double steadiness,
            int stagnantHours,
            int knownHours) {}

    /// What one station saw.
    ///
    /// @param peakHour index of the hour
    /// @param firstHour the first hour above the threshold, -1 if never
    /// @param hoursAbove how many
    /// @param local mean of its value less the background
    public record StationPeak(int station, double peak, int peakHour, int firstHour, int hoursAbove, double local) {}
}
