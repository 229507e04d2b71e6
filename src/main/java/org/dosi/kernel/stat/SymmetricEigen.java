package org.dosi.kernel.stat;

/// All eigenpairs of a symmetric matrix, largest magnitude first.
///
/// @param vectors in the order of the values, each of unit length
public record SymmetricEigen(double[] values, double[][] vectors) {

    /// @param matrix `n x n`, row by row, in full. Time O(n³).
    public static SymmetricEigen of(double[] matrix, int n) {
        LeadingEigenpairs all = LeadingEigenpairs.of(matrix, n, n);
        return new SymmetricEigen(all.values(), all.vectors());
    }
}
