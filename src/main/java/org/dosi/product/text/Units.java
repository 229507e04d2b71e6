package org.dosi.product.text;

import java.util.Map;
import org.dosi.model.Name;

/// UCUM codes as people read them.
public final class Units {
    private static final Map<String, Name> KNOWN = Map.ofEntries(
            Map.entry("1", Name.of("–")),
            Map.entry("[ppm]", Name.of("ppm")),
            Map.entry("[ppb]", Name.of("ppb")),
            Map.entry("Cel", Name.of("°C")),
            Map.entry("deg", Name.of("°")),
            Map.entry("dB[SPL]{A}", Name.of("dB(A)")),
            Map.entry("dB[SPL]", Name.of("dB")),
            Map.entry("dB", Name.of("dB")),
            Map.entry("{KRW}", Name.of("원", "₩")),
            Map.entry("{vehicles}/h", Name.of("대/h", "vehicles/h")),
            Map.entry("{vehicles}", Name.of("대", "vehicles")),
            Map.entry("{persons}", Name.of("명", "people")),
            Map.entry("{person}", Name.of("명", "people")),
            Map.entry("{people}", Name.of("명", "people")),
            Map.entry("{passengers}", Name.of("명", "passengers")),
            Map.entry("{sales}", Name.of("건", "sales")),
            Map.entry("{shops}", Name.of("개", "shops")),
            Map.entry("{count}", Name.of("개", "count")),
            Map.entry("mo", Name.of("개월", "months")),
            Map.entry("a", Name.of("년", "years")),
            Map.entry("h", Name.of("시간", "h")),
            Map.entry("MJ/m2", Name.of("MJ/m²")));

    private Units() {}

    /// What a person reads. A code that is not known is written out: `{x}` as x, `u` before a unit as µ,
    /// digits after a letter as exponents.
    public static Name label(String ucum) {
        Name known = KNOWN.get(ucum);
        return known != null ? known : Name.of(writtenOut(ucum));
    }

    private static String writtenOut(String ucum) {
        String text = ucum.replaceAll("(^|[./])u(?=[a-zA-Z])", "$1µ").replaceAll("[{}\\[\\]]", "");
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean exponent = i > 0 && Character.isLetter(text.charAt(i - 1)) && (c == '2' || c == '3');
            label.append(exponent ? (c == '2' ? '²' : '³') : c == '.' ? '·' : c);
        }
        return label.toString().isBlank() ? ucum : label.toString();
    }
}
