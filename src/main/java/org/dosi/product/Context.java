package org.dosi.product;

import java.time.ZoneId;
import org.dosi.analysis.City;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Kept;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.ObservedProperty;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ObservationStore;
import org.springframework.web.servlet.function.ServerRequest;

/// What every resource works with: the city, its store, and what the store holds. Asking for a thing that
/// is not
/// there is a [NotFound].
record Context(City city, ObservationStore store, Kept<Inventory> inventory, String version) {

    static Context of(City city, ObservationStore store, String version) {
        return new Context(city, store, new Kept<>(store, () -> Inventory.of(store)), version);
    }

    ZoneId zone() {
        return city.zone();
    }

    Query query(ServerRequest request, String... known) {
        return Query.of(request, city.zone(), known);
    }

    ObservedProperty property(Query query) {
        String id = query.get("property", "the id of a property, as in /api/properties");
        return store.findProperty(id).orElseThrow(() -> new NotFound("property", id));
    }

    DatastreamSummary datastream(Query query) {
        String id = query.get("datastream", "the id of a datastream");
        return store.findDatastream(id).orElseThrow(() -> new NotFound("datastream", id));
    }

    FeatureOfInterest feature(Query query) {
        String id = query.get("id", "the id of a feature: collection:code");
        return store.findFeature(id).orElseThrow(() -> new NotFound("feature", id));
    }

    /// The collection asked for, if it exists.
    String collection(String id) {
        if (inventory.get().findCollection(id).isEmpty()) {
            throw new NotFound("collection", id);
        }
        return id;
    }

    String dataset(String id) {
        if (store.findDataset(id).isEmpty()) {
            throw new NotFound("data set", id);
        }
        return id;
    }
}
