package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Consecutive days that are held out or drawn together, because neighbouring hours are nearly the same
/// hour twice.
final class DayBlocks {
    private final int[] blockOf;
    private final int[][] rows;

    private DayBlocks(int[] blockOf, int[][] rows) {
        this.blockOf = blockOf;
        this.rows = rows;
    }

    /// Blocks of `days` days from the first hour on; blocks without any of the rows do not count.
    static DayBlocks of(CivilHours time, int[] rows, int days) {
        int[] blockOf = new int[time.hours()];
        int blocks = -1;
        long current = Long.MIN_VALUE;
        for (int row : rows) {
            long block = Math.floorDiv(time.day(row) - time.day(0), (long) days);
            if (block != current) {
                current = block;
                blocks++;
            }
            blockOf[row] = blocks;
        }
        int[][] rowsOf = new int[blocks + 1][];
        int from = 0;
        for (int b = 0; b <= blocks; b++) {
            int to = from;
            while (to < rows.length && blockOf[rows[to]] == b) {
                to++;
            }
            rowsOf[b] = Arrays.copyOfRange(rows, from, to);
            from = to;
        }
        return new DayBlocks(blockOf, rowsOf);
    }

    int count() {
        return rows.length;
    }

    int blockOf(int row) {
        return blockOf[row];
    }

    /// By block: its fold, drawn so that all folds have as many blocks, within one.
    int[] folds(int folds, SplittableRandom random) {
        int[] fold = IntStream.range(0, count()).map(b -> b % folds).toArray();
        for (int i = fold.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = fold[i];
            fold[i] = fold[j];
            fold[j] = swap;
        }
        return fold;
    }

    /// As many blocks as there are, drawn with replacement: their rows, in the order of time.
    int[] resample(SplittableRandom random) {
        int[] drawn = new int[count()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(count());
        }
        Arrays.sort(drawn);
        return Arrays.stream(drawn)
                .mapToObj(b -> rows[b])
                .flatMapToInt(Arrays::stream)
                .toArray();
    }
}
