package org.dosi.kernel.traffic.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VolumeUseTest {
    private static final DayBootstrap NONE = new DayBootstrap(0, 1);

    private static double[][] day(double... fourHours) {
        double[] day = new double[24];
        Arrays.fill(day, 10);
        System.arraycopy(fourHours, 0, day, 6, 4);
        return new double[][] {day};
    }

    /// By hand: 100, 200, 180, 120 of 600: the peak carries a third; 180 is just 90 % of it, 120 is not.
    @Test
    void oneDaysPeakIsMeasured() {
        VolumeUse use = VolumeUse.of(day(100, 200, 180, 120), new boolean[] {true}, 6, 10, 250, NONE);

        assertThat(use.days()).isEqualTo(1);
        assertThat(use.peakHour()).isEqualTo(7);
        assertThat(use.saturation().value()).isEqualTo(0.8);
        assertThat(use.peakShare().value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(use.width90H().value()).isEqualTo(2);
        assertThat(use.hoursOver90().value()).isZero();
        double entropy = -(Math.log(1 / 6.0) / 6 + Math.log(1 / 3.0) / 3 + 0.3 * Math.log(0.3) + 0.2 * Math.log(0.2));
        assertThat(use.entropy().value()).isCloseTo(entropy / Math.log(4), within(1e-12));
    }

    @Test
    void anEvenPeriodHasEntropyOneAndASinglePeakZero() {
        assertThat(VolumeUse.of(day(5, 5, 5, 5), new boolean[] {true}, 6, 10, 5, NONE)
                        .entropy()
                        .value())
                .isCloseTo(1, within(1e-12));
        VolumeUse single = VolumeUse.of(day(0, 5, 0, 0), new boolean[] {true}, 6, 10, 5, NONE);
        assertThat(single.entropy().value()).isZero();
        assertThat(single.width90H().value()).isEqualTo(1);
        assertThat(single.hoursOver90().value()).isEqualTo(1);
    }

    @Test
    void aDayWithAMissingHourOrOutsideThePeriodDoesNotCount() {
        assertThat(VolumeUse.of(day(5, Double.NaN, 5, 5), new boolean[] {true}, 6, 10, 5, NONE)
                        .days())
                .isZero();
        VolumeUse none = VolumeUse.of(day(5, 5, 5, 5), new boolean[] {false}, 6, 10, 5, NONE);
        assertThat(none.days()).isZero();
        assertThat(none.peakHour()).isEqualTo(-1);
        assertThat(none.saturation().value()).isNaN();
    }

    /// By hand: volumes 1 … 240: the 99th percentile (type 7) is 1 + 0.99 * 239 = 237.61; a fault of 100,000 in place
    /// of the largest hardly moves it.
    @Test
    void oneFaultyHourDoesNotMakeTheCapacity() {
        double[][] hourly = new double[10][24];
        for (int day = 0; day < 10; day++) {
            for (int hour = 0; hour < 24; hour++) {
                hourly[day][hour] = 24 * day + hour + 1;
            }
        }
        VolumeUse.Capacity clean = VolumeUse.capacity(hourly, 0.99, new DayBootstrap(100, 1));
        hourly[9][23] = 100_000;
        VolumeUse.Capacity faulty = VolumeUse.capacity(hourly, 0.99, NONE);

        assertThat(clean.observed().value()).isCloseTo(237.61, within(1e-9));
        assertThat(clean.lowerQuantile()).isCloseTo(1 + 0.98 * 239, within(1e-9));
        assertThat(clean.higherQuantile()).isCloseTo(1 + 0.995 * 239, within(1e-9));
        assertThat(clean.observed().value())
                .isBetween(clean.observed().lower(), clean.observed().upper());
        assertThat(faulty.observed().value()).isCloseTo(237.61, within(1e-9));
    }
}
