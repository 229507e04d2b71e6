package org.dosi.kernel.air;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// One pollutant as the whole network sees it: level, background, what is usual, what is high.
///
/// @param good values by station and hour without the suspect ones and those of disturbed hours
/// @param median of the good stations, NaN where fewer than a third of the stations that ever measure do
/// @param smooth the running median of three hours of `median`
/// @param usual the median of `median` over the same hour of the day in the same month; where that month
///     has fewer than five such days, over all days
/// @param high an episode begins above it
/// @param low and ends below it
/// @param rare the 98th percentile of `smooth`, whatever the law says
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
record NetworkSignal(
        SubstanceHours source,
        double[][] good,
        double[] median,
        double[] smooth,
        NetworkBaseline.Result baseline,
        double[] usual,
        double high,
        double low,
        double rare) {

    /// An episode is among the highest hours of the record: at most five in a hundred of them, at least two
    /// in a hundred. Between the two the law's limit decides.
    private static final double MOST_OFTEN = 0.95;

    private static final double LEAST_OFTEN = 0.98;
    /// What stays below half of the limit is no episode, however rare it is here.
    private static final double LEAST_OF_LIMIT = 0.5;
    private static final int SEASON_HOURS = Episodes.SEASON_DAYS * 24;

    /// The highest hours of a record in which nothing happens are ordinary hours, too: an episode is half
    /// as much again as the median, and its shoulders are above the median.
    private static final double TIMES_MIDDLE = 1.5;

    private static final double SHOULDER_OF_MIDDLE = 1.2;
    private static final double SHOULDER = 0.7;
    private static final int SMOOTHING_HOURS = 3;
    private static final int FEWEST_DAYS = 5;

    /// @param disturbed by station and hour: how many pollutants are marked as a spike, out of range or bad
    ///     by status
    static NetworkSignal of(SubstanceHours source, NetworkHours network, int[][] disturbed) {
        double[][] good = good(source, disturbed);
        double[] median = median(good, network.hours());
        double[] smooth = RunningMedian.of(median, SMOOTHING_HOURS);
        double rare = Quantiles.of(smooth, LEAST_OFTEN);
        double middle = Quantiles.of(smooth, 0.5);
        double high = high(smooth, source.limit(), rare, middle);
        double low = Math.max(SHOULDER * high, Math.min(high, SHOULDER_OF_MIDDLE * middle));
        NetworkBaseline.Result baseline =
                NetworkBaseline.of(good, source.substance().baselineEnd(), NetworkBaseline.Settings.STANDARD);
        double[] usual = usual(median, network);
        return new NetworkSignal(source, good, median, smooth, baseline, usual, high, low, rare);
    }

    Substance substance() {
        return source.substance();
    }

    /// How much of what the stations measured in these hours is local; for ozone how much of the background
    /// the city ate.
    LocalShare localShare(int start, int end) {
        double[] local = new double[end - start];
        double[] whole = new double[end - start];
        boolean lower = source.substance().baselineEnd() == NetworkBaseline.End.LOWER;
        for (int h = start; h < end; h++) {
            double mean = mean(h);
            double background = baseline.background()[h];
            local[h - start] = lower ? mean - background : background - mean;
            whole[h - start] = lower ? mean : background;
        }
        double[] noise = Arrays.copyOfRange(baseline.standardError(), start, end);
        return LocalShare.of(local, whole, noise, 0, end - start);
    }

    private double mean(int hour) {
        double sum = 0;
        int count = 0;
        for (double[] row : good) {
            if (Double.isFinite(row[hour])) {
                sum += row[hour];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// The good values of hours in which no other pollutant of the station is disturbed: calibration gas
    /// and repair change all of them, the one a little less than the other.
    private static double[][] good(SubstanceHours source, int[][] disturbed) {
        double[][] good = source.good();
        for (int s = 0; s < good.length; s++) {
            for (int h = 0; h < good[s].length; h++) {
                good[s][h] = disturbed[s][h] > 0 ? Double.NaN : good[s][h];
            }
        }
        return good;
    }

    private static double[] median(double[][] good, int hours) {
        long active = Arrays.stream(good)
                .filter(row -> Arrays.stream(row).anyMatch(Double::isFinite))
                .count();
        double[] median = new double[hours];
        double[] scratch = new double[good.length];
        for (int h = 0; h < hours; h++) {
            int count = 0;
            for (double[] row : good) {
                if (Double.isFinite(row[h])) {
                    scratch[count++] = row[h];
                }
            }
            median[h] = count > 0 && 3L * count >= active ? Quantiles.median(scratch, count) : Double.NaN;
        }
        return median;
    }

    private static double high(double[] smooth, double limit, double rare, double middle) {
        long known = Arrays.stream(smooth).filter(Double::isFinite).count();
        if (known < SEASON_HOURS && !Double.isNaN(limit)) {
            return limit;
        }
        double common = Quantiles.of(smooth, MOST_OFTEN);
        double lawful =
                Double.isNaN(limit) ? rare : Math.max(LEAST_OF_LIMIT * limit, Math.min(rare, Math.max(common, limit)));
        return Math.max(lawful, TIMES_MIDDLE * middle);
    }

    /// What is usual at each hour: see the record.
    static double[] usual(double[] value, NetworkHours network) {
        double[] bySlot = new double[13 * 24];
        double[] byHour = new double[24];
        double[] scratch = new double[value.length];
        for (int slot = 0; slot < bySlot.length; slot++) {
            int count = 0;
            for (int h = 0; h < value.length; h++) {
                boolean here = network.hourOfDay()[h] == slot % 24 && (slot < 24 || network.month()[h] == slot / 24);
                if (here && Double.isFinite(value[h])) {
                    scratch[count++] = value[h];
                }
            }
            if (slot < 24) {
                byHour[slot] = Quantiles.median(scratch, count);
            }
            bySlot[slot] = count < FEWEST_DAYS ? byHour[slot % 24] : Quantiles.median(scratch, count);
        }
        double[] usual = new double[value.length];
        for (int h = 0; h < value.length; h++) {
            usual[h] = bySlot[24 * network.month()[h] + network.hourOfDay()[h]];
        }
        return usual;
    }
}
