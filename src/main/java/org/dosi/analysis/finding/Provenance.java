package org.dosi.analysis.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// Where a finding comes from: enough to make it again.
///
/// @param analysis id of the analysis
/// @param inputs datastreams, or a file's name with its checksum
/// @param from beginning of the window, ISO 8601; null if the data's own
/// @param to end of the window, exclusive; null if the data's own
/// @param parameters as they were used, defaults included
/// @param version of the program
/// @param remarks what whoever asked should know of the data, one line each: which of several networks was taken,
///     what could not be used
public record Provenance(
        String analysis,
        List<String> inputs,
        @Nullable String from,
        @Nullable String to,
        Map<String, String> parameters,
        String version,
        List<Name> remarks) {

    public Provenance {
        remarks = List.copyOf(remarks);
        inputs = List.copyOf(inputs);
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }

    /// With these remarks and no others.
    public Provenance remarking(List<Name> others) {
        return new Provenance(analysis, inputs, from, to, parameters, version, others);
    }

    /// With further remarks.
    public Provenance with(List<Name> more) {
        List<Name> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Provenance(analysis, inputs, from, to, parameters, version, all);
    }

    /// The same with other parameters, where they chose from what was found already.
    public Provenance withParameters(Map<String, String> used) {
        return new Provenance(analysis, inputs, from, to, used, version, remarks);
    }

    public Provenance(
            String analysis,
            List<String> inputs,
            @Nullable String from,
            @Nullable String to,
            Map<String, String> parameters,
            String version) {
        this(analysis, inputs, from, to, parameters, version, List.of());
    }
}
