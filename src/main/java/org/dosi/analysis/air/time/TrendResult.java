package org.dosi.analysis.air.time;

import org.dosi.kernel.air.PeriodTrend;
import org.dosi.kernel.stat.RobustTrend;
import org.dosi.kernel.stat.SeasonalTrend;
import org.dosi.kernel.stat.SmoothTrend;

/// What a trend's method laid through the values of its periods.
public sealed interface TrendResult {

    /// A straight line by Theil and Sen.
    ///
    /// @param line per day
    record Straight(RobustTrend line, String method) implements TrendResult {
        /// Whether there were periods enough.
        public boolean isKnown() {
            return !Double.isNaN(line.slope());
        }

        public double slopePerYear() {
            return line.slope() * PeriodTrend.DAYS_A_YEAR;
        }

        public double lowerPerYear() {
            return line.lower() * PeriodTrend.DAYS_A_YEAR;
        }

        public double upperPerYear() {
            return line.upper() * PeriodTrend.DAYS_A_YEAR;
        }

        public double p() {
            return line.p();
        }

        /// The line at a day since 1970.
        public double at(double day) {
            return line.at(day);
        }

        /// The line of the interval's lower slope, with the intercept that goes with it.
        public double lowerAt(double day) {
            return line.upperIntercept() + line.lower() * day;
        }

        /// The line of the interval's upper slope.
        public double upperAt(double day) {
            return line.lowerIntercept() + line.upper() * day;
        }
    }

    /// A penalised regression spline.
    record Smooth(SmoothTrend curve) implements TrendResult {
        /// Days since 1970.
        public double[] days() {
            return curve.times();
        }

        public double[] values() {
            return curve.values();
        }

        public double[] lower() {
            return curve.lower();
        }

        public double[] upper() {
            return curve.upper();
        }

        /// NaN where there were too few periods.
        public double degreesOfFreedom() {
            return curve.degreesOfFreedom();
        }
    }

    /// The parts of an STL decomposition.
    ///
    /// @param values of the periods, gaps filled
    record Parts(double[] values, SeasonalTrend parts) implements TrendResult {
        public double[] seasonal() {
            return parts.seasonal();
        }

        public double[] trend() {
            return parts.trend();
        }

        public double[] remainder() {
            return parts.remainder();
        }
    }
}
