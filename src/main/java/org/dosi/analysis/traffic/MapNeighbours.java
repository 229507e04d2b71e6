package org.dosi.analysis.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.traffic.Neighbours;

/// Who is beside whom on the map, where no roads and no adjacencies are known: the nearest within a few kilometres. Two
/// directions of one point are each other's nearest.
public final class MapNeighbours {
    private static final int MOST = 6;
    private static final double REACH_M = 3000;

    private MapNeighbours() {}

    public static Neighbours of(List<Detectors.Detector> detectors) {
        List<Detectors.Detector> placed =
                detectors.stream().filter(Detectors.Detector::hasPlace).toList();
        if (placed.size() < 2) {
            return Neighbours.unknown(detectors.size());
        }
        LocalPlane plane = new LocalPlane(
                placed.stream().mapToDouble(Detectors.Detector::lon).average().orElseThrow(),
                placed.stream().mapToDouble(Detectors.Detector::lat).average().orElseThrow());
        double[] x = detectors.stream().mapToDouble(d -> plane.xM(d.lon())).toArray();
        double[] y = detectors.stream().mapToDouble(d -> plane.yM(d.lat())).toArray();
        List<List<Neighbours.Near>> all = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            List<Neighbours.Near> near = new ArrayList<>();
            for (int j = 0; j < x.length; j++) {
                double distance = Math.hypot(x[i] - x[j], y[i] - y[j]);
                if (i != j && distance <= REACH_M) {
                    near.add(new Neighbours.Near(j, 1 / (1 + distance / 1000)));
                }
            }
            near.sort(Comparator.comparingDouble((Neighbours.Near other) -> -other.weight())
                    .thenComparingInt(Neighbours.Near::detector));
            all.add(near.subList(0, Math.min(MOST, near.size())));
        }
        return new Neighbours(Neighbours.Basis.DISTANCE, all);
    }
}
