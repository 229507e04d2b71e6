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

/// A pollutant is the same under its Korean, its English and its chemical name.
class PollutantHeadingsTest {
    @TempDir
    Path folder;

    @Test
    void koreanHeadingsAreJudgedByTheLawAndKept() throws IOException {
        String plain = run("time,o3 [ppm],pm10,pm25", "statistics", "--value", "o3,pm10,pm25").out;

        AirRun korean = run("일시,오존(ppm),미세먼지(㎍/㎥),초미세먼지", "statistics", "--time", "일시", "--value", "오존,미세먼지,초미세먼지");

        assertThat(korean.err).isEmpty();
        assertThat(korean.lines().get(1)).startsWith("오존,2020,").contains("met");
        assertThat(korean.out.replace("초미세먼지", "pm25").replace("미세먼지", "pm10").replace("오존", "o3"))
                .isEqualTo(plain);
    }

    @Test
    void theIndexKnowsKoreanAndEnglishHeadings() throws IOException {
        String plain = run("time,o3 [ppm],pm10,pm25", "index", "--value", "o3,pm10,pm25").out;

        assertThat(run("일시,오존,미세먼지,초미세먼지", "index", "--time", "일시", "--value", "오존,미세먼지,초미세먼지", "--unit", "ppm").out)
                .isEqualTo(plain);
        assertThat(run("time,Ozone (ppm),PM-10,PM 2.5", "index", "--value", "Ozone,PM-10,PM 2.5").out)
                .isEqualTo(plain);
    }

    @Test
    void whatTheStandardsDoNotKnowIsSaid() throws IOException {
        AirRun run = run("time,nox [ppb],pm10,ethane", "statistics", "--value", "nox,pm10,ethane");

        assertThat(run.err.lines())
                .containsExactly("dosi: without the Korean standards, which are for SO₂, CO, O₃, NO₂, PM10 and PM2.5:"
                        + " nox, ethane");
        assertThat(run("time,pm10 [%],a,b", "statistics", "--value", "pm10").err.lines())
                .containsExactly("dosi: column 'pm10': in % it is not compared with the Korean standards");
    }

    @Test
    void whereAHeadingIsAnotherWordItIsNamed() throws IOException {
        assertThat(run("일시,오존,이산화질소,b", "average", "--time", "일시", "--value", "no2").err)
                .contains("did you mean 이산화질소?");
    }

    @Test
    void withoutWhatItNeedsTheIndexSaysWhatIsMissing() throws IOException {
        AirRun run = run("time,o3 [ppm],pm10,b", "index", "--value", "o3,pm10");
        String why = "no index: it needs O₃, NO₂, PM10, PM2.5; missing: NO₂, PM2.5";

        assertThat(run.err.lines()).containsExactly("dosi: " + why);
        Path svg = folder.resolve("index.svg");
        run("time,o3 [ppm],pm10,b", "index", "--value", "o3,pm10", "--out", svg.toString());
        assertThat(Files.readString(svg)).contains(why + ". Not confirmed");
    }

    /// A year of equal hours.
    private AirRun run(String headings, String analysis, String... more) throws IOException {
        StringBuilder text = new StringBuilder(headings).append('\n');
        for (int hour = 0; hour < 8784; hour++) {
            text.append(LocalDateTime.of(2020, 1, 1, 0, 0).plusHours(hour)).append(",0.03,40,12\n");
        }
        Files.writeString(folder.resolve("in.csv"), text);
        List<String> args = new ArrayList<>(
                List.of(analysis, "--csv", folder.resolve("in.csv").toString()));
        args.addAll(Arrays.asList(more));
        if (!args.contains("--out")) {
            args.addAll(List.of("--out", "-"));
        }
        return AirRun.of(args.toArray(String[]::new));
    }
}
