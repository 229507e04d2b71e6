package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.List;
import org.dosi.model.FeatureOfInterest;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/// The borders of a city's districts, for a map to stand on.
///
/// @param lines in degrees, longitude first; none where the data do not say
public record Outline(List<Coordinate[]> lines) {
    public static final Outline NONE = new Outline(List.of());

    /// Degrees, some 30 m: less than a pixel of a plot.
    private static final double TOLERANCE = 0.0003;

    public Outline {
        lines = List.copyOf(lines);
    }

    /// Of the areas among the features; a border that two districts share is there twice.
    public static Outline of(Iterable<FeatureOfInterest> districts) {
        List<Coordinate[]> lines = new ArrayList<>();
        for (FeatureOfInterest district : districts) {
            Geometry area = district.geometry();
            if (area != null && area.getDimension() == 2) {
                // Without care for topology: what becomes too small to be an area is still a line.
                Geometry border = DouglasPeuckerSimplifier.simplify(area.getBoundary(), TOLERANCE);
                for (int part = 0; part < border.getNumGeometries(); part++) {
                    lines.add(border.getGeometryN(part).getCoordinates());
                }
            }
        }
        return new Outline(lines);
    }
}
