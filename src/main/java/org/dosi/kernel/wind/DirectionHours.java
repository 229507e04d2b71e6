package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// The hours laid out without gaps from the first day's first hour, each with its class of season and
/// hour, and of wind speed and part of the day.
final class DirectionHours {
    static final int HOURS_PER_WEEK = 168;
    /// A season is short enough that its weeks may change places, and long enough for 3,628,800 orders of
    /// them.
    private static final int WEEKS_PER_SEASON = 10;

    private static final int SPEED_CLASSES = 6;
    private static final int PARTS_OF_DAY = 4;
    static final int SPEED_PARTS = PARTS_OF_DAY * (SPEED_CLASSES + 1);
    /// The classes are nearly orthogonal: the fourth round changes the fifth digit.
    private static final int ROUNDS = 5;

    /// Concentration; NaN where missing.
    final double[] value;
    /// NaN where the wind has no direction or is too slow.
    final double[] windFromDeg;

    final int days;
    /// For each whole week its season; they ascend.
    final int[] seasonOfWeek;
    /// Number of classes of season and hour.
    final int seasonHours;

    final int[] seasonHour;
    final int[] speedPart;

    DirectionHours(DirectionSeries series, double leastSpeedMPerS) {
        int rows = series.localHour().length;
        long first = rows == 0 ? 0 : Math.floorDiv(series.localHour()[0], 24L);
        long last = rows == 0 ? -1 : Math.floorDiv(series.localHour()[rows - 1], 24L);
        days = Math.toIntExact(last - first + 1);
        value = missing(days * 24);
        windFromDeg = missing(days * 24);
        double[] speed = missing(days * 24);
        for (int i = 0; i < rows; i++) {
            int at = (int) (series.localHour()[i] - first * 24);
            double found = series.concentration()[i];
            value[at] = Double.isFinite(found) ? found : Double.NaN;
            double moving = series.windSpeedMPerS()[i];
            if (moving >= leastSpeedMPerS && Double.isFinite(moving) && Double.isFinite(series.windFromDeg()[i])) {
                windFromDeg[at] = series.windFromDeg()[i];
                speed[at] = moving;
            }
        }
        int weeks = days / 7;
        int seasons = Math.max(1, Math.round((float) weeks / WEEKS_PER_SEASON));
        seasonOfWeek = new int[weeks];
        Arrays.setAll(seasonOfWeek, week -> week * seasons / weeks);
        seasonHours = seasons * 24;
        seasonHour = new int[value.length];
        speedPart = new int[value.length];
        classify(speed);
    }

    private static double[] missing(int length) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        return array;
    }

    private void classify(double[] speed) {
        double[] sorted =
                Arrays.stream(speed).filter(s -> !Double.isNaN(s)).sorted().toArray();
        double[] bounds = new double[SPEED_CLASSES - 1];
        Arrays.setAll(bounds, i -> Quantiles.ofSorted(sorted, (i + 1.0) / SPEED_CLASSES));
        for (int h = 0; h < value.length; h++) {
            int week = Math.min(h / HOURS_PER_WEEK, seasonOfWeek.length - 1);
            int hour = h % 24;
            seasonHour[h] = (week < 0 ? 0 : seasonOfWeek[week]) * 24 + hour;
            speedPart[h] = hour * PARTS_OF_DAY / 24 * (SPEED_CLASSES + 1) + speedClass(speed[h], bounds);
        }
    }

    /// 0 is no usable wind.
    private static int speedClass(double speed, double[] bounds) {
        if (Double.isNaN(speed)) {
            return 0;
        }
        int at = 0;
        while (at < bounds.length && speed > bounds[at]) {
            at++;
        }
        return at + 1;
    }

    /// Concentration over what season, hour and wind speed alone let expect; NaN where either is missing.
    /// The mean in every class is 1. Still hours are in it, as a class of speed: an exchange of weeks may
    /// give them wind.
    double[] ratioWithoutDirection(double capShare) {
        double[] ratio = value.clone();
        level(ratio);
        double cap = Quantiles.of(ratio, capShare);
        for (int h = 0; h < ratio.length; h++) {
            ratio[h] = ratio[h] > cap ? cap : ratio[h];
        }
        level(ratio);
        return ratio;
    }

    private void level(double[] ratio) {
        for (int round = 0; round < ROUNDS; round++) {
            divideByMean(ratio, seasonHour, seasonHours);
            divideByMean(ratio, speedPart, SPEED_PARTS);
        }
    }

    private static void divideByMean(double[] ratio, int[] classOf, int classes) {
        double[] sum = new double[classes];
        int[] count = new int[classes];
        for (int h = 0; h < ratio.length; h++) {
            if (!Double.isNaN(ratio[h])) {
                sum[classOf[h]] += ratio[h];
                count[classOf[h]]++;
            }
        }
        for (int h = 0; h < ratio.length; h++) {
            double mean = sum[classOf[h]] / count[classOf[h]];
            // A class without any of the substance expects none: nothing can be compared with it.
            ratio[h] = mean > 0 ? ratio[h] / mean : Double.NaN;
        }
    }
}
