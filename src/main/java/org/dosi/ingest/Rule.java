package org.dosi.ingest;

import org.dosi.kernel.quality.SpikeScale;
import org.jspecify.annotations.Nullable;

/// What is asked of the values of one property in one unit.
///
/// @param low lowest possible value; NaN for no limit
/// @param high highest possible value; NaN for no limit
/// @param zeroAbove a zero is suspect in a series whose quietest hours are above this; 0 if the property
///     cannot be
///     zero at all, NaN if it can at any time
/// @param flatSteps runs shorter than this are never a flat line; 0 for no such test
/// @param spikeTest which test looks for spikes
/// @param scale of the spike test; null where there is none
/// @param reachKm how far away a neighbour still sees the same event
record Rule(
        double low,
        double high,
        double zeroAbove,
        int flatSteps,
        SpikeTest spikeTest,
        @Nullable SpikeScale scale,
        double reachKm) {

    /// Whether the property cannot be zero.
    boolean zeroIsSuspect() {
        return zeroAbove == 0;
    }

    enum SpikeTest {
        NONE,
        /// Against neighbours and its own past; without neighbours as `LONE`.
        NETWORK,
        /// Against its own hours before and after.
        LONE,
        /// Against its own profile of the week.
        PROFILE
    }

    Rule {
        if ((spikeTest == SpikeTest.NONE) != (scale == null)) {
            throw new IllegalArgumentException("a spike test needs offset and jump, and they need a spike test");
        }
    }
}
