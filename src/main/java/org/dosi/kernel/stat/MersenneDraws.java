package org.dosi.kernel.stat;

/// Whole numbers drawn with replacement, the very ones that R draws after `set.seed(seed)`.
///
/// The other random numbers of the house come from `SplittableRandom`. This stream is here for the bootstrap
/// of trends: the interval of a trend of eight years rests on so few distinct resamples that two honest
/// streams of 599 resamples differ by a fifth of its width (see [TheilSen]). With openair's own stream and
/// seed the same data give the same interval in both programs.
///
/// Source: the Mersenne Twister of Matsumoto and Nishimura (1998), ACM TOMACS 8(1), 3-30; its state filled
/// by the congruential generator `69069 x + 1` and whole numbers drawn by rejection from 16-bit pieces, as R
/// documents for its `RNGkind("Mersenne-Twister", sample.kind = "Rejection")`. Not for use by two threads.
final class MersenneDraws {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int WARM_UP = 50;
    private static final double UNIT = 2.3283064365386963e-10; // 2^-32

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneDraws(int seed) {
        int x = seed;
        for (int i = 0; i < WARM_UP; i++) {
            x = 69069 * x + 1;
        }
        // The first number goes to R's counter of the state, which is overwritten.
        x = 69069 * x + 1;
        for (int i = 0; i < SIZE; i++) {
            x = 69069 * x + 1;
            state[i] = x;
        }
    }

    /// A whole number from 0 to `bound - 1`, each as likely.
    int below(int bound) {
        Check.atLeast(1, "bound", bound);
        int bits = 32 - Integer.numberOfLeadingZeros(bound - 1);
        long mask = (1L << bits) - 1;
        while (true) {
            long value = 0;
            for (int got = 0; got <= bits; got += 16) {
                value = (value << 16) + (long) (unit() * 65536);
            }
            if ((value & mask) < bound) {
                return (int) (value & mask);
            }
        }
    }

    /// A number between 0 and 1, never either.
    double unit() {
        double value = (twist() & 0xFFFF_FFFFL) * UNIT;
        return Math.clamp(value, UNIT / 2, 1 - UNIT / 2);
    }

    private int twist() {
        if (next == SIZE) {
            for (int i = 0; i < SIZE; i++) {
                int joined = (state[i] & 0x8000_0000) | (state[(i + 1) % SIZE] & 0x7FFF_FFFF);
                state[i] = state[(i + MIDDLE) % SIZE] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908_B0DF);
            }
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        return y ^ (y >>> 18);
    }
}
