package org.dosi.kernel.geo;

import org.dosi.kernel.stat.Check;

/// Points of the plane, in metres.
///
/// @param eastM to the east of any origin
/// @param northM to the north of it, as many as `eastM`
public record Sites(double[] eastM, double[] northM) {

    public Sites {
        Check.sameLength("eastM", eastM, "northM", northM);
    }

    public int count() {
        return eastM.length;
    }

    public double distanceM(int a, Sites others, int b) {
        return Math.hypot(eastM[a] - others.eastM[b], northM[a] - others.northM[b]);
    }

    /// The sites of some indexes, in their order.
    public Sites only(int[] indexes) {
        double[] east = new double[indexes.length];
        double[] north = new double[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            east[i] = eastM[indexes[i]];
            north[i] = northM[indexes[i]];
        }
        return new Sites(east, north);
    }
}
