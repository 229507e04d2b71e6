package org.dosi.analysis.traffic.congestion;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.congestion.FreeFlow;
import org.dosi.model.Name;

/// The free-flow speed that the user wants: found by a method, or given.
final class FreeFlowSetting {
    static final Parameter PARAMETER = Parameter.of(
            "free-flow",
            Parameter.Kind.TEXT,
            Parameter.word(FreeFlow.NIGHT),
            "자유속도: night, off-peak, toronto-highway, toronto-street, 또는 km/h 값",
            "free-flow speed: night, off-peak, toronto-highway, toronto-street, or a number of km/h");

    private static final double MOST = 200;

    private FreeFlowSetting() {}

    /// Of each detector, km/h; NaN where too few values were seen.
    static double[] of(Settings settings, Panel speeds) {
        String text = settings.text(PARAMETER.name());
        double[] speed = new double[speeds.datastreams()];
        for (FreeFlow method : FreeFlow.values()) {
            if (Parameter.word(method).equalsIgnoreCase(text)) {
                Arrays.setAll(speed, i -> method.of(speeds, i));
                return speed;
            }
        }
        try {
            double given = Double.parseDouble(text);
            if (given > 0 && given <= MOST) {
                Arrays.fill(speed, given);
                return speed;
            }
        } catch (NumberFormatException _) {
            // Reported below with the rest.
        }
        List<String> words =
                Arrays.stream(FreeFlow.values()).map(Parameter::word).toList();
        throw new BadSetting(
                PARAMETER.name(), "one of %s, or km/h up to 200".formatted(String.join(", ", words)), text);
    }

    /// What a reader should know where a free-flow speed could not be told.
    static List<Name> remarks(double[] freeFlow) {
        long unknown = Arrays.stream(freeFlow).filter(Double::isNaN).count();
        return unknown == 0
                ? List.of()
                : List.of(Name.of(
                        "%,d개 지점은 값이 적어 자유속도를 알 수 없습니다".formatted(unknown),
                        "free-flow speed cannot be told at %,d detectors: too few values in the hours that it is taken from"
                                .formatted(unknown)));
    }
}
