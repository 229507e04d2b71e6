package org.dosi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dosi.kernel.factors.FactorBootstrap;
import org.dosi.kernel.factors.FactorDisplacement;
import org.dosi.kernel.factors.Factorisation;
import org.dosi.kernel.factors.FitSettings;
import org.dosi.kernel.factors.HeldSolution;
import org.dosi.kernel.factors.PositiveMatrixFactorisation;
import org.dosi.kernel.factors.Samples;
import org.dosi.kernel.factors.Starts;
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

/// Positive matrix factorisation of the Baton Rouge data, 307 samples of 41 species, 6 factors. Each call takes
/// another seed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
public class AirFactorsBench {
    private static final Path FOLDER = Path.of("src/test/resources/reference/air/pmf");
    private static final FitSettings SETTINGS = FitSettings.of(6, false);

    private Samples samples;
    private Factorisation base;
    private long seed;

    @Setup(Level.Trial)
    public void read() throws IOException {
        double[][] x = table(FOLDER.resolve("Dataset-BatonRouge-con.csv"));
        double[][] u = table(FOLDER.resolve("Dataset-BatonRouge-unc.csv"));
        samples = new Samples(x.length, x[0].length, flat(x), flat(u));
        base = PositiveMatrixFactorisation.fromStarts(samples, SETTINGS, 20, 42).best();
    }

    @Benchmark
    public Starts twentyStarts() {
        return PositiveMatrixFactorisation.fromStarts(samples, SETTINGS, 20, seed++);
    }

    @Benchmark
    public Starts hundredStarts() {
        return PositiveMatrixFactorisation.fromStarts(samples, SETTINGS, 100, seed++);
    }

    @Benchmark
    public Starts twentyRobustStarts() {
        return PositiveMatrixFactorisation.fromStarts(samples, FitSettings.of(6, true), 20, seed++);
    }

    @Benchmark
    public FactorBootstrap.Mapped hundredResamples() {
        return FactorBootstrap.resample(samples, SETTINGS, HeldSolution.free(base), 100, 3, seed++, () -> {});
    }

    @Benchmark
    public FactorDisplacement.Intervals displacement() {
        boolean[] active = new boolean[samples.species()];
        Arrays.fill(active, true);
        return FactorDisplacement.displace(
                samples, SETTINGS, HeldSolution.free(base), FactorDisplacement.levels(), active, () -> {});
    }

    private static double[][] table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Stream.of(line.split(","))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
