package org.dosi.kernel.air;

/// How a year stands against a limit.
///
/// @param means how many means there were
/// @param exceedances how many of them were above the limit: hours, windows of eight hours, days, or years
/// @param deciding the percentile of the means that the limit names, or the year's mean; NaN if the year has
///     too few data to say
public record LimitCheck(AirLimit limit, int means, int exceedances, double deciding) {

    public Verdict verdict() {
        if (Double.isNaN(deciding)) {
            return Verdict.TOO_FEW_DATA;
        }
        return deciding > limit.threshold() ? Verdict.EXCEEDED : Verdict.MET;
    }

    public enum Verdict {
        MET,
        EXCEEDED,
        TOO_FEW_DATA
    }
}
