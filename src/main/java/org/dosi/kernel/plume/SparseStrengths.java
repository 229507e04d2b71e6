package org.dosi.kernel.plume;

import java.util.ArrayList;
import java.util.List;

/// Non-negative least squares with a penalty on each cell's strength, over a growing set of cells.
///
/// Minimises `1/2 |y - A x|² + sum(penalty x) + ridge/2 sum(g x²)` over `x >= 0`, in the norm and after the
/// projection of a [NetworkSystem]: the non-negative lasso (Tibshirani 1996). Coordinate descent runs on the
/// cells that were let in (Friedman, Hastie and Tibshirani 2010, Journal of Statistical Software 33(1)); then
/// the gradient of all cells is taken, and those that violate the conditions of the optimum most, apart
/// from each other, are let in. The problem is strictly convex on the cells let in, so where it starts does
/// not change the end beyond [#TOLERANCE].
final class SparseStrengths {
    /// A cell's gradient may pass its penalty by this share of it.
    static final double TOLERANCE = 2e-3;

    private static final double RIDGE = 1e-4;
    private static final int LET_IN_AT_ONCE = 12;
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_SWEEPS = 2000;
    private static final double SWEEP_TOLERANCE = 1e-6;

    private final NetworkSystem system;
    private final double[] firstGradient;
    private final List<Member> members = new ArrayList<>();
    private final boolean[] isIn;
    private double[][] gram = new double[32][];

    /// A cell that was let in.
    private static final class Member {
        final int cell;
        final float[] column;
        double strength;

        Member(int cell, float[] column, double strength) {
            this.cell = cell;
            this.column = column;
            this.strength = strength;
        }
    }

    SparseStrengths(NetworkSystem system) {
        this.system = system;
        firstGradient = system.footprints().adjoint(system.byState(system.values()));
        isIn = new boolean[system.footprints().grid().cells()];
    }

    /// Gradient of the fit at no sources at all, by cell.
    double[] firstGradient() {
        return firstGradient;
    }

    /// Lets cells in with the strengths a solution before had.
    void start(int[] cells, double[] strengths) {
        for (int i = 0; i < cells.length; i++) {
            letIn(cells[i], strengths[i]);
        }
    }

    private void letIn(int cell, double strength) {
        if (isIn[cell]) {
            return;
        }
        isIn[cell] = true;
        Member entering = new Member(cell, system.footprints().column(cell), strength);
        members.add(entering);
        int n = members.size();
        if (n > gram.length) {
            gram = java.util.Arrays.copyOf(gram, 2 * gram.length);
        }
        double[] response = system.response(new float[][] {entering.column}, new double[] {1});
        double[] byState = system.byState(response);
        double[] row = new double[n];
        for (int b = 0; b < n; b++) {
            float[] other = members.get(b).column;
            double sum = 0;
            for (int i = 0; i < other.length; i++) {
                sum += byState[i] * other[i];
            }
            row[b] = sum;
        }
        gram[n - 1] = row;
    }

    private double gram(int a, int b) {
        return a >= b ? gram[a][b] : gram[b][a];
    }

    /// Solves; what was let in before stays in.
    ///
    /// @param penalty of 1 g/s in each cell; infinite keeps a cell out
    Solution solve(double[] penalty) {
        int round = 0;
        boolean converged = false;
        while (!converged && round < MOST_ROUNDS) {
            descend(penalty);
            double[] gradient = gradient();
            int[] entering = violators(gradient, penalty);
            for (int cell : entering) {
                letIn(cell, 0);
            }
            converged = entering.length == 0;
            round++;
        }
        return solution(converged, round);
    }

    /// Strengths of the cells with any, without penalty: what the fit takes them to be.
    Solution refit() {
        double[] penalty = new double[isIn.length];
        java.util.Arrays.fill(penalty, Double.POSITIVE_INFINITY);
        for (Member member : members) {
            if (member.strength > 0) {
                penalty[member.cell] = 0;
            }
        }
        descend(penalty);
        return solution(true, 1);
    }

