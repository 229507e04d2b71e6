package org.dosi.source;

import java.util.List;
import java.util.Optional;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;

/// One of the 25 districts (gu) of Seoul, with the codes under which its publishers know it.
///
/// Two codes are in use that look alike: 11250 is Gangdong in the statistics office's list and no gu at all
/// in the administrative one, where Gangdong is 11740. Dosi's features carry the administrative code.
///
/// @param code administrative code (행정표준코드), e.g. 11740: the code of the feature `gu:11740`
/// @param kostat code of Statistics Korea (통계청), e.g. 11250
record SeoulGu(String code, String kostat, String ko, String en) {
    private static final List<SeoulGu> ALL = Resource.rows("seoul-gu.csv", "code,kostat,ko,en").stream()
            .map(row -> new SeoulGu(row.get(0), row.get(1), row.get(2), row.get(3)))
            .toList();

    /// By administrative code.
    static List<SeoulGu> listAll() {
        return ALL;
    }

    static Optional<SeoulGu> findByCode(String code) {
        return ALL.stream().filter(gu -> gu.code.equals(code)).findFirst();
    }

    static Optional<SeoulGu> findByKostat(String kostat) {
        return ALL.stream().filter(gu -> gu.kostat.equals(kostat)).findFirst();
    }

    /// @param ko the Korean name, e.g. `강남구`
    static Optional<SeoulGu> findByName(String ko) {
        return ALL.stream().filter(gu -> gu.ko.equals(ko)).findFirst();
    }

    /// @param en the English name, e.g. `Gangnam-gu`
    static Optional<SeoulGu> findByEnglishName(String en) {
        return ALL.stream().filter(gu -> gu.en.equalsIgnoreCase(en)).findFirst();
    }

    Name name() {
        return new Name(ko, en);
    }

    String featureId() {
        return FeatureOfInterest.id(FeatureCollection.GU, code);
    }
}
