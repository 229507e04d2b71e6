package org.dosi.kernel.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PanelTest {
    private static final long MIDNIGHT = LocalDateTime.parse("2022-03-01T00:00").toEpochSecond(ZoneOffset.UTC);

    @Test
    void slotsAndDaysAreThoseOfTheLocalClock() {
        long[] localS = LongStream.range(0, 50).map(h -> MIDNIGHT + 3600 * h).toArray();
        Panel panel = new Panel(new double[][] {new double[50]}, localS, 3600);
        assertThat(panel.slotsPerDay()).isEqualTo(24);
        assertThat(panel.slot(0)).isZero();
        assertThat(panel.slot(49)).isEqualTo(1);
        assertThat(panel.day(49) - panel.day(0)).isEqualTo(2);
    }

    @Test
    void anHourThatComesTwiceHasOneSlot() {
        Panel panel = new Panel(new double[][] {{1, 2, 3}}, new long[] {3600, 3600, 7200}, 3600);
        assertThat(panel.slot(0)).isEqualTo(panel.slot(1)).isEqualTo(1);
        assertThat(panel.slot(2)).isEqualTo(2);
    }

    @Test
    void aPartHoldsItsStepsAlone() {
        Panel panel = new Panel(new double[][] {{1, 2, 3}, {4, 5, 6}}, new long[] {0, 3600, 7200}, 3600);
        Panel part = panel.between(1, 2);
        assertThat(part.steps()).isEqualTo(1);
        assertThat(part.value(1, 0)).isEqualTo(5);
        assertThat(part.slot(0)).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Panel(new double[][] {{1}}, new long[] {0, 3600}, 3600))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Panel(new double[0][], new long[0], 7000))
                .hasMessage("step: expected seconds that divide a day, found 7000");
    }
}
