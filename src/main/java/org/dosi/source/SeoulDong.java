package org.dosi.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A neighbourhood (행정동) of Seoul under its 8-digit administrative code; two further digits, always 00, are
/// left out.
record SeoulDong(String code, Name name) {
    /// Six dong of Gangbuk-gu were given new codes; files older than that still carry the first.
    private static final Map<String, String> RENUMBERED = Map.of(
            "11305590", "11305595", // 번1동
            "11305600", "11305603", // 번2동
            "11305606", "11305608", // 번3동
            "11305610", "11305615", // 수유1동
            "11305620", "11305625", // 수유2동
            "11305630", "11305635"); // 수유3동

    private static final String CODE = "11\\d{6}(00)?";

    /// @param code with 8 or 10 digits, old or new
    /// @param ko its name, or its name after those of city and gu
    /// @return nothing if this is no code of a dong of Seoul
    static Optional<SeoulDong> find(String code, String ko) {
        if (!code.matches(CODE)) {
            return Optional.empty();
        }
        String eight = code.substring(0, 8);
        String name = repaired(ko.substring(ko.lastIndexOf(' ') + 1));
        String canonical = RENUMBERED.getOrDefault(eight, eight);
        return Optional.of(
                new SeoulDong(canonical, name.isBlank() ? Name.of(canonical) : Name.of(name, Romanizer.dong(name))));
    }

    /// `중계2?3동` is 중계2·3동: the publisher's encoding lost the dot.
    static String repaired(String ko) {
        return ko.replaceAll("(?<=[\\p{L}\\p{N}])\\?(?=[\\p{L}\\p{N}])", "·");
    }

    /// The dong as a feature, with the gu that it lies in.
    FeatureOfInterest feature(@Nullable Geometry area) {
        Map<String, String> attributes = new TreeMap<>(Map.of("code", code));
        SeoulGu.findByCode(code.substring(0, 5)).ifPresent(gu -> {
            attributes.put("gu", gu.ko());
            attributes.put("gu_code", gu.code());
        });
        return new FeatureOfInterest(FeatureOfInterest.id(FeatureCollection.DONG, code), name, area, attributes);
    }
}
