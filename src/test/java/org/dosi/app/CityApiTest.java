package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the page asks about the city: its place, its features, its calendar.
final class CityApiTest extends ServerTest {
    /// 2022-08-09 00:00 in Seoul.
    private static final long START = 1_659_970_800;

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
    void nothingThatIsReadIsChanged() {
        byte[] first = get("/api/properties").body();

        assertThat(Arrays.equals(first, get("/api/properties").body())).isTrue();
    }
}
