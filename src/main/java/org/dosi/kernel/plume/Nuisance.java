package org.dosi.kernel.plume;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/// Takes out of a network's hours what no cell shall explain: the regional background of each hour and the
/// offset of each station in each group of hours.
///
/// The background is a level, or a plane over the city, free in every hour. Removing it and the offsets is
/// one orthogonal projection in the weighted norm, done exactly: the hours' coefficients are eliminated,
/// and the offsets of a group solve the remaining system of one equation a station. A group without enough
/// hours is held by a ridge of 1e-6 of its diagonal. Making O(hours * stations²), use O(hours * stations).
final class Nuisance {
    private static final double RIDGE = 1e-6;

    private final int stations;
    private final int[] group;
    private final double[][] basis;
    private final double[] weight;
    /// Inverse of basis' weight basis, hour by hour.
    private final double[] inverse;

    /// The groups' systems before they are inverted, and what they are inverted to.
    private final DMatrixRMaj[] systems;

    private final double[][] groupInverse;

    /// @param weight weight of each value, hour by hour; 0 where it is missing or left out
    /// @param basis functions of the background, each over the stations; the first is 1 everywhere
    Nuisance(int stations, int[] group, int groups, double[][] basis, double[] weight) {
        this.stations = stations;
        this.group = group;
        this.basis = basis;
        this.weight = weight;
        int hours = group.length;
        int k = basis.length;
        inverse = new double[hours * k * k];
        systems = new DMatrixRMaj[groups];
        for (int g = 0; g < groups; g++) {
            systems[g] = new DMatrixRMaj(stations, stations);
        }
        double[] projected = new double[k * stations];
        for (int t = 0; t < hours; t++) {
            invertHour(t);
            addHour(t, 1, systems[group[t]].data, projected);
        }
        groupInverse = invertAll(systems);
    }

    private Nuisance(Nuisance all, double[] weight, DMatrixRMaj[] systems) {
        stations = all.stations;
        group = all.group;
        basis = all.basis;
        inverse = all.inverse;
        this.weight = weight;
        this.systems = systems;
        groupInverse = invertAll(systems);
    }

    /// The same with hours left out: what making it anew with their weights 0 would give, at the cost of the hours
    /// left out and one inversion a group.
    Nuisance without(boolean[] leftOut) {
        boolean[] hasHours = new boolean[systems.length];
        for (int t = 0; t < leftOut.length; t++) {
            hasHours[group[t]] |= !leftOut[t];
        }
        DMatrixRMaj[] fewer = new DMatrixRMaj[systems.length];
        for (int g = 0; g < fewer.length; g++) {
            // Of a group without hours nothing must stay, not even what rounding leaves.
            fewer[g] = hasHours[g] ? systems[g].copy() : new DMatrixRMaj(stations, stations);
        }
        double[] weightLeft = weight.clone();
        double[] projected = new double[basis.length * stations];
        for (int t = 0; t < leftOut.length; t++) {
            if (leftOut[t] && hasHours[group[t]]) {
                addHour(t, -1, fewer[group[t]].data, projected);
            }
            if (leftOut[t]) {
                Arrays.fill(weightLeft, t * stations, (t + 1) * stations, 0);
            }
        }
        return new Nuisance(this, weightLeft, fewer);
    }

    private static double[][] invertAll(DMatrixRMaj[] systems) {
        return Arrays.stream(systems).map(each -> invert(each.copy())).toArray(double[][]::new);
    }

    private void invertHour(int t) {
        int k = basis.length;
        DMatrixRMaj normal = new DMatrixRMaj(k, k);
        double sum = 0;
        for (int j = 0; j < stations; j++) {
            double w = weight[t * stations + j];
            sum += w;
            for (int a = 0; a < k && w > 0; a++) {
                for (int b = 0; b < k; b++) {
                    normal.data[a * k + b] += w * basis[a][j] * basis[b][j];
                }
            }
        }
        if (sum > 0) {
            System.arraycopy(invert(normal), 0, inverse, t * k * k, k * k);
        }
    }

    /// Adds `sign` times W - W B (B'WB)^-1 B'W of an hour to the system of its group.
    private void addHour(int t, int sign, double[] system, double[] half) {
        int k = basis.length;
        for (int a = 0; a < k; a++) {
            for (int j = 0; j < stations; j++) {
                double sum = 0;
                for (int b = 0; b < k; b++) {
                    sum += inverse[(t * k + a) * k + b] * basis[b][j];
                }
                half[a * stations + j] = sum * weight[t * stations + j];
            }
        }
        for (int i = 0; i < stations; i++) {
            double w = weight[t * stations + i];
            if (w > 0) {
                system[i * stations + i] += sign * w;
                for (int a = 0; a < k; a++) {
                    double left = sign * w * basis[a][i];
                    for (int j = 0; j < stations; j++) {
                        system[i * stations + j] -= left * half[a * stations + j];
                    }
                }
            }
        }
    }

    private static double[] invert(DMatrixRMaj symmetric) {
        int n = symmetric.numRows;
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += symmetric.get(i, i);
        }
        if (!(trace > 0)) {
            return new double[n * n];
        }
        double ridge = RIDGE * trace / n;
        for (int i = 0; i < n; i++) {
            symmetric.add(i, i, ridge);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        DMatrixRMaj inverted = new DMatrixRMaj(n, n);
        if (!solver.setA(symmetric)) {
            return new double[n * n];
        }
        solver.invert(inverted);
        return inverted.data;
    }

    /// Removes background and offsets from values of all hours, in place; a value without weight stays as
    /// it is and means nothing.
    void remove(double[] values) {
        int groups = groupInverse.length;
        double[] sums = new double[groups * stations];
        for (int t = 0; t < group.length; t++) {
            removeBackground(values, t);
            int to = group[t] * stations;
            for (int j = 0; j < stations; j++) {
                sums[to + j] += weight[t * stations + j] * values[t * stations + j];
            }
        }
        double[] offsets = new double[groups * stations];
        for (int g = 0; g < groups; g++) {
            for (int i = 0; i < stations; i++) {
                double sum = 0;
                for (int j = 0; j < stations; j++) {
                    sum += groupInverse[g][i * stations + j] * sums[g * stations + j];
                }
                offsets[g * stations + i] = sum;
            }
        }
        for (int t = 0; t < group.length; t++) {
            for (int j = 0; j < stations; j++) {
                values[t * stations + j] -= offsets[group[t] * stations + j];
            }
            removeBackground(values, t);
        }
    }

    private void removeBackground(double[] values, int t) {
        int k = basis.length;
        int from = t * stations;
        double[] moments = new double[k];
        for (int j = 0; j < stations; j++) {
            double product = weight[from + j] * values[from + j];
            for (int a = 0; a < k; a++) {
                moments[a] += product * basis[a][j];
            }
        }
        for (int a = 0; a < k; a++) {
            double coefficient = 0;
            for (int b = 0; b < k; b++) {
                coefficient += inverse[(t * k + a) * k + b] * moments[b];
            }
            if (coefficient != 0) {
                for (int j = 0; j < stations; j++) {
                    values[from + j] -= coefficient * basis[a][j];
                }
            }
        }
    }

    double[] weight() {
        return Arrays.copyOf(weight, weight.length);
    }
}
