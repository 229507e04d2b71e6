package org.dosi.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.app.GroupRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten days of a made corridor of three detectors, quarter hours, mph: free at 60, the last jams to 20 from 8 to 9 on
/// working days, the one before it from 8:15 to 8:45, and on 2022-06-15 alone the last again from 14 to 15.
class CongestionCommandTest {
    @TempDir
    static Path folder;

    private static Path csv;
    private static Path places;

    @BeforeAll
    static void write() throws IOException {
        StringBuilder text = new StringBuilder("time,a,b,c\n");
        LocalDateTime time = LocalDateTime.parse("2022-06-06T00:00");
        for (int i = 0; i < 10 * 96; i++, time = time.plusMinutes(15)) {
            boolean isWorking = time.getDayOfWeek().getValue() <= 5;
            int minute = time.getHour() * 60 + time.getMinute();
            boolean isJam = isWorking && minute >= 480 && minute < 540;
            boolean isLong = isWorking && minute >= 495 && minute < 525;
            boolean isOnce = time.getDayOfMonth() == 15 && time.getHour() == 14;
            text.append(String.format(Locale.ROOT, "%s,60,%d,%d%n", time, isLong ? 20 : 60, isJam || isOnce ? 20 : 60));
        }
        csv = Files.writeString(folder.resolve("speeds.csv"), text);
        places = Files.writeString(folder.resolve("places.csv"), """
                id,lon,lat,road,direction,position_km,road_class,lanes
                a,127.00,37.5,Ring,east,10,도시고속도로,3
                b,127.01,37.5,Ring,east,11,도시고속도로,3
                c,127.02,37.5,Ring,east,12.5,도시고속도로,3
                """);
    }

    private static GroupRun onFile(String analysis, String... more) {
        List<String> args =
                new ArrayList<>(List.of(analysis, "--csv", csv.toString(), "--unit", "mph", "--calendar", "none"));
        args.addAll(List.of(more));
        return TrafficRun.of(args.toArray(String[]::new));
    }

    private static List<String> row(GroupRun run, String start) {
        assertThat(run.code()).as(run.err()).isZero();
        String line = run.lines().stream()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .orElseThrow();
        return List.of(line.split(",", -1));
    }

    private static String cell(GroupRun run, String start, String column) {
        return row(run, start).get(List.of(run.lines().getFirst().split(",")).indexOf(column));
    }

    @Test
    void reliabilityHasItsColumnsAndSpeedsAreKilometresPerHour() {
        GroupRun run = onFile("reliability");

        assertThat(run.lines().getFirst())
                .startsWith("datastream,period,days,free_flow,tti,pti,bi,lottr,unreliable,speed,level,");
        assertThat(run.lines()).hasSize(1 + 3 * 5);
        assertThat(cell(run, "a,all", "free_flow")).startsWith("96.56");
        assertThat(cell(run, "a,all", "tti")).isEqualTo("1");
        assertThat(cell(run, "a,all", "unreliable")).isEqualTo("false");
        assertThat(cell(run, "c,weekday-06-10", "days")).isEqualTo("8");
        // A quarter of the period takes three times as long: mean 1.5, the 80th percentile 3.
        assertThat(cell(run, "c,weekday-06-10", "tti")).isEqualTo("1.5");
        assertThat(cell(run, "c,weekday-06-10", "lottr")).isEqualTo("3");
        assertThat(cell(run, "c,weekday-06-10", "unreliable")).isEqualTo("true");
        assertThat(cell(run, "c,weekday-10-16", "unreliable")).isEqualTo("false");
        assertThat(cell(run, "c,all", "unreliable")).as("in one of the periods").isEqualTo("true");
        assertThat(cell(run, "c,all", "level")).as("road unknown").isEmpty();
        assertThat(run.err()).contains("the kind of road is unknown");
    }

    @Test
    void levelsFollowTheRoad() {
        GroupRun published = onFile("reliability", "--locations", places.toString());
        GroupRun named = onFile("reliability", "--road-class", "arterial", "--lanes", "4", "--los-type", "type-1");

        assertThat(cell(published, "c,all", "road_class")).isEqualTo("urban-expressway");
        assertThat(cell(published, "c,all", "level")).isEqualTo("smooth");
        assertThat(cell(published, "c,all", "legal_threshold")).isEqualTo("30");
        assertThat(cell(named, "c,all", "legal_threshold")).isEqualTo("21");
        assertThat(cell(named, "a,all", "los")).isEqualTo("A");
        assertThat(cell(named, "c,all", "legal_days")).isEqualTo("0");
    }

