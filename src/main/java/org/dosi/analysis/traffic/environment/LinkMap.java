package org.dosi.analysis.traffic.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;

/// What is shown of links on a map.
///
/// @param value by link, that colours it; NaN where it cannot be told
/// @param numbers further ones by the name of their column, then by link
/// @param texts the same
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record LinkMap(
        List<FeatureOfInterest> links,
        Name title,
        String unit,
        double[] value,
        Map<String, double[]> numbers,
        Map<String, List<String>> texts) {

    public LinkMap {
        links = List.copyOf(links);
        numbers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /// A few links of great value would leave all others in one colour.
    private static final double FULL_COLOUR = 0.98;

    /// The value from which on a link has the scale's last colour.
    public double fullColour() {
        return Quantiles.of(value, FULL_COLOUR);
    }
}
