package org.dosi.kernel.factors;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// Displacement of profile elements: how far each can be moved before Q tells.
///
/// Each element is moved up and down from its value in the base solution and held there while everything
/// else is fitted again, until Q has risen by the levels given (4, 8, 15 and 25 in EPA PMF). The intervals
/// show rotational ambiguity, and random error only as far as the uncertainties are right. If factors change
/// places on the way, the solution is not well defined at that level; a fall of Q beyond 1 % says
/// that the base was no minimum (Paatero and others 2014, Atmospheric Measurement Techniques 7, 781-797,
/// section 2.2; EPA PMF 5.0 guide, section 6.2).
///
/// A solution under constraints is displaced under them: an element that is fixed stays and is not
/// displaced, one with a range moves within it, and what rises is Q with the terms of the pulls, of which
/// it is the minimum.
///
/// Elements are in concentration at a mean contribution of 1, which is kept while an element is held. One
/// element takes about ten fits per direction; they run in parallel.
public final class FactorDisplacement {
    /// How near Q must come to its level, relative. The rest of the way is by the square root of the rise.
    private static final double NEAR = 0.05;

    private static final int MOST_FITS = 40;

    /// Leaves Q within some 0.001 of its minimum where Q is 60,000; tighter ones move no interval.
    private static final double TOLERANCE = 1e-8;

    /// The displaced element is moved at most fourfold at once, so that the other factors can follow.
    private static final double MOST_GROWTH = 4;

    private FactorDisplacement() {}

    /// The rises of Q that EPA PMF reports on.
    public static double[] levels() {
        return new double[] {4, 8, 15, 25};
    }

    /// Displaces all elements of the species that are active.
    ///
    /// @param levels ascending rises of Q
    /// @param active by species; EPA PMF leaves the weak ones out
    /// @param each is run after every displaced end, of which there are [#ends], by several threads
    public static Intervals displace(
            Samples data, FitSettings settings, HeldSolution base, double[] levels, boolean[] active, Runnable each) {
        Check.atLeast(1, "levels", levels.length);
        int[] elements = elements(base, active);
        Path[] paths = IntStream.range(0, 2 * elements.length)
                .parallel()
                .mapToObj(t -> {
                    Path path = new Path(data, settings, base, elements[t / 2], t % 2 == 0, levels).follow();
                    each.run();
                    return path;
                })
                .toArray(Path[]::new);
        return Intervals.of(base, levels, active, paths);
    }

    /// How many ends are sought: two of every element that is active and not fixed.
    public static int ends(HeldSolution base, boolean[] active) {
        return 2 * elements(base, active).length;
    }

    private static int[] elements(HeldSolution base, boolean[] active) {
        int m = base.solution().species();
        return IntStream.range(0, base.solution().profile().length)
                .filter(e -> active[e % m] && !base.isFixed(e / m, e % m))
                .toArray();
    }

    /// One element's way in one direction.
    private static final class Path {
        final int element;
        final boolean up;
        final double[] reached;
        final boolean[][] swapped;
        double fall;
        private final Factorisation base;
        private final Rules rules;
        private final double[] levels;
        private final Samples data;
        private final FitSettings settings;
        private final double room;
        private State near;
        private int fits;

        Path(Samples data, FitSettings settings, HeldSolution held, int element, boolean up, double[] levels) {
            this.data = data;
            this.settings = settings;
            base = held.solution();
            rules = held.rules();
            this.element = element;
            this.up = up;
            this.levels = levels;
            reached = new double[levels.length];
            swapped = new boolean[levels.length][base.factors()];
            room = up
                    ? rules.highest()[element] - base.profile()[element]
                    : base.profile()[element] - rules.lowest()[element];
            near = new State(0, 0, base.contribution(), base.profile());
        }

        Path follow() {
            double origin = objective();
            for (int l = 0; l < levels.length; l++) {
                State end = search(levels[l], origin);
                double distance = Math.abs(end.rise - levels[l]) <= NEAR * levels[l]
                        ? Math.min(room, end.distance * Math.sqrt(levels[l] / end.rise))
                        : end.distance;
                reached[l] = base.profile()[element] + (up ? distance : -distance);
                swapped[l] = swaps(end);
            }
            return this;
        }

        private double objective() {
            Weights weights = new Weights(data);
            double q = settings.robust()
                    ? weights.downweightOutliers(base.contribution(), base.profile(), base.factors())
                    : weights.qOf(base.contribution(), base.profile(), base.factors());
            return q + rules.penalty(base.contribution(), base.profile());
        }

