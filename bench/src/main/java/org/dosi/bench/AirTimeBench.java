package org.dosi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.AnnualOptions;
import org.dosi.kernel.air.AnnualStatistics;
import org.dosi.kernel.air.GroupIntervals;
import org.dosi.kernel.air.HourSeries;
import org.dosi.kernel.air.LimitKind;
import org.dosi.kernel.air.PeriodTrend;
import org.dosi.kernel.air.TimeVariation;
import org.dosi.kernel.air.VariationPart;
import org.dosi.kernel.air.YearStatistics;
import org.dosi.kernel.stat.Alignment;
import org.dosi.kernel.stat.BootstrapPlan;
import org.dosi.kernel.stat.RobustTrend;
import org.dosi.kernel.stat.SmoothTrend;
import org.dosi.kernel.stat.StlSpans;
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

/// The kernels of time on the 65,533 hours of Marylebone Road; monthly means are part of the trends.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class AirTimeBench {
    private static final List<String> POLLUTANTS = List.of("nox", "no2", "o3", "pm10", "so2", "co", "pm25");
    private static final AnnualOptions ANNUAL = new AnnualOptions(
            0.75,
            Alignment.CENTRE,
            new double[] {95, 99},
            List.of(
                    new AirLimit(LimitKind.HOUR, 200, 99.9),
                    new AirLimit(LimitKind.DAY, 50, 99),
                    new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 100, 100),
                    new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 120, 100)),
            AnnualOptions.Aot.OPENAIR);

    private final List<HourSeries> series = new ArrayList<>();

    @Setup(Level.Trial)
    public void read() throws IOException {
        Path file = Path.of("demo/air/london-1998-2005/mydata.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> head = Arrays.asList(lines.readLine().split(",", -1));
            List<String[]> rows = lines.lines().map(line -> line.split(",", -1)).toList();
            long[] hours = rows.stream()
                    .mapToLong(row -> LocalDateTime.parse(row[0]).toEpochSecond(ZoneOffset.UTC) / 3600)
                    .toArray();
            for (String pollutant : POLLUTANTS) {
                int at = head.indexOf(pollutant);
                double[] values = rows.stream()
                        .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
                        .toArray();
                series.add(HourSeries.of(hours, values));
            }
        }
    }

    @Benchmark
    public List<GroupIntervals> variationOfMeans() {
        List<GroupIntervals> parts = new ArrayList<>();
        for (VariationPart part : VariationPart.values()) {
            parts.add(TimeVariation.means(series.getFirst(), part, 0.95));
        }
        return parts;
    }

    @Benchmark
    public List<GroupIntervals> variationOfMedians() {
        List<GroupIntervals> parts = new ArrayList<>();
        for (VariationPart part : VariationPart.values()) {
            parts.add(TimeVariation.medians(series.getFirst(), part, 0.95));
        }
        return parts;
    }

    @Benchmark
    public List<List<YearStatistics>> annualStatisticsOfSevenPollutants() {
        return series.stream().map(one -> AnnualStatistics.of(one, ANNUAL)).toList();
    }

    @Benchmark
    public RobustTrend theilSen() {
        return PeriodTrend.theilSen(months(series.getFirst()), BootstrapPlan.independent());
    }

    /// Ozone's July of 1998 is missing: the structural model fills it.
    @Benchmark
    public RobustTrend theilSenWithAMissingMonth() {
        return PeriodTrend.theilSen(months(series.get(2)), BootstrapPlan.independent());
    }

    @Benchmark
    public SmoothTrend smoothTrendWithBlockBootstrap() {
        return PeriodTrend.smooth(months(series.getFirst()), 10, 100, BootstrapPlan.blocks(90));
    }

    private static PeriodTrend.Prepared months(HourSeries of) {
        TreeMap<Long, double[]> sums = new TreeMap<>();
        double[] values = of.values();
        for (int h = 0; h < values.length; h += HourSeries.HOURS_A_DAY) {
            double[] sum = sums.computeIfAbsent(
                    of.date(h).withDayOfMonth(1).toEpochDay(), day -> new double[2]);
            for (int i = h; i < Math.min(values.length, h + HourSeries.HOURS_A_DAY); i++) {
                if (Double.isFinite(values[i])) {
                    sum[0] += values[i];
                    sum[1]++;
                }
            }
        }
        double[] days = sums.keySet().stream().mapToDouble(day -> day).toArray();
        double[] means = sums.values().stream().mapToDouble(s -> s[0] / s[1]).toArray();
        return PeriodTrend.prepare(days, means, true, StlSpans.OPENAIR);
    }
}
