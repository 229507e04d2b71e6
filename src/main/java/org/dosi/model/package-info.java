/// The words that every room speaks: what is observed, where, by what, when, and what may be wrong with it.
///
/// One observation model for everything, ISO 19156 in the spelling of OGC SensorThings 1.1: PM10 at a
/// station, vehicles per hour at a point, sales of a commercial area in a quarter are all [Observation]s of
/// a [Datastream] on a [FeatureOfInterest]. Start with [Datastream]; what can be wrong with a value is in
/// [Flag], what can be wrong with a file in [Issue].
@NullMarked
package org.dosi.model;

import org.jspecify.annotations.NullMarked;
