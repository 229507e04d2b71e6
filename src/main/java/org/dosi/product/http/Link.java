package org.dosi.product.http;

import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriUtils;

/// A link as OGC APIs write it. Addresses are whole, under the name by which the client asked.
public record Link(String href, String rel, String type, String title) {
    public static final String JSON = "application/json";
    public static final String GEO_JSON = "application/geo+json";
    public static final String HTML = "text/html";

    public static Link of(ServerRequest request, String path, String rel, String type, String title) {
        return new Link(base(request) + path, rel, type, title);
    }

    /// Scheme and authority; the host was checked by the [Gate].
    public static String base(ServerRequest request) {
        return request.uri().getScheme() + "://" + request.uri().getRawAuthority();
    }

    public static String encode(String text) {
        return UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
