package org.dosi.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dosi.product.http.Answers;
import org.dosi.product.http.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The built page from the class path. Files under `assets/` carry a hash in their names and are kept for
/// ever; all others are asked for again each time, and answered with 304 if they are the same.
final class PageFiles {
    /// Only names like these are looked up: no parent folder, no hidden file, and an ending that is known.
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=UTF-8"),
            Map.entry("js", "text/javascript;charset=UTF-8"),
            Map.entry("mjs", "text/javascript;charset=UTF-8"),
            Map.entry("css", "text/css;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=UTF-8"));

    private static final String NOT_BUILT = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Dosi 도시</title>
            <h1>Dosi 도시</h1>
            <p>The server runs, but its map page was not built: <code>npm --prefix web ci</code>, then
            <code>npm --prefix web run build</code>, then build the program again. <code>./dosi</code> does all three.</p>
            <p lang="ko">서버는 실행 중이지만 지도 화면이 빌드되지 않았습니다. <code>./dosi</code>를 실행하면 함께 빌드됩니다.</p>
            <p>The data are here: <a href="/?f=json">OGC API – Features</a>, <a href="/catalog">catalogue</a>.</p>
            </html>
            """;

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    ServerResponse index(ServerRequest request) {
        return find("index.html")
                .map(bytes -> answer(request, "index.html", bytes))
                .orElseGet(() -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(Answers.HTML)
                        .body(NOT_BUILT.getBytes(StandardCharsets.UTF_8)));
    }

    ServerResponse file(ServerRequest request) {
        String name = request.path().substring(1);
        return find(name)
                .map(bytes -> answer(request, name, bytes))
                .orElseThrow(() -> new NotFound("page", request.path()));
    }

    private static ServerResponse answer(ServerRequest request, String name, byte[] bytes) {
        // Weak, as it may be compressed on its way.
        String tag = "W/\"%08x-%x\"".formatted(Arrays.hashCode(bytes), bytes.length);
        Optional<ServerResponse> unchanged = request.checkNotModified(tag);
        return unchanged.orElseGet(() -> ServerResponse.ok()
                .contentType(MediaType.parseMediaType(type(name).orElseThrow()))
                .eTag(tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(bytes));
    }

    private Optional<byte[]> find(String name) {
        if (!name.matches(NAME) || type(name).isEmpty()) {
            return Optional.empty();
        }
        byte[] known = read.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = PageFiles.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            read.put(name, bytes);
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending));
    }
}
