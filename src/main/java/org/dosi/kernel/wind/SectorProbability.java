package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// Conditional probability function: how often the wind of each sector brings high concentrations.
///
/// Source: Ashbaugh, Malm and Sadeh (1985), Atmospheric Environment 19(8), 1263-1270, equation 1: `m / n`,
/// the sector's hours above the threshold over all of its hours. Sector `i` is centred on `i · 360 /
/// sectors` degrees, so sector 0 is north.
///
/// @param threshold above which an hour counts as high
/// @param hours of each sector
/// @param highHours of each sector
public record SectorProbability(double threshold, int[] hours, int[] highHours) {

    /// Which hours count and what is high.
    ///
    /// @param sectors how many
    /// @param leastSpeedMPerS an hour of slower wind, whose direction says little, takes no part
    /// @param share the threshold is this quantile (type 7) of the concentrations that take part
    public record Options(int sectors, double leastSpeedMPerS, double share) {
        public Options {
            Check.atLeast(1, "sectors", sectors);
            Check.within(0, 1, "share", share);
        }
    }

    /// Counts the hours that have speed, direction and value. Time O(hours).
    public static SectorProbability of(double[] windSpeedMPerS, double[] windFromDeg, double[] value, Options options) {
        double threshold = threshold(windSpeedMPerS, windFromDeg, value, options);
        return of(windSpeedMPerS, windFromDeg, value, options, threshold);
    }

    /// As above, with a threshold that comes from elsewhere, such as from all seasons where the hours are of one.
    public static SectorProbability of(
            double[] windSpeedMPerS, double[] windFromDeg, double[] value, Options options, double threshold) {
        int[] hours = new int[options.sectors()];
        int[] highHours = new int[options.sectors()];
        for (int h = 0; h < value.length; h++) {
            if (takesPart(windSpeedMPerS[h], windFromDeg[h], value[h], options)) {
                int sector = (PolarGrid.sector(windFromDeg[h], options.sectors()) + 1) % options.sectors();
                hours[sector]++;
                highHours[sector] += value[h] > threshold ? 1 : 0;
            }
        }
        return new SectorProbability(threshold, hours, highHours);
    }

    /// Above which a value is high: the quantile of the hours that take part; NaN without any.
    public static double threshold(double[] windSpeedMPerS, double[] windFromDeg, double[] value, Options options) {
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "windFromDeg", windFromDeg);
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "value", value);
        double[] used = new double[value.length];
        int count = 0;
        for (int h = 0; h < value.length; h++) {
            if (takesPart(windSpeedMPerS[h], windFromDeg[h], value[h], options)) {
                used[count++] = value[h];
            }
        }
        return Quantiles.select(used, count, options.share());
    }

    private static boolean takesPart(double windSpeedMPerS, double windFromDeg, double value, Options options) {
        return Double.isFinite(windSpeedMPerS + windFromDeg + value) && windSpeedMPerS >= options.leastSpeedMPerS();
    }

    /// The share of high hours; NaN if the wind never came from the sector.
    public double probability(int sector) {
        return (double) highHours[sector] / hours[sector];
    }

    /// The score interval of the probability (Wilson 1927, J. Am. Statist. Assoc. 22, 209-212), which takes hours as
    /// independent and is therefore a narrow one.
    ///
    /// @param z standard normal quantile of the level, such as 1.96 for 95 %
    /// @return lower and upper end; NaN if the wind never came from the sector
    public double[] interval(int sector, double z) {
        double n = hours[sector];
        double share = probability(sector);
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
}
