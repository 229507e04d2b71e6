package org.dosi.analysis.air.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Parameter;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.LimitKind;
import org.dosi.model.UnitSpelling;

/// The Korean air-quality standards as they were in force, from `korean-standards.csv`, which names its document.
final class AirStandards {
    private static final String FILE = "korean-standards.csv";
    private static final double WHOLE = 100;
    /// The edition that is at hand; what held before it is not confirmed by a document.
    private static final LocalDate DOCUMENT = LocalDate.of(2023, 7, 4);
    private static final List<Row> ROWS = read();

    private AirStandards() {}

    private record Row(String pollutant, AirLimit limit, String unit, LocalDate from, boolean confirmed) {}

    /// The limits of a pollutant that a year is judged by.
    ///
    /// @param from the first day of the youngest of them; the earliest date where no pollutant is known
    /// @param confirmed whether a document shows the numbers, and that they held then
    record Edition(List<AirLimit> limits, LocalDate from, boolean confirmed) {
        Edition {
            limits = List.copyOf(limits);
        }
    }

    /// The limits in force on the last day of a year; none where the standards do not know the pollutant, or not in
    /// that unit. Before the first known date the first limits stand in, unconfirmed.
    ///
    /// @param unit of the data, UCUM code; the limits are told in it
    static Edition in(int year, String pollutant, String unit) {
        return on(LocalDate.of(year, 12, 31), pollutant, unit);
    }

    /// The limits of today: the youngest that are known.
    static Edition today(String pollutant, String unit) {
        return on(LocalDate.MAX, pollutant, unit);
    }

    private static Edition on(LocalDate day, String pollutant, String unit) {
        Map<LimitKind, Row> held = new LinkedHashMap<>();
        boolean confirmed = true;
        for (Row row : ROWS) {
            if (row.pollutant.equals(pollutant)) {
                boolean early = row.from.isAfter(day);
                if (!early || !held.containsKey(row.limit.kind())) {
                    held.put(row.limit.kind(), row);
                }
            }
        }
        List<AirLimit> limits = new ArrayList<>();
        LocalDate from = LocalDate.MIN;
        for (Row row : held.values()) {
            AirLimit limit = row.limit;
            double factor = UnitSpelling.factor(row.unit, unit);
            if (!Double.isNaN(factor)) {
                limits.add(new AirLimit(limit.kind(), limit.threshold() * factor, limit.percentile()));
            }
            confirmed &= row.confirmed && !row.from.isAfter(day) && !DOCUMENT.isAfter(day);
            from = row.from.isAfter(from) ? row.from : from;
        }
        return new Edition(limits, from, confirmed);
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
                return new Row(
                        cell[0],
                        new AirLimit(kind, Double.parseDouble(cell[2]), percentile),
                        cell[3],
                        LocalDate.parse(cell[5]),
                        cell[6].equals("yes"));
            }
        }
        throw new IllegalStateException("%s: no limit is of the kind '%s'".formatted(FILE, cell[1]));
    }
}
