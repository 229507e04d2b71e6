package org.dosi.analysis.traffic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.finding.Provenance;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.model.Dataset;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;

/// What an analysis of traffic is given of the world: a store or a plain file. Flagged values are missing unless they
/// were asked for; windows are cut already.
public interface TrafficData {

    /// The property that was asked for, such as `traffic_volume`; empty where none was, and the data have one alone.
    Optional<String> property();

    /// The window that was asked for, by the start of the step; [TimeWindow#ALL] for none.
    TimeWindow window();

    /// The same data in another window; a plain file is cut anew.
    TrafficData in(TimeWindow window);

    /// The same data of another property.
    TrafficData of(String property);

    /// All detectors of the property in the window, in ascending order of their ids.
    ///
    /// @throws org.dosi.analysis.finding.BadSetting if there is no such property, or nothing of it in the window
    Detectors detectors();

    /// Which days are public holidays where the data are from.
    CityCalendar calendar();

    /// Which detectors are beside each other along the roads.
    Neighbours neighbours(Detectors detectors);

    /// The roads of the city; none where the data have none, as a plain file.
    Roads roads();

    /// The city that the data are of; a plain file does not say.
    Optional<Name> city();

    /// Whose data some inputs are of; none where the data do not say, as a plain file.
    List<Dataset> datasets(List<String> inputs);

    /// @param parameters as [org.dosi.analysis.finding.Settings#used] has them
    Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters);
}
