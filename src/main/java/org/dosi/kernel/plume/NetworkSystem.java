package org.dosi.kernel.plume;

import java.util.Arrays;
import org.dosi.kernel.stat.Quantiles;

/// The least-squares problem of a network: values, weights and nuisance of its hours, and the footprints.
///
/// Nothing of size cells x hours is ever made. A cell's column over the hours is its footprint at the
/// hour's state over the hour's wind speed; what all cells together owe to residuals is summed by state
/// first, and the footprints are then gone through once.
final class NetworkSystem {
    private final Footprints footprints;
    private final int stations;
    private final int[] offset;
    private final double[] inverseSpeed;
    private final double[] values;
    private final double[] weight;
    private final Nuisance nuisance;

    private NetworkSystem(
            Footprints footprints,
            int[] offset,
            double[] inverseSpeed,
            double[] values,
            double[] weight,
            Nuisance nuisance) {
        this.footprints = footprints;
        this.stations = footprints.stations();
        this.offset = offset;
        this.inverseSpeed = inverseSpeed;
        this.values = values;
        this.weight = weight;
        this.nuisance = nuisance;
    }

    /// The problem with given weights; values lose background and offsets here, once.
    ///
    /// @param weight hour by hour, 0 of missing values; an hour without footprints gets none
    static NetworkSystem of(Footprints footprints, NetworkHours hours, double[][] basis, double[] weight) {
        int stations = hours.stations();
        int[] offset = new int[hours.hours()];
        double[] inverseSpeed = new double[hours.hours()];
        double[] usedWeight = weight.clone();
        double[] values = hours.concentrationUgPerM3().clone();
        for (int t = 0; t < offset.length; t++) {
            offset[t] = footprints.offset(hours.windState()[t]);
            inverseSpeed[t] = offset[t] < 0 ? 0 : 1 / hours.windSpeedMPerS()[t];
            if (offset[t] < 0) {
                Arrays.fill(usedWeight, t * stations, (t + 1) * stations, 0);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (usedWeight[i] == 0) {
                values[i] = 0;
            }
        }
        Nuisance nuisance = new Nuisance(stations, hours.offsetGroup(), hours.groups(), basis, usedWeight);
        nuisance.remove(values);
        return new NetworkSystem(footprints, offset, inverseSpeed, values, usedWeight, nuisance);
    }

    /// Values without background and offsets, hour by hour.
    double[] values() {
        return values;
    }

    double[] weight() {
        return weight;
    }

    /// What columns by state, weighted by strengths, give over the hours, without background and offsets.
    double[] response(float[][] columns, double[] strengths) {
        double[] byState = new double[footprints.size()];
        for (int a = 0; a < columns.length; a++) {
            double strength = strengths[a];
            if (strength != 0) {
                float[] column = columns[a];
                for (int i = 0; i < byState.length; i++) {
                    byState[i] += strength * column[i];
                }
            }
        }
        double[] response = raw(byState);
        nuisance.remove(response);
        return response;
    }

    /// The response before background and offsets are taken out.
    double[] raw(double[] byState) {
        double[] response = new double[values.length];
        for (int t = 0; t < offset.length; t++) {
            if (offset[t] >= 0) {
                for (int j = 0; j < stations; j++) {
                    response[t * stations + j] = byState[offset[t] + j] * inverseSpeed[t];
                }
            }
        }
        return response;
    }

    /// Weighted residuals summed by state and station: the half of the transpose before the footprints.
    double[] byState(double[] residual) {
        double[] sums = new double[footprints.size()];
        for (int t = 0; t < offset.length; t++) {
            if (offset[t] >= 0) {
                for (int j = 0; j < stations; j++) {
                    int i = t * stations + j;
                    sums[offset[t] + j] += weight[i] * residual[i] * inverseSpeed[t];
                }
            }
        }
        return sums;
    }

    Footprints footprints() {
        return footprints;
    }

    /// Residuals that weights can be taken from: each hour's median over the
    /// stations, then each station's median in its group of hours, taken out. NaN where missing.
    ///
    /// @param plume what known sources give, which is taken out first, µg/m³
    static double[] medianResidual(NetworkHours hours, double[] plume) {
        int stations = hours.stations();
        double[] residual = hours.concentrationUgPerM3().clone();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= plume[i];
        }
        double[] scratch = new double[Math.max(stations, hours.hours())];
        for (int t = 0; t < hours.hours(); t++) {
            int count = 0;
            for (int j = 0; j < stations; j++) {
                if (Double.isFinite(residual[t * stations + j])) {
                    scratch[count++] = residual[t * stations + j];
                }
            }
            double median = Quantiles.median(scratch, count);
            for (int j = 0; j < stations; j++) {
                residual[t * stations + j] -= median;
            }
        }
        int[][] members = members(hours);
        for (int[] member : members) {
            for (int j = 0; j < stations; j++) {
                int count = 0;
                for (int t : member) {
                    if (Double.isFinite(residual[t * stations + j])) {
                        scratch[count++] = residual[t * stations + j];
                    }
                }
                double median = Quantiles.median(scratch, count);
                for (int t : member) {
                    residual[t * stations + j] -= median;
                }
            }
        }
        return residual;
    }

    private static int[][] members(NetworkHours hours) {
        int[] counts = new int[hours.groups()];
        for (int group : hours.offsetGroup()) {
            counts[group]++;
        }
        int[][] members = new int[counts.length][];
        for (int g = 0; g < counts.length; g++) {
            members[g] = new int[counts[g]];
        }
        int[] filled = new int[counts.length];
        for (int t = 0; t < hours.hours(); t++) {
            int group = hours.offsetGroup()[t];
            members[group][filled[group]++] = t;
        }
        return members;
    }
}
