package org.dosi.analysis.traffic.congestion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dosi.analysis.traffic.Detectors.Detector;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.DayBootstrap;
import org.dosi.kernel.traffic.congestion.DayPeriod;
import org.dosi.kernel.traffic.congestion.VolumeUse;

/// The rows of what volumes alone tell, detector by detector.
///
/// @param capacityShare the quantile that stands for the capacity, 0 to 1
record VolumeReliability(Panel volumes, double capacityShare, DayBootstrap bootstrap) {
    private static final int HOURS = 24;

    List<VolumeRow> rows(List<Detector> detectors) {
        long first = volumes.day(0);
        int days = (int) (volumes.day(volumes.steps() - 1) - first) + 1;
        return IntStream.range(0, detectors.size())
                .parallel()
                .mapToObj(i -> {
                    double[][] hourly = hourly(i, first, days);
                    VolumeUse.Capacity capacity = VolumeUse.capacity(hourly, capacityShare, bootstrap);
                    return Stream.of(DayPeriod.values())
                            .map(period -> row(detectors.get(i), period, hourly, first, capacity));
                })
                .flatMap(rows -> rows)
                .toList();
    }

    private VolumeRow row(
            Detector detector, DayPeriod period, double[][] hourly, long first, VolumeUse.Capacity capacity) {
        boolean[] of = new boolean[hourly.length];
        for (int day = 0; day < of.length; day++) {
            of[day] = period.has(first + day, period.fromHour() * 3600L);
        }
        return new VolumeRow(
                detector,
                period,
                capacity,
                VolumeUse.of(
                        hourly,
                        of,
                        period.fromHour(),
                        period.toHour(),
                        capacity.observed().value(),
                        bootstrap));
    }

    /// Means over the steps of each hour of each day, where all of them were counted.
    private double[][] hourly(int detector, long first, int days) {
        double[][] sums = new double[days][HOURS];
        int[][] steps = new int[days][HOURS];
        int perHour = Math.max(1, volumes.slotsPerDay() / HOURS);
        for (int step = 0; step < volumes.steps(); step++) {
            double volume = volumes.value(detector, step);
            int hour = volumes.slot(step) / perHour;
            int day = (int) (volumes.day(step) - first);
            sums[day][hour] += volume;
            steps[day][hour]++;
        }
        for (int day = 0; day < days; day++) {
            int own = day;
            Arrays.setAll(
                    sums[day], hour -> steps[own][hour] < perHour ? Double.NaN : sums[own][hour] / steps[own][hour]);
        }
        return sums;
    }
}
