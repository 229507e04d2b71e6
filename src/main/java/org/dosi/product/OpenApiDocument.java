package org.dosi.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dosi.model.Name;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Json;
import org.dosi.product.http.Link;

/// The definition of the API in OpenAPI 3.0: the OGC resources, and those of the page, told in docs/api.md.
final class OpenApiDocument {

    private OpenApiDocument() {}

    /// A resource of the page: everything is a GET, every parameter is in the query; `!` marks those that
    /// must be given.
    private record Operation(String path, String summary, String answer, List<String> parameters) {}

    private static final List<Operation> PAGE = List.of(
            op("/api/city", "The city, its extent and its time"),
            op("/api/properties", "Observed properties"),
            op(
                    "/api/values",
                    "Values of a property for all features, at an instant or over a window",
                    "property!",
                    "collection",
                    "at",
                    "from",
                    "to",
                    "aggregate",
                    "flagged"),
            op("/api/latest", "The latest value of every feature", "property!", "collection", "flagged"),
            new Operation(
                    "/api/film",
                    "Frames of a film, binary",
                    "application/octet-stream",
                    List.of("property!", "from!", "to!", "step", "collection")),
            op(
                    "/api/series",
                    "A series, thinned for drawing",
                    "datastream",
                    "property",
                    "collection",
                    "from",
                    "to",
                    "width"),
            new Operation(
                    "/api/observations",
                    "Observations as CSV; one of dataset, property, feature and datastream must be given",
                    "text/csv",
                    List.of("dataset", "property", "feature", "datastream", "from", "to", "flagged")),
            op("/api/profile", "A profile by hour, weekday or month", "datastream", "property", "from", "to", "by!"),
            op("/api/feature", "A feature and its datastreams", "id!"),
            op("/api/search", "Features by name", "q!", "limit"),
            op("/api/near", "Features near a point", "lon!", "lat!", "collection!", "limit"),
            op("/api/matches", "Which link carries which counted direction"),
            op("/api/calendar", "Public holidays", "from!", "to!"),
            op("/api/datasets", "The data sets"),
            op("/api/dataset", "A data set with its imports", "id!"),
            op("/api/quality", "The quality of a data set after ISO 19157", "dataset!", "limit", "offset"),
            op("/api/issues", "Defects found in files", "dataset", "limit", "offset"),
            new Operation("/catalog", "The catalogue as DCAT 3", "application/ld+json", List.of()));

    private static Operation op(String path, String summary, String... parameters) {
        return new Operation(path, summary, Link.JSON, List.of(parameters));
    }

    static Map<String, Object> of(Context context, String base, List<String> collections) {
        Name city = context.city().name();
        Map<String, Object> paths = new LinkedHashMap<>();
        List<Map<String, Object>> f = List.of(ref("f"));
        put(paths, "/", "Landing page", f, Link.JSON, Link.HTML);
        put(paths, "/conformance", "Conformance classes", List.of(), Link.JSON);
        put(paths, "/api", "This document", List.of(), Answers.OPEN_API.toString());
        put(paths, "/collections", "The feature collections", f, Link.JSON, Link.HTML);
        String collection = "/collections/{collectionId}";
        put(paths, collection, "A feature collection", List.of(ref("collectionId"), ref("f")), Link.JSON, Link.HTML);
        put(
                paths,
                collection + "/items",
                "The features of a collection; an attribute's key is a parameter too, and filters by its value",
                Stream.of("collectionId", "limit", "offset", "bbox", "datetime", "f")
                        .map(OpenApiDocument::ref)
                        .toList(),
                Link.GEO_JSON,
                Link.HTML);
        put(
                paths,
                collection + "/items/{featureId}",
                "A feature",
                List.of(ref("collectionId"), ref("featureId")),
                Link.GEO_JSON);
        for (Operation operation : PAGE) {
            List<Map<String, Object>> parameters = new ArrayList<>();
            operation.parameters.forEach(name -> parameters.add(parameter(name)));
            paths.put(operation.path, get(operation.path, operation.summary, parameters, operation.answer));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Json.object("title", "Dosi: " + city.en(), "version", context.version()));
        document.put("servers", List.of(Json.object("url", base)));
        document.put("paths", paths);
        document.put("components", Json.object("parameters", parameters(collections)));
        return document;
    }

