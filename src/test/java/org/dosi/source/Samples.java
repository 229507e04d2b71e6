package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
            new Samples("seoul-noise", demo("noise/seoul-2025h1/2025-01.xlsx"), Form.XLSX, null, null));

    /// @param time heading of the stamp; null where rows have none
    /// @param number heading of a column of numbers that is filled in the first rows; null for a source of features
    static Samples csv(String source, String path, @Nullable String time, @Nullable String number) {
        return new Samples(source, demo(path), Form.CSV, time, number);
    }

    static Path demo(String path) {
        return Path.of("demo").resolve(path);
    }

    ObservationSource findSource() {
        return Sources.find(source).orElseThrow();
    }

    byte[] bytes() {
        try (InputStream in = new SourceFile(file).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The first lines of a text file, line ends as `\n`, the last one included.
    List<String> lines() {
        return lines(StandardCharsets.UTF_8);
    }

    List<String> lines(Charset charset) {
        return new String(bytes(), charset).lines().limit(LINES).toList();
    }

    @Override
    public String toString() {
        return source + " " + file.getFileName();
    }
}
