package org.dosi.model;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What has times of a place, whose stamps may be without a zone.
public interface Zoned {

    /// Null where stamps carry no zone and are taken as written.
    @Nullable
    ZoneId zone();

    /// The zone to compute calendars in.
    default ZoneId calendar() {
        ZoneId zone = zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
