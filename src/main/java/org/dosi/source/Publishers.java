package org.dosi.source;

import org.dosi.model.Name;

/// Who publishes, and where.
final class Publishers {
    static final Name SEOUL = Name.of("서울 열린데이터광장", "Seoul Open Data Plaza");
    static final String SEOUL_ORIGIN = "https://data.seoul.go.kr";

    static final Name KMA = Name.of("기상청", "Korea Meteorological Administration");

    private Publishers() {}
}
