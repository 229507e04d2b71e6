package org.dosi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.Place;
import org.dosi.model.QualityElement;
import org.dosi.store.Batch.Fate;
import org.junit.jupiter.api.Test;

/// What the store promises of an import: latest and as of, whole or not at all.
final class StoreTest extends AirStoreTest {

    @Test
    void whatWasStoredIsRead() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31), row("102", 0, 40));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@1=31", "102@0=40");
        assertThat(store.listDatastreams())
                .extracting(s -> s.datastream().id())
                .containsExactly("air/101/pm10", "air/102/pm10");
        assertThat(store.findDatastream("air/101/pm10").orElseThrow().count()).isEqualTo(2);
    }

    @Test
    void theSameFileTwiceStoresNothingAndLeavesNoTrace() {
        importFile("a.csv", row("101", 0, 30));
        List<Fate> second = importFile("a.csv", row("101", 0, 30));

        assertThat(second).containsExactly(Fate.UNCHANGED);
        assertThat(store.listImports()).hasSize(1);
        assertThat(values(Slice.ALL)).containsExactly("101@0=30");
    }

    @Test
    void aCorrectionIsReadNowAndTheOldValueAsOfThen() {
        importFile("a.csv", row("101", 0, 30), row("101", 1, 31));
        Instant between = afterLastImport();
        List<Fate> fates = importFile("b.csv", row("101", 0, 33), row("101", 1, 31));

        assertThat(fates).containsExactly(Fate.CORRECTED, Fate.UNCHANGED);
        assertThat(values(Slice.ALL)).containsExactly("101@0=33", "101@1=31");
        assertThat(values(asOf(between))).containsExactly("101@0=30", "101@1=31");
        assertThat(values(asOf(Instant.EPOCH))).isEmpty();
    }

    @Test
    void aStatementOfThePublisherAboutTheSameValueIsACorrection() {
        importFile("a.csv", row("101", 0, 30));
        importFile("b.csv", flagged(row("101", 0, 30), Flag.STATUS_REPAIR));

        assertThat(values(Slice.ALL)).containsExactly("101@0=30[status-repair]");
        assertThat(importFile("c.csv", row("101", 0, 30)))
                .as("no statement contradicts none")
                .containsExactly(Fate.UNCHANGED);
    }

    @Test
    void whereGapsWereFilledTwoEditionsThatDifferAreEstimates() {
        importFile(head("a.csv", true), row("101", 0, 30));
        importFile(head("b.csv", true), row("101", 0, 33));

        assertThat(values(Slice.ALL)).containsExactly("101@0=33[editions-differ]");
    }

    @Test
    void aBatchThatIsNotCommittedLeavesNothing() {
        try (Batch batch = store.begin(head("a.csv", false))) {
            write(batch, row("101", 0, 30));
            batch.issue(new Issue(Place.of("a.csv", 3), QualityElement.FORMAT_CONSISTENCY, "a number", "x", 1));
        }
        assertThat(values(Slice.ALL)).isEmpty();
        assertThat(store.listIssues(null, 10, 0).total()).isZero();
        assertThat(store.listDatastreams()).isEmpty();
    }

    @Test
    void withinOneImportTheSameTwiceIsRepeatedAndAnotherValueContradicts() {
        try (Batch batch = store.begin(head("a.csv", false))) {
            write(batch, row("101", 0, 30), row("101", 1, 31));
            assertThat(write(batch, row("101", 0, 30), row("101", 1, 99)))
                    .containsExactly(Fate.REPEATED, Fate.CONTRADICTED);
            batch.commit(new ImportCounts(4, 2, 1, 1, 0));
        }
        assertThat(values(Slice.ALL)).containsExactly("101@0=30", "101@1=31");
    }

    @Test
    void aLaterImportTeachesAndDoesNotForget() {
        importFile("a.csv", row("101", 0, 30));
        try (Batch batch = store.begin(head("b.csv", false))) {
            boolean news = batch.feature(
                    new FeatureOfInterest("air-stations:101", Name.of("101"), null, Map.of("kind", "urban")));
            assertThat(news).isTrue();
            batch.commit(ImportCounts.ZERO);
        }
        FeatureOfInterest station = store.findFeature("air-stations:101").orElseThrow();
        assertThat(station.name().ko()).isEqualTo("측정소 101");
        assertThat(station.geometry() == null).isFalse();
        assertThat(station.attributes()).containsKeys("address", "kind");
    }
}
