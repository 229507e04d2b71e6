package org.dosi.store;

import org.dosi.model.Datastream;

/// Receives observations one by one, without an object for each. Times are seconds since 1970 UTC.
@FunctionalInterface
public interface ObservationVisitor {
    void visit(Datastream datastream, long startSeconds, long endSeconds, long resultMicros, double value, int flags);
}
