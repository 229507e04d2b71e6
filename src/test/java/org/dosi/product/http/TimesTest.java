package org.dosi.product.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource({
        "2022-08-09, 2022-08-08T15:00:00Z",
        "2022-08-09T08:00, 2022-08-08T23:00:00Z",
        "2022-08-09 08:00:30, 2022-08-08T23:00:30Z",
        "2022-08-09T08:00:00+09:00, 2022-08-08T23:00:00Z",
        "2022-08-09T08:00:00 09:00, 2022-08-08T23:00:00Z",
        "2022-08-09T08:00-03:00, 2022-08-09T11:00:00Z",
        "2022-08-09T08:00:00Z, 2022-08-09T08:00:00Z",
        "2022-08-09T08:00:00.250Z, 2022-08-09T08:00:00.250Z",
        "2024-02-29, 2024-02-28T15:00:00Z"
    })
    void whatHasNoOffsetMeansTheCitysZone(String text, Instant time) {
        assertThat(Times.parse(text, SEOUL)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2022-02-30",
                "2023-02-29",
                "2022-13-01",
                "2022-08-09T24:00",
                "2022-08-09T08",
                "20220809",
                "0000-01-01",
                "+10000-01-01",
                "2022-08-09T08:00:00+99:00"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Times.parse(text, SEOUL)).isEmpty();
    }
}
