package org.dosi.product;

/// The client asked for a thing that is not there: HTTP 404.
final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound(String kind, String id) {
        super("no %s '%s'".formatted(kind, BadRequest.shorten(id)));
    }
}
