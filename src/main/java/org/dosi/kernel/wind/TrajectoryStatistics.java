package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.kernel.stat.Quantiles;

/// Statistics of back trajectories on a grid: where the air was before, when concentrations were high.
///
/// Sources: Ashbaugh, Malm and Sadeh (1985), Atmospheric Environment 19(8), 1263-1270 (PSCF); Seibert et
/// al. (1994), NATO Challenges of Modern Society 18, 595-595, and Hsu, Holsen and Hopke (2003),
/// Atmospheric Environment 37(4), 545-562 (CWT); for SQTBA see [TransportBias]. Defined as in openair's
/// `trajLevel` (a cell's value is the mean over the points in it, times [CellWeights]), but for one
/// thing: a point without a concentration is neither high nor low, so PSCF does not count it.
///
/// A point belongs to the cell whose centre is nearest, on an edge to the even multiple of the cell's
/// size (as R rounds); 180° east and west are one. The interval comes from drawing whole blocks of
/// trajectories, see [TrajectoryPoints]; weights and threshold are those of the data. Time O(points +
/// resamples · visits of cells by blocks).
public final class TrajectoryStatistics {

    private TrajectoryStatistics() {}

    public static TrajectoryField of(TrajectoryPoints points, TrajectoryRules rules) {
        return switch (rules.statistic()) {
            case FREQUENCY, PSCF, CWT -> byCell(points, rules);
            case SQTBA -> TransportBias.of(points, rules);
        };
    }

    private record Cell(int lon, int lat) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return lon != other.lon ? Integer.compare(lon, other.lon) : Integer.compare(lat, other.lat);
        }
    }

    /// What a cell's points add up to by block. Grows; owned by one call.
    private static final class Sums {
        private int points;
        private int count;
        private int[] block = new int[4];
        private double[] sum = new double[4];
        private double[] divisor = new double[4];

        /// Points arrive block by block nearly always, so the last blocks are looked at first.
        void add(int ofBlock, double toSum, double toDivisor) {
            int at = count - 1;
            while (at >= 0 && block[at] != ofBlock) {
                at--;
            }
            if (at < 0) {
                at = count++;
                if (count > block.length) {
                    block = Arrays.copyOf(block, 2 * count);
                    sum = Arrays.copyOf(sum, 2 * count);
                    divisor = Arrays.copyOf(divisor, 2 * count);
                }
                block[at] = ofBlock;
            }
            sum[at] += toSum;
            divisor[at] += toDivisor;
        }

        double total(double[] parts) {
            double total = 0;
            for (int i = 0; i < count; i++) {
                total += parts[i];
            }
            return total;
        }
    }

    private static TrajectoryField byCell(TrajectoryPoints points, TrajectoryRules rules) {
        Map<Cell, Sums> cells = cells(points, rules);
        int most = cells.values().stream().mapToInt(cell -> cell.points).max().orElse(0);
        double mean =
                cells.values().stream().mapToInt(cell -> cell.points).average().orElse(0);
        BlockDraws draws = new BlockDraws(points.blocks(), rules);
        TrajectoryField field = empty(cells.size());
        int at = 0;
        for (Map.Entry<Cell, Sums> entry : cells.entrySet()) {
            Sums cell = entry.getValue();
            boolean counts = rules.statistic() == TrajectoryStatistic.FREQUENCY;
            double scale = counts ? 100.0 : rules.weights().of(cell.points, mean);
            // The cell with most points is the measure of counts, and is not drawn anew.
            double divisor = counts ? most : cell.total(cell.divisor);
            double[] interval = counts
                    ? draws.intervalOfSum(cell.block, cell.sum, cell.count, scale / most)
                    : draws.interval(cell.block, cell.sum, cell.divisor, cell.count, scale);
            field.lonDeg()[at] = entry.getKey().lon() * rules.stepDeg();
            field.latDeg()[at] = entry.getKey().lat() * rules.stepDeg();
            field.n()[at] = cell.points;
            field.value()[at] = divisor > 0 ? scale * cell.total(cell.sum) / divisor : Double.NaN;
            field.lower()[at] = interval[0];
            field.upper()[at] = interval[1];
            at++;
        }
        return field;
    }

    static TrajectoryField empty(int cells) {
        return new TrajectoryField(
                new double[cells],
                new double[cells],
                new int[cells],
                new double[cells],
                new double[cells],
                new double[cells]);
    }

    private static Map<Cell, Sums> cells(TrajectoryPoints points, TrajectoryRules rules) {
        double threshold = Quantiles.of(points.value(), rules.percentile() / 100);
        Map<Cell, Sums> cells = new TreeMap<>();
        for (int i = 0; i < points.value().length; i++) {
            if (points.hasPlace(i)) {
                Cell at = new Cell(lonIndex(points.lonDeg()[i], rules.stepDeg()), (int)
                        Math.rint(points.latDeg()[i] / rules.stepDeg()));
                Sums cell = cells.computeIfAbsent(at, _ -> new Sums());
                double value = points.value()[i];
                boolean known = Double.isFinite(value);
                cell.points++;
                switch (rules.statistic()) {
                    case FREQUENCY -> cell.add(points.block(i), 1, 0);
                    case PSCF -> cell.add(points.block(i), known && value > threshold ? 1 : 0, known ? 1 : 0);
                    case CWT -> cell.add(points.block(i), known ? value : 0, known ? 1 : 0);
                    case SQTBA -> throw new IllegalArgumentException("statistic: SQTBA is no statistic of cells alone");
                }
            }
        }
        return cells;
    }

    private static int lonIndex(double lonDeg, double stepDeg) {
        int index = (int) Math.rint(lonDeg / stepDeg);
        double around = 360 / stepDeg;
        boolean closes = Math.rint(around) == around;
        return closes && index * stepDeg >= 180 ? index - (int) around : index;
    }
}
