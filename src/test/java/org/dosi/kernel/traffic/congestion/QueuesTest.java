package org.dosi.kernel.traffic.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final long MONDAY = LocalDate.of(2022, 6, 13).toEpochDay();
    private static final double[] FREE = {100, 100, 100};
    private static final double NONE = Double.NaN;

    /// Three detectors 1 km apart, traffic running from the first to the last.
    private static final Corridor LINE =
            Corridor.of(new int[] {0, 1, 2}, new double[] {0, 1000, 2000}, new double[3], Corridor.Direction.GIVEN);

    private static Panel panel(long stepS, double[]... speeds) {
        long[] local = new long[speeds[0].length];
        Arrays.setAll(local, i -> MONDAY * 86_400 + i * stepS);
        return new Panel(speeds, local, stepS);
    }

    /// 60 itself is not below 60 % of 100.
    @Test
    void congestionBeginsBelowTheShareAndEndsAfterTheClearing() {
        double[] speed = {60, 59, 100, 59, 100, 100, 59, 100};

        boolean[] congested = CongestionRule.RITIS.of(speed, 100, 300);

        assertThat(congested).containsExactly(false, true, true, true, false, false, true, true);
    }

    /// Of minutes: four slow ones are too few, five count from the first; nine free ones do not clear.
    @Test
    void finerStepsNeedTheFullFiveMinutes() {
        double[] speed = new double[40];
        Arrays.fill(speed, 100);
        Arrays.fill(speed, 1, 5, 10);
        Arrays.fill(speed, 10, 15, 10);
        Arrays.fill(speed, 24, 25, 10);

        boolean[] congested = CongestionRule.RITIS.of(speed, 100, 60);

        for (int i = 0; i < speed.length; i++) {
            assertThat(congested[i]).as("minute %d", i).isEqualTo(i >= 10 && i < 25);
        }
    }

    @Test
    void aGapAsLongAsTheClearingEndsCongestionAndAShorterOneIsBridged() {
        assertThat(CongestionRule.RITIS.of(new double[] {10, NONE, 10, NONE, NONE, 10}, 100, 300))
                .containsExactly(true, true, true, false, false, true);
    }

    @Test
    void withoutAReferenceNothingIsCongested() {
        assertThat(CongestionRule.RITIS.of(new double[] {1, 1}, NONE, 300)).containsOnly(false);
    }

    /// By hand: the last detector jams in steps 1 to 4, the queue reaches the one behind in steps 2 and 3.
    @Test
    void adjacentCongestionUpstreamIsOneQueueWithItsHeadDownstream() {
        Panel panel = panel(
                300,
                new double[] {100, 100, 100, 100, 100, 100, 100},
                new double[] {100, 100, 50, 50, 100, 100, 100},
                new double[] {100, 50, 50, 50, 50, 100, 100});

        List<Queue> queues =
                Queues.of(panel, FREE, List.of(LINE), CongestionRule.RITIS).queues();

        assertThat(queues).hasSize(1);
        Queue queue = queues.getFirst();
        assertThat(queue.head()).isEqualTo(2);
        assertThat(queue.start()).isEqualTo(1);
        assertThat(queue.end()).isEqualTo(5);
        assertThat(queue.mostDetectors()).isEqualTo(2);
        // The head speaks for half a kilometre, the one behind for one.
        assertThat(queue.mostKm()).isCloseTo(1.5, within(1e-9));
        assertThat(queue.detectorMinutes()).isEqualTo(30);
        assertThat(queue.kmMinutes()).isCloseTo(4 * 5 * 0.5 + 2 * 5 * 1, within(1e-9));
        assertThat(queue.slowMinutes()).isCloseTo(queue.kmMinutes() / 2, within(1e-9));
        // At 50 instead of 100 km/h a kilometre costs 0.6 minutes: 0.3, 0.9, 0.9, 0.3.
        assertThat(queue.lossMinutes()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void aFreeDetectorBetweenMakesTwoQueues() {
        double[] slow = {50, 50, 50};
        Panel panel = panel(300, slow, new double[] {100, 100, 100}, slow);

        assertThat(Queues.of(panel, FREE, List.of(LINE), CongestionRule.RITIS).queues())
                .extracting(Queue::head)
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void whereTheDirectionIsUnknownDetectorsStandAlone() {
        double[] slow = {50, 50, 50};
        Panel panel = panel(300, slow, slow, slow);

        List<Queue> queues =
                Queues.of(panel, FREE, List.of(), CongestionRule.RITIS).queues();

        assertThat(queues).extracting(Queue::mostDetectors).containsExactly(1, 1, 1);
        assertThat(queues.getFirst().kmMinutes()).isNaN();
        assertThat(queues.getFirst().lossMinutes()).isNaN();
    }

    /// Every congested step of a detector is in just one queue, however they are joined.
    @Test
    void detectorMinutesAreKept() {
        for (int seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] speeds = new double[3][200];
            for (double[] row : speeds) {
                Arrays.setAll(row, i -> random.nextInt(3) == 0 ? NONE : 100 * random.nextDouble());
            }
            Queues.Found found = Queues.of(panel(300, speeds), FREE, List.of(LINE), CongestionRule.RITIS);

            double congested = 0;
            for (boolean[] row : found.congested()) {
                for (boolean one : row) {
                    congested += one ? 5 : 0;
                }
            }
            assertThat(found.queues().stream()
                            .mapToDouble(Queue::detectorMinutes)
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(congested);
        }
    }

    /// Six working days of hours: a jam at 8 on all of them, one at 14 on the third alone.
    @Test
    void whatComesOnMostComparableDaysIsRecurrent() {
        double[] speed = new double[24 * 5];
        Arrays.fill(speed, 100);
        for (int day = 0; day < 5; day++) {
            speed[24 * day + 8] = 20;
        }
        speed[24 * 2 + 14] = 20;
        Panel panel = panel(3600, speed);
        Queues.Found found = Queues.of(panel, new double[] {100}, List.of(), CongestionRule.RITIS);

        List<Bottleneck> ranked = Bottlenecks.of(panel, found, _ -> DayClass.WEEKDAY);

        assertThat(ranked).hasSize(1);
        assertThat(ranked.getFirst().usualShare()).containsExactly(1, 1, 1, 0, 1, 1);
        assertThat(ranked.getFirst().recurrentShare(0.5)).isCloseTo(5.0 / 6, within(1e-9));
        assertThat(ranked.getFirst().untoldShare()).isZero();
    }

    @Test
    void threeDaysOfAClassAreTooFewToTell() {
        double[] speed = new double[24 * 3];
        Arrays.fill(speed, 20);
        Panel panel = panel(3600, speed);
        Queues.Found found = Queues.of(panel, new double[] {100}, List.of(), CongestionRule.RITIS);

        Bottleneck one = Bottlenecks.of(panel, found, _ -> DayClass.WEEKDAY).getFirst();

        assertThat(one.recurrentShare(0.5)).isNaN();
        assertThat(one.untoldShare()).isEqualTo(1);
    }
}
