package org.dosi.source;

import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.jspecify.annotations.Nullable;

/// Where a source tells what it reads. Made for one file and used by one thread.
///
/// The counts of an import are made here: every numeric cell of a file is told exactly once, by `observe`,
/// by `missing` or in the `observations` of an issue, so that they add up to what the file holds. A source
/// of features tells each feature of the file once by `feature`, or in an issue.
public interface ObservationSink {

    /// Says which row the next calls speak of, for whoever must be told where something stood.
    ///
    /// @param sheet name of the sheet in a workbook, otherwise null
    /// @param line counted from 1
    void row(@Nullable String sheet, long line);

    /// Tells of a feature. The same id may come again, in this file or another: what a later one knows
    /// replaces what an earlier one knew; a null geometry replaces nothing, nor does a name that is only
    /// the code.
    void feature(FeatureOfInterest feature);

    /// Tells of a data set beside the source's own: only files that come from another store hold several.
    void dataset(Dataset dataset);

    /// Makes a datastream known and returns its handle for [#observe]; the same id always gives the same
    /// handle.
    int datastream(Datastream datastream);

    /// Tells one observation: a numeric cell.
    ///
    /// @param datastream a handle of this sink
    /// @param startSeconds begin of the phenomenon time, seconds since 1970 UTC
    /// @param endSeconds its end, exclusive; equal to the start for an instant
    /// @param value finite
    /// @param statedFlags what the publisher says of the value, [org.dosi.model.Flag] bits; [#UNSTATED] if
    ///     it says
    ///     nothing
    void observe(int datastream, long startSeconds, long endSeconds, double value, int statedFlags);

    /// As [#observe], for a code or a label: kept, but in none of the counts.
    void code(int datastream, long startSeconds, long endSeconds, int category);

    /// Tells of cells that hold the publisher's sign for "no value", or nothing.
    void missing(long cells);

    /// Tells of a defect; its `observations` count as read and rejected.
    void issue(Issue issue);

    /// For `statedFlags`: the publisher says nothing of the quality of this value. 0 means that it says
    /// "good".
    int UNSTATED = -1;
}
