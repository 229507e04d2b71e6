package org.dosi.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.finding.Analysis;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Settings;
import org.dosi.app.command.Cities;
import org.dosi.model.TimeWindow;
import org.dosi.product.air.AirOffers;
import org.dosi.store.CityStores;
import org.dosi.store.ObservationStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Analyses of all of Seoul's stations, from the store to the finding, as the page and the command line ask for
/// them: nothing is kept from one call to the next. The folder is the demo's, loaded by `./dosi demo --load-only`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx352m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class AirCityBench {
    private static final List<String> ALL = List.of("pm10", "pm25", "o3", "no2", "co", "so2");
    private static final String AN_HOUR = "2017-05-06T14:00";

    private ObservationStore store;

    @Setup(Level.Trial)
    public void open() {
        store = CityStores.open(Path.of(System.getProperty("bench.city", "bench/target/city")));
    }

    @TearDown(Level.Trial)
    public void close() {
        store.close();
    }

    /// One hour on the map; the correlation is learnt from its month.
    @Benchmark
    public Finding surface() {
        return find("surface", List.of("pm10"), may(), Map.of("at", AN_HOUR));
    }

    @Benchmark
    public Finding indexSurface() {
        return find("index-surface", ALL, may(), Map.of("at", AN_HOUR));
    }

    /// Six pollutants, nine months, with the background of every hour.
    @Benchmark
    public Finding episodes() {
        return find("episodes", ALL, nineMonths(), Map.of());
    }

    /// 25 stations by six pollutants, tested together.
    @Benchmark
    public Finding directions() {
        return find("directions", ALL, nineMonths(), Map.of());
    }

    private Finding find(String id, List<String> values, TimeWindow window, Map<String, String> given) {
        Analysis<AirData, ?> analysis = AirOffers.find(id).orElseThrow().analysis();
        StoreAirData.Choice choice = new StoreAirData.Choice(values, null, null, null, null, window, null, false);
        return analysis.find(
                new StoreAirData(Cities.SEOUL, store, Inventory.of(store), choice, "bench"),
                new Settings(analysis.parameters(), given));
    }

    private static TimeWindow nineMonths() {
        return window(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 10, 1));
    }

    private static TimeWindow may() {
        return window(LocalDate.of(2017, 5, 1), LocalDate.of(2017, 6, 1));
    }

    private static TimeWindow window(LocalDate from, LocalDate to) {
        return new TimeWindow(
                from.atStartOfDay(Cities.SEOUL.zone()).toInstant(),
                to.atStartOfDay(Cities.SEOUL.zone()).toInstant());
    }
}
