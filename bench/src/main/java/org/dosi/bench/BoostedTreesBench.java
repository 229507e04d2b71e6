package org.dosi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.dosi.kernel.air.NormalisedTrend;
import org.dosi.kernel.air.NormalisedTrendParameters;
import org.dosi.kernel.stat.BinnedFeatures;
import org.dosi.kernel.stat.BoostedTrees;
import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.kernel.stat.Loss;
import org.dosi.kernel.stat.TreeEnsemble;
import org.dosi.kernel.stat.TreeShape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Boosted trees on Friedman's function, thirty features: binning, one hundred trees of 63 leaves,
/// prediction; and a normalised trend of as many hours with its twenty refits.
///
/// 1,800,000 rows are the size of all hourly series of a city's traffic counters over ten months; 65,533
/// those of one station's eight years.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = {"-Xmx3g"})
public class BoostedTreesBench {
    private static final int FEATURES = 30;
    private static final BoostingParameters HUNDRED_TREES = new BoostingParameters(
            100, 0.1, 0.7, 30, new Loss.Squared(), new TreeShape(63, 32, 20, 1, 0.7), 1);

    @Param({"8760", "65533", "1800000"})
    private int rows;

    private double[][] columns;
    private double[] target;
    private BinnedFeatures features;
    private TreeEnsemble trees;

    @Setup(Level.Trial)
    public void make() {
        SplittableRandom random = new SplittableRandom(7);
        columns = new double[FEATURES][rows];
        target = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (double[] column : columns) {
                column[i] = random.nextDouble();
            }
            target[i] = 10 * Math.sin(Math.PI * columns[0][i] * columns[1][i])
                    + 20 * Math.pow(columns[2][i] - 0.5, 2)
                    + 10 * columns[3][i]
                    + 5 * columns[4][i]
                    + random.nextGaussian();
        }
        features = BinnedFeatures.of(columns);
        trees = fit();
    }

    @Benchmark
    public BinnedFeatures bin() {
        return BinnedFeatures.of(columns);
    }

    @Benchmark
    public TreeEnsemble fit() {
        return BoostedTrees.fit(features, target, HUNDRED_TREES);
    }

    @Benchmark
    public double[] predict() {
        return trees.predict(columns);
    }

    /// Six weathers; of the largest size it would be two hundred years, so it is left out there.
    @Benchmark
    public NormalisedTrend.Result normalisedTrend() {
        int hours = Math.min(rows, 65_533);
        long[] hour = new long[hours];
        double[][] weather = new double[6][];
        for (int f = 0; f < weather.length; f++) {
            weather[f] = Arrays.copyOf(columns[f], hours);
        }
        for (int i = 0; i < hours; i++) {
            hour[i] = 245_000 + i;
        }
        return NormalisedTrend.of(
                        hour,
                Arrays.copyOf(target, hours),
                weather,
                List.of(new int[] {0, hours}),
                NormalisedTrendParameters.usual(1));
    }
}
