package org.dosi.kernel.traffic.congestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.traffic.Panel;
import org.jspecify.annotations.Nullable;

/// Congested detectors joined to queues along corridors.
///
/// In each step a run of congested detectors one behind the other is a queue; its head is the most downstream. The
/// queue lasts as long as its head stays, gaps shorter than the clearing time bridged. A detector on no corridor of
/// known direction stands alone: which jam spilled back onto which cannot be told there.
///
/// Source: the RITIS bottleneck tool, see [CongestionRule].
public final class Queues {
    private static final double MIN_PER_H = 60;

    private Queues() {}

    /// @param congested by detector, then step
    public record Found(boolean[][] congested, List<Queue> queues) {}

    /// @param speeds km/h
    /// @param referenceKmPerH by detector; NaN where unknown, which is never congested
    /// @param corridors each detector on one at most
    public static Found of(Panel speeds, double[] referenceKmPerH, List<Corridor> corridors, CongestionRule rule) {
        Check.within(speeds.datastreams(), speeds.datastreams(), "reference speeds", referenceKmPerH.length);
        boolean[][] congested = new boolean[speeds.datastreams()][];
        for (int i = 0; i < congested.length; i++) {
            congested[i] = rule.of(speeds.values(i), referenceKmPerH[i], speeds.stepSeconds());
        }
        List<Queue> queues = new ArrayList<>();
        double[] reachKm = new double[congested.length];
        Arrays.fill(reachKm, Double.NaN);
        boolean[] placed = new boolean[congested.length];
        for (Corridor corridor : corridors) {
            for (int at = 0; at < corridor.size(); at++) {
                reachKm[corridor.detectors()[at]] = corridor.reachKm(at);
                placed[corridor.detectors()[at]] = corridor.isDirected();
            }
        }
        Joining joining = new Joining(speeds, referenceKmPerH, reachKm, congested);
        for (Corridor corridor : corridors) {
            if (corridor.isDirected()) {
                queues.addAll(joining.along(corridor.detectors(), rule));
            }
        }
        for (int i = 0; i < congested.length; i++) {
            if (!placed[i]) {
                queues.addAll(joining.along(new int[] {i}, rule));
            }
        }
        return new Found(congested, queues);
    }

    /// @param reachKm the stretch that each detector speaks for; NaN where unknown
    private record Joining(Panel speeds, double[] reference, double[] reachKm, boolean[][] congested) {

        /// @param detectors in the direction of travel
        List<Queue> along(int[] detectors, CongestionRule rule) {
            int clear = rule.clearSteps(speeds.stepSeconds());
            @Nullable Growing[] open = new @Nullable Growing[detectors.length];
            List<Queue> queues = new ArrayList<>();
            for (int step = 0; step < speeds.steps(); step++) {
                int head = detectors.length - 1;
                while (head >= 0) {
                    int tail = tail(detectors, head, step);
                    if (tail <= head) {
                        Growing queue = open[head];
                        if (queue == null || step - queue.last > clear) {
                            if (queue != null) {
                                queues.add(queue.finished());
                            }
                            queue = new Growing(detectors[head], step, speeds.stepSeconds() / 60.0);
                            open[head] = queue;
                        }
                        queue.add(step, Arrays.copyOfRange(detectors, tail, head + 1), this);
                    }
                    head = Math.min(tail, head) - 1;
                }
            }
            for (Growing queue : open) {
                if (queue != null) {
                    queues.add(queue.finished());
                }
            }
            return queues;
        }

        /// The most upstream of the congested that lie behind a head without a break; `head + 1` where it is not
        /// congested itself.
        private int tail(int[] detectors, int head, int step) {
            int tail = head + 1;
            while (tail > 0 && congested[detectors[tail - 1]][step]) {
                tail--;
            }
            return tail;
        }
    }

    /// Sums while a queue lasts.
    private static final class Growing {
        private final int head;
        private final int start;
        private final double stepMinutes;
        private int last;
        private int steps;
        private int mostDetectors;
        private double mostKm = Double.NaN;
        private double detectorMinutes;
        private double kmMinutes;
        private double slowMinutes;
        private double lossMinutes;

        Growing(int head, int start, double stepMinutes) {
            this.head = head;
            this.start = start;
            this.stepMinutes = stepMinutes;
        }

        void add(int step, int[] detectors, Joining of) {
            double km = 0;
            for (int detector : detectors) {
                double reach = of.reachKm[detector];
                double free = of.reference[detector];
                double speed = of.speeds.value(detector, step);
                km += reach;
                // A bridged gap, or a standstill: without a speed a loss has no size.
                if (speed > 0) {
                    slowMinutes += reach * stepMinutes * Math.max(0, 1 - speed / free);
                    lossMinutes += Math.max(0, reach * MIN_PER_H * (1 / speed - 1 / free));
                }
            }
            last = step;
            steps++;
            mostDetectors = Math.max(mostDetectors, detectors.length);
            mostKm = Double.isNaN(mostKm) ? km : Math.max(mostKm, km);
            detectorMinutes += detectors.length * stepMinutes;
            kmMinutes += km * stepMinutes;
        }

        Queue finished() {
            double known = Double.isNaN(mostKm) ? Double.NaN : 1;
            return new Queue(
                    head,
                    start,
                    last + 1,
                    mostDetectors,
                    mostKm,
                    detectorMinutes,
                    kmMinutes,
                    known * slowMinutes,
                    known * lossMinutes / steps);
        }
    }
}
