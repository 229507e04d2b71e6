package org.dosi.analysis.air.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A table of coefficients that ships with the program: UTF-8, cells between commas and never quoted. Its
/// first line is a remark that names document and edition.
///
/// @param document the first line, without its `#`
/// @param rows the rows below the headings
record RuleRows(String document, List<List<String>> rows) {

    /// @param headings what the table must be headed with, so that table and reader cannot drift apart
    static RuleRows of(String name, String headings) {
        try (InputStream in = RuleRows.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + name);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<List<String>> rows = lines.stream()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            List<String> expected = List.of(headings.split(",", -1));
            if (!lines.getFirst().startsWith("# ")
                    || !rows.getFirst().equals(expected)
                    || rows.stream().anyMatch(row -> row.size() != expected.size())) {
                throw new IllegalStateException(name + ": expected a remark and rows of " + headings);
            }
            return new RuleRows(lines.getFirst().substring(2), rows.subList(1, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isConfirmed(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalStateException("confirmed: expected yes or no, found " + cell);
        };
    }
}
