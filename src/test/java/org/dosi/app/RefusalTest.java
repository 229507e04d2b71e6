package org.dosi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, and how it is told.
final class RefusalTest extends ServerTest {

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
}
