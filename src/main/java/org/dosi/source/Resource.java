package org.dosi.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A small table that ships with the program: UTF-8, cells between commas and never quoted, `#` before a
/// remark.
final class Resource {

    private Resource() {}

    /// The rows below the headings, each with as many cells as there are headings.
    ///
    /// @param headings what the table must be headed with, so that table and reader cannot drift apart
    static List<List<String>> rows(String name, String headings) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<List<String>> rows = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            List<String> expected = List.of(headings.split(",", -1));
            if (!rows.getFirst().equals(expected) || rows.stream().anyMatch(row -> row.size() != expected.size())) {
                throw new IllegalStateException(name + ": expected rows of " + headings);
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
