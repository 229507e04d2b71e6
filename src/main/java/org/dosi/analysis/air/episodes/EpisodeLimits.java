package org.dosi.analysis.air.episodes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.dosi.kernel.air.Substance;

/// The limits that an episode's hours are measured by, with the law that each comes from; read from
/// `episode-limits.csv`.
final class EpisodeLimits {

    /// Whose limits.
    enum Law {
        KOREA,
        EU
    }

    private final Map<String, Double> limits = new HashMap<>();

    EpisodeLimits() {
        try (InputStream in = EpisodeLimits.class.getResourceAsStream("episode-limits.csv")) {
            if (in == null) {
                throw new IllegalStateException("the resource episode-limits.csv is missing");
            }
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
                for (NamedCsvRecord row : rows) {
                    limits.put(
                            row.getField("law") + ' ' + row.getField("substance") + ' ' + row.getField("unit"),
                            Double.parseDouble(row.getField("limit")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the same unit; a law has a limit for ppm, ppb and mg/m³ alike where it has one for their
    /// thousandth or thousandfold. NaN where the unit is not known or the law counts in another: no limit
    /// is guessed.
    double limit(Law law, Substance substance, String unit) {
        String key = (law + " " + substance + " ").toLowerCase(Locale.ROOT);
        Double exact = limits.get(key + unit);
        if (exact != null) {
            return exact;
        }
        return switch (unit) {
            case "[ppb]" -> 1000 * limits.getOrDefault(key + "[ppm]", Double.NaN);
            case "[ppm]" -> limits.getOrDefault(key + "[ppb]", Double.NaN) / 1000;
            case "mg/m3" -> limits.getOrDefault(key + "ug/m3", Double.NaN) / 1000;
            case "ug/m3" -> 1000 * limits.getOrDefault(key + "mg/m3", Double.NaN);
            default -> Double.NaN;
        };
    }
}
