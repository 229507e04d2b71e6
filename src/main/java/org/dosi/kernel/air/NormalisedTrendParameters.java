package org.dosi.kernel.air;

import org.dosi.kernel.stat.BoostingParameters;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Loss;
import org.dosi.kernel.stat.TreeShape;

/// How a trend is freed from the weather.
///
/// @param boosting the trees; of their rounds as many are used as predict best what was held out
/// @param folds parts of the cross-validation
/// @param refits models refitted to resampled blocks for the band; 0 for no band
/// @param blockDays days that are held out or resampled together: longer than a weather lasts
/// @param trendStepDays the trend may step once in so many days; finer, it would learn single episodes by
///     heart
/// @param seed folds, blocks and trees follow from it
public record NormalisedTrendParameters(
        WeatherDraw draw,
        BoostingParameters boosting,
        int folds,
        int refits,
        int blockDays,
        int trendStepDays,
        long seed) {
    public NormalisedTrendParameters {
        Check.atLeast(2, "folds", folds);
        Check.atLeast(0, "refits", refits);
        Check.atLeast(1, "blockDays", blockDays);
        Check.atLeast(1, "trendStepDays", trendStepDays);
    }

    /// Season's weather, five folds, twenty refits, fortnights; at most 500 trees of 16 leaves with 40 rows
    /// or more. On a year of London's NO2 trees of 8 to 31 leaves, 20 or 60 rows and half the shrinkage
    /// predict unseen fortnights alike (R² 0.63 to 0.64).
    public static NormalisedTrendParameters usual(long seed) {
        TreeShape shape = new TreeShape(16, 16, 40, 1, 1);
        BoostingParameters boosting = new BoostingParameters(500, 0.1, 0.7, 40, new Loss.Squared(), shape, seed);
        return new NormalisedTrendParameters(WeatherDraw.ofSeason(), boosting, 5, 20, 14, 14, seed);
    }

    /// The same with another number of refits.
    public NormalisedTrendParameters withRefits(int other) {
        return new NormalisedTrendParameters(draw, boosting, folds, other, blockDays, trendStepDays, seed);
    }

    /// The same with another draw of the weather.
    public NormalisedTrendParameters withDraw(WeatherDraw other) {
        return new NormalisedTrendParameters(other, boosting, folds, refits, blockDays, trendStepDays, seed);
    }
}
