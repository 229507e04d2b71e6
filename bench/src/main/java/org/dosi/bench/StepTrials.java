package org.dosi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.time.NormalisedTrendAnalysis;
import org.dosi.analysis.air.time.NormalisedTrendFound;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.NormalisedTrendParameters;
import org.dosi.kernel.stat.BinnedFeatures;
import org.dosi.kernel.stat.BoostedTrees;
import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;

/// How often `normalised-trend` sees a step where there is none, and finds one that was put there: a known step in
/// real weather and real noise.
///
/// The concentration is taken apart into what hour, weekday, season and weather say (trees without any trend, each
/// fortnight from a model that has not seen it) and the rest, less the mean of each 52 weeks. A trial keeps the
/// weather and what it says, and puts the rest together anew from blocks of the same part of other years; a block
/// begins on the same weekday and hour. Then a step is added at a random date, or none.
///
/// What changed for good within a year stays in the rest, so take years without a known change.
///
/// Arguments: FILE TIME SPEED DIRECTION VALUE YEARS BLOCK_DAYS TRIALS SEED STEP…, where a STEP is a share of the
/// mean, such as -0.1, 0 for none. One line a trial, then the rates.
public final class StepTrials {
    private static final int WEEK = 7 * 24;
    private static final int YEAR = 52 * WEEK;
    private static final int FOLDS = 5;
    private static final int FORTNIGHT = 2 * WEEK;
    /// A step counts as found within so many weeks of its date.
    private static final int NEAR_WEEKS = 8;

    private final TimeTable table;
    private final Series.Wind wind;
    private final double[] said;
    private final double[] rest;
    private final double mean;

    private StepTrials(TimeTable table, Series.Wind wind, double[] value) {
        this.table = table;
        this.wind = wind;
        this.said = new double[value.length];
        this.mean = Arrays.stream(value).filter(Double::isFinite).average().orElseThrow();
        this.rest = rest(value);
    }

    public static void main(String[] args) {
        List<String> columns = List.of(args[2], args[3], args[4]);
        TimeTable table = complete(PlainTable.read(
                new SourceFile(Path.of(args[0])), new PlainTable.Request(args[1], null, columns, null, null)));
        Series.Wind wind = Series.Wind.of(table.values(args[2]), table.values(args[3]), Double.NaN, args[2], args[3]);
        StepTrials trials = new StepTrials(table, wind, table.values(args[4]));
        int hours = Math.min(table.size(), (int) Math.round(Double.parseDouble(args[5]) * 365.25 * 24));
        int blockHours = Integer.parseInt(args[6]) * 24;
        for (int s = 9; s < args.length; s++) {
            trials.run(
                    Double.parseDouble(args[s]),
                    hours,
                    blockHours,
                    Integer.parseInt(args[7]),
                    Long.parseLong(args[8]));
        }
    }

