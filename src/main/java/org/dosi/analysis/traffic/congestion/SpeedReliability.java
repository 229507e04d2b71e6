package org.dosi.analysis.traffic.congestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dosi.analysis.traffic.Detectors.Detector;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.ArterialType;
import org.dosi.kernel.traffic.congestion.DayBootstrap;
import org.dosi.kernel.traffic.congestion.DayPeriod;
import org.dosi.kernel.traffic.congestion.RoadStandard;
import org.dosi.kernel.traffic.congestion.TravelTimes;
import org.jspecify.annotations.Nullable;

/// The rows of the reliability of speeds, detector by detector.
///
/// @param arterial null where nobody named a type
record SpeedReliability(
        Panel speeds,
        double[] freeFlow,
        RoadSetting road,
        @Nullable ArterialType arterial,
        DayBootstrap bootstrap) {
    private static final long DAY_S = 86_400;
    private static final long HOUR_S = 3600;

    /// "Three times a day or more" (Enforcement Decree, Annex 2), read as hours.
    private static final int LEGAL_HOURS = 3;

    List<SpeedRow> rows(List<Detector> detectors) {
        return IntStream.range(0, detectors.size())
                .parallel()
                .mapToObj(i -> rows(i, detectors.get(i)))
                .flatMap(List::stream)
                .toList();
    }

    private List<SpeedRow> rows(int i, Detector detector) {
        RoadStandard standard = road.standard(detector);
        List<SpeedRow> rows = new ArrayList<>();
        boolean isUnreliable = false;
        boolean isTold = true;
        DayPeriod[] periods = DayPeriod.values();
        for (int p = periods.length - 1; p >= 0; p--) {
            Seen seen = seen(i, periods[p]);
            TravelTimes times = TravelTimes.of(seen.speed, seen.day, freeFlow[i], bootstrap);
            boolean own = times.isUnreliable();
            if (periods[p] != DayPeriod.ALL) {
                isUnreliable |= own;
                isTold &= times.steps() > 0;
            }
            // The stretch as a whole is unreliable if it is so in any of the four periods (23 CFR 490.513).
            String unreliable = periods[p] == DayPeriod.ALL
                    ? Rows.told(isTold || isUnreliable, isUnreliable)
                    : Rows.told(times.steps() > 0, own);
            rows.addFirst(new SpeedRow(
                    detector,
                    periods[p],
                    freeFlow[i],
                    times,
                    unreliable,
                    levels(standard, times, seen),
                    arterial == null ? "" : arterial.levelOfService(times.meanSpeedKmPerH())));
        }
        return rows;
    }

    private record Seen(double[] speed, long[] day, long[] hour) {}

    private Seen seen(int detector, DayPeriod period) {
        double[] speed = new double[speeds.steps()];
        long[] day = new long[speed.length];
        long[] hour = new long[speed.length];
        int size = 0;
        for (int step = 0; step < speed.length; step++) {
            double value = speeds.value(detector, step);
            long local = speeds.localS(step);
            if (value > 0 && period.has(speeds.day(step), Math.floorMod(local, DAY_S))) {
                speed[size] = value;
                day[size] = speeds.day(step);
                hour[size++] = Math.floorDiv(local, HOUR_S);
            }
        }
        return new Seen(Arrays.copyOf(speed, size), Arrays.copyOf(day, size), Arrays.copyOf(hour, size));
    }

    private static SpeedRow.Levels levels(RoadStandard standard, TravelTimes times, Seen seen) {
        RoadStandard.Level level = standard.level(times.meanSpeedKmPerH());
        long congested = Arrays.stream(seen.speed)
                .filter(speed -> standard.level(speed) == RoadStandard.Level.CONGESTED)
                .count();
        return new SpeedRow.Levels(
                standard,
                level,
                level == RoadStandard.Level.UNKNOWN ? Double.NaN : (double) congested / seen.speed.length,
                Double.isNaN(standard.legalKmPerH()) ? -1 : legalDays(standard.legalKmPerH(), seen));
    }

    private static int legalDays(double threshold, Seen seen) {
        Map<Long, double[]> hours = new TreeMap<>();
        for (int i = 0; i < seen.speed.length; i++) {
            double[] sum = hours.computeIfAbsent(seen.hour[i], _ -> new double[2]);
            sum[0] += 1 / seen.speed[i];
            sum[1]++;
        }
        Map<Long, Integer> slow = new TreeMap<>();
        hours.forEach((hour, sum) -> {
            if (sum[1] / sum[0] < threshold) {
                slow.merge(Math.floorDiv(hour, 24L), 1, Integer::sum);
            }
        });
        return (int)
                slow.values().stream().filter(count -> count >= LEGAL_HOURS).count();
    }
}
