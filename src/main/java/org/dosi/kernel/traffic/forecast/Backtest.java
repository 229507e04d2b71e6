package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// Forecasts from one origin after another, by a forecaster that was fitted on the past only.
///
/// It cannot leak: while a method is fitted, everything after the past is missing in the panel itself, whoever holds
/// it; a forecaster is given a [Seen]; and at some origins it forecasts twice, the second time with other values after
/// the origin. A forecast that changes has seen the future.
public final class Backtest {
    private static final double NONSENSE = 1e6;

    private final Panel panel;
    private final Function<LocalDate, DayClass> classOf;

    public Backtest(Panel panel, Function<LocalDate, DayClass> classOf) {
        this.panel = panel;
        this.classOf = classOf;
    }

    /// A forecaster and how long its fit took.
    public record Fitted(Forecaster forecaster, double seconds) {}

    /// @param until the first step that may not be known
    /// @throws LookAheadException if the fit takes the future for the past
    public Fitted fit(ForecastMethod method, int until, int ahead) {
        double[][] kept = replaceAfter(until, Double.NaN);
        try {
            long start = System.nanoTime();
            Forecaster forecaster = method.fit(panel.between(0, until), classOf, ahead);
            return new Fitted(forecaster, (System.nanoTime() - start) / 1e9);
        } finally {
            restore(until, kept);
        }
    }

    /// Gets every forecast.
    @FunctionalInterface
    public interface Visitor {

        /// @param forecast by datastream, then step ahead; the first is the origin's own
        void visit(int origin, double[][] forecast);
    }

    /// @param origins in ascending order, none before the end of what the forecaster was fitted on
    /// @throws LookAheadException if a forecast depends on what comes after its origin
    public void run(String name, Forecaster forecaster, int[] origins, int ahead, Visitor visitor) {
        for (int k = 0; k < origins.length; k++) {
            double[][] forecast = forecaster.forecast(new Seen(panel, origins[k]), ahead);
            boolean probed = k == 0 || k == origins.length / 2 || k == origins.length - 1;
            if (probed) {
                requireBlind(name, forecaster, origins[k], ahead, forecast);
            }
            visitor.visit(origins[k], forecast);
        }
    }

    private void requireBlind(String name, Forecaster forecaster, int origin, int ahead, double[][] forecast) {
        double[][] kept = replaceAfter(origin, NONSENSE);
        try {
            if (!Arrays.deepEquals(forecaster.forecast(new Seen(panel, origin), ahead), forecast)) {
                throw new LookAheadException(
                        "%s: expected a forecast from step %d that does not depend on later values, found one that does"
                                .formatted(name, origin));
            }
        } finally {
            restore(origin, kept);
        }
    }

    /// In the caller's own panel: what is held elsewhere is the same array.
    private double[][] replaceAfter(int from, double with) {
        double[][] kept = new double[panel.datastreams()][];
        for (int i = 0; i < kept.length; i++) {
            double[] values = panel.values(i);
            kept[i] = Arrays.copyOfRange(values, from, values.length);
            Arrays.fill(values, from, values.length, with);
        }
        return kept;
    }

    private void restore(int from, double[][] kept) {
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(kept[i], 0, panel.values(i), from, kept[i].length);
        }
    }
}
