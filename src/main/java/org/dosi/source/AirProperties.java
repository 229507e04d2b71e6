package org.dosi.source;

/// The six pollutants of Korea's air-quality standards, in the units in which they are published.
final class AirProperties {
    static final Quantity PM10 = Quantity.of("pm10", "ug/m3", "미세먼지(PM10)", "PM10");
    static final Quantity PM25 = Quantity.of("pm25", "ug/m3", "초미세먼지(PM2.5)", "PM2.5");
    static final Quantity SO2 = Quantity.of("so2", "[ppm]", "아황산가스(SO₂)", "Sulphur dioxide (SO₂)");
    static final Quantity NO2 = Quantity.of("no2", "[ppm]", "이산화질소(NO₂)", "Nitrogen dioxide (NO₂)");
    static final Quantity CO = Quantity.of("co", "[ppm]", "일산화탄소(CO)", "Carbon monoxide (CO)");
    static final Quantity O3 = Quantity.of("o3", "[ppm]", "오존(O₃)", "Ozone (O₃)");

    private AirProperties() {}
}
