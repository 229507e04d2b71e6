package org.dosi.source;

import org.dosi.model.Name;
import org.dosi.model.Sensor;

/// What the sources of Seoul's air have in common.
final class AirTables {
    static final Sensor SENSOR =
            new Sensor("seoul-air-network", Name.of("서울시 대기오염측정망", "Seoul's urban air monitoring network"));

    /// A concentration is never negative, so -1 is safe as a marker. Any other negative number is told as
    /// it stands.
    static final Numbers.Missing MISSING = Numbers.Missing.NOT_NEGATIVE;

    private AirTables() {}
}