    private static void put(
            Map<String, Object> paths,
            String path,
            String summary,
            List<Map<String, Object>> parameters,
            String... answers) {
        paths.put(path, get(path, summary, parameters, answers));
    }

    private static Map<String, Object> parameters(List<String> collections) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        // An enum must not be empty.
        Map<String, Object> collection =
                collections.isEmpty() ? string() : Json.object("type", "string", "enum", collections);
        parameters.put("collectionId", parameter("collectionId", "path", true, collection));
        parameters.put("featureId", parameter("featureId", "path", true, string()));
        parameters.put(
                "limit",
                form(parameter("limit", "query", false, integer(1, ItemsQuery.MOST_LIMIT, ItemsQuery.USUAL_LIMIT))));
        parameters.put("offset", parameter("offset"));
        Map<String, Object> bbox = Json.object(
                "type",
                "array",
                "oneOf",
                List.of(Json.object("minItems", 4, "maxItems", 4), Json.object("minItems", 6, "maxItems", 6)),
                "items",
                Json.object("type", "number"));
        parameters.put("bbox", form(parameter("bbox", "query", false, bbox)));
        parameters.put("datetime", form(parameter("datetime", "query", false, string())));
        parameters.put("f", parameter("f", "query", false, oneOf("json", "html")));
        return parameters;
    }

    /// As the standard writes them out, though it is what OpenAPI takes for granted or nearly so.
    private static Map<String, Object> form(Map<String, Object> parameter) {
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    /// A parameter of the page, by its name; `!` marks one that must be given.
    private static Map<String, Object> parameter(String marked) {
        String name = marked.replace("!", "");
        Map<String, Object> schema = switch (name) {
            case "limit", "width" -> Json.object("type", "integer", "minimum", 1);
            case "offset" -> Json.object("type", "integer", "minimum", 0, "default", 0);
            case "lon" -> Json.object("type", "number", "minimum", -180, "maximum", 180);
            case "lat" -> Json.object("type", "number", "minimum", -90, "maximum", 90);
            case "flagged" -> Json.object("type", "boolean", "default", false);
            case "by" -> oneOf("hour", "weekday", "month");
            case "aggregate" -> oneOf("mean", "min", "max", "sum", "count");
            default -> string();
        };
        return parameter(name, "query", marked.endsWith("!"), schema);
    }

    private static Map<String, Object> oneOf(String... words) {
        return Json.object("type", "string", "enum", List.of(words));
    }

    private static Map<String, Object> get(
            String path, String summary, List<Map<String, Object>> parameters, String... answers) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String answer : answers) {
            content.put(answer, Json.object("schema", schema(answer)));
        }
        Map<String, Object> problem =
                Json.object("application/problem+json", Json.object("schema", Json.object("type", "object")));
        Map<String, Object> responses = Json.object(
                "200", Json.object("description", summary, "content", content),
                "default", Json.object("description", "What went wrong (RFC 9457)", "content", problem));
        return Json.object(
                "get",
                Json.object(
                        "summary",
                        summary,
                        "operationId",
                        "get" + path.replaceAll("[^A-Za-z]+", "_"),
                        "parameters",
                        parameters,
                        "responses",
                        responses));
    }

    /// Lists and objects are both told by what docs/api.md shows of them.
    private static Map<String, Object> schema(String answer) {
        return switch (answer) {
            case Link.HTML, "text/csv" -> string();
            case "application/octet-stream" -> Json.object("type", "string", "format", "binary");
            case Link.GEO_JSON -> Json.object("type", "object");
            default -> Map.of();
        };
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
