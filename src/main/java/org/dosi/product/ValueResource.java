package org.dosi.product;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dosi.model.Flag;
import org.dosi.model.ObservedProperty;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Context;
import org.dosi.product.http.Query;
import org.dosi.store.Aggregate;
import org.dosi.store.ValueAt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Values of a property for all features: at an instant, over a window, or the latest.
final class ValueResource {
    private final Context context;

    ValueResource(Context context) {
        this.context = context;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/values"), this::values);
        routes.route(Answers.at("/api/latest"), this::latest);
    }

    private record ValueJson(
            String feature,
            String datastream,
            double value,
            long start,
            long end,
            String quality,
            List<String> reasons) {}

    private record AtJson(String property, String unit, long at, List<ValueJson> values) {}

    private record WindowJson(
            String property, String unit, long from, long to, String aggregate, List<ValueJson> values) {}

    private record LatestJson(String property, String unit, List<ValueJson> values) {}

    private ServerResponse values(ServerRequest request) {
        Query query = context.query(request, "property", "collection", "at", "from", "to", "aggregate", "flagged");
        ObservedProperty property = context.property(query);
        String collection = collection(context, query);
        boolean flagged = query.flag("flagged");
        if (query.has("at")) {
            if (query.has("from") || query.has("to") || query.has("aggregate")) {
                throw new BadRequest("expected either at, or from, to and aggregate; found both");
            }
            Instant at = query.time("at");
            List<ValueAt> found = context.store().valuesAt(property.id(), collection, at, flagged);
            return Answers.json(request, new AtJson(property.id(), unit(property), at.getEpochSecond(), values(found)));
        }
        requireWindow(query);
        TimeWindow window = query.window();
        Aggregate aggregate = query.choice("aggregate", Aggregate.class);
        List<ValueAt> found = context.store().aggregate(property.id(), collection, window, aggregate, flagged);
        return Answers.json(
                request,
                new WindowJson(
                        property.id(),
                        aggregate == Aggregate.COUNT ? "1" : unit(property),
                        window.from().getEpochSecond(),
                        window.to().getEpochSecond(),
                        query.get("aggregate", ""),
                        values(found)));
    }

    /// One of the three alone says nothing, and to ask for it by its own name would hide that `at` is the other way.
    private static void requireWindow(Query query) {
        List<String> given =
                Stream.of("from", "to", "aggregate").filter(query::has).toList();
        if (given.size() < 3) {
            throw new BadRequest("expected either at, or from, to and aggregate; found "
                    + (given.isEmpty() ? "none of them" : String.join(" and ", given) + " alone"));
        }
    }

    private ServerResponse latest(ServerRequest request) {
        Query query = context.query(request, "property", "collection", "flagged");
        ObservedProperty property = context.property(query);
        List<ValueAt> found = context.store().latest(property.id(), collection(context, query), query.flag("flagged"));
        return Answers.json(request, new LatestJson(property.id(), unit(property), values(found)));
    }

    static @Nullable String collection(Context context, Query query) {
        return query.find("collection").map(context::collection).orElse(null);
    }

    private String unit(ObservedProperty property) {
        return unit(context, property.id());
    }

    /// The unit of the first datastream; a property has one unit, unless a plain file says otherwise.
    static String unit(Context context, String property) {
        return context.inventory().get().listOfProperty(property).stream()
                .findFirst()
                .map(summary -> summary.datastream().unit())
                .orElse("1");
    }

    private static List<ValueJson> values(List<ValueAt> found) {
        return found.stream().map(ValueResource::value).toList();
    }

    private static ValueJson value(ValueAt found) {
        return new ValueJson(
                found.datastream().feature(),
                found.datastream().id(),
                found.value(),
                found.startSeconds(),
                found.endSeconds(),
                Flag.quality(found.flags()).code(),
                reasons(found.flags()));
    }

    static List<String> reasons(int flags) {
        return flags == 0
                ? List.of()
                : Flag.listOf(flags).stream().map(Flag::code).toList();
    }
}
