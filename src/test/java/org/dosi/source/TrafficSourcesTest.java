package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dosi.model.FeatureOfInterest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sources of traffic keep of their publishers' files, checked by independent counts of these.
class TrafficSourcesTest {
    @TempDir
    Path folder;

    @Test
    void theWeekOfLosAngelesIsTheirsByTheClockThere() {
        RecordingSink told = SourceFiles.readDemo(new LaLoops(), "traffic/la-loop-week/los_speed.csv.gz");

        assertThat(told.observations).hasSize(207 * 2016);
        assertThat(told.issues).isEmpty();
        RecordingSink.Told first = told.observations.getFirst();
        // Midnight in Los Angeles, in winter.
        assertThat(first.start()).isEqualTo(Instant.parse("2012-03-01T08:00:00Z"));
        assertThat(first.value()).isEqualTo(64.375);
        assertThat(told.datastreams.values()).allMatch(stream -> stream.unit().equals("[mi_i]/h"));
    }

    /// From the files themselves: 2,626 pairs above 0 outside of the diagonal.
    @Test
    void loopsKnowWhichLoopsAreBesideThem() {
        RecordingSink told = SourceFiles.readDemo(new LaLoops(), "traffic/la-loop-week/los_speed.csv.gz");

        int pairs = 0;
        for (FeatureOfInterest loop : told.features.values()) {
            String adjacent = loop.attributes().getOrDefault("adjacent", "");
            for (String pair : adjacent.isEmpty() ? new String[0] : adjacent.split(";", -1)) {
                assertThat(told.features).containsKey("traffic-points:la/" + pair.substring(0, pair.indexOf(':')));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(2626);
    }

    @Test
    void aRowThatCannotBeToldDoesNotMoveTheOthersInTime() throws Exception {
        Path file = Files.writeString(folder.resolve("los.csv"), "773869,767541\n60,61\n62\n64,65\n");

        RecordingSink told = new RecordingSink();
        new LaLoops().read(new SourceFile(file), told);

        assertThat(told.observations.getLast().start())
                .isEqualTo(told.observations.getFirst().start().plusSeconds(600));
        assertThat(told.issues).hasSize(1);
    }

    @Test
    void aServiceLinkKeepsItsStandardLinksInOrder() {
        RecordingSink told = SourceFiles.readDemo(
                new TopisStandardLinks(), "traffic/seoul-links/seoul_standard_link_mapping_202003.xlsx");

        // One part comes twice: the first stands.
        assertThat(told.issues).hasSize(1);
        Set<String> links = SourceFiles.readDemo(new TopisLinks(), "traffic/seoul-links/link_vertex_2025.xlsx")
                .features
                .keySet();
        assertThat(told.features.keySet().stream().filter(links::contains)).hasSize(4787);
        FeatureOfInterest link = Objects.requireNonNull(told.features.get("links:1000000300"));
        assertThat(link.attributes().get("standard_links")).startsWith("1000000301;1000000302");
    }

    @Test
    void aRoadKeepsItsMeanSpeedsOfTheWeek() {
        RecordingSink told = SourceFiles.readDemo(
                new SeongsuSpeedPattern(), "traffic/seongsu-speed-pattern/topis_traffic_pattern.json");

        assertThat(told.features).hasSize(37);
        assertThat(told.issues).isEmpty();
        FeatureOfInterest river = Objects.requireNonNull(told.features.get("roads:seongsu/강변북로"));
        for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            assertThat(river.attributes().getOrDefault("speed_" + day, "").split(";", -1))
                    .hasSize(24);
        }
    }
}
