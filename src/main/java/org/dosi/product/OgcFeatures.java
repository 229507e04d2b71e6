package org.dosi.product;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dosi.analysis.Coverage;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Kept;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Format;
import org.dosi.product.http.Json;
import org.dosi.product.http.Link;
import org.dosi.product.http.NotFound;
import org.dosi.product.http.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/// OGC API – Features, Part 1: Core, with GeoJSON and OpenAPI 3.0; good enough that GDAL reads it as it is.
///
/// The landing page lives at `/` beside the map page: a browser that does not say `f` gets the map.
/// Collections and their items are HTML too: see [Format#wantsHtml].
final class OgcFeatures {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String CONFORMANCE = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

    private final Context context;
    private final PageFiles page;
    private final Kept<Views> views;

    OgcFeatures(Context context, PageFiles page) {
        this.context = context;
        this.page = page;
        this.views =
                new Kept<>(context.store(), () -> new Views(context.inventory().get(), new ConcurrentHashMap<>()));
    }

    /// A collection is made ready when it is first asked for.
    private record Views(Inventory inventory, Map<String, CollectionView> ready) {

        CollectionView get(String id) {
            return ready.computeIfAbsent(id, _ -> new CollectionView(Context.collection(inventory, id), inventory));
        }
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/conformance"), this::conformance);
        routes.route(Answers.at("/api"), this::api);
        routes.route(Answers.at("/collections"), this::collections);
        routes.route(Answers.at("/collections/{collection}"), this::collection);
        routes.route(Answers.at("/collections/{collection}/items"), this::items);
        routes.route(Answers.at("/collections/{collection}/items/{*id}"), this::item);
    }

    private record LandingJson(String title, String description, List<Link> links) {}

    ServerResponse landing(ServerRequest request) {
        // A link to the page may have passed through programs that add words of their own to it.
        if (request.param("f").isEmpty() && Format.prefersHtml(request)) {
            return page.index(request);
        }
        Query query = context.query(request, "f");
        boolean html = Format.wantsHtml(request, query);
        Name name = context.city().name();
        List<Link> links = landingLinks(request, html);
        if (html) {
            return Answers.bytes(request, Answers.HTML, HtmlPages.landing(name, links));
        }
        return Answers.json(
                request,
                new LandingJson(
                        "Dosi 도시: " + name.ko() + " " + name.en(),
                        "What is measured in " + name.en()
                                + ": its features, its observations, and where they come from.",
                        links));
    }

    private static List<Link> landingLinks(ServerRequest request, boolean html) {
        return List.of(
                Link.of(request, "/?f=json", html ? "alternate" : "self", Link.JSON, "This document as JSON"),
                Link.of(request, "/?f=html", html ? "self" : "alternate", Link.HTML, "This document as HTML"),
                Link.of(request, "/api", "service-desc", Answers.OPEN_API.toString(), "The definition of the API"),
                Link.of(request, "/conformance", "conformance", Link.JSON, "Conformance classes"),
                Link.of(request, "/collections", "data", Link.JSON, "The feature collections"),
                Link.of(
                        request,
                        "/catalog",
                        "describedby",
                        Answers.JSON_LD.toString(),
                        "The catalogue of the data sets (DCAT)"));
    }

    private record ConformanceJson(List<String> conformsTo) {}

    private ServerResponse conformance(ServerRequest request) {
        Format.json(context.query(request, "f"));
        return Answers.json(
                request,
                new ConformanceJson(List.of(CONFORMANCE + "core", CONFORMANCE + "geojson", CONFORMANCE + "oas30")));
    }

    private ServerResponse api(ServerRequest request) {
        Format.json(context.query(request, "f"));
        return Answers.json(
                request, Answers.OPEN_API, OpenApiDocument.of(context, Link.base(request), collectionIds()));
    }

    private List<String> collectionIds() {
        return context.inventory().get().listCollections().stream()
                .map(collection -> collection.id())
                .toList();
    }

    private record SpatialJson(double[][] bbox, String crs) {}

    private record TemporalJson(@Nullable String[][] interval, String trs) {}

    private record CollectionJson(
            String id,
            String title,
            String description,
            Map<String, Object> extent,
            String itemType,
            List<String> crs,
            List<Link> links) {}

    private record CollectionsJson(List<Link> links, List<CollectionJson> collections) {}

    private ServerResponse collections(ServerRequest request) {
        boolean html = Format.wantsHtml(request, context.query(request, "f"));
        Views all = views.get();
        List<CollectionView> found = collectionIds().stream().map(all::get).toList();
        if (html) {
            return Answers.bytes(request, Answers.HTML, HtmlPages.collections(found));
        }
        return Answers.json(
                request,
                new CollectionsJson(
                        List.of(
                                Link.of(request, "/collections", "self", Link.JSON, "This document"),
                                Link.of(
                                        request,
                                        "/collections?f=html",
                                        "alternate",
                                        Link.HTML,
                                        "This document as HTML")),
                        found.stream().map(view -> json(request, view)).toList()));
    }

