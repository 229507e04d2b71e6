package org.dosi.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.kernel.quality.SpikeScale;
import org.dosi.model.ObservedProperty;

/// The rules of quality control by property and unit, with the source of each number; read from
/// `quality-rules.csv`.
final class RuleBook {
    private final Map<String, Rule> rules;

    private RuleBook(Map<String, Rule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /// The rules that come with Dosi.
    static RuleBook standard() {
        try (InputStream in = RuleBook.class.getResourceAsStream("quality-rules.csv")) {
            if (in == null) {
                throw new IllegalStateException("the resource quality-rules.csv is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook parse(String csv) {
        Map<String, Rule> rules = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                if (rules.put(key(row.getField("property"), row.getField("unit")), rule(row)) != null) {
                    throw new IllegalArgumentException(
                            "quality rules line %d: expected each property and unit once, found %s twice"
                                    .formatted(row.getStartingLineNumber(), row.getField("property")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleBook(rules);
    }

    /// The rule of a property in this unit, or else that of the property which it is a part of; a property
    /// or unit that the table lacks has no rule: limits in another unit would be wrong, and none is
    /// guessed.
    Optional<Rule> find(ObservedProperty property, String unit) {
        Rule own = rules.get(key(property.id(), unit));
        String parent = property.parentId();
        return Optional.ofNullable(own == null && parent != null ? rules.get(key(parent, unit)) : own);
    }

    private static String key(String property, String unit) {
        return property + " " + unit;
    }

    private static Rule rule(NamedCsvRecord row) {
        String spike = row.getField("spike");
        return new Rule(
                number(row.getField("low")),
                number(row.getField("high")),
                zeroAbove(row.getField("zero")),
                row.getField("flat").isEmpty() ? 0 : Integer.parseInt(row.getField("flat")),
                spike.isEmpty() ? Rule.SpikeTest.NONE : Rule.SpikeTest.valueOf(spike.toUpperCase(Locale.ROOT)),
                spike.isEmpty() ? null : new SpikeScale(number(row.getField("offset")), number(row.getField("jump"))),
                row.getField("reach_km").isEmpty() ? 0 : number(row.getField("reach_km")));
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /// `ok`, `suspect`, or the level above which the quietest hours make a zero suspect.
    private static double zeroAbove(String text) {
        return switch (text) {
            case "ok" -> Double.NaN;
            case "suspect" -> 0;
            default -> Double.parseDouble(text);
        };
    }
}
