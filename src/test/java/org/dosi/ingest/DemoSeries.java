package org.dosi.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dosi.model.Datastream;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;

/// Series of the publishers' real files in `demo/`, read with as little code as will do; times are local,
/// read as UTC.
final class DemoSeries {
    static final Path DEMO = Path.of("demo");

    private final Map<String, TreeMap<Long, Double>> values = new TreeMap<>();
    private final Map<String, String[]> kinds = new TreeMap<>();
    private final Map<String, double[]> positions = new TreeMap<>();

    static List<Series> air2017() throws IOException {
        DemoSeries all = new DemoSeries();
        try (var stations = csv(DEMO.resolve("air/seoul-2017/Measurement_station_info.csv"))) {
            for (NamedCsvRecord row : stations) {
                all.positions.put(row.getField("Station code"), new double[] {
                    Double.parseDouble(row.getField("Longitude")), Double.parseDouble(row.getField("Latitude"))
                });
            }
        }
        String[][] items = {
            {"so2_ppm", "so2", "[ppm]"},
            {"no2_ppm", "no2", "[ppm]"},
            {"co_ppm", "co", "[ppm]"},
            {"o3_ppm", "o3", "[ppm]"},
            {"pm10_ugm3", "pm10", "ug/m3"},
            {"pm25_ugm3", "pm25", "ug/m3"}
        };
        try (var rows = csv(DEMO.resolve("air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz"))) {
            for (NamedCsvRecord row : rows) {
                long time = LocalDateTime.parse(row.getField("time_kst")).toEpochSecond(ZoneOffset.UTC);
                for (String[] item : items) {
                    all.add(row.getField("station_code"), item[1], item[2], time, row.getField(item[0]), -1);
                }
            }
        }
        return all.series();
    }

    static List<Series> kma2022() throws IOException {
        DemoSeries all = new DemoSeries();
        String[][] items = {
            {"WS", "wind_speed", "m/s"},
            {"PA", "station_pressure", "hPa"},
            {"PS", "sea_level_pressure", "hPa"},
            {"TA", "temperature", "Cel"},
            {"TD", "dew_point", "Cel"},
            {"HM", "relative_humidity", "%"},
            {"PV", "vapour_pressure", "hPa"},
            {"RN", "precipitation", "mm"},
            {"SS", "sunshine", "h"},
            {"SI", "solar_radiation", "MJ/m2"},
            {"TS", "ground_temperature", "Cel"},
            {"TE_005", "soil_temperature_5cm", "Cel"},
            {"TE_03", "soil_temperature_30cm", "Cel"}
        };
        DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyyyMMddHHmm");
        try (var rows = csv(DEMO.resolve("weather/kma_api_108_2022.csv.gz"))) {
            for (NamedCsvRecord row : rows) {
                long time = LocalDateTime.parse(row.getField("TM"), stamp).toEpochSecond(ZoneOffset.UTC);
                for (String[] item : items) {
                    all.add("108", item[1], item[2], time, row.getField(item[0]), -9);
                }
            }
        }
        return all.series();
    }

    static List<Series> asos2017() throws IOException {
        DemoSeries all = new DemoSeries();
        String[][] items = {
            {"기온(°C)", "temperature", "Cel"},
            {"이슬점온도(°C)", "dew_point", "Cel"},
            {"습도(%)", "relative_humidity", "%"},
            {"증기압(hPa)", "vapour_pressure", "hPa"},
            {"풍속(m/s)", "wind_speed", "m/s"},
            {"현지기압(hPa)", "station_pressure", "hPa"},
            {"강수량(mm)", "precipitation", "mm"},
            {"일조(hr)", "sunshine", "h"},
            {"일사(MJ/m2)", "solar_radiation", "MJ/m2"},
            {"지면온도(°C)", "ground_temperature", "Cel"},
            {"5cm 지중온도(°C)", "soil_temperature_5cm", "Cel"},
            {"30cm 지중온도(°C)", "soil_temperature_30cm", "Cel"}
        };
        try (var rows = csv(DEMO.resolve("weather/SURFACE_ASOS_108_HR_2017.csv.gz"))) {
            for (NamedCsvRecord row : rows) {
                long time = LocalDateTime.parse(row.getField("일시").replace(' ', 'T'))
                        .toEpochSecond(ZoneOffset.UTC);
                for (String[] item : items) {
                    all.add("108", item[1], item[2], time, row.getField(item[0]), Double.NaN);
                }
            }
        }
        return all.series();
    }

