package org.dosi.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dosi.kernel.wind.CellStatistic;
import org.dosi.kernel.wind.PolarBins;
import org.dosi.kernel.wind.PolarPairs;
import org.dosi.kernel.wind.PolarSmoothing;
import org.dosi.kernel.wind.PolarSurface;
import org.dosi.kernel.wind.WindRegression;
import org.dosi.model.TimeTable;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;
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

/// Polar plots of the 65,533 hours of Marylebone Road, from hours to surface with its standard error.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = {"-Xmx352m", "-XX:+UseSerialGC"})
public class AirPolarBench {
    private double[] speed;
    private double[] from;
    private double[] nox;
    private double[] pm10;
    private double[] pm25;

    @Setup(Level.Trial)
    public void read() {
        TimeTable table = PlainTable.read(
                new SourceFile(Path.of("demo/air/london-1998-2005/mydata.csv.gz")),
                new PlainTable.Request(
                        "date_gmt", null, List.of("ws", "wd", "nox", "pm10", "pm25"), null, null));
        speed = table.values("ws");
        from = table.values("wd");
        nox = table.values("nox");
        pm10 = table.values("pm10");
        pm25 = table.values("pm25");
    }

    @Benchmark
    public PolarSurface mean() {
        return surface(CellStatistic.Plain.MEAN, PolarSurface.Smoother.DISC, PolarSurface.Scale.SQUARE_ROOT);
    }

    @Benchmark
    public PolarSurface probability() {
        return surface(CellStatistic.Probability.above(0.9), PolarSurface.Smoother.DISC, PolarSurface.Scale.SHARE);
    }

    @Benchmark
    public PolarSurface thinPlate() {
        return surface(CellStatistic.Plain.MEAN, PolarSurface.Smoother.THIN_PLATE, PolarSurface.Scale.SQUARE_ROOT);
    }

    private PolarSurface surface(
            CellStatistic statistic, PolarSurface.Smoother smoother, PolarSurface.Scale scale) {
        return PolarSmoothing.smooth(
                PolarBins.of(speed, from, nox, statistic), PolarSurface.Options.of(smoother, scale));
    }

    @Benchmark
    public WindRegression regression() {
        return WindRegression.of(speed, from, nox, WindRegression.Options.USUAL);
    }

    @Benchmark
    public PolarSurface robustSlope() {
        return PolarSmoothing.smooth(
                PolarPairs.of(
                        speed, from, pm25, pm10, PolarPairs.Statistic.ROBUST_SLOPE, PolarPairs.Options.USUAL),
                PolarSurface.Options.of(PolarSurface.Smoother.DISC, PolarSurface.Scale.LINEAR));
    }
}
