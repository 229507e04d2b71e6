package org.dosi.kernel.stat;

import java.util.ArrayList;
import java.util.List;

/// What series have in common, as directions that are orthonormal: fitting by least squares is then a product with
/// each of them. By Gram and Schmidt, twice for the sake of rounding (Giraud and others 2005, Numerische Mathematik
/// 101, 87-100).
final class OrthonormalBasis {
    /// A series of which less than this share of its squares is new says nothing new.
    private static final double NOTHING_NEW = 1e-10;

    private final List<double[]> directions = new ArrayList<>();

    /// Whether a series had something new to say; what is left of a dependent one is dropped.
    boolean add(double[] series) {
        double[] rest = without(series);
        remove(rest);
        double squares = squares(rest);
        boolean says = squares > NOTHING_NEW * squares(series);
        if (says) {
            double[] direction = new double[rest.length];
            Dense.add(1 / Math.sqrt(squares), rest, 0, direction, 0, rest.length);
            directions.add(direction);
        }
        return says;
    }

    int size() {
        return directions.size();
    }

    double[] direction(int index) {
        return directions.get(index);
    }

    /// What the directions leave of a series.
    double[] without(double[] series) {
        double[] rest = series.clone();
        remove(rest);
        return rest;
    }

    /// Leaves of a series what the directions do not explain.
    void remove(double[] series) {
        directions.forEach(direction -> remove(direction, series));
    }

    static void remove(double[] direction, double[] from) {
        Dense.add(-product(direction, from), direction, 0, from, 0, from.length);
    }

    static double product(double[] a, double[] b) {
        return Dense.dot(a, 0, b, 0, a.length);
    }

    static double squares(double[] series) {
        return product(series, series);
    }
}
