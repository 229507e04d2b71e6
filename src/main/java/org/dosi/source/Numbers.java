package org.dosi.source;

import java.util.Set;

/// How publishers write numbers in text, and how they write that there is none.
final class Numbers {

    private Numbers() {}

    /// A finite number in decimal notation, with or without an exponent, or with commas between thousands. A comma
    /// after a leading 0 (`0,123`) is a decimal one, as some languages write it, and no number here.
    ///
    /// @return the number, or NaN if the text is none (`NaN`, `0x10`, `1d` and `Infinity` are none)
    static double parse(String text) {
        boolean commas = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E' || c == ',';
            if (!allowed) {
                return Double.NaN;
            }
            commas |= c == ',';
        }
        if (commas && !text.matches("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(commas ? text.replace(",", "") : text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException _) {
            // Only such things as `1-2` and `e` come here: the caller reports the cell as it stands.
            return Double.NaN;
        }
    }

    /// Whether a cell that is no number was meant as one: infinity, a decimal comma, a value below detection.
    static boolean isMeantAsNumber(String text) {
        return text.matches("(?i)[+-]?inf(inity)?|[+-]?\\d+,\\d+|[<>]=?\\s*\\d+([.,]\\d+)?");
    }

    /// A code as its publisher writes it, also where a spreadsheet made `108.0` of `108`.
    static String code(String text) {
        return text.indexOf('.') < 0 ? text : text.replaceFirst("^(\\d+)\\.0+$", "$1");
    }

    /// A publisher's ways of saying "no value" beside the empty cell.
    ///
    /// @param words compared without regard to case
    /// @param numbers compared as numbers, so that `-9` also catches `-9.0`
    record Missing(Set<String> words, Set<Double> numbers) {
        static final Missing BLANK = new Missing(Set.of("null", "nan", "-", "na"), Set.of());

        /// What programs and loggers write into users' own tables.
        static final Missing USERS =
                new Missing(Set.of("null", "nan", "-", "na", "n/a", "#n/a"), Set.of(-999.0, -9999.0));

        /// For what cannot be negative: -1 and -9 are how Seoul and the KMA write "no value", whichever
        /// file they are in.
        static final Missing NOT_NEGATIVE = numbers(-1.0, -9.0);

        static Missing numbers(Double... numbers) {
            return new Missing(BLANK.words, Set.of(numbers));
        }

        boolean matches(String text) {
            if (text.isEmpty()) {
                return true;
            }
            char first = text.charAt(0);
            if (first == '-' || !Character.isDigit(first)) {
                return words.contains(text.toLowerCase(java.util.Locale.ROOT)) || numbers.contains(parse(text));
            }
            return false;
        }
    }
}
