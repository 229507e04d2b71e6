package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A real file for each source, from the folder `demo`: what the contract of all sources is tried on.
///
/// A new source gets a line here; `SourceContractTest` fails for one that has none.
record Samples(
        String source,
        Path file,
        Form form,
        @Nullable String time,
        @Nullable String number) {

    enum Form {
        CSV,
        XLSX,
        /// JSON, zip and what else only its own test can break in interesting ways.
        OTHER
    }

    /// Of a text file the first lines are enough to try everything on.
    private static final int LINES = 40;

    /// More than forty lines of the widest table hold.
    private static final int HEAD_BYTES = 1 << 17;

    /// Sources of Dosi's own files, of which the folder `demo` has none: their own tests write theirs.
    static final Set<String> OWN_FORMATS = Set.of("dosi-csv", "dosi-parquet");

    static final List<Samples> ALL = List.of(
            csv(
                    "seoul-air-stations",
                    "air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz",
                    "time_kst",
                    "pm10_ugm3"),
            csv(
                    "seoul-air-stations",
                    "air/seoul-2017/Measurement_info_sample_with_status.csv",
                    "Measurement date",
                    "Average value"),
            csv("seoul-air-station-info", "air/seoul-2017/Measurement_station_info.csv", null, null),
            csv("seoul-pm", "air/seoul-pm-2022/preprocessed_2022.csv.gz", "date", "강남구_10PM"),
            csv("seoul-pm", "air/seoul-pm-2022/preprocessed_LinearInter_2022.csv.gz", "date", "강남구_10PM"),
            csv("seoul-air-mean", "air/seoul-mean-2018-2022/seoul-air.csv.gz", "일시", "미세먼지"),
            csv("kma-asos", "weather/SURFACE_ASOS_108_HR_2017.csv.gz", "일시", "기온(°C)"),
            csv("kma-api", "weather/kma_api_108_2022.csv.gz", "TM", "TA"),
            workbook("seoul-noise", "noise/seoul-2025h1/2025-01.xlsx"),
            commerce("seoul-change-dong", "dong-2019-2024/서울시_상권분석서비스(상권변화지표-행정동).csv.gz", "운영_영업_개월_평균"),
            commerce("seoul-change-area", "sangkwon/서울시_상권분석서비스(상권변화지표-상권).csv.gz", "운영_영업_개월_평균"),
            commerce("seoul-footfall-dong", "dong-2019-2024/서울시_상권분석서비스(길단위인구-행정동).csv.gz", "총_유동인구_수"),
            commerce("seoul-workers-dong", "dong-2019-2024/서울시_상권분석서비스(직장인구-행정동).csv.gz", "총_직장_인구_수"),
            commerce("seoul-sales-area", "sangkwon-sales-2020-2024/merged_data_2020.csv.gz", "당월_매출_금액"),
            csv("seoul-subway", "traffic/seoul-subway-2024/SeoulMetro_2024.csv.gz", "사용월", "08시-09시 승차인원"),
            csv("seoul-subway-stations", "traffic/seoul-subway-2024/SeoulMetro_Stations.csv.gz", null, null),
            workbook("seoul-volume", "traffic/seoul-volume-2022/seoul_traffic_volume_2022_08.xlsx"),
            workbook("topis-links", "traffic/seoul-links/link_vertex_2025.xlsx"),
            workbook("topis-road-classes", "traffic/seoul-links/road_class_2025.xlsx"),
            other("topis-seongsu-links", "traffic/seongsu-speed-pattern/topis_seongsu_links.json"),
            workbook("topis-standard-links", "traffic/seoul-links/seoul_standard_link_mapping_202003.xlsx"),
            other("seongsu-speed-pattern", "traffic/seongsu-speed-pattern/topis_traffic_pattern.json"),
            csv("la-loops", "traffic/la-loop-week/los_speed.csv.gz", null, "773869"),
            other("seoul-gu", "boundaries/seoul_gu_2013.geojson.gz"),
            other("seoul-dong", "boundaries/hangjeongdong_seoul.geojson.gz"),
            other("sangkwon-dong", "boundaries/sangkwon-dong-5181.zip"),
            other("sangkwon-areas", "boundaries/sangkwon-areas-5181.zip"));

    /// @param time heading of the stamp; null where rows have none
    /// @param number heading of a column of numbers that is filled in the first rows; null for a source of
    ///     features
    static Samples csv(String source, String path, @Nullable String time, @Nullable String number) {
        return new Samples(source, demo(path), Form.CSV, time, number);
    }

    private static Samples commerce(String source, String path, String number) {
        return csv(source, "commerce/" + path, "기준_년분기_코드", number);
    }

    static Samples workbook(String source, String path) {
        return new Samples(source, demo(path), Form.XLSX, null, null);
    }

    static Samples other(String source, String path) {
        return new Samples(source, demo(path), Form.OTHER, null, null);
    }

    static Path demo(String path) {
        return Path.of("demo").resolve(path);
    }

    ObservationSource findSource() {
        return Sources.find(source).orElseThrow();
    }

    /// The whole file, unpacked; of a table its first lines.
    byte[] bytes() {
        if (form == Form.CSV) {
            return (String.join("\n", lines()) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = new SourceFile(file).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first lines of a table, without its byte-order mark.
    List<String> lines() {
        try (InputStream in = new SourceFile(file).open()) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            String text = new String(head, StandardCharsets.UTF_8);
            // The head may end in the middle of a character, but not before its first lines do.
            boolean korean = text.lines().limit(LINES).anyMatch(line -> line.indexOf('\uFFFD') >= 0);
            return (korean ? new String(head, Charset.forName("MS949")) : text)
                    .replace("\uFEFF", "")
                    .lines()
                    .limit(LINES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return source + " " + file.getFileName();
    }
}
