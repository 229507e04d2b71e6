package org.dosi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Step;
import org.junit.jupiter.api.Test;

/// Removal of an import: as if it had never been.
final class RemovalTest extends AirStoreTest {

    @Test
    void removingACorrectionBringsTheOldValueBack() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", row("101", 0, 33), row("103", 0, 50));
        store.remove(2);

        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
        assertThat(store.findDatastream("air/103/pm10")).isEmpty();
        assertThat(store.findFeature("air-stations:103")).isEmpty();
    }

    @Test
    void removingTheCorrectedImportLeavesTheCorrection() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", row("101", 0, 33));
        store.remove(1);

        assertThat(values(Slice.ALL)).containsExactly("101@0=33");
        assertThat(values(asOf(store.listImports().getFirst().at().minusMillis(1))))
                .isEmpty();
    }

    /// Two files told the same: taking one out loses nothing, taking both out loses it.
    @Test
    void whatTwoImportsToldStaysWhenOneIsRemoved() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31));
        importFile("b.csv", row("101", 0, 30), row("101", 2, 32));
        importFile("c.csv", row("101", 0, 30), row("101", 3, 33));
        store.remove(1);

        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@2=32", "101@3=33");
        store.remove(2);
        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@3=33");
        store.remove(3);
        assertThat(values(Slice.ALL)).isEmpty();
        assertThat(store.listDatasets()).isEmpty();
        assertThat(store.listProperties()).isEmpty();
    }

    /// Both editions had been filled; without the first the second differs from none.
    @Test
    void withoutTheOtherEditionNothingDiffersFromIt() {
        importFile(head("a.csv", true), row("101", 0, 30), row("101", 1, 31));
        importFile(
                head("b.csv", true), row("101", 0, 33), flagged(row("101", 1, 32), Flag.ESTIMATED), row("101", 2, 34));
        importFile(head("c.csv", true), row("101", 2, 35), row("101", 0, 33));
        assertThat(values(asOf(afterLastImport())))
                .containsExactly(
                        "101@0=33[editions-differ]",
                        "101@1=32[estimated editions-differ]",
                        "101@2=35[editions-differ]");
        store.remove(1);
        assertThat(values(asOf(afterLastImport())))
                .containsExactly("101@0=33", "101@1=32[estimated]", "101@2=35[editions-differ]");
        store.remove(2);
        assertThat(values(asOf(afterLastImport()))).containsExactly("101@0=33", "101@2=35");
    }

    /// What an import told again is judged by its own flags once it stands alone, and counts as stored.
    @Test
    void theHeirBringsItsOwnFlagsAndCounts() {
        importFile("a.csv", flagged(row("101", 0, 30), Flag.SPIKE), row("101", 1, 31));
        ImportHead second = head("b.csv", false);
        try (Batch batch = store.begin(second)) {
            Columns told =
                    new Columns(2, new int[2], new long[2], new long[2], new double[2], new int[] {-1, -1}, new int[] {
                        0, Flag.FLAT_LINE.mask()
                    });
            batch.feature(station("101"));
            int stream = batch.datastream(stream("101"));
            for (int i = 0; i < 2; i++) {
                told.datastream()[i] = stream;
                told.startSeconds()[i] = T0 + i * HOUR;
                told.endSeconds()[i] = T0 + (i + 1) * HOUR;
                told.value()[i] = 30.0 + i;
            }
            assertThat(batch.write(told)).containsOnly(Batch.Fate.UNCHANGED);
            batch.commit(new ImportCounts(2, 0, 2, 0, 0));
        }
        assertThat(values(asOf(afterLastImport()))).containsExactly("101@0=30[spike]", "101@1=31");
        store.remove(1);
        assertThat(values(asOf(afterLastImport()))).containsExactly("101@0=30", "101@1=31[flat-line]");
        assertThat(store.listImports().getFirst().counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0));
    }

    @Test
    void theNumberOfARemovedImportIsNeverGivenAgain() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", row("101", 1, 31));
        store.remove(2);
        importFile("c.csv", row("101", 2, 32));
        assertThat(store.listImports()).extracting(ImportRecord::id).containsExactly(1L, 3L);
        store.remove(3);
        store.remove(1);
        store.close();
        store = CityStores.open(folder.resolve("city"));
        importFile("d.csv", row("101", 3, 33));
        assertThat(store.listImports()).extracting(ImportRecord::id).containsExactly(4L);
    }

    @Test
    void removingAnImportThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> store.remove(7))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("found 7");
    }

    /// The whole is never observed itself.
    @Test
    void aPropertyIsKnownWhileAPartOfItIsObserved() {
        Instant start = Instant.ofEpochSecond(T0);
        Datastream part = StoreFiller.stream(
                "subway", "gu:1", PM10.part("fine", "곱다", "fine").part("day", "낮", "day"), "1", Step.HOUR);
        ImportRecord record = new StoreFiller(StoreFiller.dataset("subway", null))
                .add(part, start, start.plusSeconds(HOUR), 1)
                .into(store);
        assertThat(store.listProperties())
                .extracting(ObservedProperty::id)
                .containsExactly("pm10", "pm10.fine", "pm10.fine.day");

        importFile("a.csv", row("101", 0, 30));
        store.remove(record.id() + 1);
        assertThat(store.findProperty("pm10")).as("read anew from the tables").contains(PM10);
        assertThat(store.findProperty("pm10.fine.day")).contains(part.property());
        store.remove(record.id());
        assertThat(store.listProperties()).isEmpty();
    }

    /// Both told of gu:1; what was removed is told by neither.
    @Test
    void featuresAreKnownByTheDataSetsThatToldOfThem() {
        FeatureOfInterest one = new FeatureOfInterest("gu:1", Name.of("하나"), null, Map.of());
        FeatureOfInterest two = new FeatureOfInterest("gu:2", Name.of("둘"), null, Map.of());
        new StoreFiller(StoreFiller.dataset("areas", null)).add(two).add(one).into(store);
        ImportRecord again =
                new StoreFiller(StoreFiller.dataset("stations", null)).add(one).into(store);

        assertThat(store.listFeaturesOfDataset("areas")).containsExactly(one, two);
        assertThat(store.listFeaturesOfDataset("stations")).containsExactly(one);
        store.remove(again.id());
        assertThat(store.listFeaturesOfDataset("stations")).isEmpty();
        assertThat(store.listFeaturesOfDataset("unicorns")).isEmpty();
    }
}
