package org.dosi.analysis.air;

import java.util.Set;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Settings;

/// An analysis of which some parameters only choose from what was found: whoever is asked for one choice after another
/// finds once.
///
/// @param <F> what it finds
public interface SelectingAnalysis<F extends Finding> extends AirAnalysis<F> {

    /// The names of those parameters.
    Set<String> selecting();

    /// @param whole what was found with the other parameters of `settings`, whatever was chosen from it
    /// @return the same as [#find] with these settings
    /// @throws org.dosi.analysis.finding.BadSetting if there is no such choice
    F select(F whole, Settings settings);
}
