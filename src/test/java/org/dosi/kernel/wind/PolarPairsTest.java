package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.wind.PolarPairs.Statistic;
import org.junit.jupiter.api.Test;

class PolarPairsTest {
    private static final int HOURS = 3000;
    private static final double[] SPEED = new double[HOURS];
    private static final double[] FROM = new double[HOURS];
    private static final double[] WITH = new double[HOURS];
    private static final double[] VALUE = new double[HOURS];

    static {
        SplittableRandom random = new SplittableRandom(11);
        for (int h = 0; h < HOURS; h++) {
            SPEED[h] = Math.rint(random.nextDouble(0, 100)) / 10;
            FROM[h] = Math.rint(random.nextDouble(0, 36)) * 10;
            WITH[h] = random.nextDouble(10, 60);
            VALUE[h] = 5 + 2 * WITH[h] + 4 * random.nextGaussian() + (random.nextInt(10) == 0 ? 80 : 0);
        }
    }

    /// The slow twin takes the definition word by word: all hours, weights relative to the greatest, those
    /// above a thousandth, ordinary least squares of what is multiplied by the weight's root, and Huber's
    /// steps.
    @Test
    void allStatisticsAgreeWithTheirDefinition() {
        for (Statistic statistic : Statistic.values()) {
            PolarBins found = PolarPairs.of(SPEED, FROM, VALUE, WITH, statistic, PolarPairs.Options.USUAL);
            int compared = 0;
            for (int cell = 0; cell < found.values().length; cell += 5) {
                if (found.hours()[cell] > 0) {
                    double twin = twin(found.grid(), cell, statistic);
                    if (Double.isNaN(twin)) {
                        assertThat(found.values()[cell]).isNaN();
                    } else {
                        assertThat(found.values()[cell])
                                .as("%s %s", statistic, cell)
                                .isEqualTo(twin, within(1e-9));
                        compared++;
                    }
                }
            }
            assertThat(compared).isGreaterThan(50);
        }
    }

    private static double twin(PolarGrid grid, int cell, Statistic statistic) {
        double[] weight = new double[HOURS];
        for (int h = 0; h < HOURS; h++) {
            double speed = (SPEED[h] - grid.leastSpeedMPerS() - grid.radiusMPerS(cell)) / 1.5;
            double direction = WindRegression.apart(FROM[h], grid.windFromDeg(cell)) / 5;
            weight[h] = Math.exp(-(speed * speed + direction * direction) / 2);
        }
        double greatest = Arrays.stream(weight).max().orElseThrow();
        double[] factor = Arrays.stream(weight)
                .map(w -> w / greatest > 0.001 ? Math.sqrt(w / greatest) : 0)
                .toArray();
        int count = (int) Arrays.stream(factor).filter(f -> f > 0).count();
        if (count < 100) {
            return Double.NaN;
        }
        double[] ones = new double[HOURS];
        Arrays.fill(ones, 1);
        double[] line = line(factor, ones);
        if (statistic == Statistic.SLOPE) {
            return line[1];
        }
        if (statistic == Statistic.CORRELATION) {
            return line[1] * Math.sqrt(line[2] / line[3]);
        }
        double[] residual = residuals(factor, line);
        for (int step = 0; step < 20; step++) {
            double[] sizes = new double[count];
            int n = 0;
            for (int h = 0; h < HOURS; h++) {
                if (factor[h] > 0) {
                    sizes[n++] = Math.abs(residual[h]);
                }
            }
            double scale = Quantiles.of(sizes, 0.5) / 0.6745;
            double[] psi = Arrays.stream(residual)
                    .map(r -> Math.min(1, 1.345 * scale / Math.abs(r)))
                    .toArray();
            line = line(factor, psi);
            double[] now = residuals(factor, line);
            double change = 0;
            double size = 0;
            for (int h = 0; h < HOURS; h++) {
                change += Math.pow(now[h] - residual[h], 2);
                size += residual[h] * residual[h];
            }
            residual = now;
            if (Math.sqrt(change / size) <= 1e-4) {
                break;
            }
        }
        return line[1];
    }

    /// Intercept, slope, and the weighted squares of both variables about their means.
    private static double[] line(double[] factor, double[] psi) {
        double w = 0;
        double x = 0;
        double y = 0;
        for (int h = 0; h < HOURS; h++) {
            double each = factor[h] == 0 ? 0 : factor[h] * factor[h] * psi[h];
            w += each;
            x += each * WITH[h];
            y += each * VALUE[h];
        }
        x /= w;
        y /= w;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int h = 0; h < HOURS; h++) {
            double each = factor[h] == 0 ? 0 : factor[h] * factor[h] * psi[h];
            xx += each * (WITH[h] - x) * (WITH[h] - x);
            xy += each * (WITH[h] - x) * (VALUE[h] - y);
            yy += each * (VALUE[h] - y) * (VALUE[h] - y);
        }
        return new double[] {y - xy / xx * x, xy / xx, xx, yy};
    }

    private static double[] residuals(double[] factor, double[] line) {
        double[] residual = new double[HOURS];
        for (int h = 0; h < HOURS; h++) {
            residual[h] = factor[h] * (VALUE[h] - line[0] - line[1] * WITH[h]);
        }
        return residual;
    }

    @Test
    void outliersMoveTheRobustSlopeLess() {
        double[] spoilt = VALUE.clone();
        for (int h = 0; h < HOURS; h++) {
            spoilt[h] += WITH[h] > 55 ? 500 : 0;
        }
        double plain = median(PolarPairs.of(SPEED, FROM, spoilt, WITH, Statistic.SLOPE, PolarPairs.Options.USUAL));
        double robust =
                median(PolarPairs.of(SPEED, FROM, spoilt, WITH, Statistic.ROBUST_SLOPE, PolarPairs.Options.USUAL));
        assertThat(plain).isGreaterThan(4);
        assertThat(robust).isBetween(1.8, 3.0);
    }

    private static double median(PolarBins bins) {
        return Quantiles.of(bins.values(), 0.5);
    }

    @Test
    void hoursWithOneOfTheTwoOnlyTakeNoPart() {
        double[] holes = WITH.clone();
        Arrays.fill(holes, 0, 2950, Double.NaN);
        PolarBins few = PolarPairs.of(SPEED, FROM, VALUE, holes, Statistic.CORRELATION, PolarPairs.Options.USUAL);
        assertThat(Arrays.stream(few.hours()).sum()).isEqualTo(50);
        assertThat(few.values()).as("fewer than a hundred hours").containsOnly(Double.NaN);
    }

    @Test
    void aConstantHasNoCorrelation() {
        double[] constant = new double[HOURS];
        for (Statistic statistic : Statistic.values()) {
            assertThat(PolarPairs.of(SPEED, FROM, VALUE, constant, statistic, PolarPairs.Options.USUAL)
                            .values())
                    .as(statistic.name())
                    .containsOnly(Double.NaN);
        }
    }
}
