package org.dosi.kernel.plume;

import java.util.List;
import org.dosi.kernel.plume.UrbanDispersion.Curve;
import org.dosi.kernel.stat.Check;

/// The hours told apart by what shapes their plume: dispersion curve, class of wind speed, sector.
///
/// Hours of one state share their footprints up to the factor 1 / wind speed, so a city and years of hours
/// need a few hundred footprints a station.
public final class WindStates {
    /// The state of an hour that has no wind, a calm, or no direction.
    public static final int NONE = -1;

    private static final List<Curve> CURVES = List.of(Curve.values());

    private WindStates() {}

    /// How many states there are, those that never occur included.
    public static int count(int sectors) {
        return CURVES.size() * HourlyPlume.speedClasses() * sectors;
    }

    /// The state of an hour, or [#NONE].
    ///
    /// @param windFromDeg where the wind comes from, degrees clockwise from north; 0 and 360 are one
    ///        direction; NaN for a calm
    public static int of(double windSpeedMPerS, double windFromDeg, Stability stability, PlumeSettings settings) {
        if (!(windSpeedMPerS >= settings.calmBelowMPerS()) || !Double.isFinite(windFromDeg)) {
            return NONE;
        }
        int sectors = settings.sectors();
        int sector = Math.floorMod(Math.round(windFromDeg * sectors / 360), sectors);
        int curve = CURVES.indexOf(UrbanDispersion.curveOf(stability));
        return (curve * HourlyPlume.speedClasses() + HourlyPlume.speedClassOf(windSpeedMPerS)) * sectors + sector;
    }

    static Curve curveOf(int state, int sectors) {
        Check.within(0, count(sectors) - 1.0, "state", state);
        return CURVES.get(state / sectors / HourlyPlume.speedClasses());
    }

    static int speedClassOf(int state, int sectors) {
        return state / sectors % HourlyPlume.speedClasses();
    }

    static double windFromRad(int state, int sectors) {
        return 2 * Math.PI * (state % sectors) / sectors;
    }
}
