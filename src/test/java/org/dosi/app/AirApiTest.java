package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dosi.model.Step;
import org.dosi.store.SampleCity;
import org.dosi.store.StoreFiller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The analyses of air over HTTP.
final class AirApiTest extends ServerTest {
    private static final String MEAN = "/api/air/average?station=gu:11680&value=pm10&period=day";

    @Test
    void theListSaysWhatCanBeAskedAndSet() {
        JsonNode list = json("/api/air");

        assertThat(list.valueStream().map(each -> each.get("id").asString())).contains("average");
        JsonNode average = list.valueStream()
                .filter(each -> each.get("id").asString().equals("average"))
                .findFirst()
                .orElseThrow();
        assertThat(average.at("/parameters/0/name").asString()).isEqualTo("period");
        assertThat(average.at("/parameters/0/choices").valueStream().map(JsonNode::asString))
                .contains("day", "month");
        assertThat(average.at("/title/ko").asString()).isNotBlank();
    }

    @Test
    void aFindingHasItsProvenance() {
        JsonNode finding = json(MEAN);

        assertThat(finding.at("/provenance/analysis").asString()).isEqualTo("average");
        assertThat(finding.at("/provenance/inputs/0").asString()).endsWith("/pm10");
        assertThat(finding.at("/provenance/parameters/period").asString()).isEqualTo("day");
        assertThat(finding.at("/table/time/0").asString()).isEqualTo("2022-08-09T00:00:00+09:00");
        assertThat(finding.at("/table/pm10/0").isNumber()).isTrue();
    }

    @Test
    void aFindingIsATableAndAPictureToo() {
        assertThat(text(MEAN + "&f=csv")).startsWith("time,pm10\n2022-08-09T00:00:00+09:00,");
        HttpResponse<byte[]> svg = get(MEAN + "&f=svg&lang=ko&theme=dark");
        assertThat(svg.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(new String(svg.body(), StandardCharsets.UTF_8)).contains("#1a2127");
        assertThat(text(MEAN + "&f=svg&background=none")).doesNotContain("<rect x=\"0\" y=\"0\"");
        assertThat(get(MEAN + "&f=png").body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void nonsenseIsRefusedByName() {
        assertThat(refused("/api/air/averages?value=pm10", 404)).contains("did you mean average?");
        assertThat(refused(MEAN + "&periot=day", 400)).contains("periot");
        assertThat(refused("/api/air/average?station=gu:11680&value=pm10&period=decade", 400))
                .contains("one of hour");
        assertThat(refused("/api/air/average?value=pm10", 400)).contains("station: expected a station");
        assertThat(refused("/api/air/average?station=gu:0&value=pm10", 400)).contains("gu:0");
        assertThat(refused("/api/air/average?station=gu:11680&value=nox", 400)).contains("nox");
        assertThat(refused(MEAN + "&f=pdf", 400)).contains("pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/air/polar?station=gu:11680",
                "/api/air/polar?station=gu:11680&value=pm10,pm25",
                "/api/air/polar?station=gu:11680&value=pm10",
                "/api/air/rolling?station=gu:11680&value=pm10&width=0",
                "/api/air/rolling?station=gu:11680&value=pm10&width=8.5",
                "/api/air/average?station=gu:11680&value=pm10&capture=-1",
                "/api/air/average?station=gu:11680&value=pm10&capture=NaN",
                "/api/air/average?station=gu:11680&value=pm10&from=2022-08-10&to=2022-08-09",
                "/api/air/average?station=gu:11680&value=pm10&from=2031-01-01",
                "/api/air/average?station=gu:11680&value=pm10&from=soon",
                "/api/air/average?station=gu:11680&value=pm10&flagged=maybe",
                "/api/air/average?station=gu:11680&value=pm10&f=svg&width=10",
                "/api/air/average?station=gu:11680&value=pm10&f=svg&theme=grey",
                "/api/air/average?station=gu:11680&value=pm10&f=glyph",
                "/api/air/average?station=gu:11680&value=pm10&background=red&f=png",
                "/api/air/average?station=gu:11680&value=pm10&csv=/etc/passwd",
                "/api/air/average?station=gu:11680&value=pm10&value=pm25",
                "/api/air/sources?value=pm10&state=/tmp/x",
                "/api/air/background?value=pm10&collection=unicorns",
                "/api/air/background?value=pm10&dataset=unicorns",
                "/api/air/surface?value=pm10",
                "/api/air/report?value=pm10&from=2031-01-01",
                "/api/air/directions?value=pm10&permutations=1000000",
                "/api/air/normalised-trend?station=gu:11680&value=pm10",
                "/api/air/trajectories?value=pm10",
                "/api/air/episodes?value=traffic_volume"
            })
    void whatCannotBeAnsweredIsRefusedInOneLine(String path) {
        assertThat(refused(path, 400)).contains("expected").doesNotContain("\n");
    }

    @Test
    void theFormsOfAnAnalysisAreNamedBeforeTheWork() {
        assertThat(refused("/api/air/polar?station=gu:0&f=pdf", 400))
                .isEqualTo("f: expected one of json, csv, svg, png, glyph, found 'pdf'");
    }

    /// `docs/api.md` names what all analyses take, and every form that one of them has.
    @Test
    void theGuideNamesEveryParameterAndForm() throws IOException {
        String guide = Files.readString(Path.of("docs/api.md"));
        String section = guide.substring(guide.indexOf("## `GET /api/air`"));
        JsonNode list = json("/api/air");
        List<String> own = list.valueStream()
                .filter(each -> each.get("id").asString().equals("average"))
                .flatMap(each -> each.get("parameters").valueStream())
                .map(parameter -> parameter.get("name").asString())
                .toList();
        String told = refused("/api/air/average?unicorns=1", 400);
        String all = told.substring("expected one of the parameters ".length(), told.indexOf(", found"));

        for (String parameter : all.split(", ")) {
            assertThat(own.contains(parameter) || section.contains("`" + parameter + "`"))
                    .as(parameter)
                    .isTrue();
        }
        list.valueStream()
                .flatMap(each -> each.get("forms").valueStream())
                .forEach(form -> assertThat(section).contains("| `" + form.asString() + "` |"));
    }

    @Test
    void repeatsAreBounded() {
        assertThat(refused("/api/air/directions?value=pm10&resamples=100000", 400))
                .isEqualTo("resamples: expected at most 19980 (the command line takes more), found '100000'");
    }

    /// Every analysis answers or says why not, also without any setting: never as a fault of ours.
    @Test
    void everyAnalysisAnswersOrRefuses() {
        for (JsonNode each : json("/api/air")) {
            String id = each.get("id").asString();
            for (String asked : List.of("", "?value=pm10", "?value=pm10&station=gu:11680")) {
                HttpResponse<byte[]> answer = get("/api/air/" + id + asked);
                assertThat(answer.statusCode())
                        .as(id + asked + ": " + new String(answer.body(), StandardCharsets.UTF_8))
                        .isIn(200, 400);
            }
        }
    }

    @Test
    void thoseWhoAskTheSameAtOnceGetTheSame() throws Exception {
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(askers.submit(() -> text(MEAN + "&f=csv&capture=50")));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get())
                        .startsWith("time,pm10\n")
                        .isEqualTo(answers.getFirst().get());
            }
        }
    }

