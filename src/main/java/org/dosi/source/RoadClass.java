package org.dosi.source;

import java.util.List;
import java.util.Optional;

/// What a road is for in the city's network (도로기능별 구분): the codes that TOPIS uses.
record RoadClass(String code, String ko, String en) {
    private static final List<RoadClass> ALL = List.of(
            new RoadClass("2", "도시고속도로", "urban expressway"),
            new RoadClass("3", "주간선도로", "major arterial"),
            new RoadClass("4", "보조간선도로", "minor arterial"),
            new RoadClass("5", "기타도로", "other road"));

    static Optional<RoadClass> find(String code) {
        return ALL.stream().filter(known -> known.code.equals(code)).findFirst();
    }

    static Optional<RoadClass> findByName(String ko) {
        return ALL.stream().filter(known -> known.ko.equals(ko)).findFirst();
    }
}
