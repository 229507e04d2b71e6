package org.dosi.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// Hourly surface weather (ASOS) as the Korea Meteorological Administration's open data portal gives it.
///
/// Headings vary between years (with units or without, with columns such as `기온 QC플래그`, with `지점명`): a
/// column is known by its name before the parenthesis, blanks left out, and one that is not known is passed
/// over. Cloud types, the state of the ground and the weather codes are text and codes: they are no
/// observations here.
///
/// A blank is counted as missing. For rain, snow and new snow a blank mostly means that there was none, but
/// it also stands where the gauge failed, and the file does not tell the two apart.
final class KmaAsos implements ObservationSource {
    private static final Pattern HEADING = Pattern.compile("([^(]*)(?:\\(([^)]*)\\)?)?.*");
    private static final String QC = "QC플래그";
    private static final double TENS_OF_METRES = 10;
    private static final double HUNDREDS_OF_METRES = 100;

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "kma-asos",
            Name.of("기상청 종관기상관측(ASOS) 시간자료(지점,일시,기온(°C),…)", "KMA hourly ASOS file (지점,일시,기온(°C),…)"),
            new Dataset(
                    "kma-asos",
                    Name.of("기상청 종관기상관측 시간자료", "KMA hourly surface weather (ASOS)"),
                    Name.of(
                            "기온, 강수, 바람, 기압 등 시간자료. 풍향은 16방위를 도로 나타낸 값으로 0은 정온, 360은 북이다. 빈 칸은 결측으로 세며,"
                                    + " 강수량과 적설의 빈 칸은 대개 '없음'을 뜻한다. 11~3월의 강수량은 3시간 합계이다.",
                            "Hourly temperature, rain, wind, pressure and more. Wind direction is one of 16 sectors in"
                                    + " degrees; 0 is calm, 360 is north. Blank cells are counted as missing; blank rain and"
                                    + " snow mostly mean none. From November to March rain is the sum of three hours."),
                    Publishers.KMA,
                    "https://data.kma.go.kr",
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    private record Kind(Quantity quantity, Reach reach, double factor) {}

    private static final Map<String, Kind> KINDS = kinds();

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        state(kinds, "기온", WeatherProperties.TEMPERATURE);
        state(kinds, "풍속", WeatherProperties.WIND_SPEED);
        state(kinds, "풍향", WeatherProperties.WIND_DIRECTION);
        state(kinds, "습도", WeatherProperties.RELATIVE_HUMIDITY);
        state(kinds, "증기압", WeatherProperties.VAPOUR_PRESSURE);
        state(kinds, "이슬점온도", WeatherProperties.DEW_POINT);
        state(kinds, "현지기압", WeatherProperties.STATION_PRESSURE);
        state(kinds, "해면기압", WeatherProperties.SEA_LEVEL_PRESSURE);
        state(kinds, "적설", WeatherProperties.SNOW_DEPTH);
        state(kinds, "전운량", WeatherProperties.CLOUD_COVER);
        state(kinds, "중하층운량", WeatherProperties.CLOUD_COVER_LOW_MID);
        state(kinds, "지면온도", WeatherProperties.GROUND_TEMPERATURE);
        state(kinds, "5cm지중온도", WeatherProperties.SOIL_TEMPERATURE_5CM);
        state(kinds, "10cm지중온도", WeatherProperties.SOIL_TEMPERATURE_10CM);
        state(kinds, "20cm지중온도", WeatherProperties.SOIL_TEMPERATURE_20CM);
        state(kinds, "30cm지중온도", WeatherProperties.SOIL_TEMPERATURE_30CM);
        kinds.put("강수량", new Kind(WeatherProperties.PRECIPITATION, Reach.RAIN, 1));
        kinds.put("일조", new Kind(WeatherProperties.SUNSHINE, Reach.HOUR, 1));
        kinds.put("일사", new Kind(WeatherProperties.SOLAR_RADIATION, Reach.HOUR, 1));
        kinds.put("3시간신적설", new Kind(WeatherProperties.NEW_SNOW_3H, Reach.HOURS_3, 1));
        kinds.put("최저운고", new Kind(WeatherProperties.CLOUD_BASE, Reach.INSTANT, HUNDREDS_OF_METRES));
        kinds.put("시정", new Kind(WeatherProperties.VISIBILITY, Reach.INSTANT, TENS_OF_METRES));
        return Map.copyOf(kinds);
    }

    private static void state(Map<String, Kind> kinds, String name, Quantity quantity) {
        kinds.put(name, new Kind(quantity, Reach.INSTANT, 1));
    }

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, KmaTable.SENSOR, Numbers.Missing.BLANK);
        try (CsvTable table = CsvTable.open(file, "hourly ASOS weather of the KMA")) {
            int station = table.column("지점", "지점번호", "지점명");
            int time = table.column("일시", "시간");
            OptionalInt name = table.findColumn("지점명");
            KmaTable.Layout layout = new KmaTable.Layout(time, station, name.orElse(station), columns(table));
            new KmaTable(layout, table, teller, sink).read();
        }
    }

    private static List<KmaTable.Column> columns(CsvTable table) {
        List<String> names = table.headings().stream().map(KmaAsos::name).toList();
        List<KmaTable.Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Kind kind = KINDS.get(names.get(i));
            if (kind != null) {
                String heading = table.headings().get(i);
                // A publisher that one day writes 시정(m) means metres.
                double factor = unit(heading).equals("m") ? 1 : kind.factor;
                NumericColumn column = new NumericColumn(i, heading, kind.quantity, factor);
                columns.add(new KmaTable.Column(column, kind.reach, names.indexOf(names.get(i) + QC)));
            }
        }
        if (columns.isEmpty()) {
            throw table.wrongKind("a column '기온(°C)'");
        }
        return columns;
    }

    /// The heading before its parenthesis, blanks left out.
    private static String name(String heading) {
        Matcher part = HEADING.matcher(heading.replaceAll("\\s", ""));
        return part.matches() ? part.group(1) : "";
    }

    /// What stands in the parenthesis of a heading; empty for none.
    private static String unit(String heading) {
        Matcher part = HEADING.matcher(heading.replaceAll("\\s", ""));
        return part.matches() && part.group(2) != null ? part.group(2) : "";
    }
}
