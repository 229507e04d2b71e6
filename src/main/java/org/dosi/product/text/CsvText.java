package org.dosi.product.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Cells of CSV.
public final class CsvText {
    private static final double EXACT_WHOLE = 1e15;
    private static final int DIGITS = 12;
    private static final MathContext TO_DIGITS = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private CsvText() {}

    /// The shortest decimal that reads back as the same number, without an exponent and without a trailing
    /// `.0`.
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /// A result of computing: what stands behind the twelfth digit is rounding, and `49.99999999999999` is 50. Relative
    /// to the number this is 5e-12 at most; whole numbers stay whole.
    public static double rounded(double value) {
        if (value == Math.rint(value) || !Double.isFinite(value)) {
            return value;
        }
        String text = Double.toString(value);
        return text.length() <= DIGITS
                ? value
                : new BigDecimal(text).round(TO_DIGITS).doubleValue();
    }

    /// Appends a text, quoted where it has to be.
    public static StringBuilder appendField(StringBuilder line, String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain
                ? line.append(text)
                : line.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
}
