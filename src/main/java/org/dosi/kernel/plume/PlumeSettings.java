package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Check;

/// What the hourly plume assumes about a source and about a city that has one wind station.
///
/// @param sourceHeightM effective height of the sources, m; 0 is the ground
/// @param initialSigmaZM height over which traffic, roofs and courtyards mix what is emitted at once, m
/// @param directionSpreadDeg standard deviation of the wind's direction over the city and within the hour,
///        beside its meandering
/// @param meanderMPerS speed of the wind's slow meandering across its mean; it widens the plume of weak winds
/// @param coherenceS time after which a plume no longer follows the wind of the hour: what arrives later
///        fades as `exp(-travel time / coherence)`; infinite to conserve mass
/// @param calmBelowMPerS weaker winds have no direction that could be trusted, and the hour is left out
/// @param sectors number of wind sectors that are told apart; their width widens the plume
/// @param plumeScale widths and heights of the plume over those of the curves of dispersion; 1 but in a trial
public record PlumeSettings(
        double sourceHeightM,
        double initialSigmaZM,
        double directionSpreadDeg,
        double meanderMPerS,
        double coherenceS,
        double calmBelowMPerS,
        int sectors,
        double plumeScale) {

    public PlumeSettings {
        Check.within(0, 500, "sourceHeightM", sourceHeightM);
        Check.positive("initialSigmaZM", initialSigmaZM);
        Check.within(0, 60, "directionSpreadDeg", directionSpreadDeg);
        Check.within(0, 2, "meanderMPerS", meanderMPerS);
        Check.positive("coherenceS", coherenceS);
        Check.within(0.1, 2, "calmBelowMPerS", calmBelowMPerS);
        Check.within(4, 360, "sectors", sectors);
        Check.positive("plumeScale", plumeScale);
    }

    /// A city: ground sources mixed over the height of houses, 12° of spread, meandering of 0.5 m/s (the
    /// usual lateral speed in weak wind: Hanna 1983, Journal of Climate and Applied Meteorology 22, 1424),
    /// two hours of coherence, calms below 0.5 m/s.
    public static PlumeSettings ofCity(int sectors) {
        return new PlumeSettings(0, 10, 12, 0.5, 7200, 0.5, sectors, 1);
    }

    /// The same with sources of another height.
    public PlumeSettings from(double heightM) {
        return new PlumeSettings(
                heightM,
                initialSigmaZM,
                directionSpreadDeg,
                meanderMPerS,
                coherenceS,
                calmBelowMPerS,
                sectors,
                plumeScale);
    }

    /// The same with another number of sectors.
    PlumeSettings sectors(int number) {
        return new PlumeSettings(
                sourceHeightM,
                initialSigmaZM,
                directionSpreadDeg,
                meanderMPerS,
                coherenceS,
                calmBelowMPerS,
                number,
                plumeScale);
    }

    /// The same with another spread of directions.
    PlumeSettings spread(double spreadDeg) {
        return new PlumeSettings(
                sourceHeightM,
                initialSigmaZM,
                spreadDeg,
                meanderMPerS,
                coherenceS,
                calmBelowMPerS,
                sectors,
                plumeScale);
    }

    /// The same with another width of plumes.
    PlumeSettings scaled(double scale) {
        return new PlumeSettings(
                sourceHeightM,
                initialSigmaZM,
                directionSpreadDeg,
                meanderMPerS,
                coherenceS,
                calmBelowMPerS,
                sectors,
                scale);
    }

    /// The same with plumes that fade in another time.
    PlumeSettings lasting(double seconds) {
        return new PlumeSettings(
                sourceHeightM,
                initialSigmaZM,
                directionSpreadDeg,
                meanderMPerS,
                seconds,
                calmBelowMPerS,
                sectors,
                plumeScale);
    }
}
