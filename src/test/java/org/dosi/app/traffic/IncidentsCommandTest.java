package org.dosi.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.dosi.app.GroupRun;
import org.junit.jupiter.api.Test;

class IncidentsCommandTest {
    private static boolean holds(String row, String time) {
        String[] cells = row.split(",", 4);
        OffsetDateTime at = OffsetDateTime.parse(time);
        return OffsetDateTime.parse(cells[1]).isBefore(at)
                && OffsetDateTime.parse(cells[2]).isAfter(at);
    }

    @Test
    void whatHappenedToSeoulIn2022() {
        GroupRun run = TrafficRun.seoul("incidents", "--holidays", "explained", "--top", "8", "--out", "-");
        assertThat(run.err()).isEmpty();
        List<String> lines = run.lines();
        assertThat(lines.getFirst()).isEqualTo("rank,start,end,probability,size,points,description");
        List<String> rows = lines.subList(1, lines.size());
        assertThat(rows).hasSize(8);
        String flood = rows.getFirst();
        assertThat(holds(flood, "2022-08-09T12:00+09:00")).isTrue();
        assertThat(holds(flood, "2022-08-10T12:00+09:00")).isTrue();
        assertThat(flood).contains("Whole city", "Closed or detectors out", "잠수교", "올림픽대로", "동부간선도로", "강변북로");
        assertThat(rows).anyMatch(row -> holds(row, "2022-06-30T08:00+09:00"));
        assertThat(rows).anyMatch(row -> holds(row, "2022-09-06T08:00+09:00"));
        // Neither the Lunar New Year nor Chuseok is reported.
        assertThat(rows).noneMatch(row -> holds(row, "2022-02-01T12:00+09:00"));
        assertThat(rows).noneMatch(row -> holds(row, "2022-09-10T12:00+09:00"));
    }
}
