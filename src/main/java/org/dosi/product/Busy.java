package org.dosi.product;

/// Too many others want the same: the client may ask again later.
final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
        super(message);
    }
}
