package org.dosi.analysis;

import java.util.Optional;
import org.dosi.model.FeatureOfInterest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;

/// Where features lie: the box around many, the middle of one.
public final class Extent {

    private Extent() {}

    /// The box around all of them; empty if none has a geometry.
    public static Optional<Envelope> of(Iterable<FeatureOfInterest> features) {
        Envelope box = new Envelope();
        for (FeatureOfInterest feature : features) {
            Geometry geometry = feature.geometry();
            if (geometry != null) {
                box.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        return box.isNull() ? Optional.empty() : Optional.of(box);
    }

    /// A point on the feature that stands for it: half way along a line, surely inside an area.
    public static Optional<Coordinate> middle(@Nullable Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return Optional.empty();
        }
        if (geometry.getDimension() == 1) {
            return Optional.of(new LengthIndexedLine(geometry).extractPoint(geometry.getLength() / 2));
        }
        return Optional.of(geometry.getInteriorPoint().getCoordinate());
    }
}
