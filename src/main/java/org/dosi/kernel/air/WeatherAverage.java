package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.TreeEnsemble;

/// The mean prediction of a tree model over all the weather that an hour might have had.
///
/// It is what the mean over random draws of weather (Grange et al. 2018) tends to, computed without
/// drawing. A tree asks some questions about time and some about weather. All rows of the pool walk down
/// its questions about weather once; below the last question about time the mean leaf value is kept by day
/// of year and hour, and summed over the window. An hour then walks down the questions about time, both
/// ways where the weather is asked. Exact but for rounding: 300 draws would leave an error of a seventeenth
/// of the spread between weathers.
final class WeatherAverage {
    /// Trees whose sums are taken together, in an order that does not depend on the number of cores.
    private static final int CHUNK = 16;

    private final double[][] pool;
    private final int timeFeatures;
    private final WeatherDraw draw;
    private final int days;
    private final int hours;
    private final int[] poolCell;
    private final double[] windowRows;

    /// @param columns all features as the model knows them, those of time first
    /// @param rows the rows whose weather makes the pool; one named twice counts twice
    WeatherAverage(double[][] columns, int timeFeatures, CivilHours time, int[] rows, WeatherDraw draw) {
        this.timeFeatures = timeFeatures;
        this.draw = draw;
        days = draw.wholeYear() ? 1 : WeatherDraw.DAYS;
        hours = draw.sameHour() ? 24 : 1;
        pool = new double[columns.length][rows.length];
        poolCell = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int f = timeFeatures; f < columns.length; f++) {
                pool[f][i] = columns[f][rows[i]];
            }
            poolCell[i] = cell(time, rows[i]);
        }
        double[] rowsOfCell = new double[days * hours];
        for (int cell : poolCell) {
            rowsOfCell[cell]++;
        }
        windowRows = windowSums(rowsOfCell);
    }

    /// The averages at some rows of the columns; NaN where the pool has no weather in the window.
    /// O(trees × (pool × depth + rows × leaves)), less where trees seldom mix time and weather.
    double[] of(TreeEnsemble trees, double[][] columns, CivilHours time, int[] rows) {
        int[] cells = Arrays.stream(rows).map(row -> cell(time, row)).toArray();
        int chunks = (trees.trees() + CHUNK - 1) / CHUNK;
        double[][] sums = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> chunk(trees, chunk, columns, rows, cells))
                .toArray(double[][]::new);
        double[] averages = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            averages[i] = windowRows[cells[i]] > 0 ? trees.base() : Double.NaN;
            for (double[] sum : sums) {
                averages[i] += sum[i];
            }
        }
        return averages;
    }

    private int cell(CivilHours time, int row) {
        int day = draw.wholeYear() ? 0 : time.dayOfYear(row);
        return draw.sameHour() ? time.hourOfDay(row) * days + day : day;
    }

    private double[] chunk(TreeEnsemble trees, int chunk, double[][] columns, int[] rows, int[] cells) {
        double[] sums = new double[rows.length];
        int[] members = new int[poolCell.length];
        for (int t = chunk * CHUNK; t < Math.min(trees.trees(), (chunk + 1) * CHUNK); t++) {
            OneTree tree = new OneTree(trees, trees.roots()[t], members);
            for (int i = 0; i < rows.length; i++) {
                sums[i] += tree.at(columns, rows[i], cells[i]);
            }
        }
        return sums;
    }

    /// Sums over the window of days, around the turn of the year, within each hour.
    private double[] windowSums(double[] byCell) {
        if (days == 1) {
            return byCell;
        }
        double[] sums = new double[byCell.length];
        int reach = draw.windowDays();
        for (int hour = 0; hour < hours; hour++) {
            int at = hour * days;
            double[] running = new double[days + 2 * reach + 2];
            for (int d = 0; d <= days + 2 * reach; d++) {
                running[d + 1] = running[d] + byCell[at + Math.floorMod(d - reach, days)];
            }
            for (int d = 0; d < days; d++) {
                sums[at + d] = running[d + 2 * reach + 1] - running[d];
            }
        }
        return sums;
    }

    /// One tree with its weather averaged out.
    private final class OneTree {
        private final TreeEnsemble trees;
        private final int root;
        private final int[] members;
        /// By node from the root on: the averages by cell where no time is asked below, else null.
        private final double[][] averages;

        OneTree(TreeEnsemble trees, int root, int[] members) {
            this.trees = trees;
            this.root = root;
            this.members = members;
            averages = new double[nodes(root) - root][];
            Arrays.setAll(members, i -> i);
            settle(root, 0, members.length);
        }

        private int nodes(int node) {
            int left = trees.left()[node];
            return trees.feature()[node] < 0 ? node + 1 : Math.max(nodes(left), nodes(left + 1));
        }

        private boolean asksTime(int node) {
            int feature = trees.feature()[node];
            int left = trees.left()[node];
            return feature >= 0 && (feature < timeFeatures || asksTime(left) || asksTime(left + 1));
        }

        private void settle(int node, int from, int to) {
            if (!asksTime(node)) {
                averages[node - root] = average(node, from, to);
                return;
            }
            int left = trees.left()[node];
            boolean weather = trees.feature()[node] >= timeFeatures;
            int middle = weather ? partition(node, from, to) : to;
            settle(left, from, middle);
            settle(left + 1, weather ? middle : from, to);
        }

        private int partition(int node, int from, int to) {
            double[] weather = pool[trees.feature()[node]];
            int left = from;
            for (int i = from; i < to; i++) {
                int member = members[i];
                if (trees.goesLeft(node, weather[member])) {
                    members[i] = members[left];
                    members[left++] = member;
                }
            }
            return left;
        }

        private double[] average(int node, int from, int to) {
            double[] sums = new double[poolCells()];
            for (int i = from; i < to; i++) {
                int member = members[i];
                int at = node;
                while (trees.feature()[at] >= 0) {
                    at = trees.left()[at] + (trees.goesLeft(at, pool[trees.feature()[at]][member]) ? 0 : 1);
                }
                sums[poolCell[member]] += trees.value()[at];
            }
            double[] means = windowSums(sums);
            for (int cell = 0; cell < means.length; cell++) {
                means[cell] = windowRows[cell] > 0 ? means[cell] / windowRows[cell] : 0;
            }
            return means;
        }

        double at(double[][] columns, int row, int cell) {
            return at(root, columns, row, cell);
        }

        private double at(int from, double[][] columns, int row, int cell) {
            int node = from;
            double sum = 0;
            while (averages[node - root] == null) {
                int feature = trees.feature()[node];
                int left = trees.left()[node];
                if (feature < timeFeatures) {
                    node = left + (trees.goesLeft(node, columns[feature][row]) ? 0 : 1);
                } else {
                    sum += at(left, columns, row, cell);
                    node = left + 1;
                }
            }
            return sum + averages[node - root][cell];
        }
    }

    private int poolCells() {
        return days * hours;
    }
}
