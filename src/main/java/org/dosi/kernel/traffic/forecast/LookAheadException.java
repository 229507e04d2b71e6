package org.dosi.kernel.traffic.forecast;

/// A forecaster has used values that were not known yet. Ours alone to mend: no user can bring it about.
public final class LookAheadException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LookAheadException(String message) {
        super(message);
    }
}