    static List<Series> noise2025() throws IOException {
        DemoSeries all = new DemoSeries();
        for (Path file : files("noise/seoul-2025h1")) {
            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
                for (var sheet : book.getSheets().toList()) {
                    String site = sheet.getName().replaceAll("\\(.*", "");
                    for (Row row : sheet.read()) {
                        String day = row.getCellCount() < 26 ? "" : row.getCellText(1);
                        if (day.matches("4[5-6]\\d{3}(\\.0)?")) {
                            long start = ((long) Double.parseDouble(day) - 25_569) * 86_400;
                            for (int h = 0; h < 24; h++) {
                                all.add(
                                        site,
                                        "leq",
                                        "dB[SPL]{A}",
                                        start + h * 3600L,
                                        row.getCellText(h + 2),
                                        Double.NaN);
                            }
                        }
                    }
                }
            }
        }
        return all.series();
    }

    static List<Series> traffic2022(int firstMonth, int lastMonth) throws IOException {
        DemoSeries all = new DemoSeries();
        for (Path file : files("traffic/seoul-volume-2022")) {
            int month = Integer.parseInt(file.getFileName().toString().replaceAll(".*_(\\d+)\\.xlsx", "$1"));
            if (month < firstMonth || month > lastMonth) {
                continue;
            }
            try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
                    Stream<Row> rows = book.findSheet("2022년 %02d월".formatted(month))
                            .orElseThrow()
                            .openStream()) {
                rows.forEach(row -> {
                    String day = row.getCellText(0);
                    if (day.matches("2022\\d{4}(\\.0)?")) {
                        long start = LocalDate.parse(day.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                                        .toEpochDay()
                                * 86_400;
                        String code = row.getCellText(3) + (row.getCellText(4).equals("유입") ? "/in" : "/out");
                        for (int h = 0; h < 24; h++) {
                            all.add(
                                    code,
                                    "traffic_volume",
                                    "{vehicles}/h",
                                    start + h * 3600L,
                                    row.getCellText(h + 6),
                                    Double.NaN);
                        }
                    }
                });
            }
        }
        return all.series();
    }

    static List<Series> cityMean() throws IOException {
        DemoSeries all = new DemoSeries();
        String[][] items = {
            {"초미세먼지", "pm25", "ug/m3"},
            {"미세먼지", "pm10", "ug/m3"},
            {"오존", "o3", "[ppm]"},
            {"이산화탄소", "no2", "[ppm]"},
            {"일산화탄소", "co", "[ppm]"},
            {"아황산가스", "so2", "[ppm]"}
        };
        try (var rows = csv(DEMO.resolve("air/seoul-mean-2018-2022/seoul-air.csv.gz"))) {
            for (NamedCsvRecord row : rows) {
                String[] stamp = row.getField("일시").split("[ :]");
                long time = LocalDate.parse(stamp[0]).toEpochDay() * 86_400 + (Integer.parseInt(stamp[1]) - 1) * 3600L;
                for (String[] item : items) {
                    all.add("seoul", item[1], item[2], time, row.getField(item[0]), Double.NaN);
                }
            }
        }
        return all.series();
    }

    static List<Series> districts2022() throws IOException {
        DemoSeries all = new DemoSeries();
        DateTimeFormatter stamp = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm");
        try (var rows = csv(DEMO.resolve("air/seoul-pm-2022/preprocessed_2022.csv.gz"))) {
            for (NamedCsvRecord row : rows) {
                long time = LocalDateTime.parse(row.getField("date"), stamp).toEpochSecond(ZoneOffset.UTC);
                for (String heading : row.getHeader()) {
                    if (heading.endsWith("PM")) {
                        String property = heading.endsWith("_10PM") ? "pm10" : "pm25";
                        all.add(
                                heading.replaceAll("_.*", ""),
                                property,
                                "ug/m3",
                                time,
                                row.getField(heading),
                                Double.NaN);
                    }
                }
            }
        }
        return all.series();
    }

    private void add(String code, String property, String unit, long time, String text, double missing) {
        if (text.isBlank() || text.equals("null")) {
            return;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return;
        }
        if (value != missing) {
            String id = "demo/" + code + "/" + property;
            kinds.put(id, new String[] {code, property, unit});
            values.computeIfAbsent(id, _ -> new TreeMap<>()).put(time, value);
        }
    }

    private List<Series> series() {
        List<Series> series = new ArrayList<>();
        values.forEach((id, byTime) -> {
            String[] kind = Objects.requireNonNull(kinds.get(id), id);
            double[] at = positions.getOrDefault(kind[0], new double[] {Double.NaN, Double.NaN});
            long[] start = byTime.keySet().stream().mapToLong(Long::longValue).toArray();
            double[] value =
                    byTime.values().stream().mapToDouble(Double::doubleValue).toArray();
            series.add(new Series(
                    stream(kind[0], kind[1], kind[2], Step.HOUR),
                    at[0],
                    at[1],
                    start,
                    value,
                    new int[start.length],
                    0));
        });
        return series;
    }

    static Datastream stream(String code, String property, String unit, Step step) {
        return new Datastream(
                "demo/" + code + "/" + property,
                new Thing(code, Name.of(code)),
                new Sensor("x", Name.of("x")),
                ObservedProperty.of(property, property, property),
                unit,
                "places:" + code,
                "demo",
                step);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(DEMO.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private static CsvReader<NamedCsvRecord> csv(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
