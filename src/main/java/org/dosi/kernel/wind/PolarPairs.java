package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// How two pollutants go together in each wind: correlation or slope, of the hours around each cell of a
/// polar plot, weighted by their distance in speed and direction.
///
/// Source: Grange, Lewis and Carslaw (2016), Atmospheric Environment 145, 128-134: Gaussian kernels around
/// the place at which a cell is drawn, weights relative to the nearest hour's, hours of weight up to 0.001
/// left out, no result from fewer than 100 hours. The robust slope is Huber's M-estimator (Huber 1981,
/// Robust Statistics, 7.8) with k = 1.345 and the median absolute residual over 0.6745 as scale, by
/// iteratively reweighted least squares from the ordinary fit until residuals change by less than 1e-4 of
/// their norm, at most 20 times. The kernel in direction is circular.
public final class PolarPairs {
    private static final double LEAST_WEIGHT = 0.001;
    private static final double HUBER = 1.345;
    private static final double MEDIAN_TO_SIGMA = 0.6745;
    private static final double CHANGE = 1e-4;
    private static final int MOST_STEPS = 20;

    private PolarPairs() {}

    /// What is computed of the pairs.
    public enum Statistic {
        /// Pearson's correlation, weighted.
        CORRELATION,
        /// Least squares, weighted.
        SLOPE,
        /// Huber's M-estimate, weighted.
        ROBUST_SLOPE
    }

    /// The kernels' widths, how many hours there must be, and the cells' sectors.
    public record Options(double speedSigmaMPerS, double directionSigmaDeg, int fewestHours, int directions) {
        public static final Options USUAL = new Options(1.5, 5, 100, PolarBins.DIRECTIONS);

        /// For directions that come in other steps than tens of degrees.
        public Options over(int sectors, double sigmaDeg) {
            return new Options(speedSigmaMPerS, sigmaDeg, fewestHours, sectors);
        }

        public Options {
            Check.positive("speedSigmaMPerS", speedSigmaMPerS);
            Check.positive("directionSigmaDeg", directionSigmaDeg);
            Check.atLeast(3, "fewestHours", fewestHours);
        }
    }

    /// The statistic of `value` on `with` in each of the sectors' 30 cells that holds an hour with both.
    ///
    /// Hours without wind, `value` or `with` take no part. Time O(cells · hours around a cell · steps), the
    /// cells by two threads.
    public static PolarBins of(
            double[] windSpeedMPerS,
            double[] windFromDeg,
            double[] value,
            double[] with,
            Statistic statistic,
            Options options) {
        Check.sameLength("value", value, "with", with);
        double[] both = new double[value.length];
        for (int h = 0; h < both.length; h++) {
            both[h] = value[h] + with[h];
        }
        PolarGrid grid = PolarGrid.over(windSpeedMPerS, windFromDeg, both, options.directions(), PolarBins.SPEEDS);
        int[] cell = PolarBins.cells(grid, windSpeedMPerS, windFromDeg, both);
        int[] hours = new int[grid.cells()];
        for (int c : cell) {
            if (c >= 0) {
                hours[c]++;
            }
        }
        Sorted sorted = Sorted.of(WindClasses.of(grid, windSpeedMPerS, windFromDeg, cell), cell, value, with);
        double[] values = new double[grid.cells()];
        Arrays.fill(values, Double.NaN);
        int[] used = IntStream.range(0, hours.length).filter(c -> hours[c] > 0).toArray();
        // Cells in the middle of the cloud have the most hours: taken in turns, both threads get their share.
        int parts = 8;
        IntStream.range(0, parts).parallel().forEach(part -> {
            Around around = new Around(sorted, options);
            for (int i = part; i < used.length; i += parts) {
                around.gather(grid.radiusMPerS(used[i]), grid.windFromDeg(used[i]));
                values[used[i]] = around.count < options.fewestHours() ? Double.NaN : around.compute(statistic);
            }
        });
        return new PolarBins(grid, hours, values);
    }

    /// The hours that take part, by direction and then speed.
    ///
    /// @param start where the hours of each distinct direction begin; one more at the end
    private record Sorted(double[] directions, int[] start, double[] speed, double[] y, double[] x) {

