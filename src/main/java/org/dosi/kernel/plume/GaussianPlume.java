package org.dosi.kernel.plume;

import org.dosi.kernel.stat.Check;

/// The steady plume of a point source in a uniform wind, reflected at the ground.
///
/// Turner (1970), Workbook of Atmospheric Dispersion Estimates, equation 3.1:
/// `C = Q / (2 pi u sy sz) exp(-y²/2sy²) (exp(-(z-H)²/2sz²) + exp(-(z+H)²/2sz²))`.
final class GaussianPlume {

    private GaussianPlume() {}

    /// Concentration for an emission of 1 g/s, g/m³.
    ///
    /// @param acrossM distance from the plume's axis, m
    /// @param heightM height of the receptor, m
    /// @param sourceHeightM effective height of the source, m
    static double perGramPerSecond(
            double sigmaYM,
            double sigmaZM,
            double windSpeedMPerS,
            double acrossM,
            double heightM,
            double sourceHeightM) {
        Check.positive("sigmaYM", sigmaYM);
        Check.positive("sigmaZM", sigmaZM);
        Check.positive("windSpeedMPerS", windSpeedMPerS);
        double across = acrossM / sigmaYM;
        double below = (heightM - sourceHeightM) / sigmaZM;
        double mirrored = (heightM + sourceHeightM) / sigmaZM;
        return Math.exp(-across * across / 2)
                * (Math.exp(-below * below / 2) + Math.exp(-mirrored * mirrored / 2))
                / (2 * Math.PI * windSpeedMPerS * sigmaYM * sigmaZM);
    }
}
