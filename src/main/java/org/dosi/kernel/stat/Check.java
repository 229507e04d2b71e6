package org.dosi.kernel.stat;

import java.util.Locale;

/// What a kernel demands of its caller. A violation is a fault of our own code: nobody catches it.
public final class Check {

    private Check() {}

    public static void sameLength(String nameA, double[] a, String nameB, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "%s and %s: expected the same length, found %d and %d".formatted(nameA, nameB, a.length, b.length));
        }
    }

    public static void atLeast(long least, String name, long found) {
        if (found < least) {
            throw new IllegalArgumentException("%s: expected at least %d, found %d".formatted(name, least, found));
        }
    }

    public static void positive(String name, double found) {
        if (!(found > 0)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: expected a number above 0, found %s", name, found));
        }
    }

    public static void within(double least, double most, String name, double found) {
        if (!(found >= least && found <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: expected %s to %s, found %s", name, least, most, found));
        }
    }
}
