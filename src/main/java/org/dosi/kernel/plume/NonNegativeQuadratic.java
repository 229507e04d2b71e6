package org.dosi.kernel.plume;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// The minimum of `1/2 x'Gx - b'x` over `x >= 0`, exactly: an active-set method.
///
/// Lawson and Hanson (1974), Solving Least Squares Problems, chapter 23, on the normal equations (Bro and de Jong
/// 1997, Journal of Chemometrics 11, 393), started from any feasible `x`. For a positive definite `G` the minimum is
/// one,
/// and where it starts changes rounding alone. O(n³) a step; as many steps as variables change sides.
final class NonNegativeQuadratic {
    /// A variable at 0 whose slope is no steeper than this share of its scale stays there.
    static final double TOLERANCE = 1e-10;

    private final double[][] curvature;
    private final double[] linear;
    private final double[] scale;

    /// @param curvature lower triangle of `G`, row by row
    /// @param linear `b`
    /// @param scale what a slope is compared with, by variable
    NonNegativeQuadratic(double[][] curvature, double[] linear, double[] scale) {
        this.curvature = curvature;
        this.linear = linear;
        this.scale = scale;
    }

    /// The minimum.
    ///
    /// @param start not negative
    /// @param free variables that may leave 0; the others are 0
    double[] minimum(double[] start, boolean[] free) {
        int n = linear.length;
        double[] x = new double[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = free[i] && start[i] > 0;
            x[i] = positive[i] ? start[i] : 0;
        }
        x = descend(x, positive);
        for (int step = 0; step < 3 * n + 10; step++) {
            int entering = steepest(x, positive, free);
            if (entering < 0) {
                break;
            }
            positive[entering] = true;
            x = descend(x, positive);
        }
        return x;
    }

    /// To the minimum over the positive variables; those that would pass 0 on the way are stopped there.
    private double[] descend(double[] from, boolean[] positive) {
        double[] x = from;
        while (true) {
            double[] goal = solve(positive);
            double step = 1;
            for (int i = 0; i < goal.length; i++) {
                if (positive[i] && goal[i] <= 0) {
                    step = Math.min(step, x[i] / (x[i] - goal[i]));
                }
            }
            if (step == 1 && IntStream.range(0, goal.length).noneMatch(i -> positive[i] && goal[i] <= 0)) {
                return goal;
            }
            double[] next = new double[goal.length];
            for (int i = 0; i < goal.length; i++) {
                if (positive[i]) {
                    next[i] = x[i] + step * (goal[i] - x[i]);
                    if (goal[i] <= 0 && !(next[i] > Math.ulp(x[i]))) {
                        positive[i] = false;
                        next[i] = 0;
                    }
                }
            }
            x = next;
        }
    }

    private double[] solve(boolean[] positive) {
        int[] members =
                IntStream.range(0, positive.length).filter(i -> positive[i]).toArray();
        double[] solution = new double[positive.length];
        if (members.length == 0) {
            return solution;
        }
        int m = members.length;
        DMatrixRMaj matrix = new DMatrixRMaj(m, m);
        DMatrixRMaj right = new DMatrixRMaj(m, 1);
        for (int a = 0; a < m; a++) {
            right.data[a] = linear[members[a]];
            for (int b = 0; b < m; b++) {
                matrix.data[a * m + b] = entry(members[a], members[b]);
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(m);
        if (!solver.setA(matrix)) {
            throw new IllegalArgumentException("curvature: expected a positive definite matrix");
        }
        DMatrixRMaj result = new DMatrixRMaj(m, 1);
        solver.solve(right, result);
        for (int a = 0; a < m; a++) {
            solution[members[a]] = result.data[a];
        }
        return solution;
    }

    private int steepest(double[] x, boolean[] positive, boolean[] free) {
        int best = -1;
        double most = TOLERANCE;
        for (int i = 0; i < x.length; i++) {
            if (free[i] && !positive[i]) {
                double slope = slope(i, x) / scale[i];
                if (slope > most) {
                    most = slope;
                    best = i;
                }
            }
        }
        return best;
    }

    /// How steeply the sum falls along a variable.
    double slope(int variable, double[] x) {
        double slope = linear[variable];
        for (int other = 0; other < x.length; other++) {
            slope -= entry(variable, other) * x[other];
        }
        return slope;
    }

    /// What the variables together do to the slope along one, each by its size.
    double pull(int variable, double[] x) {
        double pull = 0;
        for (int other = 0; other < x.length; other++) {
            pull += Math.abs(entry(variable, other) * x[other]);
        }
        return pull;
    }

    private double entry(int a, int b) {
        return a >= b ? curvature[a][b] : curvature[b][a];
    }
}
