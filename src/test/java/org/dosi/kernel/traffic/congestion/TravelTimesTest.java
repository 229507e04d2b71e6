package org.dosi.kernel.traffic.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dosi.kernel.stat.Quantiles;
import org.junit.jupiter.api.Test;

class TravelTimesTest {
    private static final DayBootstrap NONE = new DayBootstrap(0, 1);

    /// Rounding of the last digits alone.
    private static final double EXACT = 1e-9;

    /// By hand: 21 travel times per km of 1.0, 1.1, … 3.0 minutes at a free flow of 60 km/h (1 minute): mean 2.0, T50
    /// 2.0, T80 2.6, T95 2.9.
    @Test
    void indicesFollowTheirDefinitions() {
        double[] speed = new double[21];
        Arrays.setAll(speed, i -> 60 / (1 + 0.1 * i));

        TravelTimes times = TravelTimes.of(speed, new long[21], 60, NONE);

        assertThat(times.meanMinPerKm()).isCloseTo(2.0, within(EXACT));
        assertThat(times.travelTimeIndex().value()).isCloseTo(2.0, within(EXACT));
        assertThat(times.planningTimeIndex().value()).isCloseTo(2.9, within(EXACT));
        assertThat(times.bufferIndex().value()).isCloseTo(0.45, within(EXACT));
        assertThat(times.lottr().value()).isEqualTo(1.3);
        assertThat(times.isUnreliable()).isFalse();
        assertThat(times.days()).isEqualTo(1);
    }

    /// By hand: 30 and 60 km/h take 2 and 1 minutes; the mean trip of 1.5 minutes is at 40 km/h, not 45.
    @Test
    void theMeanSpeedIsHarmonic() {
        TravelTimes times = TravelTimes.of(new double[] {30, 60}, new long[] {1, 1}, 60, NONE);

        assertThat(times.meanSpeedKmPerH()).isCloseTo(40, within(EXACT));
    }

    /// At 1.50 exactly; the rule says "1.50 or greater is not reliable", after rounding to hundredths.
    @Test
    void oneAndAHalfIsNotReliable() {
        // T50 = 1, T80 = 1.5 exactly: six times 1, then four of 1.5 put rank 0.8 * 9 = 7.2 at 1.5.
        double[] speed = {60, 60, 60, 60, 60, 60, 40, 40, 40, 40};

        assertThat(TravelTimes.of(speed, new long[10], 60, NONE).lottr().value())
                .isEqualTo(1.5);
        assertThat(TravelTimes.of(speed, new long[10], 60, NONE).isUnreliable()).isTrue();
    }

    @Test
    void withoutAFreeFlowSpeedOnlyWhatNeedsItIsUnknown() {
        TravelTimes times = TravelTimes.of(new double[] {30, 60}, new long[2], Double.NaN, NONE);

        assertThat(times.travelTimeIndex().value()).isNaN();
        assertThat(times.planningTimeIndex().value()).isNaN();
        assertThat(times.lottr().value()).isFinite();
    }

    @Test
    void nothingSeenIsNothingKnown() {
        TravelTimes times = TravelTimes.of(new double[0], new long[0], 60, new DayBootstrap(50, 1));

        assertThat(times.days()).isZero();
        assertThat(times.travelTimeIndex().value()).isNaN();
        assertThat(times.isUnreliable()).isFalse();
    }

    @Test
    void intervalsNeedFiveDaysAndHoldTheFigure() {
        SplittableRandom random = new SplittableRandom(4);
        double[] speed = new double[20 * 24];
        long[] day = new long[speed.length];
        for (int i = 0; i < speed.length; i++) {
            day[i] = i / 24;
            speed[i] = 40 + 20 * random.nextDouble();
        }
        DayBootstrap bootstrap = new DayBootstrap(200, 1);

        TravelTimes many = TravelTimes.of(speed, day, 60, bootstrap);
        TravelTimes few = TravelTimes.of(Arrays.copyOf(speed, 4 * 24), Arrays.copyOf(day, 4 * 24), 60, bootstrap);

        assertThat(many.travelTimeIndex().value())
                .isBetween(
                        many.travelTimeIndex().lower(), many.travelTimeIndex().upper());
        assertThat(many.travelTimeIndex().lower())
                .isLessThan(many.travelTimeIndex().upper());
        assertThat(few.travelTimeIndex().lower()).isNaN();
    }

    /// Slow twin: a resample written out, value by value, and sorted.
    @Test
    void aResampleIsWhatCopiedDaysWouldBe() {
        for (int seed = 1; seed <= 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(60);
            double[] values = new double[n];
            long[] day = new long[n];
            for (int i = 0; i < n; i++) {
                // Coarse values tie; some differ by less than single precision tells.
                values[i] = random.nextInt(8) - 3 + random.nextInt(3) * 1e-12;
                day[i] = 100L + random.nextInt(6);
            }
            DaySample sample = DaySample.of(values, day);
            int[] times = random.ints(sample.days(), 0, 4).toArray();
            double[] shares = {0.1, 0.5, 0.8, 0.95, 1};

            double[] found = sample.resampled(times, shares);

            long[] distinct = Arrays.stream(day).distinct().sorted().toArray();
            List<Double> copied = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < times[Arrays.binarySearch(distinct, day[i])]; k++) {
                    copied.add(values[i]);
                }
            }
            double[] all =
                    copied.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            for (int k = 0; k < shares.length; k++) {
                double expected = Quantiles.ofSorted(all, shares[k]);
                if (Double.isNaN(expected)) {
                    assertThat(found[k + 1]).isNaN();
                } else {
                    assertThat(found[k + 1]).as("seed %d", seed).isCloseTo(expected, within(EXACT));
                }
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(sample.sorted()).as("seed %d", seed).isEqualTo(sorted);
        }
    }
}
