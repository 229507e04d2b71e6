package org.dosi.product.air.plot;

import org.dosi.analysis.air.episodes.EpisodeKind;
import org.dosi.product.plot.Style;

/// The colour of each class of episode, safe for colour-blind readers (Okabe and Ito 2008).
final class EpisodeColours {

    private EpisodeColours() {}

    /// Of bars and lines; a little lighter on a dark page.
    static int of(EpisodeKind kind, Style style) {
        return style.theme() == Style.Theme.DARK ? onDark(kind) : onLight(kind);
    }

    private static int onDark(EpisodeKind kind) {
        return switch (kind) {
            case YELLOW_DUST, SINGLE_STATION -> onLight(kind);
            case REGIONAL_HAZE -> 0xff56b4e9;
            case LOCAL_BUILD_UP -> 0xffff8a4c;
            case PHOTOCHEMICAL_OZONE -> 0xff2fc79a;
            case INSTRUMENT_FAULT -> 0xffa4adb4;
        };
    }

    private static int onLight(EpisodeKind kind) {
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
        return (onLight(kind) & 0x00ffffff) | 0x26000000;
    }
}
