package org.dosi.analysis.traffic.environment;

import org.dosi.analysis.finding.Parameter;
import org.dosi.model.Name;

/// A class of vehicles, and the category of CNOSSOS-EU (Directive (EU) 2015/996, table 2.2.a) that it is in.
public enum Vehicles {
    CAR("승용차", "cars", Noise.LV, 0.0138, 0.0075),
    LIGHT_TRUCK("3.5톤 이하 화물차", "light trucks", Noise.LV, 0.0216, 0.0075),
    BUS("버스", "buses", Noise.MV, 0.0590, 0.0380),
    MEDIUM_TRUCK("중형 화물차", "medium trucks", Noise.MV, 0.0590, 0.0380),
    HEAVY_TRUCK("대형 화물차", "heavy trucks", Noise.HGV, 0.0590, 0.0380),
    MOPED("원동기장치자전거", "mopeds", Noise.WAV, 0.0064, 0.0030),
    MOTORCYCLE("이륜차", "motorcycles", Noise.WBV, 0.0064, 0.0030);

    /// The categories of CNOSSOS-EU under the names that NoiseModelling has for them: 1, 2, 3, 4a, 4b.
    public enum Noise {
        LV,
        MV,
        HGV,
        WAV,
        WBV
    }

    private final Name label;
    private final Noise noise;
    private final double tyreAndBrakeGPerKm;
    private final double roadGPerKm;

    Vehicles(String ko, String en, Noise noise, double tyreAndBrakeGPerKm, double roadGPerKm) {
        this.label = Name.of(ko, en);
        this.noise = noise;
        this.tyreAndBrakeGPerKm = tyreAndBrakeGPerKm;
        this.roadGPerKm = roadGPerKm;
    }

    public Name label() {
        return label;
    }

    public Noise noise() {
        return noise;
    }

    /// PM10 of tyres, brakes and the road's surface; no resuspension. EMEP/EEA guidebook 2019, 1.A.3.b.vi-vii, the
    /// factors of tier 1, which know no speed.
    public double wearPm10GPerKm() {
        return tyreAndBrakeGPerKm + roadGPerKm;
    }

    String word() {
        return Parameter.word(this);
    }
}
