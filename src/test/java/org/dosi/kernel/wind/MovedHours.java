package org.dosi.kernel.wind;

import java.util.SplittableRandom;

/// The slow and obvious twin of [WeekExchange]: it moves the hours of wind and sums anew.
final class MovedHours {
    private static final int COUNT = DirectionNodes.COUNT;

    private MovedHours() {}

    static double pValue(DirectionHours hours, DirectionNodes nodes, int permutations, SplittableRandom random) {
        double[] ratio = hours.ratioWithoutDirection(0.99);
        int[] season = hours.seasonOfWeek;
        int[] windWeek = new int[season.length];
        for (int w = 0; w < windWeek.length; w++) {
            windWeek[w] = w;
        }
        double[][] sums = new double[permutations + 1][];
        for (int draw = 0; draw <= permutations; draw++) {
            if (draw > 0) {
                shuffleSeasons(windWeek, season, random);
            }
            double[] raw = new double[COUNT];
            for (int h = 0; h < season.length * 168; h++) {
                double wind = hours.windFromDeg[windWeek[h / 168] * 168 + h % 168];
                if (!Double.isNaN(wind) && !Double.isNaN(ratio[h])) {
                    DirectionNodes.add(raw, 0, wind, ratio[h] - 1);
                }
            }
            sums[draw] = new double[COUNT];
            nodes.smooth(raw, 0, sums[draw], 0);
        }
        return share(sums);
    }

    private static void shuffleSeasons(int[] windWeek, int[] season, SplittableRandom random) {
        int first = 0;
        while (first < season.length) {
            int end = first;
            while (end < season.length && season[end] == season[first]) {
                end++;
            }
            for (int i = end - 1; i > first; i--) {
                int j = first + random.nextInt(i - first + 1);
                int swap = windWeek[i];
                windWeek[i] = windWeek[j];
                windWeek[j] = swap;
            }
            first = end;
        }
    }

    private static double share(double[][] sums) {
        double[] highest = new double[sums.length];
        java.util.Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (int n = 0; n < COUNT; n++) {
            double mean = 0;
            double square = 0;
            for (double[] draw : sums) {
                mean += draw[n] / sums.length;
            }
            for (double[] draw : sums) {
                square += (draw[n] - mean) * (draw[n] - mean) / sums.length;
            }
            for (int d = 0; d < sums.length; d++) {
                highest[d] = Math.max(highest[d], (sums[d][n] - mean) / Math.sqrt(square));
            }
        }
        int asHigh = 0;
        for (double value : highest) {
            asHigh += value >= highest[0] ? 1 : 0;
        }
        return asHigh / (double) sums.length;
    }
}
