package org.dosi.kernel.stat;

/// How a row is resampled to learn how sure a result is.
///
/// @param repeats resamples to draw
/// @param blockLength neighbouring steps that are drawn together; 1 takes the steps as independent. Blocks
///     overlap and do not wrap around the ends (moving blocks; Künsch 1989, Annals of Statistics 17(3),
///     1217-1241)
/// @param confidence of the interval, such as 0.95
/// @param seed of the stream of [MersenneDraws]
public record BootstrapPlan(int repeats, int blockLength, double confidence, int seed) {
    /// openair's number of resamples and its seed.
    public static final int REPEATS = 599;

    public static final int SEED = 2;

    public BootstrapPlan {
        Check.atLeast(40, "repeats", repeats);
        Check.atLeast(1, "blockLength", blockLength);
        Check.within(0.5, 0.999, "confidence", confidence);
    }

    /// Steps drawn one by one.
    public static BootstrapPlan independent() {
        return new BootstrapPlan(REPEATS, 1, 0.95, SEED);
    }

    /// Blocks of the cube root of the row's length: neighbours resemble each other, and say less than they seem.
    public static BootstrapPlan blocks(int steps) {
        return new BootstrapPlan(REPEATS, (int) Math.max(1, Math.rint(Math.cbrt(steps))), 0.95, SEED);
    }

    public BootstrapPlan withSeed(int other) {
        return new BootstrapPlan(repeats, blockLength, confidence, other);
    }

    /// Draws one resample of `n` steps.
    ///
    /// @param drawn takes the steps' indices, from 0; of length `n`
    void draw(MersenneDraws draws, int[] drawn) {
        int n = drawn.length;
        int length = Math.min(blockLength, n);
        for (int at = 0; at < n; at += length) {
            int start = draws.below(n - length + 1);
            for (int i = 0; i < length && at + i < n; i++) {
                drawn[at + i] = start + i;
            }
        }
    }
}
