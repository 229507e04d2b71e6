package org.dosi.kernel.plume;

import java.util.Locale;

/// How wide and how high a plume has grown over a city.
///
/// Briggs (1973), Diffusion estimation for small emissions, ATDL contribution 79, urban curves, as in
/// Gifford (1976), Nuclear Safety 17(1), 68-86, table "urban": fitted to the St. Louis tracer experiments
/// (McElroy and Pooler 1968) for 100 m to 10 km. Nearer and farther they are extrapolated. A and B share one
/// pair of curves, and so do E and F, which leaves four.
public final class UrbanDispersion {

    private UrbanDispersion() {}

    /// The four pairs of curves.
    public enum Curve {
        A_B,
        C,
        D,
        E_F
    }

    public static Curve curveOf(Stability stability) {
        return switch (stability) {
            case A, B -> Curve.A_B;
            case C -> Curve.C;
            case D -> Curve.D;
            case E, F -> Curve.E_F;
        };
    }

    /// Standard deviation of the plume across the wind, m.
    public static double sigmaYM(Curve curve, double distanceM) {
        checkDistance(distanceM);
        double bend = Math.sqrt(1 + 0.0004 * distanceM);
        return distanceM
                / bend
                * switch (curve) {
                    case A_B -> 0.32;
                    case C -> 0.22;
                    case D -> 0.16;
                    case E_F -> 0.11;
                };
    }

    /// Standard deviation of the plume in height, m.
    public static double sigmaZM(Curve curve, double distanceM) {
        checkDistance(distanceM);
        return switch (curve) {
            case A_B -> 0.24 * distanceM * Math.sqrt(1 + 0.001 * distanceM);
            case C -> 0.20 * distanceM;
            case D -> 0.14 * distanceM / Math.sqrt(1 + 0.0003 * distanceM);
            case E_F -> 0.08 * distanceM / Math.sqrt(1 + 0.0015 * distanceM);
        };
    }

    private static void checkDistance(double distanceM) {
        if (!(distanceM >= 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "distanceM: expected 0 or more, found %s", distanceM));
        }
    }
}
