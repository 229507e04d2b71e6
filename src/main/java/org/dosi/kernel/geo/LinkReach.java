package org.dosi.kernel.geo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// The stretch of road on which a count may be shown: the links before and after the counted one on the
/// same carriageway.
///
/// A link continues another if its start lies within [#TOUCH_M] of the other's end and the direction
/// changes by no more than [#TURN_DEG]; of several the straightest. The stretch ends after [#REACH_M] to
/// each side, at a turn, and before a link that is counted itself. It is an inference: traffic joins and
/// leaves at every crossing on the way.
public final class LinkReach {
    public static final double REACH_M = 1500;

    /// Seoul's service links end up to 15 m apart where they continue each other, across a junction up to
    /// 30 m.
    public static final double TOUCH_M = 30;

    public static final double TURN_DEG = 40;

    private final Links links;
    private final STRtree starts = new STRtree();
    private final STRtree ends = new STRtree();

    /// A link of the stretch.
    ///
    /// @param distanceM along the road between the counted link and this one; 0 for the counted link and
    ///     those that touch it
    public record Stretch(int link, double distanceM) {}

    public LinkReach(Links links) {
        this.links = links;
        for (int link = 0; link < links.count(); link++) {
            starts.insert(
                    new Envelope(links.startX(link), links.startX(link), links.startY(link), links.startY(link)), link);
            ends.insert(new Envelope(links.endX(link), links.endX(link), links.endY(link), links.endY(link)), link);
        }
        starts.build();
        ends.build();
    }

    /// The counted link first, then those downstream, then those upstream, each from near to far.
    ///
    /// @param counted links that have a count of their own
    public List<Stretch> of(int link, Set<Integer> counted) {
        List<Stretch> stretch = new ArrayList<>();
        stretch.add(new Stretch(link, 0));
        Set<Integer> seen = new HashSet<>(counted);
        seen.add(link);
        follow(link, true, seen, stretch);
        follow(link, false, seen, stretch);
        return stretch;
    }

    private void follow(int from, boolean downstream, Set<Integer> seen, List<Stretch> stretch) {
        double distance = 0;
        int at = next(from, downstream);
        while (at >= 0 && distance <= REACH_M && seen.add(at)) {
            stretch.add(new Stretch(at, distance));
            distance += links.lengthM(at);
            at = next(at, downstream);
        }
    }

    /// The straightest continuation, or -1; a counted one ends the stretch, so it is not stepped over for
    /// a second best.
    private int next(int link, boolean downstream) {
        double x = downstream ? links.endX(link) : links.startX(link);
        double y = downstream ? links.endY(link) : links.startY(link);
        double bearing = downstream ? links.endBearing(link) : links.startBearing(link);
        Envelope around = new Envelope(x - TOUCH_M, x + TOUCH_M, y - TOUCH_M, y + TOUCH_M);
        int best = -1;
        double least = Math.toRadians(TURN_DEG);
        for (Object item : (downstream ? starts : ends).query(around)) {
            int other = (Integer) item;
            double gap = downstream
                    ? Math.hypot(links.startX(other) - x, links.startY(other) - y)
                    : Math.hypot(links.endX(other) - x, links.endY(other) - y);
            double turn = turn(bearing, downstream ? links.startBearing(other) : links.endBearing(other));
            boolean better = turn < least || (turn == least && (best < 0 || other < best));
            if (other != link && gap <= TOUCH_M && better) {
                best = other;
                least = turn;
            }
        }
        return best;
    }

    /// The angle between two directions, 0 to π.
    private static double turn(double a, double b) {
        return Math.abs(Math.IEEEremainder(a - b, 2 * Math.PI));
    }
}