    private ServerResponse collection(ServerRequest request) {
        boolean html = Format.wantsHtml(request, context.query(request, "f"));
        CollectionView view = view(request);
        return html
                ? Answers.bytes(request, Answers.HTML, HtmlPages.collection(view))
                : Answers.json(request, json(request, view));
    }

    private CollectionView view(ServerRequest request) {
        return views.get().get(request.pathVariable("collection"));
    }

    private static CollectionJson json(ServerRequest request, CollectionView view) {
        var collection = view.collection();
        Map<String, Object> extent = new LinkedHashMap<>();
        view.box().ifPresent(box -> {
            double[] numbers = Json.box(java.util.Optional.of(box));
            if (numbers != null) {
                extent.put("spatial", new SpatialJson(new double[][] {numbers}, CRS84));
            }
        });
        view.coverage().ifPresent(span -> extent.put("temporal", temporal(span)));
        String path = "/collections/" + collection.id();
        return new CollectionJson(
                collection.id(),
                collection.title().en(),
                collection.title().ko(),
                extent,
                "feature",
                List.of(CRS84),
                List.of(
                        Link.of(request, path, "self", Link.JSON, "This collection"),
                        Link.of(request, path + "?f=html", "alternate", Link.HTML, "This collection as HTML"),
                        Link.of(request, path + "/items", "items", Link.GEO_JSON, "Its " + view.size() + " features")));
    }

    private static TemporalJson temporal(Coverage span) {
        String[][] interval = {{span.from().toString(), span.to().toString()}};
        return new TemporalJson(interval, "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
    }

    private ServerResponse items(ServerRequest request) {
        CollectionView view = view(request);
        ItemsQuery query = ItemsQuery.read(request, view.keys(), context.zone());
        int[] places = view.find(query);
        int first = Math.min(query.offset(), places.length);
        int count = Math.min(query.limit(), places.length - first);
        if (query.html()) {
            List<Link> links = pages(request, query, places.length, "html");
            links.addFirst(new Link(at(request, query.offset(), "json"), "alternate", Link.GEO_JSON, "GeoJSON"));
            return Answers.bytes(
                    request,
                    Answers.HTML,
                    HtmlPages.items(view, view.features(places, first, count), places.length, links));
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("type", "FeatureCollection");
        head.put("numberMatched", places.length);
        head.put("numberReturned", count);
        head.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        head.put("links", pageLinks(request, view, query, places.length));
        byte[] opening = Answers.JSON.writeValueAsBytes(head);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        // Without its closing brace, which comes after the features.
        body.write(opening, 0, opening.length - 1);
        body.writeBytes(",\"features\":[".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(view.page(places, first, count));
        body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return Answers.bytes(request, Answers.GEO_JSON, body.toByteArray());
    }

    private static List<Link> pageLinks(ServerRequest request, CollectionView view, ItemsQuery query, int matched) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(at(request, query.offset(), "json"), "self", Link.GEO_JSON, "This page"));
        links.add(new Link(at(request, query.offset(), "html"), "alternate", Link.HTML, "This page as HTML"));
        links.addAll(pages(request, query, matched, "json"));
        links.add(Link.of(
                request,
                "/collections/" + view.collection().id(),
                "collection",
                Link.JSON,
                view.collection().title().en()));
        return links;
    }

    /// To the page before and to the next one, where there are such.
    private static List<Link> pages(ServerRequest request, ItemsQuery query, int matched, String format) {
        String type = format.equals("html") ? Link.HTML : Link.GEO_JSON;
        List<Link> links = new ArrayList<>();
        if (query.offset() > 0) {
            int before = Math.max(0, query.offset() - query.limit());
            links.add(new Link(at(request, before, format), "prev", type, "← The page before"));
        }
        if (query.offset() + query.limit() < matched) {
            links.add(new Link(at(request, query.offset() + query.limit(), format), "next", type, "The next page →"));
        }
        return links;
    }

    /// The same question at another offset, in a format.
    private static String at(ServerRequest request, int offset, String format) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUriString(Link.base(request)).path(request.path());
        request.params().forEach((name, values) -> {
            if (!name.equals("offset") && !name.equals("f")) {
                values.forEach(value -> address.queryParam(Link.encode(name), Link.encode(value)));
            }
        });
        if (offset > 0) {
            address.queryParam("offset", offset);
        }
        return address.queryParam("f", format).build(true).toUriString();
    }

    private ServerResponse item(ServerRequest request) {
        Format.json(context.query(request, "f"));
        CollectionView view = view(request);
        String id = request.pathVariable("id").substring(1);
        FeatureOfInterest feature = view.find(id).orElseThrow(() -> new NotFound("feature", id));
        String path = "/collections/" + view.collection().id();
        List<Link> links = List.of(
                Link.of(
                        request,
                        path + "/items/" + Link.encode(id),
                        "self",
                        Link.GEO_JSON,
                        feature.name().en()),
                Link.of(
                        request,
                        path,
                        "collection",
                        Link.JSON,
                        view.collection().title().en()));
        return Answers.bytes(request, Answers.GEO_JSON, GeoJson.feature(feature, view.keys(), links));
    }
}
