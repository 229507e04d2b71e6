package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the page asks about values: at an instant, over a window, as a film, a series or a profile.
final class ValueApiTest extends ServerTest {
    /// 2022-08-09 00:00 in Seoul.
    private static final long START = 1_659_970_800;

    private static final long HOUR = 3600;

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
    void valuesAreAskedForAtATimeOrOverAWindow() {
        String expected = "expected either at, or from, to and aggregate; found ";

        assertThat(refused("/api/values?property=pm10", 400)).isEqualTo(expected + "none of them");
        assertThat(refused("/api/values?property=pm10&aggregate=mean", 400)).isEqualTo(expected + "aggregate alone");
        assertThat(refused("/api/values?property=pm10&from=2022-08-09&to=2022-08-10", 400))
                .isEqualTo(expected + "from and to alone");
        assertThat(refused("/api/values?property=pm10&at=2022-08-09&to=2022-08-10", 400))
                .isEqualTo(expected + "both");
    }
}
