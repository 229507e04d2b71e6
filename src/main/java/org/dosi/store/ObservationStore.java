package org.dosi.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.ObservedProperty;
import org.dosi.model.TimeWindow;
import org.jspecify.annotations.Nullable;

/// Everything that a city measured, with where it came from.
///
/// Observations are never overwritten: a correction is a new observation with a later result time. Reading
/// gives the latest; a [Slice] with `asOf` gives the state as it was known then. Any number of threads may
/// read at once; writers wait for one another. All failures are [StoreException]s.
public interface ObservationStore extends AutoCloseable {

    // What there is. Lists are sorted by id unless said otherwise.

    List<Dataset> listDatasets();

    Optional<Dataset> findDataset(String id);

    /// Those that are observed, and those of which a part is.
    List<ObservedProperty> listProperties();

    Optional<ObservedProperty> findProperty(String id);

    /// The collections that hold at least one feature.
    List<FeatureCollection> listCollections();

    List<FeatureOfInterest> listFeatures(String collection);

    Optional<FeatureOfInterest> findFeature(String id);

    /// The features of which the imports of a data set told, whether it observes them or not.
    List<FeatureOfInterest> listFeaturesOfDataset(String dataset);

    /// Every datastream with how much it holds.
    List<DatastreamSummary> listDatastreams();

    /// Those of one feature.
    List<DatastreamSummary> listDatastreams(String feature);

    Optional<DatastreamSummary> findDatastream(String id);

    /// Every import that is in the store, oldest first.
    List<ImportRecord> listImports();

    /// Rises with every change, so that whoever keeps an answer knows when it is stale. Starts anew with
    /// each opening.
    long version();

    /// The data folder. What can be worked out anew may be kept in its `cache`; a backup leaves that out.
    Path folder();

    // Observations.

    /// Gives every observation of the slice to the visitor, by datastream id, then by start.
    void scan(Slice slice, ObservationVisitor visitor);

    /// The value of every datastream of a property at one instant: the observation whose phenomenon time
    /// holds it, or the last instant observation at most one step before it. Flagged ones only if
    /// `flagged`.
    List<ValueAt> valuesAt(String property, @Nullable String collection, Instant at, boolean flagged);

    /// The latest value of every datastream of a property.
    List<ValueAt> latest(String property, @Nullable String collection, boolean flagged);

    /// One number for each datastream that has observations in the window.
    List<ValueAt> aggregate(
            String property, @Nullable String collection, TimeWindow window, Aggregate aggregate, boolean flagged);

    /// Good observations of one datastream, thinned into buckets of equal length.
    Thinned thin(String datastream, TimeWindow window, int buckets);

    /// As [#thin], over all datastreams of a property: the city's pulse.
    Thinned thinProperty(String property, @Nullable String collection, TimeWindow window, int buckets);

    /// The flagged observations of one datastream, by start, at most `limit`.
    List<ValueAt> listFlagged(String datastream, TimeWindow window, int limit);

    /// The good values of all datastreams of a property, frame by frame: for drawing a film.
    Frames frames(String property, @Nullable String collection, Instant start, long stepSeconds, int steps);

    /// How good values are spread by hour of day, day of week or month, in the city's zone.
    ///
    /// @param datastream one, or null for all of the property
    List<ProfileGroup> profile(String property, @Nullable String datastream, TimeWindow window, Cycle by, ZoneId zone);

    /// How many good observations each datastream of a data set has in consecutive months of the zone.
    ///
    /// @return by datastream id, one number for each month from `first` on; no entry for a datastream
    ///     without any
    Map<String, int[]> countGoodByMonth(String dataset, YearMonth first, int months, ZoneId zone);

    /// How many observations of each datastream of a data set carry each combination of flags.
    List<FlagCount> countFlags(String dataset);

    /// The issues of one data set, or of all, newest import first.
    Issues listIssues(@Nullable String dataset, int limit, int offset);

    // Changing.

    /// Begins an import: one file, stored whole or not at all.
    Batch begin(ImportHead head);

    /// Takes an import out, as if it had never been.
    ///
    /// @throws StoreException if there is no such import
    ImportRecord remove(long importId);

    /// Writes the slice as Parquet, partitioned by property and month, with its datastreams, features and
    /// data sets beside it, into a folder that does not exist or is empty.
    ///
    /// @return the number of observations written
    long exportParquet(Slice slice, Path folder);

    /// Writes the slice into one Parquet file with the columns of [#exportParquet]'s observations.
    ///
    /// @return the number of observations written
    long writeParquet(Slice slice, Path file);

    /// Writes everything into a folder that does not exist or is empty; [CityStores#restore] makes a store
    /// of it.
    void backup(Path folder);

    @Override
    void close();
}
