package org.dosi.analysis.traffic;

import java.util.List;
import org.dosi.analysis.LinkMatches;
import org.dosi.model.FeatureOfInterest;

/// The links of the city's road network, and which of them carry which counted direction.
///
/// @param links with their geometry; attributes `road`, `road_class`, `lanes` where published
/// @param matches of counted directions to links, inferred
/// @param metricCrs a projected reference system in metres that fits the city, e.g. `EPSG:5186`
public record Roads(List<FeatureOfInterest> links, LinkMatches matches, String metricCrs) {

    public Roads {
        links = List.copyOf(links);
    }

    public static final Roads NONE = new Roads(List.of(), new LinkMatches(List.of()), "");

    public boolean isEmpty() {
        return links.isEmpty();
    }
}
