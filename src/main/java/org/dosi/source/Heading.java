package org.dosi.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.model.UnitSpelling;

/// The heading of a column in a user's table, which may end in the column's unit: `co [ppm]`, `O3 (ppb)`,
/// `pm10_ugm3`.
///
/// @param text as it stands
/// @param name without the unit
/// @param unit UCUM code; empty where the heading names none that is known
public record Heading(String text, String name, String unit) {
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*(?:\\[(.+)]|\\((.+)\\))");
    private static final Pattern SUFFIX =
            Pattern.compile("(.+?)[_ ](ppmv?|ppbv?|[uµμmn]g[/_]?m-?[3³])", Pattern.CASE_INSENSITIVE);

    public static Heading of(String text) {
        for (Pattern pattern : List.of(BRACKETS, SUFFIX)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                String inside = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
                String unit = UnitSpelling.find(inside.replace('_', '/')).orElse("");
                if (!unit.isEmpty()) {
                    return new Heading(text, matcher.group(1), unit);
                }
            }
        }
        return new Heading(text, text, "");
    }

    /// The column that somebody means: the one of that heading, else the one of that name with its unit behind it.
    ///
    /// @throws SourceException if there is none, or more than one
    static int column(CsvTable table, String asked) {
        List<String> headings = table.headings();
        List<String> named = headings.stream()
                .filter(heading -> of(heading).name().equals(asked))
                .toList();
        if (headings.contains(asked) || named.isEmpty()) {
            return table.column(asked);
        }
        if (named.size() > 1) {
            throw table.severalOf(asked, named);
        }
        return table.column(named.getFirst());
    }
}
