package org.dosi.kernel.traffic.congestion;

/// The types of urban arterial of the Korean Highway Capacity Manual, and the level of service of each by the mean
/// travel speed over the arterial, stops included.
///
/// Source: KHCM (2013), Tables 12-1 and 12-10, as coded in `regenesis90/KHCMinR` (`R/LOS_artl.R`). Motorways have
/// their level of service by density, which speeds alone cannot tell.
public enum ArterialType {
    TYPE_1(67, 51, 37, 28, 21, 10, 6),
    TYPE_2(60, 46, 33, 25, 18, 10, 6),
    TYPE_3(49, 39, 29, 20, 12, 8, 5);

    private static final String[] LEVELS = {"A", "B", "C", "D", "E", "F", "FF"};

    /// Below all bounds.
    private static final String WORST = "FFF";

    @SuppressWarnings("ImmutableEnumChecker") // never written to, and seen by nobody else
    private final double[] atLeastKmPerH;

    ArterialType(double... atLeastKmPerH) {
        this.atLeastKmPerH = atLeastKmPerH;
    }

    /// From `A` to `FFF`; empty where the speed is NaN.
    public String levelOfService(double speedKmPerH) {
        if (Double.isNaN(speedKmPerH)) {
            return "";
        }
        for (int i = 0; i < LEVELS.length; i++) {
            if (speedKmPerH >= atLeastKmPerH[i]) {
                return LEVELS[i];
            }
        }
        return WORST;
    }
}
