package org.dosi.kernel.traffic.congestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.Panel;

/// Corridors found in a table of adjacencies, and the direction of travel found in speeds.
///
/// Detectors are strung greedily, the closest pair first, if both still have a free end, no ring closes, the line goes
/// on rather than back (a turn of at most 60°), both are not at one cross-section (nearer than 60 m: the other
/// carriageway, or a ramp), and what they see correlates at 0.3 or more (a motorway's two carriageways jam at different
/// hours). It is an inference. On 207 loops of Los Angeles it strings 18 corridors of three or more.
///
/// The direction of travel is told from speeds: waves in dense traffic run backwards (Lighthill and Whitham 1955), so
/// changes of speed are seen downstream first. For each pair the cross-correlation of the changes from step to step,
/// while one of the two is slow, is compared at lags of one and two steps to either side; the mean over the pairs must
/// lie 2.5 of its standard errors from 0, or the direction stays unknown. In Los Angeles, where the other carriageway
/// must lie on the left, no corridor came out wrong. Taking all steps, slow or not, leaves most corridors untold:
/// in free traffic disturbances run forwards.
public final class Corridors {
    private static final double SAME_PLACE_M = 60;
    private static final double LEAST_CORRELATION = 0.3;

    /// The cosine between the ways to two neighbours: −1 is straight on.
    private static final double MOST_TURN_COSINE = -0.5;

    private static final int LEAST_PAIRS = 4;
    private static final double SURE = 2.5;
    private static final int LAGS = 2;

    /// Of a detector's 85th percentile: below, traffic is dense.
    private static final double SLOW = 0.65;

    private static final double HIGH = 0.85;

    /// A wave of 18 km/h passes 4.5 km in this time; with coarser steps nothing is seen of it.
    private static final long LONGEST_STEP_S = 900;

    private Corridors() {}

    private record Pair(int a, int b, double lengthM, double weight) {}

