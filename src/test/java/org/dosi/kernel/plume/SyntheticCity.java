package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A small city whose sources are known: nine stations, 8 x 8 km, hourly winds that persist for hours.
final class SyntheticCity {
    static final double[] X = {-3000, 0, 3000, -3000, 0, 3000, -3000, 0, 3000};
    static final double[] Y = {-3000, -3000, -3000, 0, 0, 0, 3000, 3000, 3000};
    static final CellGrid GRID = new CellGrid(-4000, -4000, 500, 16, 16);
    static final PlumeSettings PLUME = PlumeSettings.ofCity(16);
    static final int DAYS = 90;

    final int[] state = new int[24 * DAYS];
    final double[] speed = new double[24 * DAYS];
    final double[] values = new double[24 * DAYS * X.length];
    final Footprints footprints;

    /// Noise alone: a regional background that wanders, station offsets, and errors that persist.
    SyntheticCity(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double direction = 360 * random.nextDouble();
        double level = 50;
        double[] noise = new double[X.length];
        for (int t = 0; t < state.length; t++) {
            direction = (direction + 25 * random.nextGaussian() + 360) % 360;
            speed[t] = 0.6 + 3 * random.nextDouble();
            Stability stability = t % 24 > 8 && t % 24 < 18 ? Stability.C : Stability.E;
            state[t] = WindStates.of(speed[t], direction, stability, PLUME);
            level = 50 + 0.95 * (level - 50) + 5 * random.nextGaussian();
            for (int j = 0; j < X.length; j++) {
                noise[j] = 0.7 * noise[j] + 3 * random.nextGaussian();
                values[t * X.length + j] = level + 2 * j + noise[j];
            }
        }
        footprints = Footprints.of(GRID, X, Y, state, PLUME, 0);
    }

    /// With a source in a cell.
    SyntheticCity add(int cell, double strengthGPerS) {
        double[] byState = footprints.sum(new int[] {cell}, new double[] {strengthGPerS});
        for (int t = 0; t < state.length; t++) {
            int offset = footprints.offset(state[t]);
            for (int j = 0; j < X.length; j++) {
                values[t * X.length + j] += byState[offset + j] / speed[t];
            }
        }
        return this;
    }

    NetworkHours hours() {
        return hours(state.length);
    }

    NetworkHours hours(int count) {
        int[] group = new int[count];
        for (int t = 0; t < count; t++) {
            group[t] = t % 24 / 6;
        }
        return new NetworkHours(
                X.length,
                Arrays.copyOf(values, count * X.length),
                Arrays.copyOf(state, count),
                Arrays.copyOf(speed, count),
                0,
                group);
    }

    static SourceSettings settings(int replicates) {
        return new SourceSettings(0.1, 60, replicates, 5, 0.55, true, 1200, 7);
    }

    SourceMap map(int replicates) {
        return SourceMap.of(hours(), X, Y, footprints, settings(replicates));
    }
}
