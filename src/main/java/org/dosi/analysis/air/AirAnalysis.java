package org.dosi.analysis.air;

import java.util.List;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Name;

/// One analysis of the air. The command line, the server and the page all ask through this.
///
/// @param <F> what it finds
public interface AirAnalysis<F extends Finding> {

    /// As it stands behind `./dosi air`.
    String id();

    /// What it answers, in a line.
    Name title();

    /// What can be set, beside what all analyses have in common: the data, the values, the window.
    List<Parameter> parameters();

    /// @throws org.dosi.analysis.finding.BadSetting if the data cannot be used so, or a parameter says nonsense
    F find(AirData data, Settings settings);
}
