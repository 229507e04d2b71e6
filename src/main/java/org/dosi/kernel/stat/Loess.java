package org.dosi.kernel.stat;

/// Locally weighted lines over the whole numbers 1, 2, 3 …: the smoother inside STL.
///
/// Source: Cleveland (1979), Journal of the American Statistical Association 74(368), 829-836, with the
/// windows and the interpolation between every `jump`-th point of Cleveland, Cleveland, McRae and Terpenning
/// (1990), Journal of Official Statistics 6(1), 3-73.
final class Loess {
    private static final double NEAR = 0.001;
    private static final double FAR = 0.999;

    private final int window;
    private final int degree;
    private final int jump;
    private final double[] kernel;

    Loess(int window, int degree, int jump, int longest) {
        this.window = window;
        this.degree = degree;
        this.jump = jump;
        this.kernel = new double[longest];
    }

    /// Smooths the first `n` numbers of `y` into `smooth`, from `offset` on.
    ///
    /// @param weights robustness weights of the numbers; all ones count alike
    void smooth(double[] y, int n, double[] weights, double[] smooth, int offset) {
        if (n < 2) {
            smooth[offset] = y[0];
            return;
        }
        int step = Math.min(jump, n - 1);
        int left = 0;
        int last = 0;
        for (int i = 0; i < n; i += step) {
            left = windowStart(i, n);
            smooth[offset + i] = orElse(at(y, n, i, left, windowEnd(left, n), weights), y[i]);
            last = i;
            if (i >= step) {
                fillBetween(smooth, offset + i - step, offset + i);
            }
        }
        if (last != n - 1) {
            // The last window is the one of the last point that was fitted, as in the authors' program.
            smooth[offset + n - 1] = orElse(at(y, n, n - 1, left, windowEnd(left, n), weights), y[n - 1]);
            fillBetween(smooth, offset + last, offset + n - 1);
        }
    }

    /// The local fit at position `x` (0 is the first number, -1 lies before it) from the numbers `left` to
    /// `right`, or NaN if none of them has weight.
    double at(double[] y, int n, double x, int left, int right, double[] weights) {
        double reach = Math.max(x - left, right - x);
        if (window > n) {
            int beyond = (window - n) / 2;
            reach += beyond;
        }
        double total = 0;
        for (int j = left; j <= right; j++) {
            kernel[j] = weights[j] * tricube(Math.abs(j - x), reach);
            total += kernel[j];
        }
        if (!(total > 0)) {
            return Double.NaN;
        }
        double mean = 0;
        double fit = 0;
        for (int j = left; j <= right; j++) {
            kernel[j] /= total;
            mean += kernel[j] * j;
            fit += kernel[j] * y[j];
        }
        if (reach <= 0 || degree == 0) {
            return fit;
        }
        double spread = 0;
        for (int j = left; j <= right; j++) {
            spread += kernel[j] * (j - mean) * (j - mean);
        }
        if (Math.sqrt(spread) <= NEAR * (n - 1)) {
            return fit;
        }
        double tilt = (x - mean) / spread;
        double line = 0;
        for (int j = left; j <= right; j++) {
            line += kernel[j] * (tilt * (j - mean) + 1) * y[j];
        }
        return line;
    }

    int window() {
        return window;
    }

    private static double tricube(double distance, double reach) {
        if (distance > FAR * reach) {
            return 0;
        }
        if (distance <= NEAR * reach) {
            return 1;
        }
        double share = distance / reach;
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }

    private int windowStart(int i, int n) {
        int half = (window + 1) / 2;
        return window >= n ? 0 : Math.clamp(i + 1L - half, 0, n - window);
    }

    private int windowEnd(int left, int n) {
        return Math.min(n, left + Math.min(window, n)) - 1;
    }

    private static double orElse(double fit, double own) {
        return Double.isNaN(fit) ? own : fit;
    }

    private static void fillBetween(double[] smooth, int from, int to) {
        double slope = (smooth[to] - smooth[from]) / (to - from);
        for (int j = from + 1; j < to; j++) {
            smooth[j] = smooth[from] + slope * (j - from);
        }
    }
}
