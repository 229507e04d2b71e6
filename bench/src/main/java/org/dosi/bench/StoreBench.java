package org.dosi.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dosi.model.TimeWindow;
import org.dosi.store.Aggregate;
import org.dosi.store.Cycle;
import org.dosi.store.Frames;
import org.dosi.store.ObservationStore;
import org.dosi.store.ProfileGroup;
import org.dosi.store.Thinned;
import org.dosi.store.ValueAt;
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

/// The questions of the page on fifty million observations. Each call asks for another time or datastream.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx352m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
public class StoreBench {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final String VOLUME = "traffic_volume";

    private ObservationStore store;
    private int call;

    @Setup(Level.Trial)
    public void open() {
        store = LargeCity.open(Path.of(System.getProperty("bench.data", "bench/target/large-city")));
    }

    @TearDown(Level.Trial)
    public void close() {
        store.close();
    }

    private Instant someHour() {
        return Instant.ofEpochSecond(LargeCity.FIRST + (call++ * 7919L % 80_000) * 3600);
    }

    private TimeWindow someYear() {
        long from = LargeCity.FIRST + (call++ % 9) * 365L * 86_400;
        return new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(from + 365L * 86_400));
    }

    @Benchmark
    public List<ValueAt> allFeaturesAtOneInstant() {
        return store.valuesAt(VOLUME, null, someHour(), false);
    }

    @Benchmark
    public List<ProfileGroup> aYearByHourOfDayForAllStations() {
        return store.profile(VOLUME, null, someYear(), Cycle.HOUR, SEOUL);
    }

    @Benchmark
    public Thinned aThinnedYearOfOneDatastream() {
        return store.thin("bench/" + call % LargeCity.STREAMS + "/traffic_volume", someYear(), 800);
    }

    @Benchmark
    public Thinned theCitysPulseOverAYear() {
        return store.thinProperty(VOLUME, null, someYear(), 800);
    }

    @Benchmark
    public Frames aMonthOfFrames() {
        return store.frames(VOLUME, null, someHour(), 3600, 744);
    }

    @Benchmark
    public List<ValueAt> meanOfAYearForAllFeatures() {
        return store.aggregate(VOLUME, null, someYear(), Aggregate.MEAN, false);
    }
}
