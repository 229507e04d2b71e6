package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// How often the wind blows from each sector, by classes of speed (wind rose) or of a concentration
/// (pollution rose).
///
/// Sectors are those of [PolarGrid]: the last is north. Classes are `(edge[j], edge[j + 1]]`, the first
/// with its lower end, the last without an upper. An hour is calm if its speed is at most `calmMPerS`; a
/// calm has no direction and is counted beside the sectors.
///
/// Directions reported in tens of degrees fill sectors of another width unevenly: of 16 sectors, four hold
/// three of the 36 directions and twelve hold two. Then each sector's share is multiplied by the mean
/// number of directions over its own (Applequist 2012, J. Appl. Meteor. Climatol. 51, 1305-1309; openair's
/// `bias.corr`). So it is with points of a compass, see [DirectionSteps]: of 12 sectors, four hold two of 16
/// points.
///
/// @param hours the hours of each sector and class
/// @param percent their share of `total`, in percent, corrected as above
/// @param calms hours without direction because the air was still
/// @param undirected hours with wind whose direction is missing; openair counts them as calm
/// @param total all of these hours, of which shares are taken
/// @param mean the mean of the quantity over all these hours
/// @param corrected whether the correction was made
public record WindRose(
        double[] edges,
        int[][] hours,
        double[][] percent,
        int calms,
        int undirected,
        int total,
        double mean,
        boolean corrected) {
    private static final int TENS = 36;

    /// How to count.
    ///
    /// @param sectors how many
    /// @param edges ascending lower ends of the classes
    /// @param calmMPerS the fastest wind that is a calm
    /// @param share what a share is a share of
    public record Options(int sectors, double[] edges, double calmMPerS, Share share) {
        public Options {
            Check.atLeast(1, "sectors", sectors);
            Check.atLeast(1, "edges", edges.length);
            for (int j = 1; j < edges.length; j++) {
                Check.positive("step between edges", edges[j] - edges[j - 1]);
            }
        }
    }

    /// What is shared out.
    public enum Share {
        /// The hours.
        HOURS,
        /// The sum of the quantity: what each sector adds to its mean.
        CONTRIBUTION
    }

    /// Counts the hours. Time O(hours).
    ///
    /// An hour without speed or quantity takes no part, nor does one with a quantity below the lowest edge.
    ///
    /// @param windFromDeg NaN for a calm or where it is missing
    /// @param quantity the wind speed again, or a concentration
    public static WindRose of(double[] windSpeedMPerS, double[] windFromDeg, double[] quantity, Options options) {
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "windFromDeg", windFromDeg);
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "quantity", quantity);
        DirectionSteps steps = DirectionSteps.of(windFromDeg);
        double[] from = steps.exact(windFromDeg);
        int classes = options.edges().length;
        int[][] hours = new int[options.sectors()][classes];
        double[][] sums = new double[options.sectors()][classes];
        int calms = 0;
        int undirected = 0;
        int total = 0;
        double sum = 0;
        boolean inTens = true;
        for (int h = 0; h < quantity.length; h++) {
            int at = classOf(quantity[h], options.edges());
            if (!Double.isFinite(windSpeedMPerS[h] + quantity[h]) || at < 0) {
                continue;
            }
            total++;
            sum += quantity[h];
            if (windSpeedMPerS[h] <= options.calmMPerS()) {
                calms++;
            } else if (Double.isFinite(windFromDeg[h])) {
                int sector = PolarGrid.sector(from[h], options.sectors());
                hours[sector][at]++;
                sums[sector][at] += quantity[h];
                inTens &= Math.rint(windFromDeg[h]) % 10 == 0;
            } else {
                undirected++;
            }
        }
        double[] factors = factors(options.sectors(), steps.isCompass() ? steps.points() : inTens ? TENS : 0);
        double[][] percent = new double[options.sectors()][classes];
        double whole = options.share() == Share.HOURS ? total : sum;
        for (int s = 0; s < percent.length; s++) {
            for (int j = 0; j < classes; j++) {
                double part = options.share() == Share.HOURS ? hours[s][j] : sums[s][j];
                percent[s][j] = 100 * factors[s] * part / whole;
            }
        }
        boolean corrected = Arrays.stream(factors).anyMatch(f -> f != 1);
        return new WindRose(options.edges(), hours, percent, calms, undirected, total, sum / total, corrected);
    }

    private static int classOf(double quantity, double[] edges) {
        if (quantity < edges[0]) {
            return -1;
        }
        int at = edges.length - 1;
        while (at > 0 && quantity <= edges[at]) {
            at--;
        }
        return at;
    }

    /// @param points in how many steps directions come; 0 for none
    private static double[] factors(int sectors, int points) {
        double[] factors = new double[sectors];
        Arrays.fill(factors, 1);
        int[] directions = new int[sectors];
        for (int p = 1; p <= points; p++) {
            directions[PolarGrid.sector(p * 360.0 / points, sectors)]++;
        }
        if (points > 0 && Arrays.stream(directions).allMatch(n -> n > 0)) {
            for (int s = 0; s < sectors; s++) {
                factors[s] = (double) points / sectors / directions[s];
            }
        }
        return factors;
    }

    public double calmPercent() {
        return 100.0 * calms / total;
    }

    /// The middle of a sector, degrees; the last is 360.
    public double windFromDeg(int sector) {
        return (sector + 1) * (360.0 / hours.length);
    }

    /// The hours of a sector.
    public int hoursFrom(int sector) {
        return IntStream.of(hours[sector]).sum();
    }
}
