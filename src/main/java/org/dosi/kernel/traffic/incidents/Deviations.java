package org.dosi.kernel.traffic.incidents;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.Panel;

/// How far each value is from what is expected, in spreads.
///
/// A closed road is blank in some cities' data. A gap counts as a road that is closed (or whose detectors are out) where
/// what is beside it is depressed: the neighbours that still have values while it lasts, and its own values in the hours
/// before and after; it enters as a deficit. Detectors that fall silent beside traffic as usual are out, and tell
/// nothing. Of a gap that lasts longer than a week only the first three days count: a detector may be out after them.
///
/// @param own by datastream, then step: clipped to ±[#CLIP]; NaN where missing
/// @param common by step: the median over all; 0 where there are too few datastreams to share anything
/// @param closed by datastream, then step
record Deviations(double[][] own, double[] common, boolean[][] closed) {
    /// A value further out says no more.
    static final double CLIP = 6;

    /// Fewer datastreams have no common part.
    static final int LEAST_SHARING = 8;

    private static final double CLOSED = -4;
    private static final double DEPRESSED = -0.75;
    private static final long LONGEST_GAP_S = 7 * 86_400;
    private static final long OF_LONGER_GAP_S = 3 * 86_400;
    private static final long WHILE_S = 24 * 3600;
    private static final long BESIDE_S = 3 * 3600;

    static Deviations of(CityBaseline city, Neighbours neighbours) {
        Panel panel = city.panel();
        double[][] expected = city.baseline().expected(panel);
        double[][] spread = city.baseline().spread(panel);
        double[][] own = IntStream.range(0, panel.datastreams())
                .parallel()
                .mapToObj(i -> {
                    double[] row = new double[panel.steps()];
                    for (int t = 0; t < row.length; t++) {
                        double z = (panel.value(i, t) - expected[i][t]) / spread[i][t];
                        row[t] = Math.max(-CLIP, Math.min(CLIP, z));
                    }
                    return row;
                })
                .toArray(double[][]::new);
        boolean[][] closed = closed(panel, own, neighbours);
        for (int i = 0; i < own.length; i++) {
            for (int t = 0; t < own[i].length; t++) {
                if (closed[i][t]) {
                    own[i][t] = CLOSED;
                }
            }
        }
        return new Deviations(own, common(own), closed);
    }

    /// The part of each datastream that is not the city's.
    double[][] local() {
        double[][] local = new double[own.length][];
        for (int i = 0; i < local.length; i++) {
            local[i] = own[i].clone();
            for (int t = 0; t < local[i].length; t++) {
                local[i][t] -= common[t];
            }
        }
        return local;
    }

    static double[] common(double[][] own) {
        double[] common = new double[own.length == 0 ? 0 : own[0].length];
        long ever = Arrays.stream(own)
                .filter(row -> Arrays.stream(row).anyMatch(value -> !Double.isNaN(value)))
                .count();
        if (ever < LEAST_SHARING) {
            return common;
        }
        IntStream.range(0, common.length).parallel().forEach(t -> {
            double[] scratch = new double[own.length];
            int size = 0;
            for (double[] row : own) {
                if (!Double.isNaN(row[t])) {
                    scratch[size++] = row[t];
                }
            }
            common[t] = size < LEAST_SHARING ? 0 : Quantiles.median(scratch, size);
        });
        return common;
    }

    private static boolean[][] closed(Panel panel, double[][] own, Neighbours neighbours) {
        boolean[][] closed = new boolean[own.length][panel.steps()];
        int longest = (int) (LONGEST_GAP_S / panel.stepSeconds());
        int ofLonger = (int) (OF_LONGER_GAP_S / panel.stepSeconds());
        int meanwhile = (int) Math.max(1, WHILE_S / panel.stepSeconds());
        int beside = (int) Math.max(1, BESIDE_S / panel.stepSeconds());
        IntStream.range(0, own.length).parallel().forEach(i -> {
            List<Neighbours.Near> near = neighbours.of().get(i);
            for (int from = 1; from < panel.steps() && !near.isEmpty(); from++) {
                if (!Double.isNaN(own[i][from]) || Double.isNaN(own[i][from - 1])) {
                    continue;
                }
                int to = from;
                while (to < panel.steps() && Double.isNaN(own[i][to])) {
                    to++;
                }
                if (to < panel.steps() && depression(own, i, near, from, to, meanwhile, beside) <= DEPRESSED) {
                    Arrays.fill(closed[i], from, to - from <= longest ? to : from + ofLonger, true);
                }
                from = to;
            }
        });
        return closed;
    }

    /// The mean of what the neighbours had meanwhile and of what the datastream itself had before and after.
    private static double depression(
            double[][] own, int i, List<Neighbours.Near> near, int from, int to, int meanwhile, int beside) {
        double sum = 0;
        int seen = 0;
        for (Neighbours.Near each : near) {
            double mean = mean(own[each.detector()], from, Math.min(to, from + meanwhile));
            if (!Double.isNaN(mean)) {
                sum += mean;
                seen++;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        double before = mean(own[i], Math.max(0, from - beside), from);
        double after = mean(own[i], to, Math.min(own[i].length, to + beside));
        for (double mean : new double[] {before, after}) {
            if (!Double.isNaN(mean)) {
                sum += mean;
                seen++;
            }
        }
        return sum / seen;
    }

    static double mean(double[] row, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int t = from; t < to; t++) {
            if (!Double.isNaN(row[t])) {
                sum += row[t];
                count++;
            }
        }
        return 2 * count < to - from ? Double.NaN : sum / count;
    }
}
