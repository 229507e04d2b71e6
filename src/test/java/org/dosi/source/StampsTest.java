package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {

    @ParameterizedTest
    @CsvSource({
        "2022-08-09 8:00,2022-08-09T08:00:00+09:00",
        "2022-08-09T08:00,2022-08-09T08:00:00+09:00",
        "2022-08-09T08:00:30,2022-08-09T08:00:30+09:00",
        "2022/8/9 08:00,2022-08-09T08:00:00+09:00",
        "202208090800,2022-08-09T08:00:00+09:00",
        "2022080908,2022-08-09T08:00:00+09:00",
        "20220809,2022-08-09T00:00:00+09:00",
        "2022-08-09,2022-08-09T00:00:00+09:00",
        "2022-12-31 24:00,2023-01-01T00:00:00+09:00",
        "202202282400,2022-03-01T00:00:00+09:00",
        "2020-02-29 00:00,2020-02-29T00:00:00+09:00"
    })
    void publishersWriteTimeInManyWays(String text, String meant) {
        assertThat(Stamps.parse(text, Stamps.KST))
                .isEqualTo(OptionalLong.of(OffsetDateTime.parse(meant).toEpochSecond()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2022",
                "2022-08",
                "202208",
                "2022-13-01",
                "2022-02-30 00:00",
                "2022-08-09 25:00",
                "2022-08-09 24:01",
                "2022-08-09 08:60",
                "2022-08-09 8:00:",
                "22-08-09 08:00",
                "09-08-2022 08:00",
                "2022-08-09 08:00 ",
                "2022--08-09",
                "2022-08-09 08:00:00.5",
                "20220809080",
                "99999999999999999999",
                "２０２２-08-09",
                "0000-01-01",
                "2022-08-09 08-00"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Stamps.parse(text, Stamps.KST)).isEmpty();
    }

    @Test
    void quartersBeginWithTheirFirstMonth() {
        assertThat(Stamps.quarterStart("20192", Stamps.KST))
                .isEqualTo(OptionalLong.of(
                        OffsetDateTime.parse("2019-04-01T00:00:00+09:00").toEpochSecond()));
        assertThat(Stamps.quarterStart("20195", Stamps.KST)).isEmpty();
        assertThat(Stamps.quarterStart("20190", Stamps.KST)).isEmpty();
        assertThat(Stamps.quarterStart("2019", Stamps.KST)).isEmpty();
        long start = Stamps.quarterStart("20194", Stamps.KST).orElseThrow();
        assertThat(Stamps.monthsLater(start, 3, Stamps.KST))
                .isEqualTo(OffsetDateTime.parse("2020-01-01T00:00:00+09:00").toEpochSecond());
    }
}
