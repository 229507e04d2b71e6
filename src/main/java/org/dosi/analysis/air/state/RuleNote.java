package org.dosi.analysis.air.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One coefficient as it is shown to people: what it is, and whether its document says so.
///
/// @param confirmed whether the document, or values published under it, say so; otherwise it is our reading
public record RuleNote(String rule, String value, boolean confirmed, String source) {

    /// What the details of a finding under a law begin with: where its numbers stand, and each of them.
    static Map<String, Object> details(List<String> documents, List<RuleNote> notes) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("documents", documents);
        details.put("rules", notes.stream().map(RuleNote::asMap).toList());
        return details;
    }

    private Map<String, Object> asMap() {
        return Map.of("rule", rule, "value", value, "confirmed", confirmed, "source", source);
    }
}
