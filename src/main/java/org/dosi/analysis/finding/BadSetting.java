package org.dosi.analysis.finding;

import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// An analysis is asked for what it cannot do, or given data that it cannot use: one line for a person, with what
/// was expected and what was found. The user's fault, not ours.
///
/// What a reader of the page can meet is said in Korean too: [#of]. The command line speaks English.
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String korean;

    private BadSetting(@Nullable String korean, String english) {
        super(english);
        this.korean = korean;
    }

    /// What only a file or an option of the command line can bring about: English alone.
    public BadSetting(String message) {
        this(null, message);
    }

    /// A parameter that says nonsense: English alone.
    public BadSetting(String parameter, String expected, String found) {
        this(null, "%s: expected %s, found '%s'".formatted(parameter, expected, found));
    }

    /// What the data cannot tell.
    ///
    /// @param ko a sentence without its full stop
    /// @param en what was expected and what was found
    public static BadSetting of(String ko, String en) {
        return new BadSetting(ko, en);
    }

    /// In both languages; where it is known in English alone, English in both.
    public Name words() {
        String english = String.valueOf(getMessage());
        return new Name(korean == null ? english : korean, english);
    }
}
