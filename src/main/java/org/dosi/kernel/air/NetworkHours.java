package org.dosi.kernel.air;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dosi.kernel.stat.Check;

/// What a network of stations and a weather mast saw, hour by hour without gaps in the count of hours.
///
/// @param substances each at most once, all with the same stations in the same order
/// @param hourOfDay 0 to 23, of each hour, on the city's clock
/// @param month 1 to 12, of each hour
/// @param windSpeedMPerS NaN where missing
/// @param windFromDeg where the wind comes from, degrees clockwise from north, 0 to 360; NaN in a calm or
///     where missing
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record NetworkHours(
        List<SubstanceHours> substances, int[] hourOfDay, int[] month, double[] windSpeedMPerS, double[] windFromDeg) {

    public NetworkHours {
        int hours = hourOfDay.length;
        Check.within(hours, hours, "months", month.length);
        Check.within(hours, hours, "wind speeds", windSpeedMPerS.length);
        Check.within(hours, hours, "wind directions", windFromDeg.length);
        for (int h = 0; h < hours; h++) {
            Check.within(0, 23, "hour of the day", hourOfDay[h]);
            Check.within(1, 12, "month", month[h]);
        }
        substances = List.copyOf(substances);
        Set<Substance> seen = EnumSet.noneOf(Substance.class);
        for (SubstanceHours one : substances) {
            int stations = substances.getFirst().stations();
            Check.within(stations, stations, "stations", one.stations());
            if (one.stations() > 0) {
                Check.within(hours, hours, "hours of values", one.value()[0].length);
            }
            if (!seen.add(one.substance())) {
                throw new IllegalArgumentException("substances: expected each once, found again " + one.substance());
            }
        }
    }

    public int hours() {
        return hourOfDay.length;
    }

    public int stations() {
        return substances.isEmpty() ? 0 : substances.getFirst().stations();
    }

    public Optional<SubstanceHours> find(Substance substance) {
        return substances.stream().filter(s -> s.substance() == substance).findFirst();
    }
}
