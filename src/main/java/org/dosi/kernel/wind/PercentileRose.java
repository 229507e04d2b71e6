package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// Mean and percentiles of a concentration by wind direction.
///
/// Sectors are those of [PolarGrid]: the last is north. Percentiles are of type 7.
///
/// @param hours of each sector
/// @param means of each sector; NaN without hours
/// @param percentiles one row a share asked for, one column a sector
public record PercentileRose(int[] hours, double[] means, double[][] percentiles) {

    /// Hours without direction or value take no part; a calm has no direction. Time O(hours · shares).
    ///
    /// @param shares from 0 to 1
    public static PercentileRose of(double[] windFromDeg, double[] value, int sectors, double[] shares) {
        Check.sameLength("windFromDeg", windFromDeg, "value", value);
        Check.atLeast(1, "sectors", sectors);
        int[] hours = new int[sectors];
        for (int h = 0; h < value.length; h++) {
            if (Double.isFinite(windFromDeg[h] + value[h])) {
                hours[PolarGrid.sector(windFromDeg[h], sectors)]++;
            }
        }
        double[][] bySector = new double[sectors][];
        for (int s = 0; s < sectors; s++) {
            bySector[s] = new double[hours[s]];
        }
        int[] next = new int[sectors];
        for (int h = 0; h < value.length; h++) {
            if (Double.isFinite(windFromDeg[h] + value[h])) {
                int s = PolarGrid.sector(windFromDeg[h], sectors);
                bySector[s][next[s]++] = value[h];
            }
        }
        double[] means = new double[sectors];
        double[][] percentiles = new double[shares.length][sectors];
        for (int s = 0; s < sectors; s++) {
            means[s] = Arrays.stream(bySector[s]).sum() / hours[s];
            for (int p = 0; p < shares.length; p++) {
                percentiles[p][s] = Quantiles.select(bySector[s], hours[s], shares[p]);
            }
        }
        return new PercentileRose(hours, means, percentiles);
    }

    /// A smooth closed line through the sectors' values, one a degree: the periodic cubic spline through
    /// the sectors' middles, not below the least of the values. Openair draws a natural spline, which has a
    /// corner at north. NaN everywhere if a sector has no value or there are fewer than three.
    ///
    /// @return 360 values; index `d` is from `d` degrees
    public static double[] smooth(double[] bySector) {
        double[] line = new double[360];
        int n = bySector.length;
        double least = Arrays.stream(bySector).min().orElse(Double.NaN);
        if (n < 3 || Double.isNaN(least)) {
            Arrays.fill(line, Double.NaN);
            return line;
        }
        double[] bend = periodicBends(bySector);
        for (int d = 0; d < 360; d++) {
            // Sector i is centred on (i + 1) widths.
            double at = d * n / 360.0 - 1;
            int left = Math.floorMod((int) Math.floor(at), n);
            int right = (left + 1) % n;
            double part = at - Math.floor(at);
            double rest = 1 - part;
            double value = rest * bySector[left]
                    + part * bySector[right]
                    + ((rest * rest * rest - rest) * bend[left] + (part * part * part - part) * bend[right]) / 6;
            line[d] = Math.max(value, least);
        }
        return line;
    }

    /// Second derivatives of the periodic spline through equally spaced values: the solution of `b₍ᵢ₋₁₎ + 4
    /// bᵢ + b₍ᵢ₊₁₎ = 6 (y₍ᵢ₋₁₎ - 2 yᵢ + y₍ᵢ₊₁₎)` around the circle. Its matrix is so dominant that forty
    /// Gauss-Seidel rounds are exact.
    private static double[] periodicBends(double[] y) {
        int n = y.length;
        double[] bend = new double[n];
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < n; i++) {
                int before = (i + n - 1) % n;
                int after = (i + 1) % n;
                bend[i] = (6 * (y[before] - 2 * y[i] + y[after]) - bend[before] - bend[after]) / 4;
            }
        }
        return bend;
    }
}
