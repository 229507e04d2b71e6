package org.dosi.kernel.plume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Non-negative least squares with a penalty on each cell's strength, over a growing set of cells.
///
/// Minimises `1/2 |y - A x|² + sum(penalty x) + ridge/2 sum(g x²)` over `x >= 0`, in the norm and after the
/// projection of a [NetworkSystem]: the non-negative lasso (Tibshirani 1996). The cells that were let in are solved
/// exactly ([NonNegativeQuadratic]); then the gradient of all cells is taken, and those that violate the conditions of
/// the optimum most, apart from each other, are let in. The ridge makes the problem strictly convex over all cells, so
/// where it starts does not change the end beyond what [#TOLERANCE] leaves.
final class SparseStrengths {
    /// A cell's gradient may pass its penalty by this share of it.
    static final double TOLERANCE = 1e-9;

    /// Share of a plume by which it may lastingly differ from the map's, wherever it does.
    private static final double LASTING_ERROR = 0.2;

    private static final double RIDGE = 1e-4;
    private static final int LET_IN_AT_ONCE = 12;
    private static final int MOST_ROUNDS = 60;

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
            gram = Arrays.copyOf(gram, 2 * gram.length);
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
        return Arrays.copyOf(best, count);
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

    /// The exact minimum over the cells that were let in.
    private void descend(double[] penalty) {
        boolean[] free = new boolean[members.size()];
        for (int a = 0; a < free.length; a++) {
            free[a] = gram(a, a) > 0 && !Double.isInfinite(penalty[members.get(a).cell]);
        }
        double[] minimum = problem(penalty).minimum(strengths(), free);
        for (int a = 0; a < minimum.length; a++) {
            members.get(a).strength = minimum[a];
        }
    }

    private double[] strengths() {
        return members.stream().mapToDouble(member -> member.strength).toArray();
    }

    private NonNegativeQuadratic problem(double[] penalty) {
        int n = members.size();
        double[][] curvature = new double[n][];
        double[] linear = new double[n];
        double[] scale = new double[n];
        for (int a = 0; a < n; a++) {
            int cell = members.get(a).cell;
            curvature[a] = gram[a].clone();
            curvature[a][a] *= 1 + RIDGE;
            linear[a] = firstGradient[cell] - (Double.isInfinite(penalty[cell]) ? 0 : penalty[cell]);
            scale[a] = scale(penalty[cell], cell);
        }
        return new NonNegativeQuadratic(curvature, linear, scale);
    }

    private double scale(double penalty, int cell) {
        return penalty > 0 && !Double.isInfinite(penalty) ? penalty : Math.max(1e-300, Math.abs(firstGradient[cell]));
    }

    /// Takes out the sources that are explained by the others, the weakest first, and returns what is left without
    /// penalty.
    ///
    /// The penalty leaves as much of each source unexplained as chance reaches, which lifts the
    /// gradients of all cells whose plumes resemble its own: there, much less than what chance reaches
    /// is enough to be let in. So each source has to pass the threshold once more, given the others at
    /// their full strengths; and by so much more as a plume of theirs that lastingly differs from the
    /// map's could lift it.
    ///
    /// @param penalty gradient that chance reaches, by cell
    /// @param radiusM cells nearer to each other than this are one source
    Solution standing(double[] penalty, double radiusM) {
        boolean[] in = new boolean[members.size()];
        for (int a = 0; a < in.length; a++) {
            in[a] = members.get(a).strength > 0;
        }
        double[] none = new double[isIn.length];
        NonNegativeQuadratic problem = problem(none);
        double[] strengths = problem.minimum(strengths(), in);
        while (true) {
            int[] source = sources(strengths, penalty, radiusM);
            int count = Arrays.stream(source).max().orElse(-1) + 1;
            boolean[] kept = in;
            double least = 1;
            double[] without = strengths;
            for (int k = 0; k < count; k++) {
                boolean[] others = others(source, k);
                double[] rest = problem.minimum(strengths, others);
                double evidence = evidence(problem, rest, source, k, penalty);
                if (evidence < least) {
                    least = evidence;
                    kept = others;
                    without = rest;
                }
            }
            if (least >= 1) {
                break;
            }
            in = kept;
            strengths = without;
        }
        for (int a = 0; a < in.length; a++) {
            members.get(a).strength = strengths[a];
        }
        return solution(true, 1);
    }

    private static boolean[] others(int[] source, int left) {
        boolean[] others = new boolean[source.length];
        for (int a = 0; a < others.length; a++) {
            others[a] = source[a] >= 0 && source[a] != left;
        }
        return others;
    }

    /// The largest gradient of a source's cells, given the others, over what chance and the others' errors reach.
    private double evidence(NonNegativeQuadratic problem, double[] others, int[] source, int of, double[] penalty) {
        double most = 0;
        for (int a = 0; a < source.length; a++) {
            if (source[a] == of) {
                double reached = penalty[members.get(a).cell] + LASTING_ERROR * problem.pull(a, others);
                most = Math.max(most, problem.slope(a, others) / reached);
            }
        }
        return most;
    }

    /// The source of each cell with a strength, -1 of the others: the cell with most evidence takes all within the
    /// radius.
    private int[] sources(double[] strengths, double[] penalty, double radiusM) {
        CellGrid grid = system.footprints().grid();
        int[] source = new int[strengths.length];
        Arrays.fill(source, -1);
        for (int k = 0; ; k++) {
            int heaviest = -1;
            double most = 0;
            for (int a = 0; a < source.length; a++) {
                double weight = strengths[a] * penalty[members.get(a).cell];
                if (source[a] < 0 && weight > most) {
                    most = weight;
                    heaviest = a;
                }
            }
            if (heaviest < 0) {
                return source;
            }
            int centre = members.get(heaviest).cell;
            for (int a = 0; a < source.length; a++) {
                int cell = members.get(a).cell;
                double distance = Math.hypot(grid.xM(cell) - grid.xM(centre), grid.yM(cell) - grid.yM(centre));
                if (source[a] < 0 && strengths[a] > 0 && distance <= radiusM) {
                    source[a] = k;
                }
            }
        }
    }
}
