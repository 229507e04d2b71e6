package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayOrderTest {

    @TempDir
    Path folder;

    @Test
    void aDayBeyondTwelveSettlesTheOrder() throws IOException {
        assertThat(order("13-01-2017 00:00", "01-02-2017 00:00")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(order("01-13-2017 00:00", "02-01-2017 00:00")).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(order("01-13-2017 00:00", "01-14-2017 00:00", "15-01-2017 00:00"))
                .as("most stamps fit")
                .isEqualTo(DayOrder.MONTH_FIRST);
    }

    @Test
    void otherwiseTheShorterSpanDoes() throws IOException {
        assertThat(order("01-01-2017 00:00", "02-01-2017 15:00")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(order("01/01/2017 00:00", "01/02/2017 15:00")).isEqualTo(DayOrder.MONTH_FIRST);
    }

    @Test
    void whereNothingTellsThemApartTheDayComesFirst() throws IOException {
        assertThat(order("04-03-2017 00:00", "04-03-2017 01:00")).isEqualTo(DayOrder.DAY_FIRST);
        assertThat(order("soon")).isEqualTo(DayOrder.DAY_FIRST);
    }

    @Test
    void stampsAreReadInTheOrder() {
        assertThat(DayOrder.DAY_FIRST.parse("04-03-2017 24:00", Stamps.KST)).isEqualTo(at("2017-03-05T00:00:00+09:00"));
        assertThat(DayOrder.MONTH_FIRST.parse("4-3-2017 7:05:09", Stamps.KST))
                .isEqualTo(at("2017-04-03T07:05:09+09:00"));
        assertThat(DayOrder.DAY_FIRST.parse("31-02-2017 00:00", Stamps.KST)).isEmpty();
        assertThat(DayOrder.DAY_FIRST.parse("04-03-17 00:00", Stamps.KST)).isEmpty();
    }

    private DayOrder order(String... stamps) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "date,x\n" + String.join(",1\n", stamps) + ",1\n");
        return DayOrder.of(new SourceFile(file), "a table of the test", "date");
    }

    private static OptionalLong at(String time) {
        return OptionalLong.of(Instant.from(OffsetDateTime.parse(time)).getEpochSecond());
    }
}
