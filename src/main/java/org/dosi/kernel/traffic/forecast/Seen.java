package org.dosi.kernel.traffic.forecast;

import org.dosi.kernel.traffic.Panel;

/// What is known at an origin: the values of all steps before it, and the clock of any step. A look at a later value is
/// an error.
public final class Seen {
    private final Panel panel;
    private final int origin;

    /// @param origin the first step that is not known yet; may be the step after the last
    public Seen(Panel panel, int origin) {
        if (origin < 1 || origin > panel.steps()) {
            throw new IllegalArgumentException(
                    "origin: expected a step from 1 to %d, found %d".formatted(panel.steps(), origin));
        }
        this.panel = panel;
        this.origin = origin;
    }

    public int origin() {
        return origin;
    }

    public int datastreams() {
        return panel.datastreams();
    }

    public int slotsPerDay() {
        return panel.slotsPerDay();
    }

    /// NaN where missing, and before the first step.
    ///
    /// @throws LookAheadException if the step is not before the origin
    public double value(int datastream, int step) {
        if (step >= origin) {
            throw new LookAheadException("expected a look at steps before %d, found one at %d".formatted(origin, step));
        }
        return step < 0 ? Double.NaN : panel.value(datastream, step);
    }

    /// The local time at which a step begins; steps after the panel's last follow it evenly.
    public long localS(int step) {
        int last = panel.steps() - 1;
        return step <= last ? panel.localS(step) : panel.localS(last) + (step - last) * panel.stepSeconds();
    }
}
