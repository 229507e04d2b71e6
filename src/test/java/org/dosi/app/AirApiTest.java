package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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
