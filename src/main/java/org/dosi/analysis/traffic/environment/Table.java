package org.dosi.analysis.traffic.environment;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dosi.analysis.finding.BadSetting;

/// A table of coefficients: a resource of the program, or the user's in its place. `#` stands before a remark.
final class Table {
    private final String name;
    private final List<NamedCsvRecord> rows;

    private Table(String name, String csv, List<String> headings) {
        this.name = name;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(csv);
                Stream<NamedCsvRecord> stream = reader.stream()) {
            this.rows = stream.toList();
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new BadSetting(
                    "%s: expected a table of %s, found another".formatted(name, String.join(",", headings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty() || !rows.getFirst().getHeader().containsAll(headings)) {
            throw new BadSetting("%s: expected rows of %s, found %s"
                    .formatted(
                            name,
                            String.join(",", headings),
                            rows.isEmpty()
                                    ? "none"
                                    : String.join(",", rows.getFirst().getHeader())));
        }
    }

    /// @param file the user's; empty for the program's
    static Table of(String resource, Optional<String> file, List<String> headings) {
        try {
            if (file.isPresent()) {
                return new Table(file.get(), Files.readString(Path.of(file.get())), headings);
            }
            try (InputStream in = Table.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the resource " + resource + " is missing");
                }
                return new Table(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), headings);
            }
        } catch (IOException _) {
            throw new BadSetting("expected a table of text in UTF-8, found none at " + file.orElse(resource));
        }
    }

    List<NamedCsvRecord> rows() {
        return rows;
    }

    double number(NamedCsvRecord row, String heading) {
        String text = row.getField(heading);
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Reported below.
        }
        throw wrong(row, "a number as " + heading, text);
    }

    BadSetting wrong(NamedCsvRecord row, String expected, String found) {
        return new BadSetting(
                "%s line %d: expected %s, found '%s'".formatted(name, row.getStartingLineNumber(), expected, found));
    }

    BadSetting wrong(String expected, String found) {
        return new BadSetting("%s: expected %s, found %s".formatted(name, expected, found));
    }
}
