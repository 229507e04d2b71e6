package org.dosi.analysis.traffic.environment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.environment.DelayFunction;

/// The mean speed of every link in every hour: where it is measured on the link, that; else from the flow, with the
/// range between the slow and the free speed of the link's kind.
///
/// @param kmPerH by link, then hour
/// @param measured by link
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
record LinkSpeeds(double[][] kmPerH, boolean[] measured) {
    private static final String SPEED = "traffic_speed";
    private static final double KM_PER_MILE = 1.609344;

    static LinkSpeeds of(TrafficData data, LinkFlows flows, RoadKinds kinds) {
        double[][] kmPerH = new double[flows.roads().size()][];
        boolean[] measured = new boolean[kmPerH.length];
        Optional<Detectors> detectors = findSpeeds(data);
        int[] detector = detectors
                .map(each -> RoadLinks.of(data.roads(), each).detector())
                .orElseGet(() -> new int[0]);
        for (int i = 0; i < kmPerH.length; i++) {
            kmPerH[i] = modelled(flows, kinds, i);
            if (detectors.isPresent() && detector[i] >= 0) {
                double[] seen = hours(detectors.get(), detector[i], Optional.ofNullable(flows.date()));
                for (int hour = 0; hour < LinkFlows.HOURS; hour++) {
                    if (seen[hour] > 0) {
                        kmPerH[i][hour] = seen[hour];
                        measured[i] = true;
                    }
                }
            }
        }
        return new LinkSpeeds(kmPerH, measured);
    }

    private static double[] modelled(LinkFlows flows, RoadKinds kinds, int link) {
        double free = kinds.of(flows.roads().kind()[link]).freeKmPerH();
        return Arrays.stream(flows.flow()[link])
                .map(flow -> DelayFunction.speedKmPerH(free, flow, flows.capacity()[link]))
                .toArray();
    }

    /// Data say that they have no speeds by refusing them.
    private static Optional<Detectors> findSpeeds(TrafficData data) {
        try {
            Detectors detectors = data.of(SPEED).detectors();
            return detectors.variable().id().equals(SPEED) ? Optional.of(detectors) : Optional.empty();
        } catch (BadSetting _) {
            return Optional.empty();
        }
    }

    /// The mean by hour of the window or of the date, km/h; NaN where there is none.
    private static double[] hours(Detectors detectors, int detector, Optional<LocalDate> date) {
        Panel panel = detectors.panel();
        double unit = detectors.variable().unit().contains("mi") ? KM_PER_MILE : 1;
        double[] sum = new double[LinkFlows.HOURS];
        int[] count = new int[LinkFlows.HOURS];
        for (int step = 0; step < panel.steps(); step++) {
            double value = panel.value(detector, step);
            boolean asked = date.isEmpty() || panel.day(step) == date.get().toEpochDay();
            if (asked && value > 0) {
                int hour = panel.slot(step) * LinkFlows.HOURS / panel.slotsPerDay();
                sum[hour] += value * unit;
                count[hour]++;
            }
        }
        for (int hour = 0; hour < sum.length; hour++) {
            sum[hour] /= count[hour] == 0 ? Double.NaN : count[hour];
        }
        return sum;
    }

    /// The least and the greatest speed that are likely where it is not measured.
    double[] range(LinkFlows flows, RoadKinds kinds, int link, int hour) {
        if (measured[link]) {
            return new double[] {kmPerH[link][hour], kmPerH[link][hour]};
        }
        RoadKinds.Assumed assumed = kinds.of(flows.roads().kind()[link]);
        return new double[] {assumed.slowKmPerH(), assumed.freeKmPerH()};
    }
}
