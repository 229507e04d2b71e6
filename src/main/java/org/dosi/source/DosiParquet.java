package org.dosi.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Category;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureRows;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.duckdb.DuckDBConnection;
import org.locationtech.jts.io.ParseException;

/// A folder that `./dosi export` wrote, from another store: observations with everything that belongs to
/// them.
///
/// DuckDB reads the Parquet files, as it does in the store; no other room of ours is needed for that. The
/// observations keep their data sets and their flags; their result time is that of this import, because
/// that is when this store learnt of them.
final class DosiParquet implements ObservationSource {
    private static final String KIND = "a folder that ./dosi export wrote";

    private static final Dataset DATASET = Publishers.localFiles(
            "dosi-parquet",
            Name.of("Parquet로 가져온 관측값", "Observations from Parquet exports"),
            Name.of("다른 저장소에서 내보낸 자료.", "Data exported from another store."));

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            DATASET.id(),
            Name.of("dosi export가 만든 폴더", "a folder that ./dosi export wrote (Parquet)"),
            DATASET,
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        Path folder = file.path();
        if (!Files.isDirectory(folder.resolve("observations"))
                || !Files.isRegularFile(folder.resolve("datastreams.parquet"))) {
            throw new SourceException(file.place(), KIND + " with observations/ and datastreams.parquet", "none");
        }
        try (DuckDBConnection connection = open()) {
            readDatasets(connection, folder, sink);
            readFeatures(connection, folder, sink);
            Map<String, Integer> handles = readDatastreams(connection, folder, sink);
            readObservations(connection, file, sink, handles);
        } catch (SQLException | ParseException | IllegalArgumentException e) {
            String found = String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing that can be read");
            throw new SourceException(file.place(), KIND, found, e);
        }
    }

    private static DuckDBConnection open() throws SQLException {
        DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        try (Statement sql = connection.createStatement()) {
            sql.execute("SET memory_limit = '200MB'");
            sql.execute("SET autoinstall_known_extensions = false");
        }
        return connection;
    }

    private static String table(Path folder, String name) {
        return "read_parquet('"
                + folder.resolve(name).toAbsolutePath().toString().replace("'", "''") + "')";
    }

    private static void readDatasets(Connection connection, Path folder, ObservationSink sink) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT id, title_ko, title_en, description_ko, description_en, publisher_ko, publisher_en, origin, licence, licence_url FROM "
                                + table(folder, "datasets.parquet"))) {
            while (row.next()) {
                sink.dataset(new Dataset(
                        row.getString(1),
                        new Name(row.getString(2), row.getString(3)),
                        new Name(row.getString(4), row.getString(5)),
                        new Name(row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)));
            }
        }
    }

    private static void readFeatures(Connection connection, Path folder, ObservationSink sink)
            throws SQLException, ParseException {
        FeatureRows rows = new FeatureRows();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT id, ko, en, geometry, map_keys(attributes), map_values(attributes) FROM "
                                + table(folder, "features.parquet"))) {
            while (row.next()) {
                sink.feature(rows.read(
                        row.getString(1),
                        new Name(row.getString(2), row.getString(3)),
                        row.getBytes(4),
                        (Object[]) row.getArray(5).getArray(),
                        (Object[]) row.getArray(6).getArray()));
            }
        }
    }

    private static Map<String, Integer> readDatastreams(Connection connection, Path folder, ObservationSink sink)
            throws SQLException {
        Map<String, ObservedProperty> properties = readProperties(connection, folder);
        Map<String, Integer> handles = new HashMap<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT id, thing, thing_ko, thing_en, sensor, sensor_ko, sensor_en, property, unit, feature, dataset, step FROM "
                                + table(folder, "datastreams.parquet"))) {
            while (row.next()) {
                ObservedProperty property = properties.get(row.getString(8));
                if (property == null) {
                    throw new IllegalArgumentException("a datastream of the unknown property " + row.getString(8));
                }
                handles.put(
                        row.getString(1),
                        sink.datastream(new Datastream(
                                row.getString(1),
                                new Thing(row.getString(2), new Name(row.getString(3), row.getString(4))),
                                new Sensor(row.getString(5), new Name(row.getString(6), row.getString(7))),
                                property,
                                row.getString(9),
                                row.getString(10),
                                row.getString(11),
                                Step.parse(row.getString(12)))));
            }
        }
        return handles;
    }

    private static Map<String, ObservedProperty> readProperties(Connection connection, Path folder)
            throws SQLException {
        Map<String, List<Category>> categories = new HashMap<>();
        Map<String, ObservedProperty> properties = new HashMap<>();
        try (Statement sql = connection.createStatement()) {
            try (ResultSet row = sql.executeQuery("SELECT property, value, code, ko, en FROM "
                    + table(folder, "categories.parquet") + " ORDER BY value")) {
                while (row.next()) {
                    categories
                            .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(new Category(
                                    row.getInt(2), row.getString(3), new Name(row.getString(4), row.getString(5))));
                }
            }
            try (ResultSet row = sql.executeQuery(
                    "SELECT id, ko, en, parent FROM " + table(folder, "properties.parquet") + " ORDER BY length(id)")) {
                while (row.next()) {
                    String id = row.getString(1);
                    String parent = row.getString(4);
                    properties.put(
                            id,
                            new ObservedProperty(
                                    id,
                                    new Name(row.getString(2), row.getString(3)),
                                    parent == null
                                            ? null
                                            : properties.getOrDefault(
                                                    parent, ObservedProperty.of(parent, parent, parent)),
                                    categories.getOrDefault(id, List.of())));
                }
            }
        }
        return properties;
    }

    private static void readObservations(
            DuckDBConnection connection, SourceFile file, ObservationSink sink, Map<String, Integer> handles)
            throws SQLException {
        String query =
                "SELECT datastream, epoch_us(phenomenon_time_start) // 1000000, epoch_us(phenomenon_time_end) // 1000000, value, flags FROM "
                        + table(file.path().resolve("observations"), "**/*.parquet");
        long line = 0;
        try (var statement = connection.prepare(query);
                var result = statement.query()) {
            while (result.nextChunk()) {
                var chunk = result.chunk();
                for (long i = 0; i < chunk.rowCount(); i++) {
                    sink.row(null, ++line);
                    Integer handle = handles.get(chunk.vector(0).getString(i));
                    double value = chunk.vector(3).getDouble(i);
                    if (handle == null || !Double.isFinite(value)) {
                        sink.issue(new Issue(
                                file.place(),
                                QualityElement.CONCEPTUAL_CONSISTENCY,
                                "a finite value of a datastream of datastreams.parquet",
                                chunk.vector(0).getString(i) + " " + value,
                                1));
                    } else {
                        tell(
                                sink,
                                handle,
                                chunk.vector(1).getLong(i),
                                chunk.vector(2).getLong(i),
                                value,
                                chunk.vector(4).getInt(i));
                    }
                }
            }
        }
    }

    private static void tell(ObservationSink sink, int handle, long start, long end, double value, int flags) {
        sink.observe(handle, start, end, value, flags == 0 ? ObservationSink.UNSTATED : flags);
    }
}
