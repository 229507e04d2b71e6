package org.dosi.analysis.traffic.environment;

import org.dosi.model.Name;

/// What the exhaust functions give.
public enum Pollutant {
    NOX("질소산화물", "NOx"),
    CO("일산화탄소", "CO"),
    VOC("휘발성 유기화합물", "VOC"),
    PM("입자상 물질(배기)", "PM, exhaust");

    private final Name label;

    Pollutant(String ko, String en) {
        this.label = Name.of(ko, en);
    }

    public Name label() {
        return label;
    }
}
