package org.dosi.product.air.plot;

import org.dosi.analysis.air.episodes.EpisodeKind;

/// The colour of each class of episode, safe for colour-blind readers (Okabe and Ito 2008).
final class EpisodeColours {

    private EpisodeColours() {}

    static int of(EpisodeKind kind) {
        return switch (kind) {
            case YELLOW_DUST -> 0xffe69f00;
            case REGIONAL_HAZE -> 0xff0072b2;
            case LOCAL_BUILD_UP -> 0xffd55e00;
            case PHOTOCHEMICAL_OZONE -> 0xff009e73;
            case SINGLE_STATION -> 0xffcc79a7;
            case INSTRUMENT_FAULT -> 0xff8a9299;
        };
    }

    /// Behind lines.
    static int shade(EpisodeKind kind) {
        return (of(kind) & 0x00ffffff) | 0x26000000;
    }
}
