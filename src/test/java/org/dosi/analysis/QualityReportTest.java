package org.dosi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import org.dosi.model.Datastream;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.dosi.store.ObservationStore;
import org.dosi.store.SampleCity;
import org.dosi.store.StoreFiller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QualityReportTest {
    private static final long HOUR = 3600;

    @TempDir
    Path folder;

    private ObservationStore store;

    @BeforeEach
    void open() {
        store = StoreFiller.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// By hand: 48 hours, one missing, two flagged, one of them for two reasons.
    @Test
    void missingAndFlaggedHoursAreIncomplete() {
        SampleCity.air().into(store);
        QualityReport report = report("seoul-pm");

        assertThat(report.months()).containsExactly(YearMonth.of(2022, 8));
        assertThat(report.completeness()).isEqualTo(45 / 48.0);
        assertThat(report.completenessByMonth()).containsExactly(45 / 48.0);
        assertThat(report.reasons())
                .containsExactly(
                        new QualityReport.Reason(Flag.SPIKE, 2), new QualityReport.Reason(Flag.OUT_OF_RANGE, 1));
        assertThat(report.datastreams().getFirst().completeness(0)).isEqualTo(45 / 48.0);
    }

    /// One point counts two hours, its neighbour the first of them: the property covers two, so three of
    /// four are there.
    @Test
    void aStreamThatStopsEarlyIsIncompleteToTheEndOfItsProperty() {
        volume(stream("A"), 0, 1).add(stream("B"), hour(0), hour(1), 1).into(store);

        QualityReport report = report("volume");
        assertThat(report.completeness()).isEqualTo(0.75);
        assertThat(report.datastreams().getFirst().completeness(0)).isEqualTo(0.5);
    }

    /// A is whole, B and C lack an hour, D is whole with a flag.
    @Test
    void theWorstDatastreamComesFirst() {
        volume(stream("A"), 0, 1)
                .add(stream("C"), hour(1), hour(2), 1)
                .add(stream("B"), hour(0), hour(1), 1)
                .add(stream("D"), hour(0), hour(1), 1)
                .add(stream("D"), hour(1), hour(2), 1, Flag.SPIKE)
                .into(store);

        assertThat(report("volume").datastreams())
                .extracting(row -> row.summary().datastream().feature())
                .containsExactly("traffic-points:D", "traffic-points:B", "traffic-points:C", "traffic-points:A");
    }

    @Test
    void theCatalogueSaysTheSameWithoutCounting() {
        SampleCity.fill(store);

        assertThatTheCatalogueSaysTheSame();
    }

    private void assertThatTheCatalogueSaysTheSame() {
        Catalogue catalogue = Catalogue.of(store, Inventory.of(store), SampleCity.SEOUL);

        for (Catalogue.Entry entry : catalogue.entries()) {
            assertThat((Double) entry.completeness()).as(entry.dataset().id()).isEqualTo((Double)
                    report(entry.dataset().id()).completeness());
        }
    }

    /// By hand: an instant each hour from 22:00 to midnight, of which one is missing; midnight is the next month's.
    @Test
    void anInstantAtTheVeryEndIsExpectedAndCounted() {
        Instant midnight = YearMonth.of(2022, 9)
                .atDay(1)
                .atStartOfDay(SampleCity.SEOUL.zone())
                .toInstant();
        Instant first = midnight.minusSeconds(2 * HOUR);
        new StoreFiller(StoreFiller.dataset("volume", null))
                .add(stream("A"), first, first, 1)
                .add(stream("A"), midnight, midnight, 1)
                .into(store);

        QualityReport report = report("volume");
        assertThat(report.months()).containsExactly(YearMonth.of(2022, 8), YearMonth.of(2022, 9));
        assertThat(report.completenessByMonth()).containsExactly(0.5, 1);
        assertThat(report.completeness()).isEqualTo(2 / 3.0);
        assertThat(report.datastreams().getFirst().complete()).isEqualTo(2 / 3.0);
        assertThatTheCatalogueSaysTheSame();
    }

    /// Two observations an hour, where one is expected, make up in the whole for the hour that July lacks, but not in
    /// July.
    @Test
    void observationsThatAreDenserThanTheStepAreToldAlike() {
        Instant august = YearMonth.of(2022, 8)
                .atDay(1)
                .atStartOfDay(SampleCity.SEOUL.zone())
                .toInstant();
        StoreFiller filler = new StoreFiller(StoreFiller.dataset("volume", null));
        for (long second : new long[] {-3 * HOUR, -HOUR, 0, HOUR / 2, HOUR}) {
            filler.add(stream("A"), august.plusSeconds(second), august.plusSeconds(second), 1);
        }
        filler.into(store);

        assertThat(report("volume").completenessByMonth()).containsExactly(2 / 3.0, 1);
        assertThat(report("volume").completeness()).isEqualTo(1);
        assertThatTheCatalogueSaysTheSame();
    }

    @Test
    void aDataSetWithoutObservationsExpectsNoneAndStillHasItsFeatures() {
        SampleCity.fill(store);

        assertThat(report("seoul-gu").months()).isEmpty();
        assertThat(report("seoul-gu").completeness()).isNaN();
        Catalogue.Entry gu = Catalogue.of(store, Inventory.of(store), SampleCity.SEOUL)
                .find("seoul-gu")
                .orElseThrow();
        assertThat(gu.counts().features()).isEqualTo(25);
        assertThat(gu.box().orElseThrow().contains(126.978, 37.5665))
                .as("City Hall")
                .isTrue();
    }

    /// A reader of pages gets one report until the store changes.
    @Test
    void aReportIsKeptUntilTheStoreChanges() {
        SampleCity.air().into(store);
        QualityReports reports =
                new QualityReports(store, new Kept<>(store, () -> Inventory.of(store)), SampleCity.SEOUL.zone());

        QualityReport first = reports.get("seoul-pm");
        assertThat(reports.get("seoul-pm")).isSameAs(first);
        store.remove(1);
        assertThat(reports.get("seoul-pm").datastreams()).isEmpty();
    }

    /// The whole has no datastreams: its time and its collections are those of its part.
    @Test
    void aPropertyThatOnlyItsPartsObserveIsListed() {
        Datastream part = StoreFiller.stream(
                "volume", "gu:1", SampleCity.FLOW.part("h05_06", "05–06시", "5:00–6:00"), "1", Step.MONTH);
        new StoreFiller(StoreFiller.dataset("volume", null))
                .add(part, hour(0), hour(1), 1)
                .into(store);

        PropertyOverview whole =
                PropertyOverview.listAll(store, Inventory.of(store)).getFirst();
        assertThat(whole.property()).isEqualTo(SampleCity.FLOW);
        assertThat(whole.datastreams()).isZero();
        assertThat(whole.collections()).containsExactly("gu");
        assertThat(whole.coverage()).isEqualTo(new Coverage(hour(0), hour(1)));
    }

    private static Instant hour(int hour) {
        return SampleCity.START.plusSeconds(hour * HOUR);
    }

    private static Datastream stream(String point) {
        return StoreFiller.stream("volume", "traffic-points:" + point, SampleCity.FLOW, "1", Step.HOUR);
    }

    private static StoreFiller volume(Datastream stream, int... hours) {
        StoreFiller filler = new StoreFiller(StoreFiller.dataset("volume", null));
        for (int hour : hours) {
            filler.add(stream, hour(hour), hour(hour + 1), 1);
        }
        return filler;
    }

    private QualityReport report(String dataset) {
        return QualityReport.of(store, Inventory.of(store), dataset, SampleCity.SEOUL.zone());
    }
}