    /// Every hour from the first to the last.
    private static TimeTable complete(TimeTable table) {
        long[] start = table.startS();
        int hours = (int) ((start[start.length - 1] - start[0]) / 3600) + 1;
        long[] all = new long[hours];
        Arrays.setAll(all, h -> start[0] + 3600L * h);
        List<TimeTable.Column> columns = new ArrayList<>();
        for (TimeTable.Column column : table.columns()) {
            double[] values = new double[hours];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < start.length; i++) {
                values[(int) ((start[i] - start[0]) / 3600)] = column.values()[i];
            }
            columns.add(new TimeTable.Column(column.id(), column.name(), column.unit(), values));
        }
        return new TimeTable(table.zone(), 3600, all, columns);
    }

    /// What trees without a trend leave; fills `said`.
    private double[] rest(double[] value) {
        int hours = value.length;
        double[][] features = new double[6][hours];
        for (int h = 0; h < hours; h++) {
            long hour = table.startS()[h] / 3600;
            features[0][h] = Math.floorMod(hour, 24L);
            features[1][h] = Math.floorMod(hour / 24 + 3, 7L);
            features[2][h] = Math.floorMod(hour, 8766L) / WEEK;
            features[3][h] = wind.speedMPerS()[h];
            features[4][h] = Math.sin(Math.toRadians(wind.fromDeg()[h]));
            features[5][h] = Math.cos(Math.toRadians(wind.fromDeg()[h]));
        }
        if (hours < 2 * YEAR) {
            // Too short to know a season: as in the analysis, none is asked for.
            features = IntStream.of(0, 1, 3, 4, 5).mapToObj(Arrays.asList(features)::get).toArray(double[][]::new);
        }
        BinnedFeatures binned = BinnedFeatures.of(features);
        BoostingParameters boosting = NormalisedTrendParameters.usual(1).boosting();
        double[] rest = new double[hours];
        Arrays.fill(rest, Double.NaN);
        for (int k = 0; k < FOLDS; k++) {
            int fold = k;
            int[] held = IntStream.range(0, hours).filter(h -> h / FORTNIGHT % FOLDS == fold).toArray();
            int[] heldUsed = Arrays.stream(held).filter(h -> Double.isFinite(value[h])).toArray();
            int[] used = IntStream.range(0, hours)
                    .filter(h -> h / FORTNIGHT % FOLDS != fold && Double.isFinite(value[h]))
                    .toArray();
            double[][] rows = Arrays.stream(features)
                    .map(column -> Arrays.stream(held).mapToDouble(h -> column[h]).toArray())
                    .toArray(double[][]::new);
            double[] predicted =
                    BoostedTrees.fit(binned, value, used, heldUsed, boosting).trees().predict(rows);
            for (int i = 0; i < held.length; i++) {
                said[held[i]] = predicted[i];
                rest[held[i]] = value[held[i]] - predicted[i];
            }
        }
        for (int from = 0; from < hours; from += YEAR) {
            int to = Math.min(hours, from + YEAR);
            double level = Arrays.stream(rest, from, to)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(0);
            for (int h = from; h < to; h++) {
                rest[h] -= level;
            }
        }
        return rest;
    }

    private void run(double share, int hours, int blockHours, int trials, long seed) {
        double[] alphas = {0.01, 0.05, 0.1};
        int[] alarms = new int[alphas.length];
        int found = 0;
        int dated = 0;
        int sized = 0;
        int besides = 0;
        int cannotTell = 0;
        for (int t = 0; t < trials; t++) {
            SplittableRandom random = new SplittableRandom(1_000_003 * seed + t);
            int first = random.nextInt(Math.max(1, (table.size() - hours) / WEEK + 1)) * WEEK;
            int step = hours / 5 + random.nextInt(3 * hours / 5);
            double[] made = made(first, hours, blockHours, random);
            for (int h = step; h < hours; h++) {
                made[h] += share * mean;
            }
            NormalisedTrendFound answer = find(first, made);
            cannotTell += answer.skill().suffices() ? 0 : 1;
            for (int a = 0; a < alphas.length; a++) {
                alarms[a] += answer.steps().p() <= alphas[a] ? 1 : 0;
            }
            long at = table.startS()[first + step];
            List<NormalisedTrendFound.Step> steps = answer.steps().steps();
            NormalisedTrendFound.Step near = steps.stream()
                    .filter(each -> Math.abs(each.atS() - at) <= NEAR_WEEKS * 7 * 86_400L
                            && each.change().size() * share > 0)
                    .findFirst()
                    .orElse(null);
            besides += steps.size() - (near == null ? 0 : 1);
            if (near != null) {
                found++;
                dated += near.earliestS() <= at && at <= near.latestS() + 7 * 86_400L ? 1 : 0;
                sized += near.change().lower() <= share * mean && share * mean <= near.change().upper() ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "step %+.2f trial %d p %.3f r2 %.2f autocorrelation %.2f steps %d%s%n",
                    share,
                    t + 1,
                    answer.steps().p(),
                    answer.skill().r2(),
                    answer.steps().autocorrelation(),
                    steps.size(),
                    near == null
                            ? ""
                            : String.format(Locale.ROOT, " size %.1f of %.1f", near.change().size(), share * mean));
        }
        System.out.printf(
                Locale.ROOT,
                "step %+.2f of the mean %.1f, %d trials: p <= 0.01 in %d, <= 0.05 in %d, <= 0.1 in %d; found within %d"
                        + " weeks %d (date inside its interval %d, size inside %d), other steps %d, cannot tell %d%n",
                share,
                mean,
                trials,
                alarms[0],
                alarms[1],
                alarms[2],
                NEAR_WEEKS,
                found,
                dated,
                sized,
                besides,
                cannotTell);
    }

    /// The weather's word, and the rest from blocks of the same weeks of other years.
    private double[] made(int first, int hours, int blockHours, SplittableRandom random) {
        double[] made = new double[hours];
        int years = Math.max(1, table.size() / YEAR);
        boolean manyYears = years > 1;
        for (int from = 0; from < hours; from += blockHours) {
            int place = (first + from) % YEAR;
            int weeks = Math.max(1, (table.size() - blockHours) / WEEK);
            int source = manyYears ? place + random.nextInt(years) * YEAR : random.nextInt(weeks) * WEEK + place % WEEK;
            for (int h = from; h < Math.min(hours, from + blockHours); h++) {
                int other = (source + h - from) % table.size();
                made[h] = said[first + h] + rest[other];
            }
        }
        return made;
    }

    private NormalisedTrendFound find(int first, double[] made) {
        int to = first + made.length;
        TimeTable own = new TimeTable(
                table.zone(),
                3600,
                Arrays.copyOfRange(table.startS(), first, to),
                List.of(new TimeTable.Column("made", Name.of("made"), "", made)));
        Series series = new Series(
                own,
                Name.of("made"),
                new Series.Wind(
                        Arrays.copyOfRange(wind.speedMPerS(), first, to),
                        Arrays.copyOfRange(wind.fromDeg(), first, to),
                        Arrays.copyOfRange(wind.calm(), first, to),
                        wind.speedId(),
                        wind.directionId()),
                List.of());
        NormalisedTrendAnalysis analysis = new NormalisedTrendAnalysis();
        return analysis.find(new Made(series), new Settings(analysis.parameters(), Map.of("refits", "0")));
    }

    /// A made series as data.
    private record Made(Series made) implements AirData {
        @Override
        public List<String> values() {
            return List.of("made");
        }

        @Override
        public Series series(List<String> values, Need wind, List<String> others) {
            return made;
        }

        @Override
        public Network network(String value, Need wind) {
            throw new UnsupportedOperationException("one place alone");
        }

        @Override
        public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
            return new Provenance(analysis, inputs, null, null, parameters, "");
        }
    }
}
