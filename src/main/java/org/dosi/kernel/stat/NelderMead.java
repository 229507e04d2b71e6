package org.dosi.kernel.stat;

import java.util.function.ToDoubleFunction;

/// Finds a low point of a function of a few numbers without its slopes.
///
/// Source: Nelder and Mead (1965), The Computer Journal 7(4), 308-313, with the usual coefficients
/// 1, 2, 1/2, 1/2.
final class NelderMead {

    private NelderMead() {}

    /// A low point near `start`.
    ///
    /// @param step first edge of the simplex, along every axis
    /// @param tolerance the search ends where the corners' values differ by less
    static double[] minimise(ToDoubleFunction<double[]> f, double[] start, double step, double tolerance, int most) {
        int n = start.length;
        double[][] corner = new double[n + 1][];
        double[] value = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            corner[i] = start.clone();
            if (i > 0) {
                corner[i][i - 1] += step;
            }
            value[i] = f.applyAsDouble(corner[i]);
        }
        for (int round = 0; round < most; round++) {
            sort(corner, value);
            if (value[n] - value[0] < tolerance) {
                break;
            }
            replaceWorst(f, corner, value);
        }
        sort(corner, value);
        return corner[0];
    }

    private static void replaceWorst(ToDoubleFunction<double[]> f, double[][] corner, double[] value) {
        int n = value.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                centre[k] += corner[i][k] / n;
            }
        }
        double[] reflected = along(centre, corner[n], -1);
        double at = f.applyAsDouble(reflected);
        if (at < value[0]) {
            double[] further = along(centre, corner[n], -2);
            double there = f.applyAsDouble(further);
            put(corner, value, there < at ? further : reflected, Math.min(at, there));
        } else if (at < value[n - 1]) {
            put(corner, value, reflected, at);
        } else {
            double[] nearer = along(centre, corner[n], at < value[n] ? -0.5 : 0.5);
            double there = f.applyAsDouble(nearer);
            if (there < Math.min(at, value[n])) {
                put(corner, value, nearer, there);
            } else {
                for (int i = 1; i <= n; i++) {
                    corner[i] = along(corner[0], corner[i], 0.5);
                    value[i] = f.applyAsDouble(corner[i]);
                }
            }
        }
    }

    private static void put(double[][] corner, double[] value, double[] point, double at) {
        corner[value.length - 1] = point;
        value[value.length - 1] = at;
    }

    private static double[] along(double[] from, double[] to, double share) {
        double[] point = from.clone();
        for (int k = 0; k < point.length; k++) {
            point[k] += share * (to[k] - from[k]);
        }
        return point;
    }

    private static void sort(double[][] corner, double[] value) {
        for (int i = 1; i < value.length; i++) {
            double[] point = corner[i];
            double at = value[i];
            int k = i;
            for (; k > 0 && value[k - 1] > at; k--) {
                corner[k] = corner[k - 1];
                value[k] = value[k - 1];
            }
            corner[k] = point;
            value[k] = at;
        }
    }
}
