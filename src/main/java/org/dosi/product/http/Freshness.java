package org.dosi.product.http;

import java.util.Optional;
import org.dosi.store.ObservationStore;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Tags every answer with the state of the store that it was made from, and says 304 before any work is done.
///
/// The tag holds the start of the server, as the store counts its versions anew with each opening, the
/// version, and the address and wanted formats, as one address has several representations. It is weak: two
/// answers with the same tag say the same, but one may be compressed. The version is read before the answer
/// is made, so a tag is never too new.
public final class Freshness implements HandlerFilterFunction<ServerResponse, ServerResponse> {
    public static final String TAG = "org.dosi.product.tag";

    private final ObservationStore store;
    private final String start = Long.toHexString(System.currentTimeMillis());

    public Freshness(ObservationStore store) {
        this.store = store;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        String query =
                Optional.ofNullable(request.servletRequest().getQueryString()).orElse("");
        int representation = (request.path()
                        + '?'
                        + query
                        + ' '
                        + request.headers().header("Accept")
                        + ' '
                        + request.headers().header("Host"))
                .hashCode();
        String tag = "W/\"%s-%x-%x\"".formatted(start, store.version(), representation);
        Optional<ServerResponse> unchanged = request.checkNotModified(tag);
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        request.attributes().put(TAG, tag);
        return next.handle(request);
    }
}
