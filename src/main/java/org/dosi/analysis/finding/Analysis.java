package org.dosi.analysis.finding;

import java.util.List;
import org.dosi.model.Name;

/// One question that a science answers. The command line, the server and the page all ask through this.
///
/// @param <D> what it is given of the world
/// @param <F> what it finds
public interface Analysis<D, F extends Finding> {

    /// As it stands behind `./dosi` and the name of its science.
    String id();

    /// What it answers, in a line.
    Name title();

    /// What can be set, beside what all analyses of its science have in common: the data, the values, the window.
    List<Parameter> parameters();

    /// @throws BadSetting if the data cannot be used so, or a parameter says nonsense
    F find(D data, Settings settings);
}
