package org.dosi.source;

import org.dosi.model.Place;
import org.jspecify.annotations.Nullable;

/// A file that cannot be read as a whole: of the wrong kind, truncated, empty. Its message is one line for
/// a person.
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 160;

    public SourceException(Place place, String expected, @Nullable String found) {
        super("%s: expected %s, found %s"
                .formatted(place, expected, found == null || found.isBlank() ? "nothing" : oneLine(found)));
    }

    public SourceException(Place place, String expected, @Nullable String found, Throwable cause) {
        this(place, expected, found);
        initCause(cause);
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
