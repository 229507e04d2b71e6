package org.dosi.analysis.finding;

/// An analysis is asked for what it cannot do, or given data that it cannot use: one line for a person, with what
/// was expected and what was found. The user's fault, not ours.
public final class BadSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadSetting(String message) {
        super(message);
    }

    public BadSetting(String parameter, String expected, String found) {
        super("%s: expected %s, found '%s'".formatted(parameter, expected, found));
    }
}
