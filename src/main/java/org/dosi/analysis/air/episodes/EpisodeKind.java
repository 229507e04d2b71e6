package org.dosi.analysis.air.episodes;

import java.util.Locale;
import org.dosi.kernel.air.EpisodeClass;
import org.dosi.model.Name;

/// The class of an episode, as products know it.
public enum EpisodeKind {
    YELLOW_DUST,
    REGIONAL_HAZE,
    LOCAL_BUILD_UP,
    PHOTOCHEMICAL_OZONE,
    SINGLE_STATION,
    INSTRUMENT_FAULT;

    static EpisodeKind of(EpisodeClass kind) {
        return valueOf(kind.name());
    }

    public Name label() {
        return EpisodeNames.of(EpisodeClass.valueOf(name()));
    }

    /// As in columns: `yellow-dust`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it is about one station.
    public boolean isOfStation() {
        return switch (this) {
            case SINGLE_STATION, INSTRUMENT_FAULT -> true;
            case YELLOW_DUST, REGIONAL_HAZE, LOCAL_BUILD_UP, PHOTOCHEMICAL_OZONE -> false;
        };
    }
}
