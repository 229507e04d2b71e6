package org.dosi.app;

/// A command cannot do what it was asked; the message is the one line that the user sees.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
