package org.dosi.product.http;

/// Too many others want the same: the client may ask again later.
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy(String message) {
        super(message);
    }
}