        static Sorted of(WindClasses classes, int[] cell, double[] value, double[] with) {
            int speeds = classes.speeds().length;
            long[] order = IntStream.range(0, cell.length)
                    .filter(h -> cell[h] >= 0)
                    .mapToLong(h -> ((long) classes.directionOf()[h] * speeds + classes.speedOf()[h]) * cell.length + h)
                    .sorted()
                    .toArray();
            int[] start = new int[classes.directions().length + 1];
            double[] speed = new double[order.length];
            double[] y = new double[order.length];
            double[] x = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                int h = (int) (order[i] % cell.length);
                speed[i] = classes.speeds()[classes.speedOf()[h]];
                y[i] = value[h];
                x[i] = with[h];
                start[classes.directionOf()[h] + 1] = i + 1;
            }
            return new Sorted(classes.directions(), start, speed, y, x);
        }
    }

    /// The hours around one cell after another. For one thread.
    private static final class Around {
        private final Sorted hours;
        private final Options options;
        private final double[] y;
        private final double[] x;
        private final double[] weight;
        private final double[] residual;
        private final double[] scratch;
        private int count;

        Around(Sorted hours, Options options) {
            this.hours = hours;
            this.options = options;
            int most = hours.y.length;
            this.y = new double[most];
            this.x = new double[most];
            this.weight = new double[most];
            this.residual = new double[most];
            this.scratch = new double[most];
        }

        /// Collects the hours whose weight is more than a thousandth of the nearest's.
        void gather(double speed, double fromDeg) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int d = 0; d < hours.directions.length; d++) {
                double off = directionExponent(d, fromDeg);
                if (off < nearest) {
                    int at = lower(d, speed);
                    for (int i = Math.max(at - 1, hours.start[d]); i <= at && i < hours.start[d + 1]; i++) {
                        nearest = Math.min(nearest, off + speedExponent(i, speed));
                    }
                }
            }
            double limit = nearest - Math.log(LEAST_WEIGHT);
            count = 0;
            for (int d = 0; d < hours.directions.length; d++) {
                double off = directionExponent(d, fromDeg);
                if (off < limit) {
                    double reach = Math.sqrt(2 * (limit - off)) * options.speedSigmaMPerS();
                    take(lower(d, speed - reach), hours.start[d + 1], speed, off - nearest);
                }
            }
        }

        private double directionExponent(int d, double fromDeg) {
            double off = WindRegression.apart(hours.directions[d], fromDeg) / options.directionSigmaDeg();
            return off * off / 2;
        }

        private double speedExponent(int hour, double speed) {
            double off = (hours.speed[hour] - speed) / options.speedSigmaMPerS();
            return off * off / 2;
        }

        /// The first hour of a direction that is at least so fast.
        private int lower(int d, double speed) {
            int low = hours.start[d];
            int high = hours.start[d + 1];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (hours.speed[middle] < speed) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void take(int from, int end, double speed, double exponent) {
            double last = Double.NaN;
            double lastWeight = 0;
            for (int i = from; i < end; i++) {
                if (hours.speed[i] != last) {
                    last = hours.speed[i];
                    lastWeight = Math.exp(-exponent - speedExponent(i, speed));
                    if (lastWeight <= LEAST_WEIGHT && last > speed) {
                        return;
                    }
                }
                if (lastWeight > LEAST_WEIGHT) {
                    y[count] = hours.y[i];
                    x[count] = hours.x[i];
                    weight[count++] = lastWeight;
                }
            }
        }

        double compute(Statistic statistic) {
            return switch (statistic) {
                case CORRELATION -> {
                    Moments m = moments(false, 0);
                    yield m.xy / Math.sqrt(m.xx * m.yy);
                }
                case SLOPE -> {
                    Moments m = moments(false, 0);
                    yield m.xy / m.xx;
                }
                case ROBUST_SLOPE -> robustSlope();
            };
        }

        private record Moments(double meanX, double meanY, double xx, double xy, double yy) {}

        /// Weighted moments about the means; robust: each weight times Huber's of its last residual.
        private Moments moments(boolean robust, double scale) {
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int i = 0; i < count; i++) {
                double w = robust ? weight[i] * huber(residual[i], scale) : weight[i];
                scratch[i] = w;
                sum += w;
                sumX += w * x[i];
                sumY += w * y[i];
            }
            double meanX = sumX / sum;
            double meanY = sumY / sum;
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < count; i++) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += scratch[i] * dx * dx;
                xy += scratch[i] * dx * dy;
                yy += scratch[i] * dy * dy;
            }
            return new Moments(meanX, meanY, xx, xy, yy);
        }

        private static double huber(double residual, double scale) {
            double size = Math.abs(residual);
            return size <= HUBER * scale ? 1 : HUBER * scale / size;
        }

        private double robustSlope() {
            Moments m = moments(false, 0);
            residuals(m);
            for (int step = 0; step < MOST_STEPS && m.xx > 0; step++) {
                for (int i = 0; i < count; i++) {
                    scratch[i] = Math.abs(residual[i]);
                }
                double scale = Quantiles.median(scratch, count) / MEDIAN_TO_SIGMA;
                if (scale == 0) {
                    break;
                }
                m = moments(true, scale);
                if (residuals(m) <= CHANGE) {
                    break;
                }
            }
            return m.xy / m.xx;
        }

        /// The weighted residuals of the line through these moments, and how much they have changed.
        private double residuals(Moments m) {
            double slope = m.xy / m.xx;
            double change = 0;
            double size = 0;
            for (int i = 0; i < count; i++) {
                double now = Math.sqrt(weight[i]) * (y[i] - m.meanY - slope * (x[i] - m.meanX));
                change += (now - residual[i]) * (now - residual[i]);
                size += residual[i] * residual[i];
                residual[i] = now;
            }
            return Math.sqrt(change / Math.max(1e-20, size));
        }
    }
}
