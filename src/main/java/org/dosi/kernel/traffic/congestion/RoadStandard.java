package org.dosi.kernel.traffic.congestion;

/// What speeds mean on a kind of road, in Korea. A figure that no standard gives for it is NaN.
///
/// Sources: TOPIS' levels of 18 August 2016, after the ministry's guideline on road displays; expressways: congested
/// below 50 km/h (5th plan, 2021 to 2023); the legal thresholds: Urban Traffic Readjustment Promotion Act, Enforcement
/// Decree, Article 15 and Annex 2.
public enum RoadStandard {
    /// Between cities.
    EXPRESSWAY(50, Double.NaN, Double.NaN),
    URBAN_EXPRESSWAY(30, 50, 30),
    /// Four lanes or more in one direction.
    WIDE_ARTERIAL(15, 25, 21),
    /// Three lanes or fewer in one direction.
    ARTERIAL(15, 25, 15),
    /// An urban street; how many lanes is not known.
    STREET(15, 25, Double.NaN),
    UNKNOWN(Double.NaN, Double.NaN, Double.NaN);

    private final double congestedKmPerH;
    private final double smoothKmPerH;
    private final double legalKmPerH;

    RoadStandard(double congestedKmPerH, double smoothKmPerH, double legalKmPerH) {
        this.congestedKmPerH = congestedKmPerH;
        this.smoothKmPerH = smoothKmPerH;
        this.legalKmPerH = legalKmPerH;
    }

    /// The three levels of the displays: 정체, 서행, 원활.
    public enum Level {
        CONGESTED,
        SLOW,
        SMOOTH,
        /// Not congested, but no standard tells slow from smooth.
        NOT_CONGESTED,
        UNKNOWN
    }

    /// The published bounds overlap ("15 or less", "15 to 25", "25 or more"): a bound is taken for the worse level
    /// below and the better above, so 15 is congested and 25 smooth.
    public Level level(double speedKmPerH) {
        if (Double.isNaN(speedKmPerH) || Double.isNaN(congestedKmPerH)) {
            return Level.UNKNOWN;
        }
        if (Double.isNaN(smoothKmPerH)) {
            return speedKmPerH < congestedKmPerH ? Level.CONGESTED : Level.NOT_CONGESTED;
        }
        return speedKmPerH <= congestedKmPerH
                ? Level.CONGESTED
                : speedKmPerH < smoothKmPerH ? Level.SLOW : Level.SMOOTH;
    }

    /// A road is congested in the sense of the decree in hours with a mean speed below this; NaN for none.
    public double legalKmPerH() {
        return legalKmPerH;
    }
}
