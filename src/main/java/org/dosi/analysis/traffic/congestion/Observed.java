package org.dosi.analysis.traffic.congestion;

import java.util.List;
import java.util.Locale;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.traffic.Panel;
import org.dosi.model.UnitSpelling;

/// What the detectors see, in the units of the kernels.
///
/// @param panel km/h, or volumes as they are
record Observed(Detectors detectors, Kind kind, Panel panel) {
    private static final String KM_PER_H = "km/h";

    enum Kind {
        SPEED,
        VOLUME
    }

    /// @throws BadSetting if these are neither speeds in a known unit nor volumes
    static Observed of(Detectors detectors) {
        String id = detectors.variable().id().toLowerCase(Locale.ROOT);
        String unit = detectors.variable().unit();
        double factor = UnitSpelling.factor(unit, KM_PER_H);
        if (!Double.isNaN(factor)) {
            return new Observed(detectors, Kind.SPEED, factor == 1 ? detectors.panel() : scaled(detectors, factor));
        }
        if (unit.contains("vehicle")
                || List.of("volume", "flow", "count").stream().anyMatch(id::contains)) {
            return new Observed(detectors, Kind.VOLUME, detectors.panel());
        }
        throw BadSetting.of(
                "%s: 속도(km/h, mph)나 교통량이어야 하는데 단위가 '%s'입니다"
                        .formatted(detectors.variable().id(), unit),
                "%s: expected speeds with their unit (--unit km/h or mph) or volumes (--property traffic_volume), found"
                                .formatted(detectors.variable().id())
                        + (unit.isEmpty() ? " no unit" : " the unit '" + unit + "'"));
    }

    private static Panel scaled(Detectors detectors, double factor) {
        double[][] values = new double[detectors.size()][detectors.steps()];
        long[] localS = new long[detectors.steps()];
        for (int step = 0; step < localS.length; step++) {
            localS[step] = detectors.panel().localS(step);
            for (int i = 0; i < values.length; i++) {
                values[i][step] = factor * detectors.panel().value(i, step);
            }
        }
        return new Panel(values, localS, detectors.panel().stepSeconds());
    }

    /// @throws BadSetting if these are volumes: what is asked for cannot be told from them
    void requireSpeeds(String ko, String en) {
        if (kind != Kind.SPEED) {
            throw BadSetting.of(
                    "교통량만으로는 %s 알 수 없습니다: 속도 자료가 필요합니다".formatted(ko),
                    "cannot tell %s from volumes: expected speeds, found %s"
                            .formatted(en, detectors.variable().id()));
        }
    }

    /// Metres in a plane through the detectors; NaN where a place is unknown.
    Places places() {
        double lon = mean(
                detectors.list().stream().mapToDouble(Detectors.Detector::lon).toArray());
        double lat = mean(
                detectors.list().stream().mapToDouble(Detectors.Detector::lat).toArray());
        LocalPlane plane = new LocalPlane(lon, lat);
        return new Places(
                detectors.list().stream()
                        .mapToDouble(one -> plane.xM(one.lon()))
                        .toArray(),
                detectors.list().stream()
                        .mapToDouble(one -> plane.yM(one.lat()))
                        .toArray());
    }

    private static double mean(double[] degrees) {
        return java.util.Arrays.stream(degrees)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /// @param xM to the east
    /// @param yM to the north
    record Places(double[] xM, double[] yM) {}
}
