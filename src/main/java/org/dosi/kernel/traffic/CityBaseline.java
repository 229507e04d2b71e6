package org.dosi.kernel.traffic;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A panel without what its detectors cannot have seen, and what is expected of it.
///
/// @param panel faulty values are NaN
/// @param baseline fitted on that panel
/// @param faults by datastream, then step
public record CityBaseline(Panel panel, Baseline baseline, List<DetectorFault> faults) {

    public CityBaseline {
        faults = List.copyOf(faults);
    }

    /// Fits, recognises faults against that fit, and fits again without them. Negative values are missing: neither
    /// a count nor a speed is below 0.
    ///
    /// @param classOf the class of a day
    public static CityBaseline of(Panel raw, Function<LocalDate, DayClass> classOf) {
        Panel panel = withoutNegative(raw);
        Baseline first = Baseline.fit(panel, classOf);
        List<DetectorFault> faults = new DetectorFaults(panel, first).find();
        if (faults.stream().noneMatch(DetectorFault::isMissing)) {
            return new CityBaseline(panel, first, faults);
        }
        Panel clean = without(panel, faults);
        return new CityBaseline(clean, Baseline.fit(clean, classOf), faults);
    }

    private static Panel withoutNegative(Panel raw) {
        double[][] values = new double[raw.datastreams()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.stream(raw.values(i))
                    .map(value -> value >= 0 && value < Double.POSITIVE_INFINITY ? value : Double.NaN)
                    .toArray();
        }
        return raw.with(values);
    }

    private static Panel without(Panel panel, List<DetectorFault> faults) {
        double[][] values = new double[panel.datastreams()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = panel.values(i).clone();
        }
        for (DetectorFault fault : faults) {
            if (fault.isMissing()) {
                Arrays.fill(values[fault.datastream()], fault.fromStep(), fault.toStep(), Double.NaN);
            }
        }
        return panel.with(values);
    }
}
