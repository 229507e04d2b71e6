package org.dosi.product.http;

import java.time.ZoneId;
import java.util.List;
import org.dosi.analysis.City;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Kept;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.ObservedProperty;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;
import org.springframework.web.servlet.function.ServerRequest;

/// What every resource works with: the city, its store, and what the store holds. Asking for a thing that
/// is not there is a [NotFound].
public record Context(City city, ObservationStore store, Kept<Inventory> inventory, String version) {

    public static Context of(City city, ObservationStore store, String version) {
        return new Context(city, store, new Kept<>(store, () -> Inventory.of(store)), version);
    }

    public ZoneId zone() {
        return city.zone();
    }

    public Query query(ServerRequest request, String... known) {
        return Query.of(request, city.zone(), known);
    }

    public ObservedProperty property(Query query) {
        String id = query.get("property", "the id of a property, as in /api/properties");
        return store.findProperty(id).orElseThrow(() -> unknownProperty(id));
    }

    private NotFound unknownProperty(String id) {
        List<String> known =
                store.listProperties().stream().map(ObservedProperty::id).toList();
        return new NotFound("property", id, known);
    }

    public DatastreamSummary datastream(Query query) {
        String id = query.get("datastream", "the id of a datastream");
        return store.findDatastream(id).orElseThrow(() -> new NotFound("datastream", id));
    }

    public FeatureOfInterest feature(Query query) {
        String id = query.get("id", "the id of a feature: collection:code");
        return store.findFeature(id).orElseThrow(() -> new NotFound("feature", id));
    }

    /// The collection asked for, if it exists.
    public String collection(String id) {
        return collection(inventory.get(), id).id();
    }

    public static FeatureCollection collection(Inventory inventory, String id) {
        return inventory.findCollection(id).orElseThrow(() -> {
            List<String> known = inventory.listCollections().stream()
                    .map(FeatureCollection::id)
                    .toList();
            return new NotFound("collection", id, known);
        });
    }

    public String dataset(String id) {
        if (store.findDataset(id).isEmpty()) {
            throw unknownDataset(id);
        }
        return id;
    }

    public NotFound unknownDataset(String id) {
        return new NotFound(
                "data set", id, store.listDatasets().stream().map(Dataset::id).toList());
    }
}
