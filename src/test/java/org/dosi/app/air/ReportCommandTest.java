package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a report says first.
class ReportCommandTest {
    private static final LocalDateTime START = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final int STATIONS = 4;

    @TempDir
    Path folder;

    /// By hand: all means of the year are above the law's 15 µg/m³. Of all 1460 days only 15 of the first station,
    /// of 90 µg/m³, are above the 35 of a day: 1.0 %.
    @Test
    void aYearIsToldAgainstTheLaw() throws IOException {
        List<String> en = opening(365, "en");
        assertThat(en.getFirst())
                .startsWith(
                        "In 2021 the standards were exceeded for pm25 at 4 of 4 stations judged;"
                                + " most often exceeded: pm25, with 1.0 % of all stations' days above 35 µg/m³; local share of pm25: ")
                .contains("the rest carried in or made by the whole city together; ")
                .containsPattern("\\d+ episodes?; \\d+ instrument faults?\\.$");
        assertThat(opening(365, "ko").getFirst())
                .startsWith("2021년 환경기준 초과: pm25 4곳(판정한 4곳 중); 가장 자주 넘은 기준: pm25, 모든 측정소의 날 가운데 1.0 %가 35 µg/m³ 초과;");
    }

    @Test
    void aPartOfAYearIsNotJudged() throws IOException {
        assertThat(opening(60, "en").getFirst())
                .startsWith("Whether the standards are met cannot be judged: no station has data of 75 % of a year;");
    }

    /// The report of so many days: its rows of the period.
    private List<String> opening(int days, String language) throws IOException {
        Path csv = folder.resolve("city.csv");
        List<String> rows = new ArrayList<>(List.of("time,station,pm25"));
        for (int h = 0; h < 24 * days; h++) {
            for (int s = 0; s < STATIONS; s++) {
                boolean high = s == 0 && h / 24 >= 20 && h / 24 < 35;
                rows.add("%s,%d,%s".formatted(START.plusHours(h), s, high ? 90 : 30 + (h * (s + 3) % 7) / 10.0));
            }
        }
        Files.write(csv, rows);
        Path stations = folder.resolve("stations.csv");
        Files.writeString(stations, "id,lon,lat\n0,127,37.5\n1,127.1,37.5\n2,127,37.6\n3,127.1,37.6\n");
        AirRun run = AirRun.of(
                "report",
                "--csv",
                csv.toString(),
                "--station-column",
                "station",
                "--stations",
                stations.toString(),
                "--value",
                "pm25",
                "--out",
                "-");
        List<String> remarks =
                new ArrayList<>(List.of("dosi: no index: it needs O₃, NO₂, PM10, PM2.5; missing: O₃, NO₂, PM10"));
        if (days < 90) {
            remarks.add("dosi: %d days: the law's limit alone is the threshold".formatted(days));
        }
        List<String> said = run.err.lines().toList();
        assertThat(said).as("the remarks of all parts").hasSameSizeAs(remarks);
        for (int i = 0; i < said.size(); i++) {
            assertThat(said.get(i)).startsWith(remarks.get(i));
        }
        List<String> cells = Arrays.asList(run.lines().get(1).split("(?<=\"),(?=\")|^period,"));
        assertThat(run.lines().get(1)).startsWith("period,");
        String sentence = cells.get(language.equals("en") ? 1 : 2);
        return List.of(sentence.replaceAll("^\"|\"$", ""));
    }
}
