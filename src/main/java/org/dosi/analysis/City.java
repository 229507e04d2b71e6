package org.dosi.analysis;

import java.time.ZoneId;
import org.dosi.model.Name;

/// The city that is served: all that the rooms need to know of it. `app` hands it in.
///
/// @param metricCrs a projected reference system in metres that fits the city, e.g. `EPSG:5186`
public record City(Name name, ZoneId zone, double centreLon, double centreLat, String metricCrs) {}
