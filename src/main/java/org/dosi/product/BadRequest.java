package org.dosi.product;

/// The client asked nonsense: HTTP 400. One line: what was expected, what was found.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// As much of what was found as a person wants to read back.
    private static final int LONGEST = 80;

    BadRequest(String parameter, String expected, String found) {
        super("%s: expected %s, found '%s'".formatted(parameter, expected, shorten(found)));
    }

    BadRequest(String message) {
        super(message);
    }

    BadRequest(String message, Throwable cause) {
        super(message, cause);
    }

    static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