    /// Chains of three or more, longest first; their direction is unknown yet.
    ///
    /// @param xM metres in a plane; NaN where unknown
    /// @param yM metres in a plane; NaN where unknown
    public static List<Corridor> find(Neighbours neighbours, double[] xM, double[] yM, Panel panel) {
        Check.sameLength("xM", xM, "yM", yM);
        List<Pair> pairs = pairs(neighbours, xM, yM);
        int n = neighbours.of().size();
        List<List<Integer>> beside = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            beside.add(new ArrayList<>());
        }
        for (Pair pair : pairs) {
            if (beside.get(pair.a).size() < 2
                    && beside.get(pair.b).size() < 2
                    && !isChained(pair.a, pair.b, beside)
                    && goesOn(pair.a, pair.b, beside, xM, yM)
                    && goesOn(pair.b, pair.a, beside, xM, yM)
                    && correlation(panel.values(pair.a), panel.values(pair.b)) >= LEAST_CORRELATION) {
                beside.get(pair.a).add(pair.b);
                beside.get(pair.b).add(pair.a);
            }
        }
        List<Corridor> found = new ArrayList<>();
        boolean[] taken = new boolean[n];
        for (int i = 0; i < n; i++) {
            if (!taken[i] && beside.get(i).size() == 1) {
                int[] chain = chain(i, beside, taken);
                if (chain.length >= 3) {
                    found.add(Corridor.of(chain, xM, yM, Corridor.Direction.UNKNOWN));
                }
            }
        }
        found.sort(Comparator.comparingInt((Corridor one) -> -one.size()).thenComparingInt(one -> one.detectors()[0]));
        return found;
    }

    private static List<Pair> pairs(Neighbours neighbours, double[] xM, double[] yM) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < neighbours.of().size(); a++) {
            for (Neighbours.Near near : neighbours.of().get(a)) {
                int b = near.detector();
                double length = Math.hypot(xM[a] - xM[b], yM[a] - yM[b]);
                if (a < b && !(length < SAME_PLACE_M)) {
                    pairs.add(new Pair(a, b, length, near.weight()));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.weight)
                .thenComparingDouble(pair -> pair.lengthM)
                .thenComparingInt(pair -> pair.a)
                .thenComparingInt(pair -> pair.b));
        return pairs;
    }

    private static boolean goesOn(int at, int to, List<List<Integer>> beside, double[] xM, double[] yM) {
        for (int from : beside.get(at)) {
            double x1 = xM[from] - xM[at];
            double y1 = yM[from] - yM[at];
            double x2 = xM[to] - xM[at];
            double y2 = yM[to] - yM[at];
            double cosine = (x1 * x2 + y1 * y2) / (Math.hypot(x1, y1) * Math.hypot(x2, y2));
            if (cosine > MOST_TURN_COSINE) {
                return false;
            }
        }
        return true;
    }

    /// Whether a chain leads from one to the other already. Both are ends, or alone.
    private static boolean isChained(int from, int to, List<List<Integer>> beside) {
        int before = -1;
        int at = from;
        while (at != to) {
            int last = before;
            Optional<Integer> next =
                    beside.get(at).stream().filter(other -> other != last).findFirst();
            if (next.isEmpty()) {
                return false;
            }
            before = at;
            at = next.get();
        }
        return true;
    }

    private static int[] chain(int end, List<List<Integer>> beside, boolean[] taken) {
        List<Integer> chain = new ArrayList<>();
        Optional<Integer> at = Optional.of(end);
        while (at.isPresent()) {
            chain.add(at.get());
            taken[at.get()] = true;
            at = beside.get(at.get()).stream().filter(next -> !taken[next]).findFirst();
        }
        return chain.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Pearson's, over the steps with both; NaN where there is none or one does not change.
    private static double correlation(double[] a, double[] b) {
        double n = 0;
        double sumA = 0;
        double sumB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] >= 0 && b[i] >= 0) {
                n++;
                sumA += a[i];
                sumB += b[i];
                aa += a[i] * a[i];
                bb += b[i] * b[i];
                ab += a[i] * b[i];
            }
        }
        return (ab - sumA * sumB / n) / Math.sqrt((aa - sumA * sumA / n) * (bb - sumB * sumB / n));
    }

    /// The corridor in the direction of travel, if its speeds tell that; else as it was.
    public static Corridor directed(Corridor corridor, Panel speeds) {
        int pairs = corridor.size() - 1;
        if (corridor.isDirected() || pairs < LEAST_PAIRS || speeds.stepSeconds() > LONGEST_STEP_S) {
            return corridor;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            double lead = lead(speeds.values(corridor.detectors()[i]), speeds.values(corridor.detectors()[i + 1]));
            sum += lead;
            squares += lead * lead;
        }
        double mean = sum / pairs;
        double error = Math.sqrt(Math.max(0, squares / pairs - mean * mean) / (pairs - 1));
        double sure = mean / error;
        if (!(Math.abs(sure) >= SURE)) {
            return corridor.directed(Corridor.Direction.UNKNOWN, Math.abs(sure));
        }
        Corridor ordered = sure > 0 ? corridor.reversed() : corridor;
        return ordered.directed(Corridor.Direction.PROPAGATION, Math.abs(sure));
    }

    /// How much more the changes at `a` come before those at `b` than behind them, as a difference of two
    /// correlations; 0 where there is nothing to compare.
    private static double lead(double[] a, double[] b) {
        double slowA = SLOW * Quantiles.of(a, HIGH);
        double slowB = SLOW * Quantiles.of(b, HIGH);
        double[] changeA = new double[a.length];
        double[] changeB = new double[b.length];
        double aa = 0;
        double bb = 0;
        for (int i = 1; i < a.length; i++) {
            double whole = a[i] - a[i - 1] + b[i] - b[i - 1];
            if ((a[i] < slowA || b[i] < slowB) && Double.isFinite(whole)) {
                changeA[i] = a[i] - a[i - 1];
                changeB[i] = b[i] - b[i - 1];
                aa += changeA[i] * changeA[i];
                bb += changeB[i] * changeB[i];
            }
        }
        double lead = 0;
        for (int lag = 1; lag <= LAGS; lag++) {
            for (int i = lag; i < a.length; i++) {
                lead += changeA[i - lag] * changeB[i] - changeA[i] * changeB[i - lag];
            }
        }
        return aa > 0 && bb > 0 ? lead / Math.sqrt(aa * bb) : 0;
    }
}
