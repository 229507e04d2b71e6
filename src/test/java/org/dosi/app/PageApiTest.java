package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class PageApiTest extends ServerTest {
    /// 2022-08-09 00:00 in Seoul.
    private static final long START = 1_659_970_800;

    private static final long HOUR = 3600;

    @Test
    void theCityTellsItsPlaceAndItsTime() {
        JsonNode city = json("/api/city");

        assertThat(city.at("/name/ko").asString()).isEqualTo("서울");
        assertThat(city.get("zone").asString()).isEqualTo("Asia/Seoul");
        assertThat(city.get("bbox")).hasSize(4);
        assertThat(city.get("from").asString()).isEqualTo("2021-12-31T15:00:00Z");
        assertThat(city.get("to").asString()).isEqualTo("2022-09-30T15:00:00Z");
        assertThat(city.get("observations").asInt()).isEqualTo(47 + 2 + 3);
        assertThat(city.get("version").asString()).isEqualTo("0.1.0");
    }

    @Test
    void propertiesTellUnitStepAndCodes() {
        JsonNode properties = json("/api/properties");

        assertThat(properties).hasSize(3);
        JsonNode index = properties.get(0);
        assertThat(index.get("id").asString()).isEqualTo("change_index");
        assertThat(index.get("step").asString()).isEqualTo("P3M");
        assertThat(index.at("/categories/1/code").asString()).isEqualTo("HH");
        JsonNode pm10 = properties.get(1);
        assertThat(pm10.get("unitLabel").asString()).isEqualTo("µg/m³");
        assertThat(pm10.get("from").asLong()).isEqualTo(START);
        assertThat(pm10.get("categories").isNull()).isTrue();
        assertThat(properties.get(2).at("/unitName/ko").asString()).isEqualTo("대/h");
    }

    /// The value of hour h is h.
    @Test
    void valuesHoldFromTheirStartToBeforeTheirEnd() {
        JsonNode last = json("/api/values?property=pm10&at=2022-08-09T03:59:59");
        assertThat(last.at("/values/0/value").asDouble()).isEqualTo(3);
        assertThat(last.at("/values/0/feature").asString()).isEqualTo("gu:11680");
        assertThat(last.at("/values/0/start").asLong()).isEqualTo(START + 3 * HOUR);
        JsonNode next = json("/api/values?property=pm10&at=2022-08-08T19:00:00Z");
        assertThat(next.at("/values/0/value").asDouble()).isEqualTo(4);
        assertThat(json("/api/values?property=pm10&at=2022-08-09T05:30").get("values"))
                .as("hour 5 is missing")
                .isEmpty();
    }

    @Test
    void aPlusThatWasNotEncodedIsUnderstood() {
        assertThat(json("/api/values?property=pm10&at=2022-08-09T04:00:00+09:00"))
                .isEqualTo(json("/api/values?property=pm10&at=2022-08-09T04:00:00%2B09:00"));
    }

    @Test
    void flaggedValuesComeOnlyIfAskedFor() {
        assertThat(json("/api/values?property=pm10&at=2022-08-09T07:00").get("values"))
                .isEmpty();

        JsonNode flagged = json("/api/values?property=pm10&at=2022-08-09T07:00&flagged=true");
        assertThat(flagged.at("/values/0/value").asDouble()).isEqualTo(-7);
        assertThat(flagged.at("/values/0/quality").asString()).isEqualTo("bad");
        assertThat(flagged.at("/values/0/reasons").toString()).isEqualTo("[\"out-of-range\",\"spike\"]");
    }

    /// Hours 0 to 4 and 8 of the first day up to nine o'clock: 18 / 6.
    @Test
    void aWindowIsAggregatedWithoutItsEnd() {
        JsonNode mean = json("/api/values?property=pm10&from=2022-08-09&to=2022-08-09T09:00&aggregate=mean");

        assertThat(mean.at("/values/0/value").asDouble()).isEqualTo(3);
        assertThat(mean.get("aggregate").asString()).isEqualTo("mean");
        assertThat(json("/api/values?property=pm10&from=2022-08-09&to=2022-08-09T09:00&aggregate=count")
                        .at("/values/0/value")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void theLatestValueIsTheLastOne() {
        assertThat(json("/api/latest?property=pm10").at("/values/0/value").asDouble())
                .isEqualTo(47);
    }

    @Test
    void aFilmIsAHeaderAndAGridOfFloats() {
        ByteBuffer film = ByteBuffer.wrap(get("/api/film?property=pm10&from=2022-08-09T04:00&to=2022-08-09T09:00")
                        .body())
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[film.getInt()];
        film.get(header);
        JsonNode head = JSON.readTree(new String(header, StandardCharsets.UTF_8));

        assertThat((4 + header.length) % 4).isZero();
        assertThat(head.get("start").asLong()).isEqualTo(START + 4 * HOUR);
        assertThat(head.get("stepSeconds").asLong()).isEqualTo(HOUR);
        assertThat(head.get("steps").asInt()).isEqualTo(5);
        assertThat(head.at("/datastreams/0/feature").asString()).isEqualTo("gu:11680");
        float[] value = new float[5];
        film.asFloatBuffer().get(value);
        assertThat(film.remaining()).isEqualTo(5 * Float.BYTES);
        assertThat(value).containsExactly(4, Float.NaN, Float.NaN, Float.NaN, 8);
    }

    @Test
    void aFilmOfQuartersTellsWhereEachBegins() {
        ByteBuffer film = ByteBuffer.wrap(get("/api/film?property=change_index&from=2022-01-01&to=2022-10-01")
                        .body())
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[film.getInt()];
        film.get(header);
        JsonNode head = JSON.readTree(new String(header, StandardCharsets.UTF_8));
        float[] value = new float[3];
        film.asFloatBuffer().get(value);

        assertThat(head.get("starts").toString()).isEqualTo("[1640962800,1648738800,1656601200]");
        assertThat(value).containsExactly(1, 4, 1);
    }

    @Test
    void aSeriesIsThinnedAndItsFlaggedValuesAreListed() {
        JsonNode series = json("/api/series?datastream=seoul-pm/11680/pm10&from=2022-08-09&to=2022-08-11&width=4");

        assertThat(series.get("bucketSeconds").asLong()).isEqualTo(12 * HOUR);
        assertThat(series.get("t").get(1).asLong()).isEqualTo(START + 12 * HOUR);
        assertThat(series.get("min").toString()).isEqualTo("[0.0,12.0,24.0,36.0]");
        assertThat(series.get("max").toString()).isEqualTo("[11.0,23.0,35.0,47.0]");
        assertThat(series.get("mean").get(0).asDouble()).isEqualTo((0 + 1 + 2 + 3 + 4 + 8 + 9 + 10 + 11) / 9.0);
        assertThat(series.get("n").toString()).isEqualTo("[9,12,12,12]");
        assertThat(series.get("flaggedTotal").asInt()).isEqualTo(2);
        assertThat(series.at("/flagged/reasons").toString()).isEqualTo("[[\"spike\"],[\"out-of-range\",\"spike\"]]");
    }

    @Test
    void aSeriesOfQuartersHasAPointForEach() {
        JsonNode series = json("/api/series?datastream=seoul-change-area/3110001/change_index");

        assertThat(series.get("t").toString()).isEqualTo("[1640962800,1648738800,1656601200]");
        assertThat(series.get("mean").toString()).isEqualTo("[1.0,4.0,1.0]");
        assertThat(json("/api/series?property=change_index").get("t")).isEqualTo(series.get("t"));
    }

    @Test
    void thePulseIsTheMeanOverAllDatastreams() {
        JsonNode pulse = json("/api/series?property=traffic_volume&collection=traffic-points&width=10");

        assertThat(pulse.get("datastream").isNull()).isTrue();
        assertThat(pulse.get("mean").toString()).isEqualTo("[3412.0]");
        assertThat(pulse.get("n").toString()).isEqualTo("[2]");
    }

    @Test
    void aProfileGroupsByTheCitysHours() {
        JsonNode profile = json("/api/profile?datastream=seoul-pm/11680/pm10&by=hour");

        assertThat(profile.get("group")).hasSize(24);
        assertThat(profile.get("mean").get(0).asDouble()).as("hours 0 and 24").isEqualTo(12);
        assertThat(profile.get("n").get(6).asInt()).as("one of two is flagged").isEqualTo(1);
    }

    @Test
    void aFeatureTellsItsDatastreams() {
        JsonNode feature = json("/api/feature?id=gu:11680");

        assertThat(feature.at("/name/en").asString()).isEqualTo("Gangnam-gu");
        assertThat(feature.get("centre")).hasSize(2);
        JsonNode stream = feature.at("/datastreams/0");
        assertThat(stream.get("count").asInt()).isEqualTo(47);
        assertThat(stream.get("flagged").asInt()).isEqualTo(2);
        assertThat(stream.at("/sensor/name/ko").asString()).isEqualTo("베타선");
        assertThat(json("/api/feature?id=commercial-areas%3A3110001")
                        .get("centre")
                        .isNull())
                .isTrue();
        assertThat(json("/api/feature?id=traffic-points%3AA-01%2Fin")
                        .at("/attributes/point")
                        .asString())
                .isEqualTo("A-01");
    }

    @Test
    void searchFindsKoreanEnglishAndInitials() {
        assertThat(json("/api/search?q=%EA%B0%95%EB%82%A8").at("/0/feature").asString())
                .isEqualTo("gu:11680");
        assertThat(json("/api/search?q=GANGNAM").at("/0/feature").asString()).isEqualTo("gu:11680");
        assertThat(json("/api/search?q=%E3%84%B1%E3%84%B4&limit=1")
                        .at("/0/feature")
                        .asString())
                .isEqualTo("gu:11680");
        assertThat(json("/api/search?q=zzz")).isEmpty();
    }

    @Test
    void nearTellsTheDistance() {
        JsonNode near = json("/api/near?lon=126.91&lat=37.5665&collection=traffic-points&limit=5");

        assertThat(near).hasSize(2);
        // 0.01 degrees of longitude at this latitude: 6371.0088 km * pi / 180 / 100 * cos(37.5665°).
        assertThat(near.at("/0/distanceM").asInt()).isEqualTo(881);
        assertThat(json("/api/near?lon=127.04&lat=37.5&collection=gu")
                        .at("/0/distanceM")
                        .asInt())
                .as("inside")
                .isZero();
    }

    /// City Hall lies east of the point: the carriageway that runs east goes in.
    @Test
    void countedDirectionsAreMatchedWithLinks() {
        JsonNode matches = json("/api/matches");

        assertThat(matches).hasSize(2);
        assertThat(matches.at("/0/feature").asString()).isEqualTo("traffic-points:A-01/in");
        assertThat(matches.at("/0/link").asString()).isEqualTo("links:1");
        assertThat(matches.at("/0/distanceM").asDouble()).isBetween(10.5, 11.5);
        assertThat(matches.at("/0/confidence").asString()).isEqualTo("inferred");
        assertThat(matches.at("/0/reach").toString())
                .as("what follows on the same carriageway; the counted link itself is left out")
                .isEqualTo("[{\"link\":\"links:3\",\"distanceM\":0}]");
        assertThat(matches.at("/1/link").asString()).isEqualTo("links:2");
        assertThat(matches.at("/1/reach")).isEmpty();
    }

    @Test
    void theCalendarNamesHolidays() {
        JsonNode days = json("/api/calendar?from=2022-08-01&to=2022-09-01");

        assertThat(days).hasSize(1);
        assertThat(days.at("/0/date").asString()).isEqualTo("2022-08-15");
        assertThat(days.at("/0/name/ko").asString()).isEqualTo("광복절");
        assertThat(json("/api/calendar?from=2022-08-01&to=2022-08-15"))
                .as("the end is exclusive")
                .isEmpty();
        assertThat(json("/api/calendar?from=0001-01-01&to=0002-01-01")).isEmpty();
    }

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
        assertThat(catalogue.at("/dcat:dataset/3/dct:spatial/dcat:bbox/@value").asString())
                .as("a single place is a polygon too")
                .isEqualTo("POLYGON ((126.9 37.5665, 126.9 37.5665, 126.9 37.5665, 126.9 37.5665, 126.9 37.5665))");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/values?property=pm10",
                "/api/values?property=pm10&at=yesterday",
                "/api/values?property=pm10&at=2022-08-09&from=2022-08-09",
                "/api/values?property=pm10&at=+999999999-01-01T00:00:00Z",
                "/api/values?property=pm10&from=2022-08-10&to=2022-08-09&aggregate=mean",
                "/api/values?property=pm10&from=2022-08-09&to=2022-08-09&aggregate=mean",
                "/api/values?property=pm10&from=2022-08-09&to=2022-08-10&aggregate=median",
                "/api/values?property=pm10&at=2022-08-09&flagged=yes",
                "/api/values?property=pm10&at=2022-08-09&flaged=true",
                "/api/values?at=2022-08-09",
                "/api/film?property=pm10&from=2022-01-01&to=2023-01-01",
                "/api/film?property=pm10&from=2022-01-01&to=2022-01-02&step=PT0S",
                "/api/film?property=pm10&from=2022-01-01&to=2022-01-02&step=-PT1H",
                "/api/film?property=pm10&from=2022-01-01&to=2022-01-02&step=fast",
                "/api/film?property=pm10&from=0001-01-01&to=9998-01-01&step=P1M",
                "/api/series?property=pm10&datastream=x",
                "/api/series",
                "/api/series?property=pm10&width=0",
                "/api/profile?property=pm10&by=year",
                "/api/search",
                "/api/search?q=",
                "/api/near?lon=181&lat=0&collection=gu",
                "/api/near?lon=NaN&lat=0&collection=gu",
                "/api/near?lon=127&lat=37",
                "/api/calendar?from=2022-09-01&to=2022-08-01",
                "/api/issues?offset=-1",
                "/api/observations",
                "/api/observations?dataset=seoul-pm&from=2022-08-10&to=2022-08-09",
                "/api/quality?dataset=seoul-pm&limit=0",
                "/api/quality?dataset=seoul-pm&offset=-1",
                "/api/city?now=1"
            })
    void nonsenseIsRefusedInOneLine(String path) {
        assertThat(refused(path, 400)).contains("expected").doesNotContain("\n");
    }

    @Test
    void valuesAreAskedForAtATimeOrOverAWindow() {
        String expected = "expected either at, or from, to and aggregate; found ";

        assertThat(refused("/api/values?property=pm10", 400)).isEqualTo(expected + "none of them");
        assertThat(refused("/api/values?property=pm10&aggregate=mean", 400)).isEqualTo(expected + "aggregate alone");
        assertThat(refused("/api/values?property=pm10&from=2022-08-09&to=2022-08-10", 400))
                .isEqualTo(expected + "from and to alone");
        assertThat(refused("/api/values?property=pm10&at=2022-08-09&to=2022-08-10", 400))
                .isEqualTo(expected + "both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/values?property=unicorns&at=2022-08-09",
                "/api/values?property=pm10&at=2022-08-09&collection=unicorns",
                "/api/latest?property=unicorns",
                "/api/film?property=unicorns&from=2022-08-09&to=2022-08-10",
                "/api/series?datastream=unicorns",
                "/api/profile?datastream=unicorns&by=hour",
                "/api/feature?id=gu:0",
                "/api/feature?id=%EA%B0%95%EB%82%A8",
                "/api/near?lon=127&lat=37&collection=unicorns",
                "/api/dataset?id=unicorns",
                "/api/observations?dataset=unicorns",
                "/api/observations?feature=unicorns",
                "/api/quality?dataset=unicorns",
                "/api/issues?dataset=unicorns",
                "/api/unicorns"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(refused(path, 404)).startsWith("no ").doesNotContain("did you mean");
    }

    @Test
    void whatIsNearlyThereIsNamed() {
        assertThat(refused("/api/latest?property=PM10", 404)).isEqualTo("no property 'PM10'; did you mean pm10?");
        assertThat(refused("/api/observations?dataset=seoul_pm", 404))
                .isEqualTo("no data set 'seoul_pm'; did you mean seoul-pm?");
        assertThat(refused("/api/dataset?id=Seoul-PM", 404)).endsWith("; did you mean seoul-pm?");
        assertThat(refused("/api/near?lon=127&lat=37&collection=trafic-points", 404))
                .endsWith("; did you mean traffic-points?");
        assertThat(refused("/collections/Gu", 404)).isEqualTo("no collection 'Gu'; did you mean gu?");
    }

    @Test
    void nothingThatIsReadIsChanged() {
        byte[] first = get("/api/properties").body();

        assertThat(Arrays.equals(first, get("/api/properties").body())).isTrue();
    }
}
