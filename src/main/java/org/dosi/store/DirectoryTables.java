package org.dosi.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.model.Category;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.FeatureRows;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;

/// The tables of the [Directory]: reading them all, and writing what an import adds.
final class DirectoryTables {

    private DirectoryTables() {}

    static Directory read(DuckDBConnection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            Map<String, ObservedProperty> properties = readProperties(sql);
            Map<String, Integer> keys = new HashMap<>();
            List<@Nullable Datastream> byKey = new ArrayList<>();
            readDatastreams(connection, properties, keys, byKey);
            return new Directory(
                    readDatasets(sql), properties, readFeatures(sql), keys, byKey, readImports(sql), lastImport(sql));
        }
    }

    private static Map<String, Dataset> readDatasets(Statement sql) throws SQLException {
        Map<String, Dataset> datasets = new TreeMap<>();
        try (ResultSet row = sql.executeQuery("SELECT * FROM dataset")) {
            while (row.next()) {
                datasets.put(
                        row.getString(1),
                        new Dataset(
                                row.getString(1),
                                new Name(row.getString(2), row.getString(3)),
                                new Name(row.getString(4), row.getString(5)),
                                new Name(row.getString(6), row.getString(7)),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10)));
            }
        }
        return datasets;
    }

    private static Map<String, ObservedProperty> readProperties(Statement sql) throws SQLException {
        Map<String, List<Category>> categories = new HashMap<>();
        try (ResultSet row = sql.executeQuery("SELECT property, value, code, ko, en FROM category ORDER BY value")) {
            while (row.next()) {
                categories
                        .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Category(
                                row.getInt(2), row.getString(3), new Name(row.getString(4), row.getString(5))));
            }
        }
        Map<String, ObservedProperty> properties = new TreeMap<>();
        // A part's id is longer than its parent's, so that the parent is read before it.
        try (ResultSet row = sql.executeQuery("SELECT id, ko, en, parent FROM property ORDER BY length(id)")) {
            while (row.next()) {
                String id = row.getString(1);
                String parent = row.getString(4);
                properties.put(
                        id,
                        new ObservedProperty(
                                id,
                                new Name(row.getString(2), row.getString(3)),
                                parent == null ? null : properties.getOrDefault(parent, nameless(parent)),
                                categories.getOrDefault(id, List.of())));
            }
        }
        return properties;
    }

    /// Earlier programs kept of a parent its id alone.
    private static ObservedProperty nameless(String id) {
        return ObservedProperty.of(id, id, id);
    }

    /// By chunks of columns: a city has a hundred thousand datastreams, and a command that opens the store
    /// should not wait for a million calls of a row-wise reader.
    private static void readDatastreams(
            DuckDBConnection connection,
            Map<String, ObservedProperty> properties,
            Map<String, Integer> keys,
            List<@Nullable Datastream> byKey)
            throws SQLException {
        // They share a few things, sensors and words: each is kept once.
        Map<Thing, Thing> things = new HashMap<>();
        Map<Sensor, Sensor> sensors = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        try (var query = connection.prepare(
                        "SELECT key, id, thing, thing_ko, thing_en, sensor, sensor_ko, sensor_en, property, unit,"
                                + " feature, dataset, step FROM datastream ORDER BY key");
                var result = query.query()) {
            while (result.nextChunk()) {
                var chunk = result.chunk();
                for (long i = 0; i < chunk.rowCount(); i++) {
                    Thing thing = new Thing(text(chunk, 2, i), new Name(text(chunk, 3, i), text(chunk, 4, i)));
                    Sensor sensor = new Sensor(text(chunk, 5, i), new Name(text(chunk, 6, i), text(chunk, 7, i)));
                    ObservedProperty property = properties.get(text(chunk, 8, i));
                    if (property == null) {
                        throw new StoreException("the store is damaged: no property " + text(chunk, 8, i));
                    }
                    Datastream stream = new Datastream(
                            text(chunk, 1, i),
                            things.computeIfAbsent(thing, same -> same),
                            sensors.computeIfAbsent(sensor, same -> same),
                            property,
                            words.computeIfAbsent(text(chunk, 9, i), same -> same),
                            words.computeIfAbsent(text(chunk, 10, i), same -> same),
                            words.computeIfAbsent(text(chunk, 11, i), same -> same),
                            Step.parse(text(chunk, 12, i)));
                    put(chunk.vector(0).getInt(i), stream, keys, byKey);
                }
            }
        }
    }

    private static String text(DuckDBDataChunkReader chunk, int column, long row) {
        return chunk.vector(column).getString(row);
    }

    private static void put(int key, Datastream stream, Map<String, Integer> keys, List<@Nullable Datastream> byKey) {
        keys.put(stream.id(), key);
        while (byKey.size() <= key) {
            byKey.add(null);
        }
        byKey.set(key, stream);
    }

    private static Map<String, FeatureOfInterest> readFeatures(Statement sql) throws SQLException {
        Map<String, FeatureOfInterest> features = new HashMap<>();
        FeatureRows rows = new FeatureRows();
        try (ResultSet row = sql.executeQuery(
                "SELECT id, ko, en, geometry, map_keys(attributes), map_values(attributes) FROM feature_version ORDER BY import")) {
            while (row.next()) {
                FeatureOfInterest feature = rows.read(
                        row.getString(1),
                        new Name(row.getString(2), row.getString(3)),
                        row.getBytes(4),
                        (Object[]) row.getArray(5).getArray(),
                        (Object[]) row.getArray(6).getArray());
                features.merge(feature.id(), feature, Directory::laidOver);
            }
        } catch (ParseException e) {
            throw new StoreException("the store is damaged: a geometry that cannot be read", e);
        }
        return features;
    }

    private static long lastImport(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery(
                "SELECT max(id) FROM (SELECT id FROM import UNION ALL SELECT value::BIGINT FROM meta WHERE name = 'last_import')")) {
            // No import yet is null, which reads as 0.
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static List<ImportRecord> readImports(Statement sql) throws SQLException {
        List<ImportRecord> imports = new ArrayList<>();
        try (ResultSet row = sql.executeQuery("SELECT * FROM import ORDER BY id")) {
            while (row.next()) {
                imports.add(new ImportRecord(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7),
                        Times.ofMicros(row.getLong(8)),
                        new ImportCounts(
                                row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13)),
                        row.getLong(14)));
            }
        }
        return imports;
    }

    // Writing. All of these belong to the writer's open transaction.

    static void appendDatasets(DuckDBConnection connection, Iterable<Dataset> datasets) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM dataset WHERE id = ?");
                DuckDBAppender rows = connection.createAppender("dataset")) {
            for (Dataset dataset : datasets) {
                delete.setString(1, dataset.id());
                delete.execute();
                rows.beginRow()
                        .append(dataset.id())
                        .append(dataset.title().ko())
                        .append(dataset.title().en())
                        .append(dataset.description().ko())
                        .append(dataset.description().en())
                        .append(dataset.publisher().ko())
                        .append(dataset.publisher().en())
                        .append(dataset.origin())
                        .append(dataset.licence())
                        .append(dataset.licenceUrl())
                        .endRow();
            }
        }
    }

    static void append(DuckDBConnection connection, Iterable<ObservedProperty> properties) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("property");
                DuckDBAppender categories = connection.createAppender("category")) {
            for (ObservedProperty property : properties) {
                rows.beginRow()
                        .append(property.id())
                        .append(property.name().ko())
                        .append(property.name().en())
                        .append(property.parentId())
                        .endRow();
                for (Category category : property.categories()) {
                    categories
                            .beginRow()
                            .append(property.id())
                            .append(category.value())
                            .append(category.code())
                            .append(category.name().ko())
                            .append(category.name().en())
                            .endRow();
                }
            }
        }
    }

    static void append(DuckDBConnection connection, Map<Integer, Datastream> streams) throws SQLException {
        try (DuckDBAppender rows = connection.createAppender("datastream")) {
            for (Map.Entry<Integer, Datastream> entry : streams.entrySet()) {
                Datastream stream = entry.getValue();
                rows.beginRow()
                        .append(entry.getKey().intValue())
                        .append(stream.id())
                        .append(stream.thing().id())
                        .append(stream.thing().name().ko())
                        .append(stream.thing().name().en())
                        .append(stream.sensor().id())
                        .append(stream.sensor().name().ko())
                        .append(stream.sensor().name().en())
                        .append(stream.property().id())
                        .append(stream.unit())
                        .append(stream.feature())
                        .append(stream.feature().substring(0, stream.feature().indexOf(':')))
                        .append(stream.dataset())
                        .append(stream.step().iso())
                        .endRow();
            }
        }
    }

    static void appendFeatures(DuckDBConnection connection, Iterable<FeatureOfInterest> features, long importId)
            throws SQLException {
        WKBWriter writer = new WKBWriter(2);
        try (DuckDBAppender rows = connection.createAppender("feature_version")) {
            for (FeatureOfInterest feature : features) {
                Geometry geometry = feature.geometry();
                rows.beginRow()
                        .append(feature.id())
                        .append((int) importId)
                        .append(feature.name().ko())
                        .append(feature.name().en());
                if (geometry == null) {
                    rows.appendNull();
                } else {
                    rows.append(writer.write(geometry));
                }
                rows.append(feature.attributes()).endRow();
            }
        }
    }

    static void append(DuckDBConnection connection, ImportRecord record) throws SQLException {
        ImportCounts counts = record.counts();
        try (DuckDBAppender rows = connection.createAppender("import")) {
            rows.beginRow()
                    .append((int) record.id())
                    .append(record.source())
                    .append(record.adapterVersion())
                    .append(record.dataset())
                    .append(record.file())
                    .append(record.sha256())
                    .append(record.bytes())
                    .append(Times.micros(record.at()))
                    .append(counts.read())
                    .append(counts.stored())
                    .append(counts.unchanged())
                    .append(counts.rejected())
                    .append(counts.missing())
                    .append(record.issues())
                    .endRow();
        }
    }
}
