package org.dosi.kernel.quality;

/// PM2.5 is a part of PM10, so it cannot be more.
///
/// Two instruments measure them, so a small excess is only their error. The tolerance is the larger of 10
/// µg/m³ (twice the hourly precision of a beta-attenuation monitor, about ±5 µg/m³ each) and 25 % (the
/// expanded uncertainty that Directive 2008/50/EC, annex I allows to fixed particle measurements).
public final class ParticleOrder {
    public static final double TOLERANCE_UG_PER_M3 = 10;
    public static final double TOLERANCE_SHARE = 0.25;

    private ParticleOrder() {}

    public static boolean contradicts(double pm25UgPerM3, double pm10UgPerM3) {
        return pm25UgPerM3 - pm10UgPerM3 > Math.max(TOLERANCE_UG_PER_M3, TOLERANCE_SHARE * pm10UgPerM3);
    }
}
