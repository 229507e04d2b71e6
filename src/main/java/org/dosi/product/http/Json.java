package org.dosi.product.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.Coverage;
import org.dosi.analysis.Extent;
import org.dosi.model.FeatureOfInterest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/// The small shapes that many answers share. Numbers are rounded to what is known.
public final class Json {
    /// Seven decimals of a degree are a centimetre.
    private static final double DEGREE_DECIMALS = 1e7;

    private static final double RATIO_DECIMALS = 1e4;

    private Json() {}

    /// An object with its members in this order, so that the same content is the same text.
    ///
    /// @param keysAndValues a key, its value, the next key and so on
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    public static double degrees(double value) {
        return Math.round(value * DEGREE_DECIMALS) / DEGREE_DECIMALS;
    }

    /// A ratio with four decimals, or null for NaN.
    public static @Nullable Double ratio(double value) {
        return Double.isNaN(value) ? null : Math.round(value * RATIO_DECIMALS) / RATIO_DECIMALS;
    }

    public static double @Nullable [] box(Optional<Envelope> box) {
        return box.map(b -> new double[] {
                    degrees(b.getMinX()), degrees(b.getMinY()), degrees(b.getMaxX()), degrees(b.getMaxY())
                })
                .orElse(null);
    }

    public static double @Nullable [] centre(FeatureOfInterest feature) {
        return Extent.middle(feature.geometry()).map(Json::point).orElse(null);
    }

    private static double[] point(Coordinate coordinate) {
        return new double[] {degrees(coordinate.x), degrees(coordinate.y)};
    }

    public static @Nullable String from(Optional<Coverage> coverage) {
        return coverage.map(Coverage::from).map(Instant::toString).orElse(null);
    }

    public static @Nullable String to(Optional<Coverage> coverage) {
        return coverage.map(Coverage::to).map(Instant::toString).orElse(null);
    }
}
