package org.dosi.store;

import java.nio.file.Path;

/// The store cannot do what it was asked: its folder is in use, newer than this program, or damaged. One
/// line for a person.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    public StoreException(String message) {
        super(message);
        this.inUse = false;
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
        this.inUse = false;
    }

    private StoreException(Path folder) {
        super(folder + ": expected a data folder that nobody uses, found one in use by another process");
        this.inUse = true;
    }

    static StoreException inUse(Path folder) {
        return new StoreException(folder);
    }

    /// Whether waiting may help: another process owns the folder at this moment.
    public boolean isInUse() {
        return inUse;
    }
}
