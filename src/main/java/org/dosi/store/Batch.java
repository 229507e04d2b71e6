package org.dosi.store;

import java.util.Optional;
import org.dosi.model.Dataset;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;

/// One import under way: nothing of it is seen by readers before [#commit], nothing is left of it after
/// [#close] without one. Used by one thread.
public interface Batch extends AutoCloseable {

    /// Makes a data set known beside that of the import's head.
    void dataset(Dataset dataset);

    /// Makes a feature known. What a later import knows of the same feature replaces what an earlier one
    /// knew.
    ///
    /// @return whether the store learnt something: false if it knew all of it
    boolean feature(FeatureOfInterest feature);

    /// What is known of a feature, by this import and those before.
    Optional<FeatureOfInterest> findFeature(String id);

    /// The number by which columns refer to the datastream.
    ///
    /// @throws StoreException if the store knows it with another unit
    int datastream(Datastream datastream);

    /// What the store holds of these datastreams in the hours before a time, for rules that need history.
    ///
    /// @return columns sorted by datastream, then start; flagged values included
    Columns context(int[] datastreams, long fromSeconds, long toSeconds);

    /// Compares the columns with what is there and stores what is new.
    ///
    /// @param columns sorted by datastream, then start; each pair of the two at most once
    /// @return what became of each row
    Fate[] write(Columns columns);

    void issue(Issue issue);

    long issueCount();

    /// Ends the import: after this returns, it survives a crash.
    ///
    /// If the file brought nothing new and the same file was brought in before, nothing is recorded.
    ///
    /// @param counts as told to the user; codes are in no count
    ImportRecord commit(ImportCounts counts);

    /// Drops the import unless it was committed.
    @Override
    void close();

    /// What became of one row.
    enum Fate {
        /// Nothing was known of this datastream at this time.
        NEW,
        /// A value was known and is superseded.
        CORRECTED,
        /// The same was known.
        UNCHANGED,
        /// This very import already told the same.
        REPEATED,
        /// This very import already told something else; the first stands.
        CONTRADICTED
    }
}
