package org.dosi.product.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    private static List<String> labels(String from, String to, double width) {
        return Axis.time(
                        Instant.parse(from).getEpochSecond(),
                        Instant.parse(to).getEpochSecond(),
                        0,
                        width,
                        ZoneOffset.UTC,
                        Style.Language.EN)
                .ticks()
                .stream()
                .map(Axis.Tick::label)
                .toList();
    }

    /// The 29th stands two days before the 1st: it goes, the 1st stays.
    @Test
    void theFirstOfAMonthTakesThePlaceOfTheDayBeforeIt() {
        assertThat(labels("2003-03-01T00:00:00Z", "2003-05-01T00:00:00Z", 800))
                .containsExactly("1 Mar", "8 Mar", "15 Mar", "22 Mar", "1 Apr", "8 Apr", "15 Apr", "22 Apr", "1 May");
    }

    @Test
    void aNarrowAxisStillHasItsYears() {
        assertThat(labels("1998-01-01T00:00:00Z", "2005-06-01T00:00:00Z", 320))
                .containsExactly("1998", "1999", "2000", "2001", "2002", "2003", "2004", "2005");
    }

    @Test
    void aDayBeginsWithItsDateAndGoesOnInHours() {
        assertThat(labels("2017-05-08T09:00:00Z", "2017-05-09T06:00:00Z", 500))
                .containsExactly("8 May 09:00", "12:00", "15:00", "18:00", "21:00", "9 May", "03:00", "06:00");
    }
}
