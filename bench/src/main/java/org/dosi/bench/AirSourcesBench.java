package org.dosi.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.kernel.plume.Footprints;
import org.dosi.kernel.plume.HourlyPlume;
import org.dosi.kernel.plume.NetworkHours;
import org.dosi.kernel.plume.PlumeSettings;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceSettings;
import org.dosi.kernel.plume.Stability;
import org.dosi.kernel.plume.UrbanDispersion;
import org.dosi.kernel.plume.WindStates;
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
import org.openjdk.jmh.annotations.Warmup;

/// The source map of a network of Seoul's size: 25 stations, nine months of hours, cells of 500 m, winds in 16
/// sectors that persist, a background that wanders, noise that persists, and the plumes of two sources. Made, not
/// measured: the cost depends on the size and on how many sources are found.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class AirSourcesBench {
    private static final int STATIONS = 25;
    private static final int HOURS = 24 * 273;
    private static final double SIDE_M = 30_000;

    private final double[] x = new double[STATIONS];
    private final double[] y = new double[STATIONS];
    private final double[] values = new double[HOURS * STATIONS];
    private final int[] state = new int[HOURS];
    private final double[] speed = new double[HOURS];
    private Footprints footprints;
    private SourceMap map;

    @Setup(Level.Trial)
    public void make() {
        SplittableRandom random = new SplittableRandom(1);
        for (int j = 0; j < STATIONS; j++) {
            x[j] = SIDE_M * (j % 5 - 2 + 0.6 * (random.nextDouble() - 0.5)) / 5;
            y[j] = SIDE_M * (j / 5 - 2 + 0.6 * (random.nextDouble() - 0.5)) / 5;
        }
        PlumeSettings plume = PlumeSettings.ofCity(16);
        double direction = 270;
        for (int t = 0; t < HOURS; t++) {
            direction = (direction + 25 * random.nextGaussian() + 360) % 360;
            speed[t] = 0.6 + 4 * random.nextDouble() * random.nextDouble();
            Stability stability = t % 24 > 8 && t % 24 < 18 ? Stability.C : t % 3 == 0 ? Stability.D : Stability.E;
            state[t] = WindStates.of(speed[t], direction, stability, plume);
        }
        CellGrid grid = CellGrid.around(x, y, 4000, 500);
        footprints = Footprints.of(grid, x, y, state, plume, 0);
        HourlyPlume[] plumes = new HourlyPlume[HourlyPlume.speedClasses()];
        Arrays.setAll(plumes, speedClass -> new HourlyPlume(UrbanDispersion.Curve.D, speedClass, plume));
        double[] noise = new double[STATIONS];
        double level = 50;
        for (int t = 0; t < HOURS; t++) {
            level = 50 + 0.95 * (level - 50) + 5 * random.nextGaussian();
            for (int j = 0; j < STATIONS; j++) {
                noise[j] = 0.7 * noise[j] + 3 * random.nextGaussian();
                double from = 2 * Math.PI * (state[t] % 16) / 16;
                HourlyPlume hour = plumes[HourlyPlume.speedClassOf(speed[t])];
                double two = 10 * hour.fromSquare(x[j] + 5000, y[j] - 2000, 500, from)
                        + 5 * hour.fromSquare(x[j] - 7000, y[j] + 4000, 500, from);
                values[t * STATIONS + j] = level + j + noise[j] + two / speed[t];
            }
        }
        map = SourceMap.of(hours(HOURS - 1), x, y, footprints, SourceSettings.ofNetwork(STATIONS, 1));
    }

    private NetworkHours hours(int count) {
        int[] group = new int[count];
        Arrays.setAll(group, t -> t / 720 * 8 + t % 24 / 3);
        return new NetworkHours(
                STATIONS,
                Arrays.copyOf(values, count * STATIONS),
                Arrays.copyOf(state, count),
                Arrays.copyOf(speed, count),
                0,
                group);
    }

    @Benchmark
    public SourceMap sourceMap() {
        return SourceMap.of(hours(HOURS), x, y, footprints, SourceSettings.ofNetwork(STATIONS, 1));
    }

    /// With the state that the hour before left.
    @Benchmark
    public SourceFit oneMoreHour() {
        return map.refreshed(
                hours(HOURS), x, y, footprints.with(state), SourceSettings.ofNetwork(STATIONS, 1));
    }
}
