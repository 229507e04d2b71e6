package org.dosi.kernel.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/// Which directed link carries the traffic that was counted at a point, into the city and out of it.
///
/// The publisher says where a point is and calls its directions 유입 (in) and 유출 (out), but names no link.
/// Taken are the two links within [#REACH_M] that run in opposite directions, pass each other as traffic
/// on the right does, and lie nearest; of the two, the one that turns more towards the city's centre is
/// "in". It is an inference, and says so: [Confidence#AMBIGUOUS] where the road runs across the way to the
/// centre, or where another road lies about as near.
///
/// Source: our own rule, after point-to-curve map matching with heading (Quddus, Ochieng and Noland 2007,
/// Transportation Research C 15, 312–328).
public final class LinkMatching {
    /// Beyond this a link is another road: Seoul's points lie 38 m (median) from the nearest link.
    public static final double REACH_M = 100;

    /// Within 15° of tangential a small error of a coordinate turns "in" into "out".
    private static final double TANGENTIAL = Math.sin(Math.toRadians(15));

    /// Two directions of one road differ by 180°, at forks and curves less.
    private static final double OPPOSITE = Math.cos(Math.toRadians(150));

    /// Another road is about as near if its pair is within this much of the best pair's mean distance.
    private static final double AS_NEAR_M = 10;

    /// Vertices are rounded to a metre: within this, two links lie on one line.
    private static final double SAME_LINE_M = 2;

    public enum Confidence {
        /// Inferred from place and direction, with nothing that speaks against it.
        INFERRED,
        /// Inferred, and the other direction or another road is nearly as likely.
        AMBIGUOUS,
        /// No link fits.
        NONE
    }

    /// The link of one direction.
    ///
    /// @param link index of the link, or -1
    /// @param distanceM from the point to the link; NaN without a link
    public record Match(int link, double distanceM, Confidence confidence) {
        static final Match NONE = new Match(-1, Double.NaN, Confidence.NONE);
    }

    /// Both directions of one point.
    public record PointMatch(Match in, Match out) {}

    private LinkMatching() {}

    /// Matches every point. O((links + points) log links).
    ///
    /// @param pointX easting of the points, in the links' coordinates
    /// @param centreX of the city's centre, towards which "in" runs
    public static List<PointMatch> match(
            Links links, double[] pointX, double[] pointY, double centreX, double centreY) {
        STRtree index = new STRtree();
        for (int link = 0; link < links.count(); link++) {
            Envelope envelope = new Envelope();
            for (int v = 0; v < links.x()[link].length; v++) {
                envelope.expandToInclude(links.x()[link][v], links.y()[link][v]);
            }
            index.insert(envelope, link);
        }
        List<PointMatch> matches = new ArrayList<>();
        for (int p = 0; p < pointX.length; p++) {
            double away = Math.hypot(centreX - pointX[p], centreY - pointY[p]);
            double inX = away == 0 ? 0 : (centreX - pointX[p]) / away;
            double inY = away == 0 ? 0 : (centreY - pointY[p]) / away;
            matches.add(choose(candidates(links, index, pointX[p], pointY[p], inX, inY)));
        }
        return matches;
    }

    /// A link near a point.
    ///
    /// @param x its nearest place to the point
    /// @param dirX direction of travel where it is nearest, a unit vector
    /// @param inward cosine of the angle between that direction and the way to the centre
    private record Candidate(int link, double distanceM, double x, double y, double dirX, double dirY, double inward) {
        double cosine(Candidate other) {
            return dirX * other.dirX + dirY * other.dirY;
        }

        /// Whether the other passes on the left, as oncoming traffic does where people drive on the right;
        /// links drawn on one line pass, too.
        boolean hasOnLeft(Candidate other) {
            return dirX * (other.y - y) - dirY * (other.x - x) >= -SAME_LINE_M;
        }

        Match as(Confidence confidence) {
            return new Match(link, distanceM, confidence);
        }
    }

    private record Pair(Candidate in, Candidate out) {
        static Pair of(Candidate a, Candidate b) {
            return a.inward >= b.inward ? new Pair(a, b) : new Pair(b, a);
        }

        double meanM() {
            return (in.distanceM + out.distanceM) / 2;
        }

        /// Whether another pair means another road: it runs otherwise, or shares no link and lies apart.
        boolean isOtherRoadThan(Pair other) {
            return in.link != other.in.link
                    && out.link != other.out.link
                    && in.link != other.out.link
                    && out.link != other.in.link;
        }
    }

    private static List<Candidate> candidates(Links links, STRtree index, double x, double y, double inX, double inY) {
        List<Candidate> found = new ArrayList<>();
        for (Object item : index.query(new Envelope(x - REACH_M, x + REACH_M, y - REACH_M, y + REACH_M))) {
            Candidate candidate = nearest(links, (Integer) item, x, y, inX, inY);
            if (candidate != null && candidate.distanceM <= REACH_M) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::distanceM).thenComparingInt(Candidate::link));
        return found;
    }

    private static @Nullable Candidate nearest(Links links, int link, double x, double y, double inX, double inY) {
        double[] xs = links.x()[link];
        double[] ys = links.y()[link];
        double best = Double.POSITIVE_INFINITY;
        @Nullable Candidate nearest = null;
        for (int v = 1; v < xs.length; v++) {
            double dx = xs[v] - xs[v - 1];
            double dy = ys[v] - ys[v - 1];
            double length = Math.hypot(dx, dy);
            if (length == 0) {
                continue;
            }
            double along = Math.clamp(((x - xs[v - 1]) * dx + (y - ys[v - 1]) * dy) / (length * length), 0, 1);
            double distance = Math.hypot(x - xs[v - 1] - along * dx, y - ys[v - 1] - along * dy);
            if (distance < best) {
                best = distance;
                double atX = xs[v - 1] + along * dx;
                double atY = ys[v - 1] + along * dy;
                nearest = new Candidate(
                        link, distance, atX, atY, dx / length, dy / length, (dx * inX + dy * inY) / length);
            }
        }
        return nearest;
    }

    private static PointMatch choose(List<Candidate> candidates) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = i + 1; j < candidates.size(); j++) {
                if (candidates.get(i).cosine(candidates.get(j)) <= OPPOSITE
                        && candidates.get(i).hasOnLeft(candidates.get(j))
                        && candidates.get(j).hasOnLeft(candidates.get(i))) {
                    pairs.add(Pair.of(candidates.get(i), candidates.get(j)));
                }
            }
        }
        if (pairs.isEmpty()) {
            return single(candidates);
        }
        pairs.sort(Comparator.comparingDouble(Pair::meanM)
                .thenComparingInt(p -> p.in.link)
                .thenComparingInt(p -> p.out.link));
        Pair best = pairs.getFirst();
        boolean tangential = (best.in.inward - best.out.inward) / 2 < TANGENTIAL;
        boolean rival = pairs.stream().anyMatch(p -> p.isOtherRoadThan(best) && p.meanM() < best.meanM() + AS_NEAR_M);
        Confidence confidence = tangential || rival ? Confidence.AMBIGUOUS : Confidence.INFERRED;
        return new PointMatch(best.in.as(confidence), best.out.as(confidence));
    }

    /// A road of one direction: the nearest link carries "in" or "out", whichever it runs; the other has
    /// none.
    private static PointMatch single(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return new PointMatch(Match.NONE, Match.NONE);
        }
        Candidate nearest = candidates.getFirst();
        Match match = nearest.as(Confidence.AMBIGUOUS);
        return nearest.inward >= 0 ? new PointMatch(match, Match.NONE) : new PointMatch(Match.NONE, match);
    }
}
