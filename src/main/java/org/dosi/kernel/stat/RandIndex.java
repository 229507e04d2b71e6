package org.dosi.kernel.stat;

/// How far two partitions of the same things agree.
public final class RandIndex {

    private RandIndex() {}

    /// The adjusted Rand index: 1 if they agree in full, 0 on average if they have nothing to do with
    /// each other.
    ///
    /// Source: Hubert and Arabie (1985), Journal of Classification 2, 193-218, equation 5. A thing with a
    /// negative cluster in either partition is left out. NaN of fewer than two things; 1 if both have one
    /// cluster, or each thing its own. Time O(things + clustersA · clustersB).
    public static double adjusted(int[] a, int[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "a and b: expected the same length, found %d and %d".formatted(a.length, b.length));
        }
        long[][] both = new long[clusters(a)][clusters(b)];
        long things = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0) {
                both[a[i]][b[i]]++;
                things++;
            }
        }
        double together = 0;
        double inA = 0;
        long[] sumB = new long[clusters(b)];
        for (long[] row : both) {
            long sum = 0;
            for (int j = 0; j < row.length; j++) {
                together += pairs(row[j]);
                sum += row[j];
                sumB[j] += row[j];
            }
            inA += pairs(sum);
        }
        double inB = 0;
        for (long sum : sumB) {
            inB += pairs(sum);
        }
        double expected = inA * inB / pairs(things);
        double most = (inA + inB) / 2;
        if (things < 2) {
            return Double.NaN;
        }
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static int clusters(int[] partition) {
        int most = -1;
        for (int cluster : partition) {
            most = Math.max(most, cluster);
        }
        return most + 1;
    }

    private static double pairs(long things) {
        return things * (things - 1) / 2.0;
    }
}
