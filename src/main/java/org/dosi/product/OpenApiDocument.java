package org.dosi.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Name;

/// The definition of the API in OpenAPI 3.0: the OGC resources, and those of the page, told in docs/api.md.
final class OpenApiDocument {

    private OpenApiDocument() {}

    /// A resource of the page: everything is a GET, every parameter a string in the query.
    private record Operation(String path, String summary, String answer, List<String> parameters) {}

    private static final List<Operation> PAGE = List.of(
            op("/api/city", "The city, its extent and its time"),
            op("/api/properties", "Observed properties"),
            op(
                    "/api/values",
                    "Values of a property for all features, at an instant or over a window",
                    "property",
                    "collection",
                    "at",
                    "from",
                    "to",
                    "aggregate",
                    "flagged"),
            op("/api/latest", "The latest value of every feature", "property", "collection", "flagged"),
            new Operation(
                    "/api/film",
                    "Frames of a film, binary",
                    "application/octet-stream",
                    List.of("property", "from", "to", "step", "collection")),
            op(
                    "/api/series",
                    "A series, thinned for drawing",
                    "datastream",
                    "property",
                    "collection",
                    "from",
                    "to",
                    "width"),
            op("/api/profile", "A profile by hour, weekday or month", "datastream", "property", "from", "to", "by"),
            op("/api/feature", "A feature and its datastreams", "id"),
            op("/api/search", "Features by name", "q", "limit"),
            op("/api/near", "Features near a point", "lon", "lat", "collection", "limit"),
            op("/api/matches", "Which link carries which counted direction"),
            op("/api/calendar", "Public holidays", "from", "to"),
            op("/api/datasets", "The data sets"),
            op("/api/dataset", "A data set with its imports", "id"),
            op("/api/quality", "The quality of a data set after ISO 19157", "dataset", "limit", "offset"),
            op("/api/issues", "Defects found in files", "dataset", "limit", "offset"),
            new Operation("/catalog", "The catalogue as DCAT 3", "application/ld+json", List.of()));

    private static Operation op(String path, String summary, String... parameters) {
        return new Operation(path, summary, Link.JSON, List.of(parameters));
    }

    static Map<String, Object> of(Context context, String base, List<String> collections) {
        Name city = context.city().name();
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", get("Landing page", Link.JSON, List.of(ref("f"))));
        paths.put("/conformance", get("Conformance classes", Link.JSON, List.of(ref("f"))));
        paths.put("/api", get("This document", Answers.OPEN_API.toString(), List.of(ref("f"))));
        paths.put("/collections", get("The feature collections", Link.JSON, List.of(ref("f"))));
        paths.put(
                "/collections/{collectionId}",
                get("A feature collection", Link.JSON, List.of(ref("collectionId"), ref("f"))));
        paths.put(
                "/collections/{collectionId}/items",
                get(
                        "The features of a collection; an attribute's key is a parameter too, and filters by its value",
                        Link.GEO_JSON,
                        List.of(
                                ref("collectionId"),
                                ref("limit"),
                                ref("offset"),
                                ref("bbox"),
                                ref("datetime"),
                                ref("f"))));
        paths.put(
                "/collections/{collectionId}/items/{featureId}",
                get("A feature", Link.GEO_JSON, List.of(ref("collectionId"), ref("featureId"), ref("f"))));
        for (Operation operation : PAGE) {
            List<Map<String, Object>> parameters = new ArrayList<>();
            operation.parameters.forEach(name -> parameters.add(parameter(name, "query", false, string())));
            paths.put(operation.path, get(operation.summary, operation.answer, parameters));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Json.object("title", "Dosi: " + city.en(), "version", context.version()));
        document.put("servers", List.of(Json.object("url", base)));
        document.put("paths", paths);
        document.put("components", Json.object("parameters", parameters(collections)));
        return document;
    }

    private static Map<String, Object> parameters(List<String> collections) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        // An enum must not be empty.
        Map<String, Object> collection =
                collections.isEmpty() ? string() : Json.object("type", "string", "enum", collections);
        parameters.put("collectionId", parameter("collectionId", "path", true, collection));
        parameters.put("featureId", parameter("featureId", "path", true, string()));
        parameters.put(
                "limit", parameter("limit", "query", false, integer(1, ItemsQuery.MOST_LIMIT, ItemsQuery.USUAL_LIMIT)));
        parameters.put(
                "offset",
                parameter("offset", "query", false, Json.object("type", "integer", "minimum", 0, "default", 0)));
        Map<String, Object> bbox = new LinkedHashMap<>();
        bbox.put("type", "array");
        bbox.put("minItems", 4);
        bbox.put("maxItems", 6);
        bbox.put("items", Json.object("type", "number"));
        Map<String, Object> box = parameter("bbox", "query", false, bbox);
        box.put("style", "form");
        box.put("explode", false);
        parameters.put("bbox", box);
        Map<String, Object> datetime = parameter("datetime", "query", false, string());
        datetime.put("style", "form");
        datetime.put("explode", false);
        parameters.put("datetime", datetime);
        parameters.put("f", parameter("f", "query", false, string()));
        return parameters;
    }

    private static Map<String, Object> get(String summary, String answer, List<Map<String, Object>> parameters) {
        Map<String, Object> schema =
                Json.object("type", answer.equals("application/octet-stream") ? "string" : "object");
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                Json.object("description", summary, "content", Json.object(answer, Json.object("schema", schema))));
        responses.put(
                "default",
                Json.object(
                        "description",
                        "What went wrong (RFC 9457)",
                        "content",
                        Json.object("application/problem+json", Json.object("schema", Json.object("type", "object")))));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", summary);
        operation.put("parameters", parameters);
        operation.put("responses", responses);
        return Json.object("get", operation);
    }

    private static Map<String, Object> ref(String name) {
        return Json.object("$ref", "#/components/parameters/" + name);
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", required);
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> string() {
        return Json.object("type", "string");
    }

    private static Map<String, Object> integer(int least, int most, int usual) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        schema.put("default", usual);
        return schema;
    }
}
