package org.dosi.product;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dosi.analysis.Coverage;
import org.dosi.analysis.Extent;
import org.dosi.analysis.Inventory;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/// A collection made ready to be served: its extents, and each feature as it was written when first asked
/// for, so that a page is put together from bytes. Made anew when the store changes.
final class CollectionView {
    private final FeatureCollection collection;
    private final List<FeatureOfInterest> features;
    private final List<String> keys;
    private final AtomicReferenceArray<byte[]> written;
    private final @Nullable Coverage[] coverage;

    CollectionView(FeatureCollection collection, Inventory inventory) {
        this.collection = collection;
        this.features = inventory.listFeatures(collection.id());
        TreeSet<String> found = new TreeSet<>();
        features.forEach(feature -> found.addAll(feature.attributes().keySet()));
        this.keys = List.copyOf(found);
        this.written = new AtomicReferenceArray<>(features.size());
        this.coverage = new @Nullable Coverage[features.size()];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = Inventory.coverage(
                            inventory.listOfFeature(features.get(i).id()))
                    .orElse(null);
        }
    }

    FeatureCollection collection() {
        return collection;
    }

    /// The keys of the attributes that any feature has, sorted.
    List<String> keys() {
        return keys;
    }

    int size() {
        return coverage.length;
    }

    Optional<Envelope> box() {
        return Extent.of(features);
    }

    Optional<Coverage> coverage() {
        return Arrays.stream(coverage)
                .flatMap(span -> Optional.ofNullable(span).stream())
                .reduce(Coverage::join);
    }

    /// The places, in order, of the features that fit. As the standard has it, a feature without geometry
    /// fits every box and one without observations fits every time.
    int[] find(ItemsQuery query) {
        List<Integer> found = new ArrayList<>();
        Geometry box = query.box().orElse(null);
        for (int i = 0; i < coverage.length; i++) {
            if (fits(features.get(i), query.attributes())
                    && fitsTime(coverage[i], query)
                    && fitsBox(features.get(i).geometry(), box)) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean fits(FeatureOfInterest feature, Map<String, String> wanted) {
        Map<String, String> known = new HashMap<>(feature.attributes());
        known.put(GeoJson.NAME_KO, feature.name().ko());
        known.put(GeoJson.NAME_EN, feature.name().en());
        return wanted.isEmpty() || known.entrySet().containsAll(wanted.entrySet());
    }

    private static boolean fitsTime(@Nullable Coverage span, ItemsQuery query) {
        return span == null
                || query.time().map(time -> span.meets(time.from(), time.to())).orElse(true);
    }

    private static boolean fitsBox(@Nullable Geometry geometry, @Nullable Geometry box) {
        return geometry == null
                || box == null
                || (geometry.getEnvelopeInternal().intersects(box.getEnvelopeInternal()) && geometry.intersects(box));
    }

    List<FeatureOfInterest> features(int[] places, int first, int count) {
        return Arrays.stream(places, first, first + count)
                .mapToObj(features::get)
                .toList();
    }

    /// The features at these places from `first` on, separated by commas.
    byte[] page(int[] places, int first, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            if (i > first) {
                bytes.write(',');
            }
            bytes.writeBytes(written(places[i]));
        }
        return bytes.toByteArray();
    }

    private byte[] written(int place) {
        byte[] known = written.get(place);
        if (known == null) {
            known = GeoJson.feature(features.get(place), keys, List.of());
            written.set(place, known);
        }
        return known;
    }

    Optional<FeatureOfInterest> find(String id) {
        return features.stream().filter(feature -> feature.id().equals(id)).findFirst();
    }
}
