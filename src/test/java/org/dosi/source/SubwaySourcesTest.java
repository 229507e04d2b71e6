package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.QualityElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubwaySourcesTest {
    private static final String RIDERSHIP = "traffic/seoul-subway-2024/SeoulMetro_2024.csv.gz";
    private static final String STATIONS = "traffic/seoul-subway-2024/SeoulMetro_Stations.csv.gz";
    /// Opened after the station table was made, or outside of the capital area's map.
    private static final int WITHOUT_POSITION = 20;

    @TempDir
    Path folder;

    /// Independent count: 6,206 rows of 48 hours without a blank; 4,171,266,486 persons; 626 stations of
    /// lines.
    @Test
    void everyNumericCellOfTheRealTableIsToldOnce() {
        RecordingSink told = SourceFiles.readDemo(new SeoulSubway(), RIDERSHIP);

        assertThat(told.observations).hasSize(297_888);
        assertThat(told.missing).isZero();
        assertThat(told.issues).isEmpty();
        assertThat(told.observations.stream()
                        .mapToDouble(RecordingSink.Told::value)
                        .sum())
                .isEqualTo(4_171_266_486.0);
        assertThat(told.features).hasSize(626);
        assertThat(told.datastreams).hasSize(626 * 48);
    }

    /// By hand: the first row, October 2024, line 1, Dongdaemun: 634 in and 22 out between 04 and 05.
    @Test
    void aMonthIsTheCitysMonthAndAPartHasItsHours() {
        RecordingSink told = SourceFiles.readDemo(new SeoulSubway(), RIDERSHIP);

        String station = "seoul-subway/1호선/동대문/";
        var in = told.find(station + "subway_boardings.h04_05", "2024-10-01T00:00:00+09:00")
                .orElseThrow();
        assertThat(in.value()).isEqualTo(634);
        assertThat(in.end()).isEqualTo(Instant.parse("2024-10-31T15:00:00Z"));
        assertThat(told.find(station + "subway_alightings.h04_05", "2024-10-01T00:00:00+09:00")
                        .orElseThrow()
                        .value())
                .isEqualTo(22);
        var stream = Objects.requireNonNull(told.datastreams.get(station + "subway_boardings.h04_05"));
        assertThat(stream.property().parentId()).isEqualTo("subway_boardings");
        assertThat(stream.feature()).isEqualTo("subway-stations:1호선/동대문");
        assertThat(Objects.requireNonNull(told.features.get("subway-stations:1호선/동대문"))
                        .name()
                        .en())
                .isEqualTo("Dongdaemun Station (Line 1)");
    }

    @Test
    void aRenamedStationGoesOnAsOneSeries() {
        RecordingSink told = SourceFiles.readDemo(new SeoulSubway(), RIDERSHIP);

        long months = told.observations.stream()
                .filter(o -> o.datastream().equals("seoul-subway/7호선/자양/subway_boardings.h08_09"))
                .count();
        assertThat(months).as("뚝섬유원지 in two months, then 자양").isEqualTo(10);
    }

    @Test
    void ridershipStationsHaveTheirPlaceInWhateverOrderTheFilesCome() {
        Map<String, FeatureOfInterest> ridership = SourceFiles.readDemo(new SeoulSubway(), RIDERSHIP).features;
        Map<String, FeatureOfInterest> table = SourceFiles.readDemo(new SeoulSubwayStations(), STATIONS).features;

        long without = ridership.values().stream()
                .filter(station -> station.geometry() == null)
                .count();
        assertThat(without).isEqualTo(WITHOUT_POSITION);
        var shared = new TreeSet<>(ridership.keySet());
        shared.retainAll(table.keySet());
        assertThat(shared).hasSize(588);
        for (String id : shared) {
            assertThat(Objects.requireNonNull(table.get(id)).name())
                    .isEqualTo(Objects.requireNonNull(ridership.get(id)).name());
            assertThat(Objects.equals(
                            Objects.requireNonNull(table.get(id)).geometry(),
                            Objects.requireNonNull(ridership.get(id)).geometry()))
                    .as(id)
                    .isTrue();
        }
    }

    /// Two stations of one name, 60 km apart: the line tells which is meant.
    @Test
    void stationsOfOneNameAreToldApartByTheirLine() {
        Map<String, FeatureOfInterest> told = SourceFiles.readDemo(new SeoulSubway(), RIDERSHIP).features;

        assertThat(longitude(told, "5호선/양평")).isBetween(126.88, 126.89);
        assertThat(longitude(told, "중앙선/양평")).isBetween(127.49, 127.5);
        assertThat(told).containsKeys("subway-stations:1호선/서울역", "subway-stations:경부선/서울역");
    }

    /// 718 pairs of line and station stand in the table; one is blank, one has neither name nor position.
    @Test
    void everyStationOfTheTableIsToldOnce() {
        RecordingSink told = SourceFiles.readDemo(new SeoulSubwayStations(), STATIONS);

        assertThat(told.featuresTold).isEqualTo(716);
        assertThat(told.features).hasSize(716);
        assertThat(told.rejected()).isEqualTo(1);
        assertThat(told.issues.getFirst().element()).isEqualTo(QualityElement.COMPLETENESS_OMISSION);
        assertThat(told.issues.getFirst().place().line()).isEqualTo(640);
        assertThat(told.issues)
                .as("and a remark: the file has no last line end")
                .hasSize(2);
        assertThat(told.features).as("the operator's line of 소요산").containsKey("subway-stations:경원선/소요산");
    }

    @Test
    void badRowsAndCellsAreIssuesAndReadingGoesOn() {
        String csv = """
                지하철역,호선명,사용월,04시-05시 하차인원,04시-05시 승차인원,작업일자
                동대문,1호선,202413,1,2,20241103
                ,1호선,202410,3,,20241103
                동대문,1호선,202410,x,4,20241103
                동대문,1호선,202409,,"1,234",20241103
                동대문,1호선
                동대문,1호선,202408,5,6,20241103
                """;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("MS949"))) {
            RecordingSink told =
                    SourceFiles.read(new SeoulSubway(), SourceFiles.of(folder, "bad.csv", csv.getBytes(charset)));

            assertThat(told.observations.stream().map(RecordingSink.Told::value).toList())
                    .containsExactly(4.0, 1234.0, 5.0, 6.0);
            assertThat(told.rejected()).isEqualTo(2 + 1 + 1);
            assertThat(told.missing).isEqualTo(1 + 1 + 2);
            assertThat(told.issues.stream().map(issue -> issue.element()).toList())
                    .containsExactly(
                            QualityElement.TEMPORAL_CONSISTENCY, QualityElement.COMPLETENESS_OMISSION,
                            QualityElement.FORMAT_CONSISTENCY, QualityElement.FORMAT_CONSISTENCY);
        }
    }

    @Test
    void badStationsAreIssuesAndTheOthersAreTold() {
        RecordingSink told = SourceFiles.read(new SeoulSubwayStations(), SourceFiles.of(folder, "bad.csv", """
                Line,Station,Connection,Latitude,Longitude
                1호선,서울역,a,37.55,126.97
                1호선,서울역,b,37.55,126.97
                1호선,시청,b,126.97,37.55
                1호선,종각,b,37.57
                1호선,종로3가,b,,
                """));

        assertThat(told.features).containsOnlyKeys("subway-stations:1호선/서울역");
        assertThat(told.featuresTold).isEqualTo(1);
        assertThat(told.rejected()).isEqualTo(3);
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        for (ObservationSource source : List.of(new SeoulSubway(), new SeoulSubwayStations())) {
            for (SourceFile file : List.of(
                    SourceFiles.of(folder, "page.csv", "<html>\n<body>not found</body></html>\n"),
                    SourceFiles.of(folder, "empty.csv", ""),
                    SourceFiles.of(folder, "hours.csv", "사용월,호선명,지하철역\n202401,1호선,시청\n"),
                    SourceFiles.cut(folder, RIDERSHIP),
                    SourceFiles.cut(folder, STATIONS),
                    SourceFiles.demo("traffic/seoul-links/road_class_2025.xlsx"),
                    SourceFiles.demo("commerce/sangkwon-sales-2020-2024/merged_data_2024_1.csv.gz"))) {
                assertThatThrownBy(() -> SourceFiles.read(source, file))
                        .as(source.id() + " " + file.name())
                        .isInstanceOf(SourceException.class)
                        .message()
                        .doesNotContain("\n");
            }
        }
    }

    private static double longitude(Map<String, FeatureOfInterest> features, String code) {
        FeatureOfInterest feature = Objects.requireNonNull(features.get("subway-stations:" + code));
        return Objects.requireNonNull(feature.geometry()).getCoordinate().x;
    }
}
