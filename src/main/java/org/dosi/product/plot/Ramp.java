package org.dosi.product.plot;

import java.util.List;

/// Scales of colour that rise evenly in lightness and keep their order for colour-blind readers, as tables of
/// eleven stops, interpolated between.
public enum Ramp {
    /// Nuñez, Anderton and Renslow 2018, CC0.
    CIVIDIS(
            0x00224e, 0x083370, 0x35456c, 0x4f576c, 0x666970, 0x7d7c78, 0x948e77, 0xaea371, 0xc8b866, 0xe5cf52,
            0xfee838),
    /// Crameri 2018, MIT.
    BATLOW(
            0x011959, 0x0e375f, 0x1b5262, 0x3c6958, 0x687b3e, 0x9d892c, 0xd29343, 0xf19d6b, 0xfdac9d, 0xfcbed0,
            0xfaccfa),
    /// van der Walt and Smith 2015 (inferno), CC0: for polar surfaces, where the peak is what matters.
    INFERNO(
            0x000004, 0x160b39, 0x420a68, 0x6a176e, 0x932667, 0xbc3754, 0xdd513a, 0xf37819, 0xfca50a, 0xf6d746,
            0xfcffa4),
    /// Diverging about a middle that means something (Crameri 2018, vik, MIT).
    VIK(0x001261, 0x034481, 0x307da6, 0x81b2cb, 0xd0e0e8, 0xece5e0, 0xe2c2ab, 0xc98b68, 0xaa5628, 0x83260a, 0x590008);

    @SuppressWarnings("ImmutableEnumChecker") // never written to, and seen by nobody else
    private final int[] stops;

    Ramp(int... stops) {
        this.stops = stops;
    }

    /// Orange, sky, green, blue, vermilion, purple, yellow: for categories (Okabe and Ito 2008).
    public static final List<Integer> CATEGORIES =
            List.of(0xff0072b2, 0xffe69f00, 0xff009e73, 0xffd55e00, 0xff56b4e9, 0xffcc79a7, 0xffb8a800);

    /// The colour at a share from 0 to 1; what lies outside gets the end's.
    public int at(double share) {
        double x = Math.clamp(share, 0, 1) * (stops.length - 1);
        int i = Math.min(stops.length - 2, (int) x);
        double part = x - i;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = stops[i] >> shift & 0xff;
            int b = stops[i + 1] >> shift & 0xff;
            mixed |= (int) Math.round(a + (b - a) * part) << shift;
        }
        return 0xff000000 | mixed;
    }
}