    private Solution solution(boolean converged, int rounds) {
        List<Member> used = members.stream()
                .filter(member -> member.strength > 0)
                .sorted(java.util.Comparator.comparingInt(member -> member.cell))
                .toList();
        return new Solution(
                used.stream().mapToInt(member -> member.cell).toArray(),
                used.stream().mapToDouble(member -> member.strength).toArray(),
                converged,
                rounds);
    }

    /// Cells with a strength, ascending.
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    record Solution(int[] cells, double[] strengths, boolean converged, int rounds) {}

    /// Curvature of the fit along a cell that was let in; 0 of others.
    double diagonal(int cell) {
        for (int a = 0; a < members.size(); a++) {
            if (members.get(a).cell == cell) {
                return gram(a, a);
            }
        }
        return 0;
    }

    double[] residual() {
        float[][] columns = members.stream().map(member -> member.column).toArray(float[][]::new);
        double[] strengths =
                members.stream().mapToDouble(member -> member.strength).toArray();
        double[] response = system.response(columns, strengths);
        double[] values = system.values();
        for (int i = 0; i < response.length; i++) {
            response[i] = values[i] - response[i];
        }
        return response;
    }

    private double[] gradient() {
        return system.footprints().adjoint(system.byState(residual()));
    }

    private int[] violators(double[] gradient, double[] penalty) {
        CellGrid grid = system.footprints().grid();
        int[] best = new int[LET_IN_AT_ONCE];
        int count = 0;
        double[] excess = new double[gradient.length];
        for (int cell = 0; cell < excess.length; cell++) {
            excess[cell] = isIn[cell] || Double.isInfinite(penalty[cell]) ? 0 : gradient[cell] / penalty[cell] - 1;
        }
        while (count < LET_IN_AT_ONCE) {
            int largest = 0;
            for (int cell = 1; cell < excess.length; cell++) {
                if (excess[cell] > excess[largest]) {
                    largest = cell;
                }
            }
            if (!(excess[largest] > TOLERANCE)) {
                break;
            }
            best[count++] = largest;
            clear(excess, grid, largest);
        }
        return java.util.Arrays.copyOf(best, count);
    }

    /// One cell of a neighbourhood enters at a time; its neighbours violate for the same reason.
    private static void clear(double[] excess, CellGrid grid, int cell) {
        int column = cell % grid.columns();
        int row = cell / grid.columns();
        for (int r = Math.max(0, row - 2); r <= Math.min(grid.rows() - 1, row + 2); r++) {
            for (int c = Math.max(0, column - 2); c <= Math.min(grid.columns() - 1, column + 2); c++) {
                excess[r * grid.columns() + c] = 0;
            }
        }
    }

    private void descend(double[] penalty) {
        int n = members.size();
        double[] slope = new double[n];
        for (int a = 0; a < n; a++) {
            slope[a] = firstGradient[members.get(a).cell];
            for (int b = 0; b < n; b++) {
                slope[a] -= gram(a, b) * members.get(b).strength;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double largest = 0;
            for (int a = 0; a < n; a++) {
                Member member = members.get(a);
                double diagonal = gram(a, a);
                double cellPenalty = penalty[member.cell];
                double next = diagonal > 0 && !Double.isInfinite(cellPenalty)
                        ? Math.max(0, (slope[a] + diagonal * member.strength - cellPenalty) / (diagonal * (1 + RIDGE)))
                        : 0;
                double step = next - member.strength;
                if (step != 0) {
                    member.strength = next;
                    for (int b = 0; b < n; b++) {
                        slope[b] -= gram(a, b) * step;
                    }
                    largest = Math.max(largest, Math.abs(step) * diagonal / scale(cellPenalty, member.cell));
                }
            }
            if (largest < SWEEP_TOLERANCE) {
                return;
            }
        }
    }

    private double scale(double penalty, int cell) {
        return penalty > 0 && !Double.isInfinite(penalty) ? penalty : Math.max(1e-300, Math.abs(firstGradient[cell]));
    }
}
