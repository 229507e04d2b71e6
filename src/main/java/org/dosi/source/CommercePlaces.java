package org.dosi.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;

/// The two kinds of places that Seoul's commerce tables speak of.
enum CommercePlaces {
    DONG("행정동_코드", "행정동_코드_명", "a dong of Seoul, 8 digits") {
        @Override
        Optional<FeatureOfInterest> find(String code, String ko, String kind) {
            return SeoulDong.find(code, ko).map(dong -> dong.feature(null));
        }
    },
    AREA("상권_코드", "상권_코드_명", "a commercial area, 7 digits") {
        @Override
        Optional<FeatureOfInterest> find(String code, String ko, String kind) {
            return code.matches("\\d{7}") ? Optional.of(area(code, ko, kind, Map.of())) : Optional.empty();
        }
    };

    static final String KIND_COLUMN = "상권_구분_코드";

    private static final Map<String, Name> KINDS = Map.of(
            "A", Name.of("골목상권", "alley"),
            "D", Name.of("발달상권", "developed"),
            "R", Name.of("전통시장", "traditional market"),
            "U", Name.of("관광특구", "special tourist zone"));

    private final String codeColumn;
    private final String nameColumn;
    private final String expectedCode;

    CommercePlaces(String codeColumn, String nameColumn, String expectedCode) {
        this.codeColumn = codeColumn;
        this.nameColumn = nameColumn;
        this.expectedCode = expectedCode;
    }

    /// @return nothing if this is no such code
    abstract Optional<FeatureOfInterest> find(String code, String ko, String kind);

    String codeColumn() {
        return codeColumn;
    }

    String nameColumn() {
        return nameColumn;
    }

    String expectedCode() {
        return expectedCode;
    }

    /// A commercial area, without its geometry.
    ///
    /// @param kind `A`, `D`, `R` or `U`
    /// @param more further attributes
    static FeatureOfInterest area(String code, String ko, String kind, Map<String, String> more) {
        String name = SeoulDong.repaired(ko);
        Map<String, String> attributes = new TreeMap<>(more);
        attributes.put("code", code);
        Name kindName = KINDS.get(kind);
        if (kindName != null) {
            attributes.put("kind", kindName.ko());
            attributes.put("kind_en", kindName.en());
        }
        return new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.COMMERCIAL_AREAS, code),
                name.isBlank() ? Name.of(code) : Name.of(name, Romanizer.place(name)),
                null,
                attributes);
    }
}
