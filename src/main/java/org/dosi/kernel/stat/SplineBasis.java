package org.dosi.kernel.stat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/// Thin-plate regression spline functions of one variable, turned so that they are uncorrelated over the
/// points and their roughness adds up: smoothing then shrinks each by `1 / (1 + smoothness · penalty)`.
///
/// Sources: Wood (2003), Journal of the Royal Statistical Society B 65(1), 95-114, for the basis: the
/// eigenvectors of `|x - x'|³ / 12` of largest eigenvalue, with the straight lines beside them; Demmler and
/// Reinsch (1975), Numerische Mathematik 24, 375-382, for the turn.
///
/// @param atPoints the functions (columns, orthonormal) at the points (rows)
/// @param whereShown the same functions where the curve is wanted
/// @param penalty roughness of each function; 0 for the two that make up the straight lines
record SplineBasis(DMatrixRMaj atPoints, DMatrixRMaj whereShown, double[] penalty) {

    /// The basis of rank `rank` over points `x`, from 0 to 1.
    static SplineBasis of(double[] x, double[] wanted, int rank) {
        DMatrixRMaj radial = radial(x, x);
        DMatrixRMaj vectors = largest(radial, rank);
        DMatrixRMaj wiggly = times(vectors, nullSpace(line(x), vectors));
        DMatrixRMaj atPoints = beside(times(radial, wiggly), line(x));
        DMatrixRMaj whereShown = beside(times(radial(wanted, x), wiggly), line(wanted));
        DMatrixRMaj rough = new DMatrixRMaj(rank, rank);
        DMatrixRMaj inner = new DMatrixRMaj(rank - 2, rank - 2);
        CommonOps_DDRM.multTransA(wiggly, times(radial, wiggly), inner);
        CommonOps_DDRM.insert(inner, rough, 0, 0);
        return turned(atPoints, whereShown, rough);
    }

    private static SplineBasis turned(DMatrixRMaj atPoints, DMatrixRMaj whereShown, DMatrixRMaj rough) {
        int rank = rough.numRows;
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(atPoints.numRows, rank);
        qr.decompose(atPoints.copy());
        DMatrixRMaj inverse = qr.getR(null, true);
        CommonOps_DDRM.invert(inverse);
        DMatrixRMaj roughness = new DMatrixRMaj(rank, rank);
        CommonOps_DDRM.multTransA(inverse, times(rough, inverse), roughness);
        symmetrise(roughness);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(rank, true, true);
        eigen.decompose(roughness);
        double[] penalty = new double[rank];
        DMatrixRMaj turn = new DMatrixRMaj(rank, rank);
        for (int j = 0; j < rank; j++) {
            penalty[j] = Math.max(0, eigen.getEigenvalue(j).real);
            CommonOps_DDRM.insert(eigen.getEigenVector(j), turn, 0, j);
        }
        silenceTheLine(penalty);
        return new SplineBasis(times(times(atPoints, inverse), turn), times(times(whereShown, inverse), turn), penalty);
    }

    /// The two functions of the line carry no penalty; what rounding leaves of one is removed.
    private static void silenceTheLine(double[] penalty) {
        double[] sorted = penalty.clone();
        Arrays.sort(sorted);
        for (int j = 0; j < penalty.length; j++) {
            if (penalty[j] <= sorted[1]) {
                penalty[j] = 0;
            }
        }
    }

    private static DMatrixRMaj largest(DMatrixRMaj radial, int rank) {
        int n = radial.numRows;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        eigen.decompose(radial.copy());
        double[] size = new double[n];
        for (int i = 0; i < n; i++) {
            size[i] = Math.abs(eigen.getEigenvalue(i).real);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(size[b], size[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        DMatrixRMaj vectors = new DMatrixRMaj(n, rank);
        for (int j = 0; j < rank; j++) {
            CommonOps_DDRM.insert(eigen.getEigenVector(order[j]), vectors, 0, j);
        }
        return vectors;
    }

    /// Orthonormal columns `z` with `line' vectors z = 0`.
    private static DMatrixRMaj nullSpace(DMatrixRMaj line, DMatrixRMaj vectors) {
        DMatrixRMaj constraint = new DMatrixRMaj(vectors.numCols, 2);
        CommonOps_DDRM.multTransA(vectors, line, constraint);
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(vectors.numCols, 2);
        qr.decompose(constraint);
        DMatrixRMaj q = qr.getQ(null, false);
        return CommonOps_DDRM.extract(q, 0, q.numRows, 2, q.numCols);
    }

    private static DMatrixRMaj radial(double[] at, double[] centres) {
        DMatrixRMaj e = new DMatrixRMaj(at.length, centres.length);
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < centres.length; j++) {
                double d = Math.abs(at[i] - centres[j]);
                e.set(i, j, d * d * d / 12);
            }
        }
        return e;
    }

    private static DMatrixRMaj line(double[] at) {
        DMatrixRMaj t = new DMatrixRMaj(at.length, 2);
        for (int i = 0; i < at.length; i++) {
            t.set(i, 0, 1);
            t.set(i, 1, at[i] - 0.5);
        }
        return t;
    }

    private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    private static DMatrixRMaj beside(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj both = new DMatrixRMaj(a.numRows, a.numCols + b.numCols);
        CommonOps_DDRM.insert(a, both, 0, 0);
        CommonOps_DDRM.insert(b, both, 0, a.numCols);
        return both;
    }

    private static void symmetrise(DMatrixRMaj a) {
        for (int i = 0; i < a.numRows; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (a.get(i, j) + a.get(j, i)) / 2;
                a.set(i, j, mean);
                a.set(j, i, mean);
            }
        }
    }
}
