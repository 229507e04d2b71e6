package org.dosi.kernel.traffic.forecast;

/// Errors of forecasts, added up.
public final class Score {
    private double squares;
    private double absolute;
    private double truth;
    private double truthSquares;
    private long count;
    private long covered;
    private long judged;

    /// A pair of which either is missing does not count.
    public void add(double forecast, double value) {
        if (Double.isNaN(forecast) || Double.isNaN(value)) {
            return;
        }
        double error = forecast - value;
        squares += error * error;
        absolute += Math.abs(error);
        truth += value;
        truthSquares += value * value;
        count++;
    }

    /// The same, with an interval that holds the value or not.
    public void add(double forecast, double value, double low, double high) {
        add(forecast, value);
        if (!Double.isNaN(low) && !Double.isNaN(value)) {
            judged++;
            covered += value >= low && value <= high ? 1 : 0;
        }
    }

    public long count() {
        return count;
    }

    public double rmse() {
        return Math.sqrt(squares / count);
    }

    public double mae() {
        return absolute / count;
    }

    /// The sum of absolute errors as a share of the sum of values.
    public double wape() {
        return absolute / truth;
    }

    /// One minus the Frobenius norm of the errors as a share of that of the values, as T-GCN has it.
    public double accuracy() {
        return 1 - Math.sqrt(squares / truthSquares);
    }

    /// One minus the squared errors as a share of the squared distances from the mean.
    public double r2() {
        return 1 - squares / (truthSquares - truth * truth / count);
    }

    /// How many of the intervals held the value; NaN without intervals.
    public double coverage() {
        return judged == 0 ? Double.NaN : (double) covered / judged;
    }
}
