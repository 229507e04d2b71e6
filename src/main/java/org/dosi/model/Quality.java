package org.dosi.model;

import java.util.Locale;

/// How far a value can be trusted, from best to worst. All but `GOOD` are left out unless asked for.
public enum Quality {
    GOOD,
    /// Filled in by somebody, not measured.
    ESTIMATED,
    /// Measured, and unlikely.
    SUSPECT,
    /// Impossible, or disowned by its publisher.
    BAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
