package org.dosi.kernel.traffic.environment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// The class of something by a vote of the known things most like it: k nearest neighbours in features of which
/// each is divided by its standard deviation.
///
/// How often the vote is right is found by asking it for each known thing without that thing's group, so that pieces
/// of one road do not vouch for each other.
///
/// Source: T. M. Cover and P. E. Hart (1967), IEEE Transactions on Information Theory 13(1), 21-27.
public final class NearestVote {
    private final double[][] known;
    private final int[] label;
    private final int labels;
    private final int voters;
    private final double[] scale;

    /// Time O(known × features).
    ///
    /// @param known features by thing; finite
    /// @param label by thing, from 0
    /// @param voters how many of the nearest vote; fewer where fewer are known
    public NearestVote(double[][] known, int[] label, int voters) {
        Check.atLeast(1, "known", known.length);
        Check.within(known.length, known.length, "labels", label.length);
        this.known = known;
        this.label = label;
        this.labels = Arrays.stream(label).max().orElseThrow() + 1;
        this.voters = voters;
        this.scale = scale(known);
    }

    private static double[] scale(double[][] known) {
        double[] scale = new double[known[0].length];
        for (int f = 0; f < scale.length; f++) {
            int feature = f;
            double mean = Arrays.stream(known)
                    .mapToDouble(row -> row[feature])
                    .average()
                    .orElseThrow();
            double square = Arrays.stream(known)
                    .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
                    .average()
                    .orElseThrow();
            scale[f] = square > 0 ? Math.sqrt(square) : 1;
        }
        return scale;
    }

    /// The label that most of the nearest have; of two the one whose nearest voter is nearer. Time O(known × log).
    public int of(double[] features) {
        return vote(features, IntStream.range(0, known.length).toArray());
    }

    /// For each known thing the label that the others give it that are not of its group.
    ///
    /// @param group by thing
    public int[] withoutOwnGroup(int[] group) {
        int[] given = new int[known.length];
        for (int i = 0; i < given.length; i++) {
            int own = group[i];
            int[] others = IntStream.range(0, known.length)
                    .filter(j -> group[j] != own)
                    .toArray();
            given[i] = others.length == 0 ? label[i] : vote(known[i], others);
        }
        return given;
    }

    private int vote(double[] features, int[] who) {
        double[] distance = new double[known.length];
        for (int i : who) {
            for (int f = 0; f < scale.length; f++) {
                double step = (features[f] - known[i][f]) / scale[f];
                distance[i] += step * step;
            }
        }
        int[] nearest = Arrays.stream(who)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> distance[i]).thenComparing(i -> i))
                .limit(voters)
                .mapToInt(i -> i)
                .toArray();
        int[] votes = new int[labels];
        int best = label[nearest[0]];
        for (int i : nearest) {
            votes[label[i]]++;
        }
        for (int i : nearest) {
            if (votes[label[i]] > votes[best]) {
                best = label[i];
            }
        }
        return best;
    }
}
