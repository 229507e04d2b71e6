package org.dosi.kernel.wind;

import org.dosi.kernel.stat.Check;

/// What is computed of the values in one cell of a polar plot.
public sealed interface CellStatistic {

    /// Statistics without a parameter.
    enum Plain implements CellStatistic {
        MEAN,
        MEDIAN,
        MAX,
        /// Standard deviation of the sample; NaN of one value.
        DEVIATION,
        /// The mean times the cell's share of all hours: what the cell adds to the overall mean.
        WEIGHTED_MEAN,
        /// The number of hours.
        FREQUENCY
    }

    /// A quantile of type 7.
    ///
    /// @param share from 0 to 1
    record Percentile(double share) implements CellStatistic {
        public Percentile {
            Check.within(0, 1, "share", share);
        }
    }

    /// Conditional probability: the share of a cell's hours with a value above the quantile `lowerShare` of
    /// all hours and, unless `upperShare` is 1, not above the quantile `upperShare`. Source: Ashbaugh, Malm
    /// and Sadeh (1985), Atmospheric Environment 19(8), 1263-1270; by speed and interval: Uria-Tellaetxe
    /// and Carslaw (2014), Environmental Modelling & Software 59, 1-9.
    record Probability(double lowerShare, double upperShare) implements CellStatistic {
        public Probability {
            Check.within(0, 1, "lowerShare", lowerShare);
            Check.within(lowerShare, 1, "upperShare", upperShare);
        }

        public static Probability above(double share) {
            return new Probability(share, 1);
        }
    }

    /// The share of a cell's hours with a value above `lower` and not above `upper`: [Probability] with thresholds
    /// that come from elsewhere, such as from all seasons where the hours are those of one.
    ///
    /// @param upper infinity for none
    record Between(double lower, double upper) implements CellStatistic {}
}
