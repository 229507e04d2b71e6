package org.dosi.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dosi.model.FeatureOfInterest;
import org.dosi.store.DatastreamSummary;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygonal;

/// What there is of the city itself. Data of other places, brought in for comparison, do not widen its map
/// or its time.
public record CityOverview(Optional<Envelope> box, Optional<Coverage> coverage, long observations) {
    /// How far from the centre, in degrees, a feature may lie and still be the city's: about 100 km.
    private static final double NEAR_DEG = 1;

    public static CityOverview of(City city, Inventory inventory) {
        Envelope near = new Envelope(
                city.centreLon() - NEAR_DEG,
                city.centreLon() + NEAR_DEG,
                city.centreLat() - NEAR_DEG,
                city.centreLat() + NEAR_DEG);
        List<FeatureOfInterest> features = new ArrayList<>();
        List<DatastreamSummary> datastreams = new ArrayList<>();
        for (FeatureOfInterest feature : inventory.listFeatures()) {
            if (feature.geometry() == null || near.contains(feature.geometry().getEnvelopeInternal())) {
                features.add(feature);
                datastreams.addAll(inventory.listOfFeature(feature.id()));
            }
        }
        long observations =
                datastreams.stream().mapToLong(DatastreamSummary::count).sum();
        return new CityOverview(Extent.of(land(features)), Inventory.coverage(datastreams), observations);
    }

    /// Where there are areas, they are the city: its railways run far beyond them.
    private static List<FeatureOfInterest> land(List<FeatureOfInterest> features) {
        List<FeatureOfInterest> areas = features.stream()
                .filter(feature -> feature.geometry() instanceof Polygonal)
                .toList();
        return areas.isEmpty() ? features : areas;
    }
}
