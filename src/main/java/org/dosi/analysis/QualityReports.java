package org.dosi.analysis;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.store.ObservationStore;

/// The quality reports that were asked for last, kept until the store changes, in bounded memory: so that
/// the pages of a long one are cut from one report. Any thread may ask; one works, the others wait.
public final class QualityReports {
    /// Numbers held of all kept reports together: 24 MB.
    private static final long MOST_NUMBERS = 6_000_000;

    private final ObservationStore store;
    private final Kept<Inventory> inventory;
    private final ZoneId zone;
    /// The one that was asked for last comes last.
    private final Map<String, QualityReport> reports = new LinkedHashMap<>(16, 0.75f, true);

    private long version;

    public QualityReports(ObservationStore store, Kept<Inventory> inventory, ZoneId zone) {
        this.store = store;
        this.inventory = inventory;
        this.zone = zone;
        this.version = store.version();
    }

    /// As of the call or later.
    public QualityReport get(String dataset) {
        return get(dataset, store.version());
    }

    private synchronized QualityReport get(String dataset, long wanted) {
        long now = store.version();
        if (version < wanted) {
            reports.clear();
            version = now;
        }
        QualityReport known = reports.get(dataset);
        if (known == null) {
            known = QualityReport.of(store, inventory.get(), dataset, zone);
            reports.put(dataset, known);
            dropOldest();
        }
        return known;
    }

    /// The latest stays, however large it is.
    private void dropOldest() {
        long numbers =
                reports.values().stream().mapToLong(QualityReports::numbers).sum();
        Iterator<QualityReport> oldest = reports.values().iterator();
        while (numbers > MOST_NUMBERS && reports.size() > 1) {
            numbers -= numbers(oldest.next());
            oldest.remove();
        }
    }

    private static long numbers(QualityReport report) {
        return (long) report.datastreams().size() * (report.months().size() + 1);
    }
}
