package org.dosi.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a publisher publishes under one name: a source fills one data set.
///
/// @param description what it is, and the quirks that a user should know
/// @param origin where it comes from: an address or a service's name
/// @param licence its name, or [#PUBLISHERS_TERMS] where it is not known
public record Dataset(
        String id,
        Name title,
        Name description,
        Name publisher,
        String origin,
        String licence,
        @Nullable String licenceUrl) {

    /// Never a guess: what holds when a publisher names no licence.
    public static final String PUBLISHERS_TERMS = "publisher's terms apply";

    public Optional<String> findLicenceUrl() {
        return Optional.ofNullable(licenceUrl);
    }
}