        /// Goes outward until Q has risen by the level, then inward again by the square root of the rise, which is
        /// nearly linear.
        private State search(double level, double origin) {
            if (room <= 0) {
                return near;
            }
            State far = null;
            fits = 0;
            while (fits < MOST_FITS) {
                double distance = far == null ? outward(level) : between(near, far, level);
                State here = fitAt(Math.min(distance, room), origin);
                if (Math.abs(here.rise - level) <= NEAR * level) {
                    near = here.rise <= level ? here : near;
                    return here;
                }
                if (here.rise > level) {
                    far = here;
                } else {
                    near = here;
                    if (here.distance >= room) {
                        return here;
                    }
                }
                if (far != null && far.distance - near.distance <= 1e-6 * far.distance) {
                    return near;
                }
            }
            return near;
        }

        private double outward(double level) {
            if (near.distance == 0) {
                return firstGuess(level);
            }
            double growth = near.rise > 0 ? 1.02 * Math.sqrt(level / near.rise) : MOST_GROWTH;
            return near.distance * Math.min(MOST_GROWTH, Math.max(growth, 1.01));
        }

        private static double between(State near, State far, double level) {
            double a = Math.sqrt(Math.max(near.rise, 0));
            double b = Math.sqrt(far.rise);
            double share = b > a ? (Math.sqrt(level) - a) / (b - a) : 0.5;
            return near.distance + Math.min(0.95, Math.max(0.05, share)) * (far.distance - near.distance);
        }

        /// Where Q would have risen by the level if nothing else moved: no further than the end sought.
        private double firstGuess(double level) {
            int k = element / base.species();
            int j = element % base.species();
            double curvature = 0;
            for (int i = 0; i < base.samples(); i++) {
                int e = i * base.species() + j;
                if (data.present(e)) {
                    double g = base.contribution(k, i) / data.uncertainty()[e];
                    curvature += g * g;
                }
            }
            return curvature > 0 ? Math.sqrt(level / curvature) : base.profile()[element] + 1;
        }

        private State fitAt(double distance, double origin) {
            fits++;
            int k = element / base.species();
            int j = element % base.species();
            double value = Math.max(0, base.profile()[element] + (up ? distance : -distance));
            Alternation.End end = new Alternation(new Weights(data), rules.withElement(k, j, value), settings.robust())
                    .run(near.contribution, near.profile, TOLERANCE, settings.mostIterations());
            double rise = end.objective() + rules.penalty(end.contribution(), end.profile()) - origin;
            fall = Math.max(fall, -rise);
            return new State(distance, rise, end.contribution(), end.profile());
        }

        /// Which base factors are no longer most like themselves.
        private boolean[] swaps(State state) {
            int n = base.samples();
            double[][] like = FactorMatching.correlations(state.contribution, base.contribution(), n);
            boolean[] swaps = new boolean[base.factors()];
            for (int b = 0; b < swaps.length; b++) {
                for (int k = 0; k < swaps.length; k++) {
                    swaps[b] |= like[k][b] > like[b][b];
                }
            }
            return swaps;
        }
    }

    private record State(double distance, double rise, double[] contribution, double[] profile) {}

    /// How far every element could be moved.
    ///
    /// @param levels the rises of Q
    /// @param lower `[level][factor * species + species]`; the value itself where it is fixed, NaN for
    ///     species that are not active
    /// @param upper as `lower`
    /// @param swaps `[level][factor]`: displacements in which the factor was no longer most like itself
    /// @param displacements made at each level
    /// @param largestFall by how much Q fell below the base, at most, in any fit
    public record Intervals(
            double[] levels, double[][] lower, double[][] upper, int[][] swaps, int displacements, double largestFall) {

        private static Intervals of(HeldSolution held, double[] levels, boolean[] active, Path[] paths) {
            Factorisation base = held.solution();
            int size = base.profile().length;
            double[][] lower = new double[levels.length][size];
            double[][] upper = new double[levels.length][size];
            int[][] swaps = new int[levels.length][base.factors()];
            double fall = 0;
            for (int l = 0; l < levels.length; l++) {
                for (int e = 0; e < size; e++) {
                    int j = e % base.species();
                    boolean stays = active[j] && held.isFixed(e / base.species(), j);
                    lower[l][e] = stays ? base.profile()[e] : Double.NaN;
                    upper[l][e] = lower[l][e];
                }
                for (Path path : paths) {
                    (path.up ? upper : lower)[l][path.element] = path.reached[l];
                    for (int k = 0; k < base.factors(); k++) {
                        swaps[l][k] += path.swapped[l][k] ? 1 : 0;
                    }
                    fall = Math.max(fall, path.fall);
                }
            }
            return new Intervals(levels, lower, upper, swaps, paths.length, fall);
        }

        /// Whether any factor changed places at a level.
        public boolean swapped(int level) {
            return Arrays.stream(swaps[level]).anyMatch(count -> count > 0);
        }
    }
}
