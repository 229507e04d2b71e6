package org.dosi.model;

/// What people call a thing, in Korean and in English; either may stand in for the other where only one is
/// known.
public record Name(String ko, String en) {

    public Name {
        if (ko.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException(
                    "a name needs text in both languages, found ko='%s', en='%s'".formatted(ko, en));
        }
    }

    public static Name of(String ko, String en) {
        return new Name(ko, en);
    }

    /// The same text in both languages: a code, or a name that is known in one language alone.
    public static Name of(String text) {
        return new Name(text, text);
    }
}
