package org.dosi.analysis.finding;

import java.util.Set;

/// An analysis of which some parameters only choose from what was found: whoever is asked for one choice after another
/// finds once.
///
/// @param <D> what it is given of the world
/// @param <F> what it finds
public interface SelectingAnalysis<D, F extends Finding> extends Analysis<D, F> {

    /// The names of those parameters.
    Set<String> selecting();

    /// @param whole what was found with the other parameters of `settings`, whatever was chosen from it
    /// @return the same as [#find] with these settings
    /// @throws BadSetting if there is no such choice
    F select(F whole, Settings settings);
}
