package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The test of a direction against chance: within each season the weeks of wind change places, while the
/// concentrations stay.
///
/// If the wind's direction does not matter, an exchange of whole weeks changes nothing that can be seen:
/// hour of the day, day of the week and season are kept, and so is the course of both within the week,
/// whereas the pairing of concentration and direction is broken. The statistic is the highest of the 36
/// directional sums of `ratio - 1`, each measured in its own standard deviations over all exchanges
/// (max-T; Westfall and Young 1993, Resampling-Based Multiple Testing, section 2.3), so the choice of the
/// direction is part of the chance.
///
/// The sums of every week of ratios with every week of wind of its season are made once; an exchange is
/// then a sum of as many vectors as there are weeks. Time O(weeks · 10 · 168 + permutations · weeks ·
/// 36).
final class WeekExchange {
    private static final int COUNT = DirectionNodes.COUNT;

    /// Sums of ratios that never differ are rounding.
    private static final double ROUNDING = 1e-9;

    private final int[] start;
    private final double[] pairs;
    private final int[] pairsAt;

    WeekExchange(DirectionHours hours, DirectionNodes nodes, double capShare) {
        double[] ratio = hours.ratioWithoutDirection(capShare);
        int weeks = hours.seasonOfWeek.length;
        int seasons = weeks == 0 ? 0 : hours.seasonOfWeek[weeks - 1] + 1;
        start = new int[seasons + 1];
        for (int season : hours.seasonOfWeek) {
            start[season + 1]++;
        }
        pairsAt = new int[seasons];
        int size = 0;
        for (int s = 0; s < seasons; s++) {
            pairsAt[s] = size;
            size += start[s + 1] * start[s + 1] * COUNT;
            start[s + 1] += start[s];
        }
        pairs = new double[size];
        for (int s = 0; s < seasons; s++) {
            int inSeason = start[s + 1] - start[s];
            for (int pair = 0; pair < inSeason * inSeason; pair++) {
                sum(
                        ratio,
                        hours.windFromDeg,
                        nodes,
                        start[s] + pair / inSeason,
                        start[s] + pair % inSeason,
                        pairsAt[s] + pair * COUNT);
            }
        }
    }

    private void sum(double[] ratios, double[] winds, DirectionNodes nodes, int ratioWeek, int windWeek, int at) {
        int week = DirectionHours.HOURS_PER_WEEK;
        double[] sums = new double[COUNT];
        for (int h = 0; h < week; h++) {
            double ratio = ratios[ratioWeek * week + h];
            double direction = winds[windWeek * week + h];
            if (!Double.isNaN(ratio) && !Double.isNaN(direction)) {
                DirectionNodes.add(sums, 0, direction, ratio - 1);
            }
        }
        nodes.smooth(sums, 0, pairs, at);
    }

    /// The p value of the highest sum; NaN if no node is allowed or there is no whole week.
    double pValue(boolean[] allowed, int permutations, SplittableRandom random) {
        int seasons = pairsAt.length;
        if (seasons == 0) {
            return Double.NaN;
        }
        int[][] order = new int[seasons][];
        for (int s = 0; s < seasons; s++) {
            order[s] = new int[start[s + 1] - start[s]];
            for (int i = 0; i < order[s].length; i++) {
                order[s][i] = i;
            }
        }
        double[] sums = new double[(permutations + 1) * COUNT];
        add(order, sums, 0);
        for (int p = 1; p <= permutations; p++) {
            for (int[] weeks : order) {
                shuffle(weeks, random);
            }
            add(order, sums, p * COUNT);
        }
        double[] highest = highest(sums, allowed);
        int asHigh = 0;
        for (double value : highest) {
            asHigh += value >= highest[0] ? 1 : 0;
        }
        return Double.isNaN(highest[0]) ? Double.NaN : asHigh / (permutations + 1.0);
    }

    private void add(int[][] order, double[] sums, int at) {
        for (int s = 0; s < order.length; s++) {
            int[] weeks = order[s];
            for (int i = 0; i < weeks.length; i++) {
                int pair = pairsAt[s] + (i * weeks.length + weeks[i]) * COUNT;
                for (int n = 0; n < COUNT; n++) {
                    sums[at + n] += pairs[pair + n];
                }
            }
        }
    }

    private static void shuffle(int[] array, SplittableRandom random) {
        for (int i = array.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = array[i];
            array[i] = array[j];
            array[j] = swap;
        }
    }

    /// For the sums as they are and for every exchange the highest standardised sum of the allowed nodes.
    /// The sums as they are count among the draws, so that mean and deviation favour none.
    private static double[] highest(double[] sums, boolean[] allowed) {
        int draws = sums.length / COUNT;
        double[] highest = new double[draws];
        Arrays.fill(highest, Double.NaN);
        for (int n = 0; n < COUNT; n++) {
            double mean = 0;
            double square = 0;
            for (int d = 0; d < draws; d++) {
                mean += sums[d * COUNT + n];
            }
            mean /= draws;
            for (int d = 0; d < draws; d++) {
                double off = sums[d * COUNT + n] - mean;
                square += off * off;
            }
            double deviation = Math.sqrt(square / draws);
            for (int d = 0; d < draws && allowed[n]; d++) {
                double value = deviation > ROUNDING ? (sums[d * COUNT + n] - mean) / deviation : 0;
                highest[d] = highest[d] >= value ? highest[d] : value;
            }
        }
        return highest;
    }
}
