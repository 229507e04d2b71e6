package org.dosi.analysis.air.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.finding.Parameter;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.LimitKind;

/// The Korean air-quality standards, from `korean-standards.csv`, which names its document.
final class AirStandards {
    private static final String FILE = "korean-standards.csv";
    private static final double WHOLE = 100;
    private static final List<Row> ROWS = read();

    private AirStandards() {}

    private record Row(String pollutant, AirLimit limit, String unit) {}

    /// The limits of a pollutant in a unit; none where the standards do not know it, or not in that unit.
    ///
    /// @param unit UCUM code; parts per billion are taken for thousandths of parts per million
    static List<AirLimit> of(String pollutant, String unit) {
        List<AirLimit> limits = new ArrayList<>();
        for (Row row : ROWS) {
            AirLimit limit = row.limit;
            if (!row.pollutant.equals(pollutant)) {
                continue;
            }
            if (row.unit.equals(unit)) {
                limits.add(limit);
            } else if (row.unit.equals("[ppm]") && unit.equals("[ppb]")) {
                limits.add(new AirLimit(limit.kind(), limit.threshold() * 1000, limit.percentile()));
            }
        }
        return limits;
    }

    /// What a column holds by its name: `so2`, `co`, `no2`, `pm10`, `pm25`, `o3`, or nothing of these.
    static String pollutant(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (String known : List.of("pm10", "pm25", "so2", "no2", "o3")) {
            if (plain.contains(known)) {
                return known;
            }
        }
        return plain.startsWith("co") && !plain.startsWith("co2") ? "co" : "";
    }

    /// UCUM codes for what people write; other units as they are.
    static String unit(String written) {
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "ppm", "[ppm]" -> "[ppm]";
            case "ppb", "[ppb]" -> "[ppb]";
            case "ug/m3", "µg/m3", "µg/m³", "μg/m³", "㎍/㎥" -> "ug/m3";
            default -> written.strip();
        };
    }

    private static List<Row> read() {
        try (InputStream in = AirStandards.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(AirStandards::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cell = line.split(",", -1);
        for (LimitKind kind : LimitKind.values()) {
            if (Parameter.word(kind).equals(cell[1])) {
                double percentile = cell[4].isEmpty() ? WHOLE : Double.parseDouble(cell[4]);
                return new Row(cell[0], new AirLimit(kind, Double.parseDouble(cell[2]), percentile), cell[3]);
            }
        }
        throw new IllegalStateException("%s: no limit is of the kind '%s'".formatted(FILE, cell[1]));
    }
}
