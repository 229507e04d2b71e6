package org.dosi.store;

import java.util.List;
import org.dosi.model.Datastream;

/// Values of many datastreams at equal steps of time.
///
/// @param value `value[step * datastreams.size() + i]` of datastream `i`; NaN where there is no good value
public record Frames(List<Datastream> datastreams, long startSeconds, long stepSeconds, int steps, float[] value) {}
