package org.dosi.store;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.dosi.model.Issue;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/// What the store answers about its imports: what they told of, and which defects they had.
final class ImportReads {
    private final Connections connections;

    ImportReads(Connections connections) {
        this.connections = connections;
    }

    /// Ids of the features of which the imports of a data set told, sorted.
    List<String> featureIds(String dataset) {
        return connections.read(connection -> {
            List<String> ids = new ArrayList<>();
            try (DuckDBPreparedStatement query = connection.prepare(
                    "SELECT DISTINCT v.id FROM feature_version v JOIN import i ON i.id = v.import WHERE i.dataset = ? ORDER BY v.id")) {
                query.setString(1, dataset);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
            }
            return ids;
        });
    }

    Issues listIssues(@Nullable String dataset, int limit, int offset) {
        String from = "FROM issue s JOIN import i ON i.id = s.import WHERE ? IS NULL OR i.dataset = ?";
        return connections.read(connection -> {
            long total;
            long observations;
            try (DuckDBPreparedStatement count =
                    connection.prepare("SELECT count(*), coalesce(sum(s.observations), 0) " + from)) {
                count.setString(1, dataset);
                count.setString(2, dataset);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    total = row.getLong(1);
                    observations = row.getLong(2);
                }
            }
            List<Issues.Entry> page = new ArrayList<>();
            try (DuckDBPreparedStatement query = connection.prepare(
                    "SELECT s.import, i.dataset, s.file, s.sheet, s.line, s.field, s.element, s.expected, s.found, s.observations "
                            + from + " ORDER BY s.import DESC, s.number LIMIT " + limit + " OFFSET " + offset)) {
                query.setString(1, dataset);
                query.setString(2, dataset);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Place place = new Place(row.getString(3), row.getString(4), row.getLong(5), row.getString(6));
                        page.add(new Issues.Entry(
                                row.getLong(1),
                                row.getString(2),
                                new Issue(
                                        place,
                                        QualityElement.valueOf(row.getString(7)),
                                        row.getString(8),
                                        row.getString(9),
                                        row.getLong(10))));
                    }
                }
            }
            return new Issues(total, observations, page);
        });
    }
}
