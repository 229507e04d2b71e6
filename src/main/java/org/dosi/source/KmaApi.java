package org.dosi.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// Hourly surface weather from the API of the Korea Meteorological Administration, as a table with its
/// field names (`TM,STN,WD,WS,…`).
///
/// Directions come in tens of degrees: 29 is 290°, 36 is north, 0 is calm. Codes, text and clock times (PT,
/// GST_TM, WC, WP, WW, CT…, ST_GD, ST_SEA, BF, IR, IX) are no observations here.
///
/// **-9 is missing everywhere**, in temperatures too, where -9.0 °C is possible. A look at Seoul's file of
/// 2022 shows that neither reading is right alone: the seven -9.0 of TA and the fourteen of TD stand
/// between neighbours of -8 and -10 °C (and TD's fit the vapour pressure), two of the three in TS as well;
/// the third stands at 13:00 on 8 August, between 27 and 25 °C. A rule by neighbours would have to judge,
/// and a source does not: so 23 real values are lost in that year, one in a thousand of its winter hours,
/// and the data set's description says so. The change of pressure PR is -9.0 in 5,728 rows, which are the
/// rows without PT: there it is missing beyond doubt.
///
/// Below -10 °C the file often lacks the minus sign of TA and TD (`10.0` after `-9.6`), and where the soil
/// sensors failed it holds `99.0`: both are told as they stand, and found by the rules of quality. Rows
/// that come twice are told twice.
final class KmaApi implements ObservationSource {
    private static final int NO_QC = -1;
    private static final double TENS_OF_DEGREES = 10;
    private static final double TENS_OF_METRES = 10;
    private static final double HUNDREDS_OF_METRES = 100;
    private static final Numbers.Missing MISSING = Numbers.Missing.numbers(-9.0, -99.0, -99.9, -999.0);

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "kma-api",
            Name.of("기상청 API 시간자료(TM,STN,WD,WS,…)", "KMA API hourly file (TM,STN,WD,WS,…)"),
            new Dataset(
                    "kma-api",
                    Name.of("기상청 API 지상관측 시간자료", "KMA hourly surface weather (API)"),
                    Name.of(
                            "기온, 강수, 바람, 기압 등 시간자료. 풍향은 10도 단위를 도로 바꾼 값으로 0은 정온, 360은 북이다. -9는 모든 항목에서"
                                    + " 결측으로 세므로 실제 -9.0 °C도 빠진다(서울 2022년에 23개). 영하 10도 아래에서 기온과 이슬점의 음수 부호가"
                                    + " 자주 빠져 있다. 11~3월의 강수량은 3시간 합계이다. 돌풍이 분 시각은 표시된 시각보다 앞설 수 있다.",
                            "Hourly temperature, rain, wind, pressure and more. Wind direction was published in tens of"
                                    + " degrees; 0 is calm, 360 is north. -9 is counted as missing everywhere, so that real"
                                    + " values of -9.0 °C are lost (23 at Seoul in 2022). Below -10 °C the minus sign of air"
                                    + " temperature and dew point is often lost. From November to March rain is the sum of"
                                    + " three hours. A gust may have blown earlier than its stamp."),
                    Publishers.KMA,
                    "https://apihub.kma.go.kr",
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    private record Kind(Quantity quantity, Reach reach, double factor) {}

    private static final Map<String, Kind> KINDS = kinds();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        put(kinds, "WD", WeatherProperties.WIND_DIRECTION, Reach.INSTANT, TENS_OF_DEGREES);
        put(kinds, "WS", WeatherProperties.WIND_SPEED, Reach.INSTANT, 1);
        put(kinds, "GST_WD", WeatherProperties.GUST_DIRECTION, Reach.INSTANT, TENS_OF_DEGREES);
        put(kinds, "GST_WS", WeatherProperties.GUST_SPEED, Reach.INSTANT, 1);
        put(kinds, "PA", WeatherProperties.STATION_PRESSURE, Reach.INSTANT, 1);
        put(kinds, "PS", WeatherProperties.SEA_LEVEL_PRESSURE, Reach.INSTANT, 1);
        put(kinds, "PR", WeatherProperties.PRESSURE_TENDENCY, Reach.HOURS_3, 1);
        put(kinds, "TA", WeatherProperties.TEMPERATURE, Reach.INSTANT, 1);
        put(kinds, "TD", WeatherProperties.DEW_POINT, Reach.INSTANT, 1);
        put(kinds, "HM", WeatherProperties.RELATIVE_HUMIDITY, Reach.INSTANT, 1);
        put(kinds, "PV", WeatherProperties.VAPOUR_PRESSURE, Reach.INSTANT, 1);
        put(kinds, "RN", WeatherProperties.PRECIPITATION, Reach.RAIN, 1);
        put(kinds, "RN_DAY", WeatherProperties.PRECIPITATION_DAY, Reach.INSTANT, 1);
        put(kinds, "RN_JUN", WeatherProperties.PRECIPITATION_DAY_REPORTED, Reach.INSTANT, 1);
        put(kinds, "RN_INT", WeatherProperties.PRECIPITATION_INTENSITY, Reach.INSTANT, 1);
        put(kinds, "SD_HR3", WeatherProperties.NEW_SNOW_3H, Reach.HOURS_3, 1);
        put(kinds, "SD_DAY", WeatherProperties.NEW_SNOW_DAY, Reach.INSTANT, 1);
        put(kinds, "SD_TOT", WeatherProperties.SNOW_DEPTH, Reach.INSTANT, 1);
        put(kinds, "CA_TOT", WeatherProperties.CLOUD_COVER, Reach.INSTANT, 1);
        put(kinds, "CA_MID", WeatherProperties.CLOUD_COVER_LOW_MID, Reach.INSTANT, 1);
        put(kinds, "CH_MIN", WeatherProperties.CLOUD_BASE, Reach.INSTANT, HUNDREDS_OF_METRES);
        put(kinds, "VS", WeatherProperties.VISIBILITY, Reach.INSTANT, TENS_OF_METRES);
        put(kinds, "SS", WeatherProperties.SUNSHINE, Reach.HOUR, 1);
        put(kinds, "SI", WeatherProperties.SOLAR_RADIATION, Reach.HOUR, 1);
        put(kinds, "TS", WeatherProperties.GROUND_TEMPERATURE, Reach.INSTANT, 1);
        put(kinds, "TE_005", WeatherProperties.SOIL_TEMPERATURE_5CM, Reach.INSTANT, 1);
        put(kinds, "TE_01", WeatherProperties.SOIL_TEMPERATURE_10CM, Reach.INSTANT, 1);
        put(kinds, "TE_02", WeatherProperties.SOIL_TEMPERATURE_20CM, Reach.INSTANT, 1);
        put(kinds, "TE_03", WeatherProperties.SOIL_TEMPERATURE_30CM, Reach.INSTANT, 1);
        put(kinds, "WH", WeatherProperties.WAVE_HEIGHT, Reach.INSTANT, 1);
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, Kind> kinds, String field, Quantity quantity, Reach reach, double factor) {
        kinds.put(field, new Kind(quantity, reach, factor));
    }

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, KmaTable.SENSOR, MISSING);
        try (CsvTable table = CsvTable.open(file, "hourly weather from the KMA API")) {
            int time = table.column("TM");
            int station = table.column("STN");
            KmaTable.Layout layout = new KmaTable.Layout(time, station, station, columns(table));
            new KmaTable(layout, table, teller, sink).read();
        }
    }

    private static List<KmaTable.Column> columns(CsvTable table) {
        List<KmaTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            String heading = table.headings().get(i);
            Kind kind = KINDS.get(heading);
            if (kind != null) {
                NumericColumn column = new NumericColumn(i, heading, kind.quantity, kind.factor);
                columns.add(new KmaTable.Column(column, kind.reach, NO_QC));
            }
        }
        if (columns.isEmpty()) {
            throw table.wrongKind("a column 'TA'");
        }
        return columns;
    }
}
