package org.dosi.store;

import java.util.List;
import org.dosi.model.Issue;

/// One page of issues, and how many there are in all.
///
/// @param total number of issues
/// @param observations how many observations they cost in all
public record Issues(long total, long observations, List<Entry> page) {

    /// An issue and the import that found it.
    public record Entry(long importId, String dataset, Issue issue) {}
}
