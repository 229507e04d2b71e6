package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class OgcFeaturesTest extends ServerTest {

    @Test
    void theLandingPageLeadsToEverythingThatTheStandardAsksFor() {
        JsonNode landing = json("/");

        assertThat(StreamSupport.stream(landing.get("links").spliterator(), false)
                        .map(link -> link.get("rel").asString()))
                .contains("self", "service-desc", "conformance", "data");
        for (JsonNode link : landing.get("links")) {
            String path = link.get("href").asString().substring(base().length());
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(get(path).headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(link.get("type").asString());
        }
    }

    @Test
    void aBrowserGetsTheMapAtTheSameAddress() {
        HttpResponse<byte[]> page = send(request("/").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        HttpResponse<byte[]> shared = send(request("/?utm_source=letter").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(shared.statusCode()).isEqualTo(200);
        assertThat(shared.body()).isEqualTo(page.body());
    }

    /// No script, and no tag that a name of a file could bring.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?f=html",
                "/collections?f=html",
                "/collections/gu?f=html",
                "/collections/gu/items?f=html&limit=5&offset=5",
                "/collections/gu/items?f=html&name_ko=%3Cscript%3E"
            })
    void thereAreSmallPagesForPeople(String path) {
        HttpResponse<byte[]> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("f=json")
                .doesNotContain("<script");
    }

    @Test
    void aPageOfItemsLeadsToTheOnesBesideIt() {
        String page =
                new String(get("/collections/gu/items?f=html&limit=5&offset=5").body(), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("limit=5&amp;offset=10&amp;f=html", "limit=5&amp;f=html", "limit=5&amp;offset=5&amp;f=json");
        HttpResponse<byte[]> browser = send(request("/collections/gu/items").header("Accept", "text/html,*/*;q=0.8"));
        assertThat(browser.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void collectionsTellTheirExtentInSpaceAndTime() {
        JsonNode gu = json("/collections/gu");

        JsonNode box = gu.at("/extent/spatial/bbox/0");
        assertThat(box.get(0).asDouble()).isBetween(126.7, 126.8);
        assertThat(box.get(3).asDouble()).isBetween(37.6, 37.8);
        assertThat(gu.at("/extent/temporal/interval/0/0").asString()).isEqualTo("2022-08-08T15:00:00Z");
        assertThat(gu.at("/extent/temporal/interval/0/1").asString()).isEqualTo("2022-08-10T15:00:00Z");
    }

    @Test
    void pagesFollowOneAnotherAndHoldEachFeatureOnce() {
        Set<String> seen = new HashSet<>();
        String next = "/collections/gu/items";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode page = json(next);
            pages++;
            assertThat(page.get("numberMatched").asInt()).isEqualTo(25);
            assertThat(page.get("numberReturned").asInt())
                    .isEqualTo(page.get("features").size());
            page.get("features")
                    .forEach(feature ->
                            assertThat(seen.add(feature.get("id").asString())).isTrue());
            next = link(page, "next");
        }
        assertThat(pages).as("ten, ten and five").isEqualTo(3);
        assertThat(seen).hasSize(25);
    }

    private static String link(JsonNode document, String rel) {
        for (JsonNode link : document.get("links")) {
            if (link.get("rel").asString().equals(rel)) {
                return link.get("href").asString().substring(base().length());
            }
        }
        return "";
    }

    @Test
    void aBoxKeepsWhatItTouchesAndWhatHasNoPlace() {
        JsonNode seolleung = json("/collections/gu/items?bbox=127.048,37.508,127.049,37.509&limit=100");
        assertThat(seolleung.get("numberMatched").asInt())
                .as("Seolleung lies in Gangnam-gu")
                .isEqualTo(1);
        assertThat(seolleung.at("/features/0/id").asString()).isEqualTo("gu:11680");

        assertThat(json("/collections/gu/items?bbox=127.048,37.508,0,127.048,37.508,9")
                        .get("numberMatched")
                        .asInt())
                .as("six numbers, a box without width")
                .isEqualTo(1);
        assertThat(json("/collections/gu/items?bbox=127,30,-170,40")
                        .get("numberMatched")
                        .asInt())
                .as("across the antimeridian, from the city eastwards")
                .isPositive();
        assertThat(json("/collections/gu/items?bbox=170,30,-170,40")
                        .get("numberMatched")
                        .asInt())
                .isZero();
        assertThat(json("/collections/gu/items?bbox=-10,-10,-9,-9")
                        .get("numberMatched")
                        .asInt())
                .isZero();
        assertThat(json("/collections/commercial-areas/items?bbox=-10,-10,-9,-9")
                        .get("numberMatched")
                        .asInt())
                .as("a feature without geometry fits every box")
                .isEqualTo(1);
    }

    @Test
    void aTimeKeepsFeaturesThatHaveDataInIt() {
        assertThat(matched("/collections/traffic-points/items?datetime=2022-08-09T00:30:00%2B09:00"))
                .isEqualTo(2);
        assertThat(matched("/collections/traffic-points/items?datetime=2022-08-09"))
                .isEqualTo(2);
        assertThat(matched("/collections/traffic-points/items?datetime=2022-08-08T15:00:00Z/.."))
                .isEqualTo(2);
        assertThat(matched("/collections/traffic-points/items?datetime=../2022-08-08T14:59:59Z"))
                .isZero();
        assertThat(matched("/collections/traffic-points/items?datetime=2023-01-01T00:00:00Z/2024-01-01T00:00:00Z"))
                .isZero();
        assertThat(matched("/collections/links/items?datetime=2023-01-01T00:00:00Z"))
                .as("a feature without observations fits every time")
                .isEqualTo(3);
    }

    private static int matched(String path) {
        return json(path).get("numberMatched").asInt();
    }

    @Test
    void anAttributeIsAFilter() {
        assertThat(matched("/collections/traffic-points/items?direction=in")).isEqualTo(1);
        assertThat(matched("/collections/gu/items?name_ko=%EA%B0%95%EB%82%A8%EA%B5%AC"))
                .isEqualTo(1);
        assertThat(matched("/collections/gu/items?name_ko=%EA%B0%95%EB%82%A8")).isZero();
    }

    @Test
    void anIdMayHoldASlashEncodedOrNot() {
        String encoded = "/collections/traffic-points/items/traffic-points%3AA-01%2Fin";

        JsonNode feature = json(encoded);
        assertThat(feature.get("id").asString()).isEqualTo("traffic-points:A-01/in");
        assertThat(feature.at("/geometry/coordinates/0").asDouble()).isEqualTo(126.90);
        assertThat(feature.at("/properties/direction").asString()).isEqualTo("in");
        assertThat(json("/collections/traffic-points/items/traffic-points:A-01/in"))
                .isEqualTo(feature);
        assertThat(json(link(feature, "self"))).isEqualTo(feature);
    }

    @Test
    void outerRingsRunCounterClockwise() {
        for (JsonNode feature : json("/collections/gu/items?limit=100").get("features")) {
            JsonNode ring = feature.at("/geometry/coordinates/0");
            double twiceArea = 0;
            for (int i = 1; i < ring.size(); i++) {
                twiceArea += ring.get(i - 1).get(0).asDouble()
                                * ring.get(i).get(1).asDouble()
                        - ring.get(i).get(0).asDouble() * ring.get(i - 1).get(1).asDouble();
            }
            assertThat(twiceArea).as(feature.get("id").asString()).isPositive();
        }
    }

    @Test
    void aHugeLimitIsCutDownAndNotAnError() {
        assertThat(json("/collections/gu/items?limit=99999999999999999999").get("features"))
                .hasSize(25);
        assertThat(json("/collections/gu/items?offset=25").get("features")).isEmpty();
        assertThat(json("/collections/gu/items?offset=2000000000").get("features"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bbox=nonsense",
                "bbox=1,2,3",
                "bbox=1,2,3,4,5",
                "bbox=127,38,128,37",
                "bbox=NaN,37,128,38",
                "bbox=127,37,500,38",
                "limit=0",
                "limit=-1",
                "limit=ten",
                "offset=-1",
                "datetime=yesterday",
                "datetime=2022-02-30",
                "datetime=../..",
                "datetime=2022-01-02T00:00:00Z/2022-01-01T00:00:00Z",
                "f=xml",
                "colour=red",
                "limit=1&limit=2"
            })
    void nonsenseIsRefusedInOneLine(String query) {
        assertThat(refused("/collections/gu/items?" + query, 400))
                .contains("expected", "found")
                .doesNotContain("\n");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(refused("/collections/unicorns", 404)).isEqualTo("no collection 'unicorns'");
        refused("/collections/unicorns/items", 404);
        refused("/collections/gu/items/gu:99999", 404);
        refused("/collections/gu/items/links:1", 404);
    }

    @Test
    void gdalReadsItAsItIs() throws Exception {
        assumeTrue(isInstalled("ogrinfo"), "ogrinfo is not installed (Debian: gdal-bin)");

        String summary = run("ogrinfo", "-ro", "-al", "-so", "OAPIF:" + base());
        assertThat(summary).contains("Layer name: gu", "Feature Count: 25", "Geometry: Polygon");
        assertThat(summary).contains("Layer name: links", "Geometry: Line String");
        assertThat(summary).contains("Layer name: commercial-areas", "Layer name: traffic-points");

        String all = run("ogrinfo", "-ro", "-q", "OAPIF:" + base(), "gu");
        assertThat(all.split("OGRFeature\\(gu\\)", -1)).as("three pages of ten").hasSize(1 + 25);
        assertThat(all).contains("name_ko (String) = 강남구").contains("POLYGON ((");

        String point = run("ogrinfo", "-ro", "-q", "OAPIF:" + base(), "traffic-points", "-where", "direction='in'");
        assertThat(point)
                .contains("traffic-points:A-01/in", "POINT (126.9 37.5665)")
                .doesNotContain("A-01/out");
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
