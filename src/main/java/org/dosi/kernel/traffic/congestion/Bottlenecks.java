package org.dosi.kernel.traffic.congestion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// Bottlenecks ranked by impact, their queues told apart into the usual and the others.
///
/// A queue is compared with the other days of its class: a day counts against it if its head was observed in at least
/// half of the queue's time of day, and for it if the head was congested at any time in it. With fewer than
/// [#LEAST_DAYS] comparable days nothing is told. Of a class with too few days the next wider one is asked: days beside
/// holidays are weekdays then, Saturdays and days off each other's.
public final class Bottlenecks {
    /// Other days, that is: a queue needs four days of its class with its own.
    public static final int LEAST_DAYS = 3;

    private static final double OBSERVED = 0.5;

    private Bottlenecks() {}

    /// @param days the class of a day
    /// @return those with a queue, by impact
    public static List<Bottleneck> of(Panel speeds, Queues.Found found, Function<LocalDate, DayClass> days) {
        Calendar calendar = new Calendar(speeds, days);
        Map<Integer, List<Queue>> byHead = new TreeMap<>();
        for (Queue queue : found.queues()) {
            byHead.computeIfAbsent(queue.head(), _ -> new ArrayList<>()).add(queue);
        }
        List<Bottleneck> ranked = new ArrayList<>();
        byHead.forEach((head, queues) -> {
            List<Queue> ordered = queues.stream()
                    .sorted(Comparator.comparingInt(Queue::start))
                    .toList();
            double[] usual = ordered.stream()
                    .mapToDouble(queue -> calendar.usual(queue, found.congested()[head], speeds.values(head)))
                    .toArray();
            ranked.add(new Bottleneck(head, ordered, usual));
        });
        // Lengths are comparable with lengths alone: where some heads have no place, all are ranked by detectors.
        boolean isPlaced = ranked.stream().noneMatch(one -> Double.isNaN(one.kmMinutes()));
        ranked.sort(Comparator.comparingDouble((Bottleneck one) -> isPlaced ? -one.kmMinutes() : -one.detectorMinutes())
                .thenComparingInt(Bottleneck::head));
        return ranked;
    }

    /// Where each local day begins among the steps.
    private static final class Calendar {
        private final Panel panel;
        private final Map<Long, Integer> firstStep = new LinkedHashMap<>();
        private final Map<Long, DayClass> ofDay = new LinkedHashMap<>();

        Calendar(Panel panel, Function<LocalDate, DayClass> days) {
            this.panel = panel;
            for (int step = 0; step < panel.steps(); step++) {
                long day = panel.day(step);
                if (!firstStep.containsKey(day)) {
                    // A first day may begin at noon; its midnight is before the data.
                    firstStep.put(day, step - panel.slot(step));
                    ofDay.put(day, days.apply(LocalDate.ofEpochDay(day)));
                }
            }
        }

        double usual(Queue queue, boolean[] congested, double[] speeds) {
            long day = panel.day(queue.start());
            DayClass own = ofDay.getOrDefault(day, DayClass.WEEKDAY);
            double strict = usual(queue, congested, speeds, day, own, false);
            return Double.isNaN(strict) ? usual(queue, congested, speeds, day, own, true) : strict;
        }

        private double usual(
                Queue queue, boolean[] congested, double[] speeds, long day, DayClass own, boolean isWide) {
            int began = firstStep.getOrDefault(day, 0);
            int comparable = 0;
            int alike = 0;
            for (Map.Entry<Long, DayClass> other : ofDay.entrySet()) {
                DayClass kind = other.getValue();
                if (other.getKey() != day && (isWide ? isWorking(kind) == isWorking(own) : kind == own)) {
                    int shift = firstStep.getOrDefault(other.getKey(), 0) - began;
                    int observed = 0;
                    boolean isCongested = false;
                    for (int step = Math.max(0, queue.start() + shift);
                            step < Math.min(congested.length, queue.end() + shift);
                            step++) {
                        observed += Double.isNaN(speeds[step]) ? 0 : 1;
                        isCongested |= congested[step];
                    }
                    if (observed >= OBSERVED * queue.steps()) {
                        comparable++;
                        alike += isCongested ? 1 : 0;
                    }
                }
            }
            return comparable < LEAST_DAYS ? Double.NaN : (double) alike / comparable;
        }

        private static boolean isWorking(DayClass kind) {
            return switch (kind) {
                case WEEKDAY, BEFORE_HOLIDAY, AFTER_HOLIDAY -> true;
                case SATURDAY, DAY_OFF -> false;
            };
        }
    }
}
