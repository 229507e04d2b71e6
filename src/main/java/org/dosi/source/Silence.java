package org.dosi.source;

import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.jspecify.annotations.Nullable;

/// A sink that keeps nothing, for a first look through a file that is told at the second.
enum Silence implements ObservationSink {
    SINK;

    @Override
    public void row(@Nullable String sheet, long line) {}

    @Override
    public void feature(FeatureOfInterest feature) {}

    @Override
    public void dataset(Dataset dataset) {}

    @Override
    public int datastream(Datastream datastream) {
        return 0;
    }

    @Override
    public void observe(int datastream, long startSeconds, long endSeconds, double value, int statedFlags) {}

    @Override
    public void code(int datastream, long startSeconds, long endSeconds, int category) {}

    @Override
    public void missing(long cells) {}

    @Override
    public void issue(Issue issue) {}
}
