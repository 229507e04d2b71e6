package org.dosi.analysis.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.traffic.Panel;
import org.dosi.model.Name;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// One property at all detectors, on one clock without gaps in its count of steps.
///
/// @param zone null where stamps carry no zone
/// @param startS the beginning of each step, seconds since 1970 UTC, or by the local clock where there is no zone
/// @param panel the values by detector, then step
public record Detectors(
        @Nullable ZoneId zone, long[] startS, List<Detector> list, Variable variable, Panel panel, List<String> inputs)
        implements Zoned {

    public Detectors {
        list = List.copyOf(list);
        inputs = List.copyOf(inputs);
    }

    /// One datastream and where it is observed.
    ///
    /// @param id of the feature, or the column of the file
    /// @param lon degrees; NaN where unknown
    /// @param lat degrees; NaN where unknown
    /// @param attributes what the publisher says of the place: `point`, `direction`, `road`, `area`, as the feature
    ///     has them
    public record Detector(String id, Name name, double lon, double lat, Map<String, String> attributes) {
        public Detector {
            attributes = Map.copyOf(attributes);
        }

        public boolean hasPlace() {
            return !Double.isNaN(lon) && !Double.isNaN(lat);
        }
    }

    /// What is observed.
    ///
    /// @param unit UCUM code; empty where nobody says
    public record Variable(String id, Name name, String unit) {}

    public int size() {
        return list.size();
    }

    public int steps() {
        return startS.length;
    }

    /// The beginning of a step, seconds since 1970 as [#startS]; of the step after the last its end.
    public long start(int step) {
        return step < startS.length ? startS[step] : startS[startS.length - 1] + panel.stepSeconds();
    }

    /// The same as ISO 8601, with the offset of the zone where there is one.
    public String time(int step) {
        Instant time = Instant.ofEpochSecond(start(step));
        return zone == null
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }

    /// @param zone null where stamps carry no zone
    /// @param startS ascending and without gaps
    /// @param values by detector, then step; NaN where missing; kept, not copied
    public static Detectors of(
            @Nullable ZoneId zone,
            long stepS,
            long[] startS,
            List<Detector> list,
            Variable variable,
            double[][] values,
            List<String> inputs) {
        return new Detectors(zone, startS, list, variable, new Panel(values, local(startS, zone), stepS), inputs);
    }

    private static long[] local(long[] startS, @Nullable ZoneId zone) {
        long[] local = startS.clone();
        if (zone != null) {
            for (int i = 0; i < local.length; i++) {
                local[i] += zone.getRules()
                        .getOffset(Instant.ofEpochSecond(startS[i]))
                        .getTotalSeconds();
            }
        }
        return local;
    }
}
