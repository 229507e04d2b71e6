package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is told of the data sets: lineage, quality, issues, and their observations to take away.
final class CatalogueApiTest extends ServerTest {

    @Test
    void dataSetsTellTheirLineageAndCompleteness() {
        JsonNode all = json("/api/datasets");
        assertThat(all).hasSize(4);
        assertThat(all.get(0).has("imports")).isFalse();

        JsonNode pm = json("/api/dataset?id=seoul-pm");
        assertThat(pm.get("observations").asInt()).isEqualTo(47);
        assertThat(pm.get("completeness").asDouble()).as("45 good ones of 48").isEqualTo(0.9375);
        assertThat(pm.at("/imports/0/sha256").asString()).isEqualTo("ab12");
        assertThat(pm.at("/imports/0/adapterVersion").asInt()).isEqualTo(2);
        assertThat(pm.get("licenceUrl").asString()).isEqualTo("https://data.example/licence");
        assertThat(json("/api/dataset?id=seoul-volume").get("licence").asString())
                .isEqualTo("publisher's terms apply");
    }

    @Test
    void qualityIsToldByMonthAndReason() {
        JsonNode quality = json("/api/quality?dataset=seoul-pm");

        assertThat(quality.get("months").toString()).isEqualTo("[\"2022-08\"]");
        assertThat(quality.at("/reasons/0/code").asString()).isEqualTo("spike");
        assertThat(quality.at("/reasons/0/count").asInt()).isEqualTo(2);
        assertThat(quality.at("/datastreams/0/completeness/0").asDouble()).isEqualTo(0.9375);
        assertThat(quality.at("/datastreams/0/flags/out-of-range").asInt()).isEqualTo(1);

        assertThat(quality.get("completeness").toString()).isEqualTo("[0.9375]");
        assertThat(quality.get("datastreamsTotal").asInt()).isEqualTo(1);

        JsonNode quarters = json("/api/quality?dataset=seoul-change-area");
        assertThat(quarters.at("/datastreams/0/completeness").toString())
                .as("a quarter starts in one month of three")
                .isEqualTo("[1.0,null,null,1.0,null,null,1.0,null,null]");
    }

    /// What is said of the whole is the same on every page.
    @Test
    void qualityComesInPages() {
        JsonNode all = json("/api/quality?dataset=seoul-volume");
        JsonNode second = json("/api/quality?dataset=seoul-volume&limit=1&offset=1");
        JsonNode after = json("/api/quality?dataset=seoul-volume&offset=2000000000");

        assertThat(all.get("datastreams")).hasSize(2);
        assertThat(second.get("datastreams")).hasSize(1);
        assertThat(second.at("/datastreams/0")).isEqualTo(all.at("/datastreams/1"));
        assertThat(after.get("datastreams")).isEmpty();
        for (JsonNode page : new JsonNode[] {second, after}) {
            assertThat(page.get("datastreamsTotal").asInt()).isEqualTo(2);
            assertThat(page.get("completeness")).isEqualTo(all.get("completeness"));
        }
    }

    @Test
    void issuesTellWhereTheyAre() {
        JsonNode issues = json("/api/issues?dataset=seoul-pm");

        assertThat(issues.get("total").asInt()).isEqualTo(1);
        assertThat(issues.at("/issues/0/import").asInt()).isEqualTo(2);
        assertThat(issues.at("/issues/0/line").asInt()).isEqualTo(12);
        assertThat(issues.at("/issues/0/element").asString()).isEqualTo("format-consistency");
        assertThat(json("/api/issues?offset=1").get("issues")).isEmpty();
    }

    @Test
    void theCatalogueIsDcat() {
        JsonNode catalogue = json("/catalog");

        assertThat(catalogue.get("@type").asString()).isEqualTo("dcat:Catalog");
        assertThat(catalogue.at("/dcat:dataset")).hasSize(4);
        JsonNode pm = catalogue.at("/dcat:dataset/2");
        assertThat(pm.get("dct:identifier").asString()).isEqualTo("seoul-pm");
        assertThat(pm.at("/dct:license/@id").asString()).isEqualTo("https://data.example/licence");
        assertThat(pm.at("/prov:wasDerivedFrom/0/spdx:checksum/spdx:checksumValue/@value")
                        .asString())
                .isEqualTo("ab12");
        assertThat(pm.at("/dct:spatial/dcat:bbox/@value").asString()).startsWith("POLYGON ((");
        assertThat(pm.at("/dqv:hasQualityMeasurement/0/dqv:value/@value").asString())
                .isEqualTo("0.9375");
        assertThat(catalogue.at("/dcat:dataset/3/dct:license").isMissingNode())
                .as("terms without an address are rights, not a licence")
                .isTrue();
        assertThat(catalogue.at("/dcat:dataset/3/dct:rights/dct:description").asString())
                .isEqualTo("publisher's terms apply");
        assertThat(catalogue
                        .at("/dcat:dataset/3/dct:spatial/dcat:centroid/@value")
                        .asString())
                .as("a single place has no box")
                .isEqualTo("POINT (126.9 37.5665)");
    }

    /// Every prefix is declared, and every address of ours is answered.
    @Test
    void whatTheCatalogueLeadsToIsThere() {
        JsonNode catalogue = json("/catalog");
        String text = catalogue.toString();

        java.util.regex.Matcher term =
                java.util.regex.Pattern.compile("\"([a-z]+):[A-Za-z]+\"").matcher(text);
        while (term.find()) {
            assertThat(catalogue.get("@context").has(term.group(1)))
                    .as(term.group())
                    .isTrue();
        }
        for (JsonNode set : catalogue.get("dcat:dataset")) {
            assertThat(set.get("dcat:distribution")).isNotEmpty();
            for (JsonNode distribution : set.get("dcat:distribution")) {
                String path = distribution.at("/dcat:accessURL/@id").asString().substring(base().length());
                assertThat(get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void observationsComeAsCsv() {
        HttpResponse<byte[]> answer = get("/api/observations?dataset=seoul-pm&to=2022-08-09T08:00&flagged=true");
        String csv = new String(answer.body(), StandardCharsets.UTF_8);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.lines())
                .hasSize(1 + 7)
                .contains("gu:11680,pm10,ug/m3,2022-08-08T15:00:00Z,2022-08-08T16:00:00Z,0,good");
        assertThat(csv).contains(",600,suspect");
        assertThat(new String(get("/api/observations?feature=gu:11680").body(), StandardCharsets.UTF_8).lines())
                .as("flagged ones only if asked for")
                .hasSize(1 + 45);
    }
}
