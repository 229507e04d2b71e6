package org.dosi.product;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dosi.analysis.Kept;
import org.dosi.analysis.LinkMatches;
import org.dosi.analysis.NameIndex;
import org.dosi.analysis.Nearby;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.model.Sensor;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Json;
import org.dosi.product.http.Query;
import org.dosi.product.text.Units;
import org.dosi.store.DatastreamSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// One feature with its datastreams, and the ways to find it: by name and by place.
final class FeatureResource {
    private static final int USUAL_FOUND = 20;
    private static final int MOST_FOUND = 200;
    private static final double DECIMETRES = 10;

    private final Context context;
    private final Kept<NameIndex> names;
    private final Kept<LinkMatches> matches;

    FeatureResource(Context context) {
        this.context = context;
        this.names = new Kept<>(
                context.store(), () -> new NameIndex(context.inventory().get()));
        this.matches = new Kept<>(
                context.store(),
                () -> LinkMatches.of(context.city(), context.inventory().get()));
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/feature"), this::feature);
        routes.route(Answers.at("/api/search"), this::search);
        routes.route(Answers.at("/api/near"), this::near);
        routes.route(Answers.at("/api/matches"), this::matches);
    }

    private record StreamJson(
            String id,
            String property,
            Name propertyName,
            String unit,
            String unitLabel,
            Name unitName,
            String step,
            String thing,
            Sensor sensor,
            String dataset,
            long from,
            long to,
            long count,
            long flagged,
            @Nullable String parent) {}

    private record FeatureJson(
            String id,
            String collection,
            Name name,
            double @Nullable [] centre,
            Map<String, String> attributes,
            List<StreamJson> datastreams) {}

    private ServerResponse feature(ServerRequest request) {
        FeatureOfInterest feature = context.feature(context.query(request, "id"));
        return Answers.json(
                request,
                new FeatureJson(
                        feature.id(),
                        feature.collection(),
                        feature.name(),
                        Json.centre(feature),
                        feature.attributes(),
                        context.store().listDatastreams(feature.id()).stream()
                                .map(FeatureResource::stream)
                                .toList()));
    }

    private static StreamJson stream(DatastreamSummary summary) {
        var stream = summary.datastream();
        Name unit = Units.label(stream.unit());
        return new StreamJson(
                stream.id(),
                stream.property().id(),
                stream.property().name(),
                stream.unit(),
                unit.en(),
                unit,
                stream.step().iso(),
                stream.thing().id(),
                stream.sensor(),
                stream.dataset(),
                summary.from().getEpochSecond(),
                summary.to().getEpochSecond(),
                summary.count(),
                summary.flagged(),
                stream.property().parentId());
    }

    private record FoundJson(String feature, String collection, Name name, double @Nullable [] centre) {}

    private ServerResponse search(ServerRequest request) {
        Query query = context.query(request, "q", "limit");
        String text = query.get("q", "a name or a part of one");
        int limit = query.integer("limit", USUAL_FOUND, 1, MOST_FOUND);
        return Answers.json(
                request,
                names.get().find(text, limit).stream()
                        .map(feature ->
                                new FoundJson(feature.id(), feature.collection(), feature.name(), Json.centre(feature)))
                        .toList());
    }

    private record NearJson(String feature, Name name, double @Nullable [] centre, long distanceM) {}

    private ServerResponse near(ServerRequest request) {
        Query query = context.query(request, "lon", "lat", "collection", "limit");
        double lon = query.number("lon", -180, 180);
        double lat = query.number("lat", -90, 90);
        String collection = context.collection(query.get("collection", "the id of a collection"));
        int limit = query.integer("limit", 1, 1, MOST_FOUND);
        return Answers.json(
                request,
                Nearby.find(context.inventory().get().listFeatures(collection), lon, lat, limit).stream()
                        .map(near -> new NearJson(
                                near.feature().id(),
                                near.feature().name(),
                                Json.centre(near.feature()),
                                Math.round(near.distanceM())))
                        .toList());
    }

    private record ReachJson(String link, long distanceM) {}

    private record MatchJson(String feature, String link, double distanceM, String confidence, List<ReachJson> reach) {}

    private ServerResponse matches(ServerRequest request) {
        context.query(request);
        return Answers.json(
                request,
                matches.get().rows().stream()
                        .map(row -> new MatchJson(
                                row.feature(),
                                row.link(),
                                Math.round(row.distanceM() * DECIMETRES) / DECIMETRES,
                                row.confidence().name().toLowerCase(Locale.ROOT),
                                row.reach().stream()
                                        .map(near -> new ReachJson(near.link(), Math.round(near.distanceM())))
                                        .toList()))
                        .toList());
    }
}
