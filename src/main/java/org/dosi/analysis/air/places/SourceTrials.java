package org.dosi.analysis.air.places;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.plume.PlumeError;
import org.dosi.kernel.plume.SourceRecovery;
import org.dosi.kernel.plume.SourceRecovery.Outcome;

/// The test of a map as it can be asked for.
final class SourceTrials {
    /// Strengths of the test, as shares of the one from which cells count as resolvable; 0 asks for false alarms.
    private static final double[] TEST_SHARES = {0, 0.1, 0.3, 1, 3};

    private static final String ERRORS = "test-errors";
    private static final String ALL = "all";
    private static final String NONE = "none";

    private SourceTrials() {}

    static List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "test",
                        Kind.COUNT,
                        "8",
                        "세기마다 심어 보는 가상 배출원 수(0: 시험 없음)",
                        "injected sources for each strength of the test; 0 for no test"),
                Parameter.of(
                        "test-stations",
                        Kind.TEXT,
                        "",
                        "시험할 측정소 수(쉼표로)",
                        "numbers of stations to test with, with commas (default: all)"),
                Parameter.of(
                        "test-strengths",
                        Kind.TEXT,
                        "",
                        "심어 볼 세기(g/s, 쉼표로; 0은 배출원 없는 시험)",
                        "strengths to test with, g/s, with commas; 0 for none (default: 0, 0.1, 0.3, 1, 3 times --strength)"),
                Parameter.of(
                        "test-replicates",
                        Kind.COUNT,
                        "0",
                        "시험에서 구간을 볼 날짜 재표집 횟수(0: 보지 않음)",
                        "how often the test resamples the days, to see whether intervals hold the truth; 0 for not"),
                Parameter.of(
                        ERRORS,
                        Kind.TEXT,
                        ALL,
                        "시험에서 지도와 다르게 둘 것: all, none 또는 쉼표로 " + words(),
                        "in what the test's plumes are not the map's: all, none, or with commas " + words()));
    }

    private static String words() {
        return Arrays.stream(PlumeError.values()).map(Parameter::word).collect(Collectors.joining(","));
    }

    /// Nothing if no test is asked for.
    static List<Outcome> of(Settings settings, WorkedMap worked, SourceInputs inputs, double resolvable) {
        int each = settings.count("test", 0, 1000);
        int all = inputs.stations().size();
        int[] numbers = settings.find("test-stations")
                .map(_ -> settings.numbers("test-stations", 1, all))
                .map(list -> Arrays.stream(list).mapToInt(n -> (int) n).toArray())
                .orElse(new int[] {all});
        double[] strengths = settings.find("test-strengths")
                .map(_ -> settings.numbers("test-strengths", 0, 1e9))
                .orElseGet(() -> Arrays.stream(TEST_SHARES)
                        .map(share -> share == 0 ? 0 : share * resolvable)
                        .filter(Double::isFinite)
                        .toArray());
        if (each == 0) {
            return List.of();
        }
        return SourceRecovery.of(
                new SourceRecovery.Plan(
                        strengths, numbers, each, settings.count("test-replicates", 0, 1000), errors(settings)),
                worked.map(),
                inputs.hours(),
                new SourceRecovery.Place(
                        inputs.xM(), inputs.yM(), worked.footprints().get()),
                inputs.plume(),
                worked.how());
    }

    private static Set<PlumeError> errors(Settings settings) {
        String text = settings.text(ERRORS);
        Set<PlumeError> errors = EnumSet.noneOf(PlumeError.class);
        if (text.equals(ALL)) {
            return EnumSet.allOf(PlumeError.class);
        }
        if (text.equals(NONE)) {
            return errors;
        }
        for (String word : text.split(",", -1)) {
            errors.add(Arrays.stream(PlumeError.values())
                    .filter(error -> Parameter.word(error).equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new BadSetting(ERRORS, "all, none or some of " + words(), text)));
        }
        return errors;
    }
}
