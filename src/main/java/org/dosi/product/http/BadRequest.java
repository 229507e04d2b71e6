package org.dosi.product.http;

/// The client asked nonsense: HTTP 400. One line: what was expected, what was found.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// As much of what was found as a person wants to read back.
    private static final int LONGEST = 80;

    public BadRequest(String parameter, String expected, String found) {
        super("%s: expected %s, found '%s'".formatted(parameter, expected, shorten(found)));
    }

    public BadRequest(String message) {
        super(message);
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }

    public static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
