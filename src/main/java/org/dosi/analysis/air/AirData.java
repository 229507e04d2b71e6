package org.dosi.analysis.air;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.TimeWindow;

/// What an analysis is given of the world: a store and a station, or a plain file. Flagged values are
/// missing unless they were asked for; windows are cut already.
public interface AirData {

    /// The values that were asked for with `--value`, in this order; empty for all that there are.
    List<String> values();

    /// Whether all stations are asked about: no station was named, or the file holds several.
    default boolean isNetwork() {
        return false;
    }

    /// The window that was asked for, by the start of the hour; [TimeWindow#ALL] for none.
    default TimeWindow window() {
        return TimeWindow.ALL;
    }

    /// The same data with more before and after the window, for what needs to know the hours around it.
    /// Where no window was asked for there is no more.
    default AirData wider(Duration before, Duration after) {
        return this;
    }

    /// The city that the data are of; a plain file does not say.
    default Optional<Name> city() {
        return Optional.empty();
    }

    /// Whose data some inputs are of, in the order of the inputs; none where the data do not say, as a plain file.
    ///
    /// @param inputs as a series or a network names them
    default List<Dataset> datasets(List<String> inputs) {
        return List.of();
    }

    /// The borders of the city's districts; none where the data have none, as a plain file.
    default Outline outline() {
        return Outline.NONE;
    }

    /// The same data in another window, which decides anew whose values they are where several networks have
    /// measured; a plain file is cut as it was.
    default AirData in(TimeWindow window) {
        return this;
    }

    /// All rows, of which a series may be one group (`--by`): what groups are compared by, such as the threshold of
    /// what is high, is taken from here. The series itself where there are no groups.
    ///
    /// @param part as [#series] gave it for these values, with its wind
    default Series whole(Series part, List<String> values) {
        return part;
    }

    /// One place's values in the same hours, with the wind.
    ///
    /// @param values ids of properties, or headings of the file; empty for all
    /// @param others further columns of the file, or properties of the weather station: temperature and
    ///     so on
    /// @throws BadSetting if one of them is not there, or there is no wind and it is `REQUIRED`
    Series series(List<String> values, Need wind, List<String> others);

    /// One property at all stations, with the wind of the city's weather station.
    Network network(String value, Need wind);

    /// Where heavy work may be kept from one run of the program to the next; empty where there is no such place.
    default Optional<Path> cache() {
        return Optional.empty();
    }

    /// Why values of a network are flagged: bits of [org.dosi.model.Flag], by its stations and hours. Empty where
    /// no quality control has seen the data.
    default Optional<int[][]> flags(Network network) {
        return Optional.empty();
    }

    /// Whether there are other stations to compare with; a plain file may hold one place alone.
    default boolean hasOtherStations() {
        return true;
    }

    /// A property of weather stations, such as cloud cover, where the data come with any.
    default Optional<Network> weather(String property) {
        return Optional.empty();
    }

    /// Tables by the words of a column, for a file that is no series: back trajectories have a row for each
    /// arrival and hour back.
    ///
    /// @param column of the words
    /// @param numbers further columns
    /// @throws BadSetting if the data are no file
    default Groups groups(String column, List<String> numbers) {
        throw new BadSetting("csv: expected a file with the columns %s and %s, found a data folder"
                .formatted(column, String.join(", ", numbers)));
    }

    /// A table for each word.
    record Groups(Map<String, TimeTable> tables, Name place, List<String> inputs) {}

    /// @param parameters as [org.dosi.analysis.finding.Settings#used] has them
    Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters);

    /// The same for a question about a part of the window alone: networks that have nothing of that time cannot be
    /// meant, and are not remarked.
    default Provenance provenance(
            String analysis, List<String> inputs, Map<String, String> parameters, TimeWindow meant) {
        return provenance(analysis, inputs, parameters)
                .remarking(in(meant).provenance(analysis, inputs, parameters).remarks());
    }

    /// Whether the analysis can do without.
    enum Need {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /// Columns of weather, the wind apart, that [#series] can give beside the values without being told of: those
    /// of a store's weather station. A plain file does not say which of its columns are weather.
    default List<String> knownWeather() {
        return List.of();
    }

    /// The one value that was asked for.
    ///
    /// @throws BadSetting if there is none, or more than one
    default String value() {
        if (values().size() != 1) {
            throw new BadSetting("value", "one value, such as pm10", String.join(",", values()));
        }
        return values().getFirst();
    }

    /// The values of the one column that was asked for.
    default Series series(Need wind) {
        return series(List.of(value()), wind, List.of());
    }

    /// Refuses a column to group by that the data lack; what cannot be told before they are read passes.
    ///
    /// @param groupings that need no column
    /// @throws org.dosi.analysis.finding.BadSetting if a file has no such column
    default void requireGroupColumn(String by, List<String> groupings) {}
}
