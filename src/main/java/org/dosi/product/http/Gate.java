package org.dosi.product.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stands before every request: only reading, only under a name that is ours, and every answer with the
/// headers that keep a browser from being used against us.
///
/// A page of another site can make its name point to 127.0.0.1 (DNS rebinding) and then read this server as
/// its own origin; the Host header still bears that site's name, so it is refused.
public final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /// Everything from here alone. MapLibre starts its workers from a blob, draws images from data and sets
    /// inline styles.
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; worker-src 'self' blob:; "
                    + "child-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final transient Hosts hosts;

    public Gate(Hosts hosts) {
        this.hosts = hosts;
    }

    /// The names under which the server may be asked.
    ///
    /// @param names lower case; addresses of the loopback are allowed in any case
    /// @param anyAddress whether any numeric address will do, as when listening on all of them; a number
    ///     cannot be
    ///     rebound
    public record Hosts(Set<String> names, boolean anyAddress) {

        boolean allow(@Nullable String header) {
            if (header == null) {
                // HTTP/1.0; a browser always sends it.
                return true;
            }
            String host = header.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
            boolean loopback = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
            boolean address = host.matches("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
            return loopback || names.contains(host) || (anyAddress && address);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        String method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (!hosts.allow(request.getHeader("Host"))) {
            refuse(response, 421, "Misdirected Request", "this server does not answer under that name");
        } else if (!reads) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(response, 405, "Method Not Allowed", "expected GET or HEAD, found " + BadRequest.shorten(method));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(Problems.bytes(status, title, detail));
    }
}
