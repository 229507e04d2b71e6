package org.dosi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.junit.jupiter.api.Test;

/// The folder that a store lies in: opened once, opened again, refused, copied, exported.
final class StoreFolderTest extends AirStoreTest {

    @Test
    void anotherProcessOrASecondOpeningIsRefused() {
        assertThatThrownBy(() -> CityStores.open(folder.resolve("city")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in use by another process");
    }

    @Test
    void everythingIsThereAfterReopening() {
        importFile("a.csv", row("101", 0, 30));
        store.close();
        store = CityStores.open(folder.resolve("city"));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
        FeatureOfInterest station = store.findFeature("air-stations:101").orElseThrow();
        assertThat(station.attributes()).containsEntry("address", "서울 101").containsEntry("it's", "\"quoted\"");
        assertThat(station.geometry() == null).isFalse();
        assertThat(store.listImports().getFirst().counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 5));
        assertThat(store.findDatastream("air/101/pm10")
                        .orElseThrow()
                        .datastream()
                        .step())
                .isEqualTo(Step.HOUR);
    }

    @Test
    void aNewerFormatIsRefusedInOneLine() throws Exception {
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("city/city.duckdb"));
                var sql = connection.createStatement()) {
            sql.execute("UPDATE meta SET value = '99' WHERE name = 'format'");
        }
        assertThatThrownBy(() -> CityStores.open(folder.resolve("city")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("expected store format 2, found 99");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("city/city.duckdb"));
                var sql = connection.createStatement()) {
            sql.execute("UPDATE meta SET value = '2' WHERE name = 'format'");
        }
        store = CityStores.open(folder.resolve("city"));
    }

    /// The first format knew no flags of what an import told again.
    @Test
    void aStoreOfTheFirstFormatIsBroughtToThisOne() throws Exception {
        importFile("a.csv", row("101", 0, 30), flagged(row("101", 1, 31), Flag.STATUS_REPAIR));
        importFile("b.csv", row("101", 0, 30), flagged(row("101", 1, 31), Flag.STATUS_REPAIR));
        store.close();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("city/city.duckdb"));
                var sql = connection.createStatement()) {
            sql.execute("ALTER TABLE attested DROP COLUMN flags");
            sql.execute("UPDATE meta SET value = '1' WHERE name = 'format'");
        }
        store = CityStores.open(folder.resolve("city"));
        store.remove(1);
        assertThat(values(asOf(afterLastImport()))).containsExactly("101@0=30", "101@1=31[status-repair]");
        store.close();
        store = CityStores.open(folder.resolve("city"));
    }

    @Test
    void aFileThatIsNoStoreIsRefusedInOneLine() throws Exception {
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/city.duckdb"), "<html>not a database</html>".repeat(1000));

        assertThatThrownBy(() -> CityStores.open(folder.resolve("other")))
                .isInstanceOf(StoreException.class)
                .hasMessageNotContaining("\n");
    }

    @Test
    void anExportIsReadByAnotherEngineAndIsPartitioned() throws Exception {
        importFile("a.csv", row("101", 0, 30), flagged(row("101", 24 * 30, 31), Flag.SPIKE));
        Path export = folder.resolve("export");

        assertThat(store.exportParquet(Slice.ALL, export)).isEqualTo(2);
        assertThat(export.resolve("observations/property=pm10/month=2022-08")).isDirectory();
        assertThat(export.resolve("observations/property=pm10/month=2022-09")).isDirectory();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var sql = connection.createStatement();
                var rows = sql.executeQuery(
                        "SELECT feature, value, quality, phenomenon_time_start AT TIME ZONE 'UTC' FROM read_parquet('"
                                + export
                                + "/observations/**/*.parquet', hive_partitioning = true) WHERE property = 'pm10' ORDER BY phenomenon_time_start")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("air-stations:101");
            assertThat(rows.getString(4)).startsWith("2022-08-08 15:00:00");
            rows.next();
            assertThat(rows.getString(3)).isEqualTo("suspect");
        }
        assertThatThrownBy(() -> store.exportParquet(Slice.ALL, export))
                .hasMessageContaining("expected an empty folder");
    }

    @Test
    void aBackupIsRestoredToTheSame() {
        importFile("a.csv", row("101", 0, 30));
        store.backup(folder.resolve("backup"));
        importFile("b.csv", row("101", 1, 31));
        CityStores.restore(folder.resolve("backup"), folder.resolve("again"));

        try (ObservationStore again = CityStores.open(folder.resolve("again"))) {
            assertThat(values(again, Slice.ALL)).containsExactly("101@0=30");
            assertThat(again.findFeature("air-stations:101")).isPresent();
        }
    }
}
