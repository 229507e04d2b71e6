package org.dosi.kernel.plume;

import java.util.Arrays;

/// One solution of the inverse problem: the cells that have sources, and how strong they are.
///
/// Three solutions follow each other. The first takes weights without any source and the full penalty. The
/// two after it know the plumes of the one before: residuals are weighed anew with the plume's own error
/// ([RobustWeights]), and a cell that holds a source many times stronger than what is just detectable pays
/// less penalty (the adaptive lasso, Zou 2006, JASA 101, 1418), or it would be explained by itself and a
/// halo. Then every source has to stand without the penalty's help ([SparseStrengths#standing]), and strengths are
/// those of the cells that do, without penalty.
///
/// @param cells cells with a source, ascending
/// @param strengthsGPerS their strengths, g/s
/// @param converged whether all cells met the conditions of the optimum
/// @param rounds rounds of letting cells in, over all solutions
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record SourceFit(int[] cells, double[] strengthsGPerS, boolean converged, int rounds) {
    static final SourceFit NONE = new SourceFit(new int[0], new double[0], true, 0);
    private static final int SOLUTIONS = 3;

    /// Solves for all cells.
    ///
    /// @param penalty of 1 g/s in each cell in the first solution
    /// @param start a fit to start from; it saves time and changes the end by rounding alone
    static SourceFit of(NetworkProblem problem, double[] penalty, SourceFit start) {
        return solved(problem, penalty, start).fit;
    }

    /// A fit and the weights from which its strengths came.
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    record Solved(SourceFit fit, double[] weights) {}

    static Solved solved(NetworkProblem problem, double[] penalty, SourceFit start) {
        double[] weights = problem.weight();
        SparseStrengths strengths = new SparseStrengths(problem.without());
        strengths.start(start.cells, start.strengthsGPerS);
        SparseStrengths.Solution solution = strengths.solve(penalty);
        int rounds = solution.rounds();
        boolean converged = solution.converged();
        for (int pass = 1; pass < SOLUTIONS && solution.cells().length > 0; pass++) {
            weights = problem.weights(solution.cells(), solution.strengths());
            strengths = new SparseStrengths(problem.weighted(weights));
            strengths.start(solution.cells(), solution.strengths());
            solution = strengths.solve(adapted(penalty, solution.cells(), solution.strengths(), strengths));
            rounds += solution.rounds();
            converged &= solution.converged();
        }
        SparseStrengths.Solution free = strengths.standing(penalty, problem.radiusM());
        return new Solved(new SourceFit(free.cells(), free.strengths(), converged, rounds), weights);
    }

    /// A resampled fit: the system from which the fit's strengths came, its weights times those of the days;
    /// two solutions with the penalty relaxed as far as strengths allow, those of the fit first; and the same
    /// last look.
    ///
    /// (With the weights of the sources at their full strengths and the full penalty in the first solution,
    /// replicates lost the strongest sources: a plume's own error took from it most of the weight by which it
    /// had been found.)
    ///
    /// @param start the fit
    static SourceFit resampled(NetworkSystem system, double[] penalty, SourceFit start, double radiusM) {
        SparseStrengths strengths = new SparseStrengths(system);
        strengths.start(start.cells, start.strengthsGPerS);
        SparseStrengths.Solution first =
                strengths.solve(adapted(penalty, start.cells, start.strengthsGPerS, strengths));
        SparseStrengths.Solution second =
                strengths.solve(adapted(penalty, first.cells(), first.strengths(), strengths));
        SparseStrengths.Solution free = strengths.standing(penalty, radiusM);
        return new SourceFit(
                free.cells(),
                free.strengths(),
                first.converged() && second.converged(),
                first.rounds() + second.rounds());
    }

    private static double[] adapted(double[] penalty, int[] cells, double[] before, SparseStrengths strengths) {
        double[] adapted = penalty.clone();
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            double curvature = strengths.diagonal(cell);
            if (curvature > 0) {
                double detectable = penalty[cell] / curvature;
                adapted[cell] *= detectable / (detectable + before[i]);
            }
        }
        return adapted;
    }

    /// With all strengths scaled.
    SourceFit times(double scale) {
        double[] scaled =
                Arrays.stream(strengthsGPerS).map(strength -> scale * strength).toArray();
        return new SourceFit(cells, scaled, converged, rounds);
    }

    /// The strength of all sources together, g/s.
    public double totalGPerS() {
        return Arrays.stream(strengthsGPerS).sum();
    }
}
