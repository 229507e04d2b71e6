package org.dosi.analysis.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/// Numbers as people read them: in sentences, tables and plots. Files have theirs in full.
///
/// A number has three digits that count, of which none is finer than what is measured: a mean of a gas in ppm has
/// four decimals at most, a mass of particles or a wind speed one. A dash stands for none, the minus is a minus.
public final class Figures {
    private static final int DIGITS = 3;

    /// Decimals at most, by UCUM code: one more than instruments write, since most of what is said are means.
    private static final Map<String, Integer> DECIMALS =
            Map.of("[ppm]", 4, "[ppb]", 1, "ug/m3", 1, "m/s", 1, "%", 1, "Cel", 1);

    /// Of units that the table lacks.
    private static final int MOST_DECIMALS = 6;

    private static final String NONE = "–";

    private Figures() {}

    /// Three digits that count, with the zeros at their end: numbers of a table stand below each other.
    ///
    /// @param ucum the number's unit; empty where nobody says
    public static String of(double value, String ucum) {
        return Double.isFinite(value) ? fixed(value, decimals(value, ucum)) : NONE;
    }

    /// [#of] without the zeros at its end, for a sentence.
    public static String brief(double value, String ucum) {
        String text = of(value, ucum);
        return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
    }

    /// A difference: [#of] with its sign.
    public static String signed(double value, String ucum) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        int decimals = value == 0 ? 1 : decimals(value, ucum);
        return minus(String.format(Locale.ROOT, "%+,." + decimals + "f", value));
    }

    /// Three digits that count and no zeros after them, for a number on its own.
    public static String rounded(double value) {
        return rounded(value, DIGITS);
    }

    /// So many digits that count and no zeros after them.
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal few = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        BigDecimal plain = few.signum() == 0 ? BigDecimal.ZERO : few.stripTrailingZeros();
        return minus(String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain));
    }

    /// A number that somebody has set, such as a limit, with all of its digits and no more.
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return minus(new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString());
    }

    /// So many decimals: ratios, shares and other numbers without a unit. What rounds to nothing has no sign.
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing && text.startsWith("-") ? text.substring(1) : minus(text);
    }

    /// A share of one as `12.3 %`.
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? fixed(100 * share, decimals) + " %" : NONE;
    }

    /// Never so few that something is told as nothing.
    private static int decimals(double value, String ucum) {
        int most = DECIMALS.getOrDefault(ucum, MOST_DECIMALS);
        if (value == 0) {
            return 0;
        }
        // As it will be after rounding: 99.96 is said as 100.
        double three = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
                .abs()
                .doubleValue();
        int first = (int) Math.floor(Math.log10(three));
        int wanted = Math.clamp(DIGITS - 1 - first, 0, most);
        return three < 0.5 * Math.pow(10, -wanted) ? -first : wanted;
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
