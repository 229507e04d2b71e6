package org.dosi.analysis.air.direction;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.wind.DirectionSteps;

/// Into how many sectors the directions of a finding are sorted: as many as were asked for, or as suit the steps
/// in which the wind is reported.
///
/// @param count of sectors
/// @param fromDeg the hours' directions; points of a compass as they are meant, 22.5° for a written 20°
record Sectors(int count, DirectionSteps steps, double[] fromDeg) {
    private static final String NAME = "sectors";

    /// @param usual where directions come in tens of degrees or finer
    static Parameter parameter(int usual) {
        return Parameter.of(
                NAME,
                Parameter.Kind.COUNT,
                "",
                "풍향 구간 수(기본: %d, 풍향이 16방위 등으로 기록되면 그 방위 수)".formatted(usual),
                "sectors of direction (default: %d; for winds reported in points of a compass, as many as those)"
                        .formatted(usual));
    }

    /// @param all the wind of all groups, whose steps are the groups': a few hours do not show them
    /// @param fromDeg the directions to be sorted
    /// @param least the fewest sectors that may be asked for
    static Sectors of(Settings settings, Series.Wind all, double[] fromDeg, int usual, int least) {
        DirectionSteps steps = DirectionSteps.of(all.fromDeg());
        int count = settings.find(NAME).isPresent()
                ? settings.count(NAME, least, 360)
                : Math.max(least, steps.sectors(usual));
        return new Sectors(count, steps, steps.exact(fromDeg));
    }

    /// The settings with the number of sectors, asked for or not.
    Map<String, String> used(Settings settings) {
        Map<String, String> used = new LinkedHashMap<>(settings.used());
        used.put(NAME, Integer.toString(count));
        return used;
    }
}
