package org.dosi.analysis.air.episodes;

import java.util.Locale;
import java.util.Map;
import org.dosi.kernel.air.LocalShare;
import org.dosi.model.Name;

/// A local share as products know it, with its interval of 95 %.
///
/// @param share from 0 to 1, or negative; NaN where nothing was measured
/// @param told whether the interval leaves zero out
public record Share(double share, double lower, double upper, boolean told) {

    static Share of(LocalShare share) {
        return new Share(share.share(), share.lower(), share.upper(), share.isToldFromZero());
    }

    void put(Map<String, Object> onto) {
        onto.put("local_share", share);
        onto.put("local_share_lower", lower);
        onto.put("local_share_upper", upper);
        onto.put("told_from_zero", told);
    }

    /// `11.1 % (10.6 … 11.6 %)`, or in words that zero is as likely.
    public Name text() {
        if (Double.isNaN(share)) {
            return Name.of("–");
        }
        String range = percent(share) + " %" + interval();
        return told || Double.isNaN(lower)
                ? Name.of(range)
                : Name.of("0과 구별할 수 없음: " + range, "cannot be told from zero: " + range);
    }

    private String interval() {
        return Double.isNaN(lower) ? "" : " (%s … %s %%)".formatted(percent(lower), percent(upper));
    }

    private static String percent(double share) {
        double percent = 100 * share;
        String text = String.format(Locale.ROOT, "%.1f", percent);
        return text.equals("-0.0") ? "0.0" : text.replace('-', '−');
    }
}
