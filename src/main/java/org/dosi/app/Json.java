package org.dosi.app;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// JSON for scripts: maps, lists and records as they are.
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// In one line.
    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
