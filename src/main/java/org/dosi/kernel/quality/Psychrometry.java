package org.dosi.kernel.quality;

/// Temperature, dew point, humidity and vapour pressure are tied by physics: any of them can be checked by
/// the others.
///
/// Saturation vapour pressure over water by the Magnus formula with the constants of WMO-No. 8, volume I,
/// annex 4.B: `e = 6.112 exp(17.62 t / (243.12 + t))` hPa. Stations report humidity and dew point over
/// water below freezing, too.
public final class Psychrometry {
    private static final double A_HPA = 6.112;
    private static final double B = 17.62;
    private static final double C_CEL = 243.12;

    /// A tie is broken beyond this. In 8,456 hours of Seoul in 2022 all unbroken ties fit within 1 °C; old
    /// observations, rounded by hand and reduced with other constants, need more room.
    static final double TOLERANCE_CEL = 3;

    /// A repaired quadruple must fit this well, or the fault is of another kind.
    static final double FIT_CEL = 1.5;

    /// Humidity is published in whole per cent, vapour pressure in tenths of a hectopascal.
    private static final double HALF_PERCENT = 0.5;

    private static final double HALF_TENTH_HPA = 0.05;

    /// Which of the four does not fit the others.
    public enum Verdict {
        CONSISTENT,
        /// Not to be told apart with what was measured.
        UNKNOWN,
        TEMPERATURE_SIGN_LOST,
        DEW_POINT_SIGN_LOST,
        BOTH_SIGNS_LOST,
        /// Temperature, dew point and humidity agree.
        VAPOUR_PRESSURE_WRONG,
        /// Temperature, dew point and vapour pressure cannot all be told wrong: humidity or temperature
        /// is.
        HUMIDITY_OR_TEMPERATURE_WRONG,
        /// The dew point contradicts all that there is to compare it with, and no sign explains it.
        DEW_POINT_WRONG
    }

    private Psychrometry() {}

    public static double saturationHpa(double temperatureCel) {
        return A_HPA * Math.exp(B * temperatureCel / (C_CEL + temperatureCel));
    }

    /// The temperature at which this vapour pressure saturates; NaN unless it is positive.
    public static double dewPointCel(double vapourPressureHpa) {
        double g = Math.log(vapourPressureHpa / A_HPA);
        return vapourPressureHpa > 0 ? C_CEL * g / (B - g) : Double.NaN;
    }

    /// Judges one hour. Missing values are NaN; without a temperature and a dew point there is no verdict.
    ///
    /// Two ties are tried: the dew point that follows from temperature and humidity, and that of the
    /// vapour pressure. If one is broken, the lost signs that would mend every tie are tried before
    /// anything else is suspected.
    public static Verdict judge(
            double temperatureCel, double dewPointCel, double humidityPct, double vapourPressureHpa) {
        if (Double.isNaN(temperatureCel + dewPointCel)) {
            return Verdict.UNKNOWN;
        }
        double byHumidity = humidityMisfit(temperatureCel, dewPointCel, humidityPct);
        double byVapour = vapourMisfit(dewPointCel, vapourPressureHpa);
        boolean humidityBroken = byHumidity > TOLERANCE_CEL;
        boolean vapourBroken = byVapour > TOLERANCE_CEL;
        if (!humidityBroken && !vapourBroken) {
            return impossible(temperatureCel, dewPointCel, byHumidity, byVapour);
        }
        if (!humidityBroken && lostLeadingDigit(dewPointCel, vapourPressureHpa)) {
            return Verdict.VAPOUR_PRESSURE_WRONG;
        }
        Verdict lost = lostSign(temperatureCel, dewPointCel, humidityPct, vapourPressureHpa);
        if (lost != Verdict.UNKNOWN) {
            return lost;
        }
        if (humidityBroken) {
            return byVapour <= TOLERANCE_CEL ? Verdict.HUMIDITY_OR_TEMPERATURE_WRONG : Verdict.DEW_POINT_WRONG;
        }
        return byHumidity <= TOLERANCE_CEL ? Verdict.VAPOUR_PRESSURE_WRONG : Verdict.DEW_POINT_WRONG;
    }

    /// Whether 12.6 hPa was written as 2.6: as common as the lost sign, and near saturation mistaken for
    /// two lost signs.
    private static boolean lostLeadingDigit(double dewPointCel, double vapourPressureHpa) {
        for (int lost = 10; lost <= 50; lost += 10) {
            if (vapourMisfit(dewPointCel, vapourPressureHpa + lost) <= FIT_CEL) {
                return true;
            }
        }
        return false;
    }

    /// What the pair alone tells: a dew point is never above the temperature.
    private static Verdict impossible(double temperatureCel, double dewPointCel, double byHumidity, double byVapour) {
        if (dewPointCel > temperatureCel + TOLERANCE_CEL) {
            return byVapour <= TOLERANCE_CEL ? Verdict.HUMIDITY_OR_TEMPERATURE_WRONG : Verdict.DEW_POINT_WRONG;
        }
        return Double.isNaN(byHumidity) && Double.isNaN(byVapour) ? Verdict.UNKNOWN : Verdict.CONSISTENT;
    }

    private static Verdict lostSign(double t, double d, double humidityPct, double vapourPressureHpa) {
        double warm = t > 0 ? misfit(-t, d, humidityPct, vapourPressureHpa) : Double.NaN;
        double moist = d > 0 ? misfit(t, -d, humidityPct, vapourPressureHpa) : Double.NaN;
        double both = t > 0 && d > 0 ? misfit(-t, -d, humidityPct, vapourPressureHpa) : Double.NaN;
        // A comparison with NaN is false, so an impossible flip never wins.
        if (warm <= FIT_CEL && !(moist < warm) && !(both < warm)) {
            return Verdict.TEMPERATURE_SIGN_LOST;
        }
        if (moist <= FIT_CEL && !(both < moist)) {
            return Verdict.DEW_POINT_SIGN_LOST;
        }
        return both <= FIT_CEL ? Verdict.BOTH_SIGNS_LOST : Verdict.UNKNOWN;
    }

    /// By how many degrees the worst of the ties is broken; NaN if there is none to try.
    private static double misfit(double t, double d, double humidityPct, double vapourPressureHpa) {
        double byHumidity = humidityMisfit(t, d, humidityPct);
        double byVapour = vapourMisfit(d, vapourPressureHpa);
        if (Double.isNaN(byHumidity)) {
            return byVapour;
        }
        return Double.isNaN(byVapour) ? byHumidity : Math.max(byHumidity, byVapour);
    }

    /// How far the dew point lies outside of what temperature and humidity, each as rounded, allow.
    private static double humidityMisfit(double t, double d, double humidityPct) {
        if (!(humidityPct > 0 && humidityPct <= 100)) {
            return Double.NaN;
        }
        double low = dewPointCel(saturationHpa(t) * Math.max(HALF_PERCENT, humidityPct - HALF_PERCENT) / 100);
        return outside(d, low, dewPointCel(saturationHpa(t) * (humidityPct + HALF_PERCENT) / 100));
    }

    /// How far the dew point lies outside of what the rounded vapour pressure allows.
    private static double vapourMisfit(double d, double vapourPressureHpa) {
        if (!(vapourPressureHpa > 0)) {
            return Double.NaN;
        }
        double low = dewPointCel(Math.max(HALF_TENTH_HPA, vapourPressureHpa - HALF_TENTH_HPA));
        return outside(d, low, dewPointCel(vapourPressureHpa + HALF_TENTH_HPA));
    }

    private static double outside(double value, double low, double high) {
        return Math.max(0, Math.max(low - value, value - high));
    }
}
