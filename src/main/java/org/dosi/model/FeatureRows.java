package org.dosi.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/// Makes features of the rows of a table, as the store and its exports hold them: the geometry as WKB, the
/// attributes as a list of keys and one of values. Used by one thread.
public final class FeatureRows {
    private final WKBReader reader = new WKBReader();

    /// @param keys of the attributes, each a text, and as many `values`
    public FeatureOfInterest read(String id, Name name, byte @Nullable [] wkb, Object[] keys, Object[] values)
            throws ParseException {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            attributes.put((String) keys[i], (String) values[i]);
        }
        return new FeatureOfInterest(id, name, wkb == null ? null : reader.read(wkb), attributes);
    }
}
