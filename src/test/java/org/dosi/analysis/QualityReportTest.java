package org.dosi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.dosi.store.MemoryStore;
import org.dosi.store.SampleCity;
import org.junit.jupiter.api.Test;

final class QualityReportTest {

    /// By hand: 48 hours, one missing, two flagged, one of them for two reasons.
    @Test
    void missingAndFlaggedHoursAreIncomplete() {
        QualityReport report = report(SampleCity.store(), "seoul-pm");

        assertThat(report.months()).containsExactly(YearMonth.of(2022, 8));
        assertThat(report.completeness()).isEqualTo(45 / 48.0);
        assertThat(report.reasons())
                .containsExactly(
                        new QualityReport.Reason(Flag.SPIKE, 2), new QualityReport.Reason(Flag.OUT_OF_RANGE, 1));
        assertThat(report.datastreams().getFirst().completeness(0)).isEqualTo(45 / 48.0);
    }

    /// One point counts two hours, its neighbour the first of them: the property covers two, so three of
    /// four are
    /// there.
    @Test
    void aStreamThatStopsEarlyIsIncompleteToTheEndOfItsProperty() {
        MemoryStore store = new MemoryStore().add(SampleCity.dataset("volume", null));
        var all = SampleCity.stream("volume", "traffic-points:A/in", SampleCity.FLOW, "1", Step.HOUR);
        var some = SampleCity.stream("volume", "traffic-points:B/in", SampleCity.FLOW, "1", Step.HOUR);
        Instant start = SampleCity.START;
        store.add(all, start, start.plusSeconds(3600), 1).add(all, start.plusSeconds(3600), start.plusSeconds(7200), 1);
        store.add(some, start, start.plusSeconds(3600), 1);

        QualityReport report = report(store, "volume");
        assertThat(report.completeness()).isEqualTo(0.75);
        assertThat(report.datastreams().get(1).completeness(0)).isEqualTo(0.5);
    }

    @Test
    void theCatalogueSaysTheSameWithoutCounting() {
        MemoryStore store = SampleCity.store();
        Catalogue catalogue = Catalogue.of(store, Inventory.of(store), SampleCity.SEOUL);

        for (Catalogue.Entry entry : catalogue.entries()) {
            assertThat(entry.completeness())
                    .as(entry.dataset().id())
                    .isEqualTo(report(store, entry.dataset().id()).completeness());
        }
    }

    @Test
    void aDataSetWithoutObservationsExpectsNone() {
        MemoryStore store = new MemoryStore().add(SampleCity.dataset("links", null));

        assertThat(report(store, "links").months()).isEmpty();
        assertThat(report(store, "links").completeness()).isNaN();
    }

    private static QualityReport report(MemoryStore store, String dataset) {
        return QualityReport.of(store, Inventory.of(store), dataset, SampleCity.SEOUL.zone());
    }
}
