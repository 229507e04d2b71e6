package org.dosi.product.http;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/// Which representation is wanted: by `f`, or by the Accept header at `/`, which the map page and the OGC
/// landing page share.
public final class Format {

    private Format() {}

    /// Where only JSON is offered: GeoJSON for features.
    public static void json(Query query) {
        query.find("f").filter(f -> !f.equals("json")).ifPresent(f -> {
            throw new BadRequest("f", "json", f);
        });
    }

    public static void jsonLd(Query query) {
        query.find("f").filter(f -> !f.equals("json") && !f.equals("jsonld")).ifPresent(f -> {
            throw new BadRequest("f", "jsonld", f);
        });
    }

    /// A browser names text/html; GDAL and other clients ask for JSON or for anything, and get the landing
    /// page.
    public static boolean wantsHtml(ServerRequest request, Query query) {
        if (query.has("f")) {
            return switch (query.get("f", "")) {
                case "html" -> true;
                case "json" -> false;
                case String other -> throw new BadRequest("f", "json or html", other);
            };
        }
        return prefersHtml(request);
    }

    public static boolean prefersHtml(ServerRequest request) {
        List<MediaType> accepted = request.headers().accept();
        return accepted.stream()
                .filter(type -> !type.isWildcardType())
                .anyMatch(type -> type.includes(MediaType.TEXT_HTML));
    }
}