    @Test
    void aGivenFreeFlowSpeedStands() {
        assertThat(cell(onFile("reliability", "--free-flow", "100"), "a,all", "free_flow"))
                .isEqualTo("100");
        assertThat(onFile("reliability", "--free-flow", "fast").err())
                .contains("free-flow: expected one of night, off-peak");
    }

    @Test
    void bottlenecksJoinTheQueueAndTellTheUsualFromTheOther() {
        GroupRun run = onFile("bottlenecks", "--locations", places.toString());

        assertThat(run.lines()).hasSize(2);
        assertThat(cell(run, "1,c", "head_known")).isEqualTo("true");
        assertThat(cell(run, "1,c", "corridor")).isEqualTo("Ring east");
        assertThat(cell(run, "1,c", "days")).isEqualTo("8");
        assertThat(cell(run, "1,c", "queues")).isEqualTo("9");
        assertThat(cell(run, "1,c", "extent_detectors")).isEqualTo("2");
        assertThat(cell(run, "1,c", "usual_start")).isEqualTo("08:00");
        assertThat(cell(run, "1,c", "usual_end")).isEqualTo("09:00");
        // Eight jams of 60 + 30 detector-minutes, one of 60.
        assertThat(cell(run, "1,c", "impact_detector_min")).isEqualTo("780");
        assertThat(Double.parseDouble(cell(run, "1,c", "recurrent_share"))).isCloseTo(720.0 / 780, within(1e-9));
    }

    @Test
    void aScanStandsInTheOrderThatWasGiven() {
        GroupRun run = onFile("scan", "--corridor", "c,a", "--locations", places.toString());

        assertThat(run.lines().getFirst())
                .isEqualTo("corridor,position_km,datastream,time,value,free_flow,ratio,days,direction");
        assertThat(run.lines()).hasSize(1 + 2 * 96);
        assertThat(row(run, "corridor-1,0,c,08:00").get(4)).startsWith("32.18");
        assertThat(cell(run, "corridor-1,0,c,08:00", "days")).isEqualTo("8");
        assertThat(cell(run, "corridor-1,0,c,08:00", "direction")).isEqualTo("given");
    }

    @Test
    void aScanOfOneDayHasItsDates() {
        GroupRun run = onFile(
                "scan",
                "--road",
                "Ring",
                "--date",
                "2022-06-15",
                "--zone",
                "Asia/Seoul",
                "--locations",
                places.toString());

        assertThat(row(run, "Ring east,2.5,c,2022-06-15T14:00+09:00").get(4)).startsWith("32.18");
    }

    @Test
    void whatCannotBeToldIsSaid() throws IOException {
        Path volumes =
                Files.writeString(folder.resolve("volumes.csv"), "time,a\n2022-06-06T00:00,5\n2022-06-06T01:00,7\n");
        GroupRun bottlenecks =
                TrafficRun.of("bottlenecks", "--csv", volumes.toString(), "--property", "traffic_volume");
        GroupRun reliability =
                TrafficRun.of("reliability", "--csv", volumes.toString(), "--property", "traffic_volume");
        GroupRun unknown = TrafficRun.of("reliability", "--csv", volumes.toString());

        assertThat(bottlenecks.code()).isOne();
        assertThat(bottlenecks.err()).contains("cannot tell bottlenecks from volumes");
        assertThat(reliability.code()).isZero();
        assertThat(reliability.lines().getFirst()).startsWith("datastream,period,days,capacity,");
        assertThat(reliability.err()).contains("cannot tell speeds");
        assertThat(unknown.code()).isOne();
        assertThat(unknown.err()).contains("expected speeds with their unit");
    }

    @Test
    void nonsenseIsOneLine() {
        assertThat(onFile("scan").err())
                .contains("expected corridors, found none")
                .hasLineCount(1);
        assertThat(onFile("scan", "--corridor", "a,x").err())
                .contains("found 'x'")
                .hasLineCount(1);
        assertThat(onFile("scan", "--corridor", "a,b,a").err()).contains("found 'a twice'");
        assertThat(onFile("scan", "--corridor", "a").err()).contains("two detectors or more");
        assertThat(onFile("scan", "--corridor", "a,b", "--date", "2023-01-01").err())
                .contains("2022-06-06 to 2022-06-15");
        assertThat(onFile("scan", "--road", "Rin", "--locations", places.toString())
                        .err())
                .contains("Ring");
    }

    @Test
    void everyAnalysisHasItsPlot() throws IOException {
        for (String analysis : List.of("reliability", "scan", "bottlenecks")) {
            Path svg = folder.resolve(analysis + ".svg");
            GroupRun run = onFile(analysis, "--locations", places.toString(), "--out", svg.toString());

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(Files.readString(svg)).contains("<svg");
        }
    }
}
