package org.dosi.kernel.air;

import java.util.Map;
import java.util.Set;
import org.dosi.kernel.stat.Check;

/// The coefficients of [AirQualityIndex]: scales, required pollutants and what is added.
///
/// @param scales one for every pollutant
/// @param predictions for the pollutants that enter by their [PredictedMean]; the others enter hour by hour
/// @param required without a sub-index of each of these there is no index
/// @param addFrom a pollutant of this grade or worse counts for the addition
/// @param addForTwo what is added to the highest sub-index if two pollutants count
/// @param addForThree what is added if three or more count
/// @param highest no index is above this
public record IndexRules(
        Map<IndexItem, IndexScale> scales,
        Map<IndexItem, PredictionRule> predictions,
        Set<IndexItem> required,
        IndexGrade addFrom,
        double addForTwo,
        double addForThree,
        double highest) {

    public IndexRules {
        scales = Map.copyOf(scales);
        predictions = Map.copyOf(predictions);
        required = Set.copyOf(required);
        Check.atLeast(IndexItem.ALL.size(), "scales", scales.size());
        Check.positive("highest", highest);
    }
}
