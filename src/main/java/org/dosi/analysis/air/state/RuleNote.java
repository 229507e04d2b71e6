package org.dosi.analysis.air.state;

import java.util.Map;

/// One coefficient as it is shown to people: what it is, and whether its document says so.
///
/// @param confirmed whether the document, or values published under it, say so; otherwise it is our reading
public record RuleNote(String rule, String value, boolean confirmed, String source) {

    Map<String, Object> asMap() {
        return Map.of("rule", rule, "value", value, "confirmed", confirmed, "source", source);
    }
}