    @Test
    void aReportNamesWhoseDataAreInIt() {
        assertThat(text("/api/air/report?value=pm10&f=html&lang=en"))
                .contains("these data cannot tell how much is local", "Data: Data seoul-pm (Seoul; CC BY 4.0)");
    }

    /// Who goes away before the answer costs nobody theirs.
    @Test
    void aClientThatGoesAwayIsNobodysTrouble() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write(("GET " + MEAN + "&f=png&capture=" + i + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(get(MEAN + "&f=png&capture=4").body()).startsWith(0x89, 'P', 'N', 'G');
    }

    /// A finding is kept until an import commits: then it is made anew.
    @Test
    void anImportMakesFindingsAnew() {
        String path = "/api/air/average?station=gu:11110&value=pm10&period=hour&f=csv";
        refused(path, 400);

        new StoreFiller(StoreFiller.dataset("late", null))
                .add(
                        StoreFiller.stream("late", "gu:11110", SampleCity.PM10, "ug/m3", Step.HOUR),
                        SampleCity.START,
                        SampleCity.START.plusSeconds(3600),
                        17)
                .into(store);

        assertThat(text(path)).isEqualTo("time,pm10\n2022-08-09T00:00:00+09:00,17\n");
    }

    /// The data folder of this test has particles alone.
    @Test
    void whatTheDataCannotTellIsSaidInBothLanguages() {
        HttpResponse<byte[]> answer = get("/api/air/index-surface?from=2022-08-09T08:00&to=2022-08-09T09:00&f=frames");
        JsonNode problem = org.dosi.product.http.Answers.JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem.at("/words/ko").asString()).contains("측정소");
        assertThat(problem.at("/words/en").asString())
                .isEqualTo(problem.at("/detail").asString());
        HttpResponse<byte[]> nonsense = get(MEAN + "&periot=day");
        assertThat(org.dosi.product.http.Answers.JSON.readTree(nonsense.body()).has("words"))
                .as("what only programmers meet is in English alone")
                .isFalse();
    }

    private static String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }
}
