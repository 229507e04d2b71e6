package org.dosi.model;

/// The observations of one sensor, one property, one feature of interest, in one unit.
///
/// @param id `dataset/feature code/property`
/// @param unit UCUM code, e.g. `ug/m3`
/// @param feature id of the feature of interest
/// @param dataset id of the data set that it is published in
/// @param step how far apart its observations usually are
public record Datastream(
        String id,
        Thing thing,
        Sensor sensor,
        ObservedProperty property,
        String unit,
        String feature,
        String dataset,
        Step step) {

    public Datastream {
        if (unit.isBlank()) {
            throw new IllegalArgumentException(
                    "datastream %s: expected a UCUM unit ('1' for none), found ''".formatted(id));
        }
    }

    public static String id(String dataset, String featureCode, ObservedProperty property) {
        return dataset + "/" + featureCode + "/" + property.id();
    }
}
