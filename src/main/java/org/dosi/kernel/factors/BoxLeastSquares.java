package org.dosi.kernel.factors;

/// Least squares in a box, of a few unknowns, from the normal equations: the least z'Az - 2b'z with
/// lower ≤ z ≤ upper.
///
/// Active set method of Lawson and Hanson (1974, Solving Least Squares Problems, chapter 23) with bounds on
/// both sides (Stark and Parker 1995, Computational Statistics 10, 129-141), begun at the given z: where the
/// set of bounds that hold is the same as before, one Cholesky factorisation is all. Not thread-safe: an
/// object holds the scratch of one thread.
final class BoxLeastSquares {
    /// A pivot below this share of its diagonal element belongs to an unknown that the others determine.
    private static final double SINGULAR = 1e-12;

    /// A gradient below this share of its terms is rounding.
    private static final double ROUNDING = 1e-11;

    private final int unknowns;
    private final int[] free;
    private final double[] factor;
    private final double[] step;
    private final double[] target;
    private final byte[] state;
    private int freeCount;

    private static final byte FREE = 0;
    private static final byte AT_LOWER = 1;
    private static final byte AT_UPPER = 2;

    BoxLeastSquares(int unknowns) {
        this.unknowns = unknowns;
        free = new int[unknowns];
        factor = new double[unknowns * unknowns];
        step = new double[unknowns];
        target = new double[unknowns];
        state = new byte[unknowns];
    }

    /// Replaces `z` by the solution.
    ///
    /// @param a symmetric, positive semidefinite, row by row
    /// @param z a point of the box: where to begin, and then the solution
    void solve(double[] a, double[] b, double[] lower, double[] upper, double[] z) {
        for (int k = 0; k < unknowns; k++) {
            state[k] = z[k] <= lower[k] ? AT_LOWER : z[k] >= upper[k] ? AT_UPPER : FREE;
        }
        int most = 10 * unknowns + 10;
        for (int round = 0; round < most; round++) {
            moveFree(a, b, lower, upper, z);
            int next = mostWrong(a, b, lower, upper, z);
            if (next < 0) {
                return;
            }
            state[next] = FREE;
        }
    }

    /// Adds, for the pairs of some unknowns, the inverse of A among those that are free at the last solution;
    /// nothing for an unknown at a bound.
    ///
    /// @param sum `of` × `of`, row by row
    void addFreeInverse(double[] a, int[] of, double[] sum) {
        collectFree();
        factorise(a);
        for (int c = 0; c < of.length; c++) {
            if (state[of[c]] == FREE) {
                for (int f = 0; f < freeCount; f++) {
                    step[f] = free[f] == of[c] ? 1 : 0;
                }
                substitute(step);
                for (int r = 0; r < of.length; r++) {
                    for (int f = 0; f < freeCount; f++) {
                        sum[r * of.length + c] += free[f] == of[r] ? step[f] : 0;
                    }
                }
            }
        }
    }

    private void collectFree() {
        freeCount = 0;
        for (int k = 0; k < unknowns; k++) {
            if (state[k] == FREE) {
                free[freeCount++] = k;
            }
        }
    }

    /// Goes to the minimum over the free unknowns, binding those that meet their bounds on the way.
    private void moveFree(double[] a, double[] b, double[] lower, double[] upper, double[] z) {
        while (true) {
            collectFree();
            int dependent = factorise(a);
            if (dependent >= 0) {
                state[dependent] = AT_LOWER;
                z[dependent] = lower[dependent];
                continue;
            }
            rightHandSide(a, b, z);
            substitute(step);
            double share = 1;
            int blocking = -1;
            for (int f = 0; f < freeCount; f++) {
                int k = free[f];
                double bound = step[f] < lower[k] ? lower[k] : step[f] > upper[k] ? upper[k] : step[f];
                if (bound != step[f]) {
                    double s = (bound - z[k]) / (step[f] - z[k]);
                    if (s < share || blocking < 0) {
                        share = Math.min(s, share);
                        blocking = k;
                    }
                }
            }
            for (int f = 0; f < freeCount; f++) {
                int k = free[f];
                z[k] = blocking < 0 ? step[f] : clamp(z[k] + share * (step[f] - z[k]), lower[k], upper[k]);
                target[k] = step[f];
            }
            if (blocking < 0) {
                return;
            }
            boolean down = target[blocking] < lower[blocking];
            state[blocking] = down ? AT_LOWER : AT_UPPER;
            z[blocking] = down ? lower[blocking] : upper[blocking];
        }
    }

    private static double clamp(double value, double lower, double upper) {
        return Math.min(Math.max(value, lower), upper);
    }

    private void rightHandSide(double[] a, double[] b, double[] z) {
        for (int f = 0; f < freeCount; f++) {
            int row = free[f];
            double sum = b[row];
            for (int k = 0; k < unknowns; k++) {
                if (state[k] != FREE) {
                    sum -= a[row * unknowns + k] * z[k];
                }
            }
            step[f] = sum;
        }
    }

    /// The bound unknown that gains most by leaving its bound; -1 if none gains.
    private int mostWrong(double[] a, double[] b, double[] lower, double[] upper, double[] z) {
        int worst = -1;
        double most = 0;
        for (int k = 0; k < unknowns; k++) {
            if (state[k] == FREE || lower[k] == upper[k] || !(a[k * unknowns + k] > 0)) {
                continue;
            }
            double gradient = b[k];
            double size = Math.abs(b[k]);
            for (int l = 0; l < unknowns; l++) {
                double term = a[k * unknowns + l] * z[l];
                gradient -= term;
                size += Math.abs(term);
            }
            double gain = (state[k] == AT_LOWER ? gradient : -gradient);
            if (gain > ROUNDING * size && gain * gain / a[k * unknowns + k] > most) {
                most = gain * gain / a[k * unknowns + k];
                worst = k;
            }
        }
        return worst;
    }

    /// Cholesky of the free part; the first free unknown that the ones before it determine, or -1.
    private int factorise(double[] a) {
        int n = freeCount;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c <= r; c++) {
                double sum = a[free[r] * unknowns + free[c]];
                for (int l = 0; l < c; l++) {
                    sum -= factor[r * unknowns + l] * factor[c * unknowns + l];
                }
                if (c < r) {
                    factor[r * unknowns + c] = sum * factor[c * unknowns + c];
                } else if (sum > SINGULAR * a[free[r] * unknowns + free[r]]) {
                    factor[r * unknowns + r] = 1 / Math.sqrt(sum);
                } else {
                    return free[r];
                }
            }
        }
        return -1;
    }

    /// Solves with the factor, whose diagonal holds reciprocals.
    private void substitute(double[] v) {
        int n = freeCount;
        for (int r = 0; r < n; r++) {
            double sum = v[r];
            for (int l = 0; l < r; l++) {
                sum -= factor[r * unknowns + l] * v[l];
            }
            v[r] = sum * factor[r * unknowns + r];
        }
        for (int r = n - 1; r >= 0; r--) {
            double sum = v[r];
            for (int l = r + 1; l < n; l++) {
                sum -= factor[l * unknowns + r] * v[l];
            }
            v[r] = sum * factor[r * unknowns + r];
        }
    }
}
