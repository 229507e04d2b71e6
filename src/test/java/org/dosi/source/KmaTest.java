package org.dosi.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dosi.source.SourceFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dosi.model.Datastream;
import org.dosi.model.Flag;
import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The totals were counted with Python's csv module.
class KmaTest {
    private static final Path ASOS = Path.of("demo/weather/SURFACE_ASOS_108_HR_2017.csv.gz");
    private static final Path API = Path.of("demo/weather/kma_api_108_2022.csv.gz");

    @TempDir
    Path folder;

    @Test
    void theAsosFileOf2017IsReadWhole() {
        RecordingSink sink = read(new KmaAsos(), ASOS);

        assertThat(sink.observations).hasSize(153_159);
        assertThat(sink.missing).isEqualTo(39_561);
        assertThat(sink.observations.size() + sink.missing)
                .as("22 columns of numbers")
                .isEqualTo(22 * 8_760);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams).hasSize(22);
        assertThat(sink.observations).allMatch(told -> told.statedFlags() == ObservationSink.UNSTATED);
        assertThat(sink.feature("weather-stations:108").name()).isEqualTo(new Name("서울", "Seoul"));
        assertThat(sink.point("weather-stations:108").y).isEqualTo(37.5714);
    }

    @Test
    void statesHoldAtTheStampAndSumsBeforeIt() {
        RecordingSink sink = read(new KmaAsos(), ASOS);

        sink.assertTold("kma-asos/108/temperature", "2017-01-29T18:00:00+09:00", 0, 0.5);
        sink.assertTold("kma-asos/108/wind_direction", "2017-01-29T16:00:00+09:00", 0, 360);
        sink.assertTold("kma-asos/108/sunshine", "2017-01-01T08:00:00+09:00", 1, 0);
        sink.assertTold("kma-asos/108/solar_radiation", "2017-01-01T08:00:00+09:00", 1, 0.16);
        sink.assertTold("kma-asos/108/new_snow_3h", "2017-01-29T15:00:00+09:00", 3, 0.6);
        sink.assertTold("kma-asos/108/snow_depth", "2017-01-29T18:00:00+09:00", 0, 0.6);
        sink.assertTold("kma-asos/108/cloud_base", "2017-01-29T18:00:00+09:00", 0, 1_000);
        sink.assertTold("kma-asos/108/visibility", "2017-01-29T18:00:00+09:00", 0, 1_710);
        sink.assertTold("kma-asos/108/soil_temperature_30cm", "2017-01-29T18:00:00+09:00", 0, 1.2);
        assertThat(requireNonNull(sink.datastreams.get("kma-asos/108/visibility"))
                        .unit())
                .isEqualTo("m");
    }

    @Test
    void rainIsHourlyInSummerAndOfThreeHoursInWinter() {
        RecordingSink sink = read(new KmaAsos(), ASOS);

        sink.assertTold("kma-asos/108/precipitation", "2017-07-23T07:00:00+09:00", 1, 7);
        sink.assertTold("kma-asos/108/precipitation", "2017-01-29T15:00:00+09:00", 3, 1.8);
        assertThat(rain("2022-04-01T00:00:00+09:00"))
                .as("the last three hours of March")
                .containsExactly(3L);
        assertThat(rain("2022-04-01T03:00:00+09:00")).containsExactly(1L);
        assertThat(rain("2022-11-01T00:00:00+09:00"))
                .as("the last hour of October")
                .containsExactly(1L);
        assertThat(rain("2022-11-01T03:00:00+09:00")).containsExactly(3L);
    }

    @Test
    void aStationThatReadsItsGaugeEveryHourInWinterIsTakenAtItsWord() {
        assertThat(rain(
                        "2022-12-01T03:00:00+09:00",
                        "2022-12-01T06:00:00+09:00",
                        "2022-12-01T08:00:00+09:00",
                        "2022-12-01T09:00:00+09:00",
                        "2022-12-01T09:00:00+09:00",
                        "2022-12-01T12:00:00+09:00"))
                .containsExactly(3L, 3L, 1L, 1L, 1L, 3L);
    }

    /// The store takes two values of a datastream with one start for an edition and its correction.
    @Test
    void noTwoRowsOfAFileBeginAtTheSameTime() {
        for (RecordingSink sink : List.of(read(new KmaAsos(), ASOS), read(new KmaApi(), API))) {
            Map<String, Instant> ends = new HashMap<>();
            for (RecordingSink.Told told : sink.observations) {
                Instant before = ends.put(told.datastream() + told.start(), told.end());
                assertThat(before).as("%s", told).isIn(null, told.end());
            }
        }
    }

    @Test
    void headingsOfOtherYearsAndQualityFlagsAreUnderstood() throws IOException {
        RecordingSink sink = read(new KmaAsos(), write("""
                지점,지점명,일시,기온(°C),기온 QC플래그,강수량 (mm),강수량 QC플래그,풍속,시정(m),최저운고(100m )
                112,인천,2024-01-01 01:00,-9.0,0,,9,2.1,500,3
                112.0,인천,2024-01-01 02:00,55,1,1.0,9,2.2,,
                113,,2024-01-01 03:00,1.5,,2.0,7,2.3,20000,
                """));

        sink.assertTold("kma-asos/112/temperature", "2024-01-01T01:00:00+09:00", 0, -9);
        assertThat(flags(sink, "kma-asos/112/temperature", "2024-01-01T01:00:00+09:00"))
                .isZero();
        assertThat(flags(sink, "kma-asos/112/temperature", "2024-01-01T02:00:00+09:00"))
                .isEqualTo(Flag.STATUS_ABNORMAL_DATA.mask());
        assertThat(flags(sink, "kma-asos/112/precipitation", "2024-01-01T01:00:00+09:00"))
                .as("called missing, and yet it stands there")
                .isEqualTo(Flag.STATUS_ABNORMAL_DATA.mask());
        assertThat(flags(sink, "kma-asos/113/temperature", "2024-01-01T03:00:00+09:00"))
                .isEqualTo(ObservationSink.UNSTATED);
        assertThat(flags(sink, "kma-asos/112/wind_speed", "2024-01-01T01:00:00+09:00"))
                .isEqualTo(ObservationSink.UNSTATED);
        sink.assertTold("kma-asos/112/visibility", "2024-01-01T01:00:00+09:00", 0, 500);
        sink.assertTold("kma-asos/112/cloud_base", "2024-01-01T01:00:00+09:00", 0, 300);
        assertThat(sink.missing).isEqualTo(4);
        assertThat(sink.issues)
                .singleElement()
                .satisfies(issue -> assertThat(issue.observations()).isZero());
        assertThat(sink.feature("weather-stations:112").name()).isEqualTo(Name.of("인천"));
        assertThat(sink.feature("weather-stations:113").name()).isEqualTo(Name.of("113"));
        assertThat(sink.hasGeometry("weather-stations:112")).isFalse();
    }

    @Test
    void theApiFileOf2022IsReadWhole() {
        RecordingSink sink = read(new KmaApi(), API);

        assertThat(sink.observations).hasSize(161_857);
        assertThat(sink.missing).isEqualTo(96_263);
        assertThat(sink.observations.size() + sink.missing)
                .as("30 columns of numbers")
                .isEqualTo(30 * 8_604);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams).as("RN_INT and WH are empty throughout").hasSize(28);
        assertThat(sink.observations.stream()
                        .filter(told -> told.datastream().endsWith("/temperature")
                                && told.start().equals(Instant.parse("2022-01-31T15:00:00Z"))))
                .as("a row that comes twice")
                .hasSize(2);
    }

    @Test
    void directionsComeInTensOfDegrees() {
        RecordingSink sink = read(new KmaApi(), API);

        sink.assertTold("kma-api/108/wind_direction", "2022-01-05T00:00:00+09:00", 0, 360);
        sink.assertTold("kma-api/108/wind_direction", "2022-08-08T13:00:00+09:00", 0, 200);
        sink.assertTold("kma-api/108/gust_direction", "2022-08-08T13:00:00+09:00", 0, 200);
        sink.assertTold("kma-api/108/gust_speed", "2022-08-08T13:00:00+09:00", 0, 11);
        assertThat(sink.observations.stream().filter(told -> told.datastream().endsWith("/wind_direction")))
                .allMatch(told -> told.value() >= 0 && told.value() <= 360);
    }

    @Test
    void theApiFileSpeaksInItsOwnUnitsAndSpans() {
        RecordingSink sink = read(new KmaApi(), API);

        sink.assertTold("kma-api/108/precipitation", "2022-08-08T12:00:00+09:00", 1, 31.3);
        sink.assertTold("kma-api/108/precipitation_day", "2022-08-08T13:00:00+09:00", 0, 34.6);
        sink.assertTold("kma-api/108/pressure_tendency", "2022-08-08T21:00:00+09:00", 3, -0.1);
        sink.assertTold("kma-api/108/visibility", "2022-08-08T13:00:00+09:00", 0, 690);
        sink.assertTold("kma-api/108/cloud_base", "2022-08-08T13:00:00+09:00", 0, 400);
        sink.assertTold("kma-api/108/soil_temperature_5cm", "2022-08-08T13:00:00+09:00", 0, 99);
        sink.assertTold("kma-api/108/temperature", "2022-01-12T00:00:00+09:00", 0, 10.2);
        assertThat(sink.find("kma-api/108/ground_temperature", "2022-08-08T13:00:00+09:00"))
                .as("-9.0 in August")
                .isEmpty();
    }

    @Test
    void bothFilesTellOfTheSameStationInTheSameWords() {
        RecordingSink asos = read(new KmaAsos(), ASOS);
        RecordingSink api = read(new KmaApi(), API);

        assertThat(api.features).isEqualTo(asos.features);
        asos.datastreams.forEach((id, stream) -> {
            Datastream twin = requireNonNull(api.datastreams.get(id.replace("kma-asos", "kma-api")));
            assertThat(Map.entry(twin.property(), twin.unit())).isEqualTo(Map.entry(stream.property(), stream.unit()));
        });
    }

    private static List<Long> rain(String... stamps) {
        RainGauges gauges = new RainGauges();
        return Stream.of(stamps)
                .map(stamp -> gauges.endingAt("108", OffsetDateTime.parse(stamp).toEpochSecond()))
                .map(span -> (span.end() - span.start()) / Stamps.HOUR)
                .toList();
    }

    private static int flags(RecordingSink sink, String datastream, String start) {
        return sink.find(datastream, start).orElseThrow().statedFlags();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }
}
