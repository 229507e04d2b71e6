package org.dosi.product.http;

import java.util.Optional;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// The client asked nonsense: HTTP 400. One line: what was expected, what was found.
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// As much of what was found as a person wants to read back.
    private static final int LONGEST = 80;

    private final @Nullable String korean;

    public BadRequest(String parameter, String expected, String found) {
        this("%s: expected %s, found '%s'".formatted(parameter, expected, shorten(found)));
    }

    public BadRequest(String message) {
        super(message);
        this.korean = null;
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
        this.korean = null;
    }

    /// What can be told to a reader in either language.
    public BadRequest(Name words, Throwable cause) {
        super(words.en(), cause);
        this.korean = words.ko();
    }

    /// In both languages, where it is not for programmers alone.
    public Optional<Name> words() {
        String english = String.valueOf(getMessage());
        return Optional.ofNullable(korean).filter(text -> !text.equals(english)).map(text -> new Name(text, english));
    }

    public static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
