package org.dosi.source;

import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// Who publishes what the sources read, and where.
final class Publishers {
    static final Name SEOUL = Name.of("서울 열린데이터광장", "Seoul Open Data Plaza");
    static final String SEOUL_ORIGIN = "https://data.seoul.go.kr";

    static final Name KMA = Name.of("기상청", "Korea Meteorological Administration");
    static final Name TOPIS = Name.of("서울시 교통정보과 TOPIS", "TOPIS, Seoul traffic information");
    static final Name STATISTICS_KOREA = Name.of("통계청", "Statistics Korea");

    private Publishers() {}

    static Dataset openData(String id, Name title, Name description) {
        return underTheirTerms(id, title, description, SEOUL, SEOUL_ORIGIN);
    }

    static Dataset topis(String id, Name title, Name description) {
        return underTheirTerms(id, title, description, TOPIS, "https://topis.seoul.go.kr");
    }

    /// What a user brings in without naming a publisher.
    static Dataset localFiles(String id, Name title, Name description) {
        return underTheirTerms(id, title, description, Name.of("사용자", "The user"), "local files");
    }

    /// A data set whose licence is not stated in what we hold of it.
    static Dataset underTheirTerms(String id, Name title, Name description, Name publisher, String origin) {
        return new Dataset(id, title, description, publisher, origin, Dataset.PUBLISHERS_TERMS, null);
    }
}
