package org.dosi.product.http;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How answers are written. Bodies are whole arrays of bytes, so that their length is known and no half
/// answer is sent.
public final class Answers {
    /// Records as they are declared; Jackson would sort them by name.
    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    public static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    public static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    public static final MediaType OPEN_API = MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Answers() {}

    /// GET, and HEAD as its shadow.
    public static RequestPredicate at(String pattern) {
        return RequestPredicates.methods(
                        org.springframework.http.HttpMethod.GET, org.springframework.http.HttpMethod.HEAD)
                .and(RequestPredicates.path(pattern));
    }

    public static ServerResponse json(ServerRequest request, Object body) {
        return json(request, MediaType.APPLICATION_JSON, body);
    }

    public static ServerResponse json(ServerRequest request, MediaType type, Object body) {
        return bytes(request, type, JSON.writeValueAsBytes(body));
    }

    /// With the tag that [Freshness] gave the request: whoever keeps the answer asks again whether it still
    /// holds.
    public static ServerResponse bytes(ServerRequest request, MediaType type, byte[] body) {
        ServerResponse.BodyBuilder answer = ServerResponse.ok().contentType(type);
        request.attribute(Freshness.TAG)
                .ifPresent(tag -> answer.eTag(tag.toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT));
        return answer.body(body);
    }
}
