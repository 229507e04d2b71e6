package org.dosi.product.http;

import java.util.Collection;
import java.util.List;
import org.dosi.model.NearId;

/// The client asked for a thing that is not there: HTTP 404.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String kind, String id) {
        this(kind, id, List.of());
    }

    /// @param known ids of this kind: the nearest is named
    public NotFound(String kind, String id, Collection<String> known) {
        super("no %s '%s'%s".formatted(kind, BadRequest.shorten(id), NearId.hint(id, known)));
    }
}
