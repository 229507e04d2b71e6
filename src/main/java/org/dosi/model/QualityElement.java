package org.dosi.model;

import java.util.Locale;

/// The elements of ISO 19157 under which defects of a file are counted.
public enum QualityElement {
    /// Something is there that should not be: a row twice.
    COMPLETENESS_COMMISSION,
    /// Something is absent that should be there.
    COMPLETENESS_OMISSION,
    /// Text that does not have the form it should have: `n/a` for a number.
    FORMAT_CONSISTENCY,
    /// The right form, an impossible value: month 13.
    DOMAIN_CONSISTENCY,
    /// Two parts of the file contradict each other.
    CONCEPTUAL_CONSISTENCY,
    /// A wrong or impossible time.
    TEMPORAL_CONSISTENCY,
    /// A wrong or impossible place.
    POSITIONAL_ACCURACY;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
