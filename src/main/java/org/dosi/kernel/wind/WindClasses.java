package org.dosi.kernel.wind;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The distinct directions and speeds of hours. Winds are reported to ten degrees and a tenth of a metre,
/// so there are far fewer of them than hours, and a kernel need be computed for each only once.
///
/// @param directions ascending, degrees
/// @param speeds ascending, m/s above the grid's least
/// @param directionOf for each hour, its direction's index; -1 for an hour that takes no part
/// @param speedOf likewise
record WindClasses(double[] directions, double[] speeds, int[] directionOf, int[] speedOf) {

    static WindClasses of(PolarGrid grid, double[] windSpeedMPerS, double[] windFromDeg, int[] cell) {
        double[] directions = IntStream.range(0, cell.length)
                .filter(h -> cell[h] >= 0)
                .mapToDouble(h -> turned(windFromDeg[h]))
                .sorted()
                .distinct()
                .toArray();
        double[] speeds = IntStream.range(0, cell.length)
                .filter(h -> cell[h] >= 0)
                .mapToDouble(h -> windSpeedMPerS[h] - grid.leastSpeedMPerS())
                .sorted()
                .distinct()
                .toArray();
        int[] directionOf = new int[cell.length];
        int[] speedOf = new int[cell.length];
        for (int h = 0; h < cell.length; h++) {
            boolean used = cell[h] >= 0;
            directionOf[h] = used ? Arrays.binarySearch(directions, turned(windFromDeg[h])) : -1;
            speedOf[h] = used ? Arrays.binarySearch(speeds, windSpeedMPerS[h] - grid.leastSpeedMPerS()) : -1;
        }
        return new WindClasses(directions, speeds, directionOf, speedOf);
    }

    /// Into (0, 360]: 0 and 360 are one direction.
    private static double turned(double windFromDeg) {
        double turned = windFromDeg % 360;
        return turned > 0 ? turned : turned + 360;
    }
}
