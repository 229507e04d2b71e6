package org.dosi.source;

/// What weather stations observe.
final class WeatherProperties {
    static final Quantity TEMPERATURE = Quantity.of("temperature", "Cel", "기온", "Air temperature");
    static final Quantity DEW_POINT = Quantity.of("dew_point", "Cel", "이슬점온도", "Dew point");
    static final Quantity RELATIVE_HUMIDITY = Quantity.of("relative_humidity", "%", "상대습도", "Relative humidity");
    static final Quantity VAPOUR_PRESSURE = Quantity.of("vapour_pressure", "hPa", "증기압", "Vapour pressure");

    static final Quantity WIND_SPEED = Quantity.of("wind_speed", "m/s", "풍속", "Wind speed");
    /// Degrees clockwise from north, where the wind comes from; 0 is calm, 360 is north.
    static final Quantity WIND_DIRECTION =
            Quantity.of("wind_direction", "deg", "풍향(불어오는 쪽, 0은 정온)", "Wind direction (from, 0 is calm)");
    static final Quantity GUST_SPEED = Quantity.of("gust_speed", "m/s", "돌풍속", "Gust speed");
    static final Quantity GUST_DIRECTION = Quantity.of("gust_direction", "deg", "돌풍향(불어오는 쪽)", "Gust direction (from)");

    static final Quantity STATION_PRESSURE = Quantity.of("station_pressure", "hPa", "현지기압", "Pressure at the station");
    static final Quantity SEA_LEVEL_PRESSURE =
            Quantity.of("sea_level_pressure", "hPa", "해면기압", "Pressure reduced to sea level");
    static final Quantity PRESSURE_TENDENCY =
            Quantity.of("pressure_tendency", "hPa", "기압변화량(3시간)", "Change of pressure in 3 hours");

    static final Quantity PRECIPITATION = Quantity.of("precipitation", "mm", "강수량", "Precipitation");
    static final Quantity PRECIPITATION_DAY =
            Quantity.of("precipitation_day", "mm", "일강수량(현재까지)", "Precipitation of the day so far");
    static final Quantity PRECIPITATION_DAY_REPORTED = Quantity.of(
            "precipitation_day_reported",
            "mm",
            "일강수량(현재까지, 전문)",
            "Precipitation of the day so far, as in the weather telegram");
    static final Quantity PRECIPITATION_INTENSITY =
            Quantity.of("precipitation_intensity", "mm/h", "강수강도", "Precipitation intensity");
    static final Quantity SNOW_DEPTH = Quantity.of("snow_depth", "cm", "적설", "Snow depth");
    static final Quantity NEW_SNOW_3H = Quantity.of("new_snow_3h", "cm", "3시간 신적설", "New snow in 3 hours");
    static final Quantity NEW_SNOW_DAY = Quantity.of("new_snow_day", "cm", "일 신적설(현재까지)", "New snow of the day so far");

    static final Quantity SUNSHINE = Quantity.of("sunshine", "h", "일조", "Sunshine");
    static final Quantity SOLAR_RADIATION = Quantity.of("solar_radiation", "MJ/m2", "일사", "Solar radiation");
    static final Quantity CLOUD_COVER = Quantity.of("cloud_cover", "{tenths}", "전운량(10분위)", "Cloud cover (tenths)");
    static final Quantity CLOUD_COVER_LOW_MID =
            Quantity.of("cloud_cover_low_mid", "{tenths}", "중하층운량(10분위)", "Cover of low and middle clouds (tenths)");
    static final Quantity CLOUD_BASE = Quantity.of("cloud_base", "m", "최저운고", "Lowest cloud base");
    static final Quantity VISIBILITY = Quantity.of("visibility", "m", "시정", "Visibility");

    static final Quantity GROUND_TEMPERATURE =
            Quantity.of("ground_temperature", "Cel", "지면온도", "Ground surface temperature");
    static final Quantity SOIL_TEMPERATURE_5CM = soil(5);
    static final Quantity SOIL_TEMPERATURE_10CM = soil(10);
    static final Quantity SOIL_TEMPERATURE_20CM = soil(20);
    static final Quantity SOIL_TEMPERATURE_30CM = soil(30);
    static final Quantity WAVE_HEIGHT = Quantity.of("wave_height", "m", "파고", "Wave height");

    private WeatherProperties() {}

    private static Quantity soil(int depthCm) {
        return Quantity.of(
                "soil_temperature_" + depthCm + "cm",
                "Cel",
                depthCm + "cm 지중온도",
                "Soil temperature at " + depthCm + " cm");
    }
}
