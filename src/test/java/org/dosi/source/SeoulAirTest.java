package org.dosi.source;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dosi.source.SourceFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.dosi.model.Flag;
import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The totals were counted with Python's csv module.
class SeoulAirTest {
    private static final Path WIDE = Path.of("demo/air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz");
    private static final Path LONG = Path.of("demo/air/seoul-2017/Measurement_info_sample_with_status.csv");
    private static final Path STATIONS = Path.of("demo/air/seoul-2017/Measurement_station_info.csv");
    private static final String LONG_HEAD = "Measurement date,Station code,Item code,Average value,Instrument status\n";

    @TempDir
    Path folder;

    @Test
    void theWideFileOf2017IsReadWhole() {
        RecordingSink sink = read(new SeoulAirStations(), WIDE);

        assertThat(sink.observations).hasSize(1_047_083);
        assertThat(sink.missing).as("1,492 times -1 and 3 times null").isEqualTo(1_495);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams).hasSize(25 * 6);
        assertThat(sink.featuresTold).isEqualTo(25);
        assertThat(sink.observations).allMatch(told -> told.statedFlags() == ObservationSink.UNSTATED);
        sink.assertTold("seoul-air-stations/101/pm10", "2017-01-01T00:00:00+09:00", 1, 73);
        sink.assertTold("seoul-air-stations/101/so2", "2017-01-01T00:00:00+09:00", 1, 0.004);
        sink.assertTold("seoul-air-stations/113/co", "2017-01-15T20:00:00+09:00", 1, 71.7);
        sink.assertTold("seoul-air-stations/111/o3", "2017-07-02T21:00:00+09:00", 1, 5.297);
        sink.assertTold("seoul-air-stations/111/pm10", "2017-08-20T07:00:00+09:00", 1, 3403);
        assertThat(sink.find("seoul-air-stations/113/o3", "2017-10-19T06:00:00+09:00"))
                .as("null")
                .isEmpty();
        assertThat(requireNonNull(sink.datastreams.get("seoul-air-stations/101/no2"))
                        .unit())
                .isEqualTo("[ppm]");
        assertThat(sink.feature("air-stations:123").name()).isEqualTo(new Name("강남구", "Gangnam-gu"));
        assertThat(sink.point("air-stations:101").x).isEqualTo(127.0050075);
        assertThat(sink.point("air-stations:101").y).isEqualTo(37.5720164);
    }

    @Test
    void theLongFileStatesTheStatusOfTheInstrument() {
        RecordingSink sink = read(new SeoulAirStations(), LONG);

        assertThat(sink.observations).hasSize(5_993);
        assertThat(sink.missing).as("-1, with status 4").isEqualTo(6);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.observations.stream()
                        .collect(Collectors.groupingBy(RecordingSink.Told::statedFlags, Collectors.counting())))
                .containsOnly(
                        java.util.Map.entry(0, 5_926L),
                        java.util.Map.entry(Flag.STATUS_CALIBRATION.mask(), 35L),
                        java.util.Map.entry(Flag.STATUS_POWER_OFF.mask(), 6L),
                        java.util.Map.entry(Flag.STATUS_REPAIR.mask(), 6L),
                        java.util.Map.entry(Flag.STATUS_ABNORMAL_DATA.mask(), 20L));
        assertThat(sink.observations)
                .extracting(RecordingSink.Told::start)
                .as("the day comes first: forty hours, not January with an hour of February")
                .allMatch(start -> start.isBefore(at("2017-01-02T16:00:00+09:00")));
        sink.assertTold("seoul-air-stations/125/pm10", "2017-01-02T15:00:00+09:00", 1, 152);
    }

    @Test
    void theLongAndTheWideFileTellTheSameValues() {
        RecordingSink wide = read(new SeoulAirStations(), WIDE);
        RecordingSink sample = read(new SeoulAirStations(), LONG);

        Instant end = at("2017-01-02T16:00:00+09:00");
        var ofWide = wide.observations.stream()
                .filter(told -> told.start().isBefore(end))
                .map(SeoulAirTest::plain)
                .collect(Collectors.toSet());
        assertThat(sample.observations.stream().map(SeoulAirTest::plain).filter(told -> !ofWide.contains(told)))
                .isEmpty();
        assertThat(sample.features).isEqualTo(wide.features);
    }

    @Test
    void thePublishersFullFileWritesTheYearFirst() throws IOException {
        RecordingSink sink = read(
                new SeoulAirStations(),
                write(LONG_HEAD + "2018-02-01 00:00,101,9,57,0\n2018-02-01 24:00,101,9,58,2\n"));

        sink.assertTold("seoul-air-stations/101/pm25", "2018-02-01T00:00:00+09:00", 1, 57);
        sink.assertTold("seoul-air-stations/101/pm25", "2018-02-02T00:00:00+09:00", 1, 58);
        assertThat(sink.observations.getLast().statedFlags()).isEqualTo(Flag.STATUS_ABNORMAL.mask());
    }

    @Test
    void anUnknownStatusKeepsTheValueAndIsRemarked() throws IOException {
        RecordingSink sink = read(
                new SeoulAirStations(),
                write(LONG_HEAD
                        + "2018-02-01 00:00,101,9,57,3\n2018-02-01 01:00,101,9,58,\n2018-02-01 02:00,101,9,59,0.0\n"));

        assertThat(sink.observations)
                .extracting(RecordingSink.Told::statedFlags)
                .containsExactly(ObservationSink.UNSTATED, ObservationSink.UNSTATED, 0);
        assertThat(sink.issues).singleElement().satisfies(issue -> {
            assertThat(issue.observations()).isZero();
            assertThat(issue)
                    .hasToString("f.csv line 2 column Instrument status:"
                            + " expected an instrument status 0, 1, 2, 4, 8 or 9, found 3");
        });
    }

    @Test
    void anUnknownItemAndAMissingStationAreRejected() throws IOException {
        RecordingSink sink = read(
                new SeoulAirStations(),
                write(LONG_HEAD
                        + "2018-02-01 00:00,101,7,57,0\n2018-02-01 00:00,,9,58,0\n2018-02-01 00:00,101,7,-1,0\n"
                        + "2018-02-01 00:00,\"10\n1\",9,58,0\n"));

        assertThat(sink.observations).isEmpty();
        assertThat(sink.rejected()).isEqualTo(3);
        assertThat(sink.missing).isEqualTo(1);
    }

    @Test
    void aStationThatNobodyKnowsReadsUnderItsCode() throws IOException {
        RecordingSink sink =
                read(new SeoulAirStations(), write("time_kst,station_code,pm10_ugm3\n2031-05-01T00:00,131,40\n"));

        sink.assertTold("seoul-air-stations/131/pm10", "2031-05-01T00:00:00+09:00", 1, 40);
        assertThat(sink.feature("air-stations:131").name()).isEqualTo(Name.of("131"));
        assertThat(sink.hasGeometry("air-stations:131")).isFalse();
    }

    @Test
    void aColumnInAnotherUnitIsAnotherColumn() throws IOException {
        Path file = write("time_kst,station_code,so2_ugm3\n2017-01-01T00:00,101,4\n");
        assertThatThrownBy(() -> read(new SeoulAirStations(), file)).isInstanceOf(SourceException.class);
    }

    @Test
    void theListOfStationsTellsNamesInBothLanguages() {
        RecordingSink sink = read(new SeoulAirStationInfo(), STATIONS);

        assertThat(sink.featuresTold).isEqualTo(25);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.feature("air-stations:101").name()).isEqualTo(new Name("종로구", "Jongno-gu"));
        assertThat(sink.feature("air-stations:101").attributes())
                .containsEntry("address", "19, Jong-ro 35ga-gil, Jongno-gu, Seoul, Republic of Korea");
        RecordingSink values = read(new SeoulAirStations(), LONG);
        sink.features.forEach((id, station) -> {
            assertThat(values.feature(id).name()).isEqualTo(station.name());
            assertThat(values.point(id).distance(sink.point(id)))
                    .as("degrees, rounded to seven decimals in the program's own table")
                    .isLessThan(1e-7);
        });
    }

    @Test
    void aStationWithoutReadablePositionIsToldWithoutOne() throws IOException {
        RecordingSink sink = read(
                new SeoulAirStationInfo(),
                write(
                        "Station code,Station name(district),Address,Latitude,Longitude\n201,Somewhere,,91,127\n202,,,,\n,,x,37,127\n"));

        assertThat(sink.hasGeometry("air-stations:201")).isFalse();
        assertThat(sink.feature("air-stations:202").name()).isEqualTo(Name.of("202"));
        assertThat(sink.issues).extracting(org.dosi.model.Issue::observations).containsExactly(0L, 1L);
    }

    @Test
    void thePmOfTheGuIsReadWithItsHourBeforeTheStamp() {
        RecordingSink sink = read(new SeoulPm(), Path.of("demo/air/seoul-pm-2022/preprocessed_2022.csv.gz"));

        assertThat(sink.observations).hasSize(438_000).allMatch(told -> told.statedFlags() == ObservationSink.UNSTATED);
        assertThat(sink.missing).isZero();
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams).hasSize(50);
        assertThat(sink.feature("gu:11740").name()).isEqualTo(new Name("강동구", "Gangdong-gu"));
        assertThat(sink.hasGeometry("gu:11740")).isFalse();
        sink.assertTold("seoul-pm/11680/pm10", "2021-12-31T23:00:00+09:00", 1, 18);
        sink.assertTold("seoul-pm/11680/pm25", "2021-12-31T23:00:00+09:00", 1, 6);
        sink.assertTold("seoul-pm/11680/pm10", "2022-12-31T22:00:00+09:00", 1, 57);
        assertThat(new SeoulPm().description().gapsFilled()).isTrue();
    }

    @Test
    void fractionsOfPmAreEstimates() {
        RecordingSink sink =
                read(new SeoulPm(), Path.of("demo/air/seoul-pm-2022/preprocessed_LinearInter_2022.csv.gz"));

        assertThat(sink.observations).hasSize(438_000);
        assertThat(sink.observations.stream().filter(told -> told.statedFlags() == Flag.ESTIMATED.mask()))
                .hasSize(7_012);
        assertThat(sink.find("seoul-pm/11530/pm25", "2022-01-01T04:00:00+09:00"))
                .hasValueSatisfying(told -> assertThat(told.value()).isEqualTo(4.666666666666667));
    }

    @Test
    void theCityMeanHasNitrogenDioxideUnderAWrongHeading() {
        RecordingSink sink = read(new SeoulAirMean(), Path.of("demo/air/seoul-mean-2018-2022/seoul-air.csv.gz"));

        assertThat(sink.observations).as("2019-12-01 twice").hasSize(262_799);
        assertThat(sink.missing).as("one '-'").isEqualTo(1);
        assertThat(sink.issues).isEmpty();
        assertThat(sink.datastreams.keySet())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "seoul-air-mean/seoul/pm25",
                        "seoul-air-mean/seoul/pm10",
                        "seoul-air-mean/seoul/o3",
                        "seoul-air-mean/seoul/no2",
                        "seoul-air-mean/seoul/co",
                        "seoul-air-mean/seoul/so2"));
        sink.assertTold("seoul-air-mean/seoul/no2", "2018-01-01T00:00:00+09:00", 1, 0.021);
        sink.assertTold("seoul-air-mean/seoul/pm25", "2018-01-01T23:00:00+09:00", 1, 24);
        sink.assertTold("seoul-air-mean/seoul/pm25", "2018-01-02T00:00:00+09:00", 1, 22);
        assertThat(sink.feature("city:seoul").name()).isEqualTo(new Name("서울", "Seoul"));
    }

    private static String plain(RecordingSink.Told told) {
        return told.datastream() + " " + told.start() + " " + told.value();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("f.csv"), text);
    }
}
