package org.dosi.app.command;

import java.util.Collection;
import org.dosi.model.NearId;

/// A command cannot do what it was asked; the message is the one line that the user sees.
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    /// @param known ids of which one was expected: the nearest is named
    public static CommandException unknown(String expected, String found, Collection<String> known) {
        return new CommandException("expected %s, found '%s'%s".formatted(expected, found, NearId.hint(found, known)));
    }
}
