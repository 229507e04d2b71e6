package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.List;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.stat.Quantiles;

/// What a set of outcomes of injected sources comes to.
///
/// @param found share of the trials whose source was found
/// @param errorM median distance of those found
/// @param error80M 80 % quantile of it
/// @param strength found over true strength of those found
/// @param falseAlarms a trial
/// @param falseShare strength of the false alarms over that of the source, mean over the trials
/// @param alarmed share of the trials with any false alarm; of trials without a source, what `falseAlarms` of the
///        settings promises
/// @param held of those found whose days were resampled
public record RecoveryScore(
        int trials,
        double found,
        double errorM,
        double error80M,
        Ratio strength,
        double falseAlarms,
        double falseShare,
        double alarmed,
        Held held) {

    /// Median with 10 % and 90 % quantile.
    public record Ratio(double median, double lower, double upper) {}

    /// How often intervals of 90 % hold the truth.
    ///
    /// @param sources that were asked; 0 if no days were resampled
    /// @param strength share whose interval holds the true strength
    /// @param place share whose area holds the true place
    public record Held(int sources, double strength, double place) {}

    public static RecoveryScore of(List<Outcome> outcomes) {
        List<Outcome> found = outcomes.stream().filter(Outcome::found).toList();
        double[] error = found.stream().mapToDouble(Outcome::errorM).toArray();
        double[] ratio = found.stream()
                .mapToDouble(each -> each.foundGPerS() / each.trial().strengthGPerS())
                .sorted()
                .toArray();
        List<Outcome> resampled =
                found.stream().filter(each -> each.interval().isKnown()).toList();
        return new RecoveryScore(
                outcomes.size(),
                outcomes.isEmpty() ? Double.NaN : (double) error.length / outcomes.size(),
                Quantiles.of(error, 0.5),
                Quantiles.of(error, 0.8),
                new Ratio(
                        Quantiles.ofSorted(ratio, 0.5), Quantiles.ofSorted(ratio, 0.1), Quantiles.ofSorted(ratio, 0.9)),
                outcomes.stream().mapToInt(Outcome::falseAlarms).average().orElse(Double.NaN),
                outcomes.stream()
                        .mapToDouble(each -> each.falseGPerS() / each.trial().strengthGPerS())
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN),
                share(outcomes.stream()
                        .mapToInt(each -> each.falseAlarms() > 0 ? 1 : 0)
                        .toArray()),
                new Held(
                        resampled.size(),
                        share(resampled.stream()
                                .mapToInt(each -> each.holdsStrength() ? 1 : 0)
                                .toArray()),
                        share(resampled.stream()
                                .mapToInt(each -> each.interval().holdsPlace() ? 1 : 0)
                                .toArray())));
    }

    private static double share(int[] ones) {
        return Arrays.stream(ones).average().orElse(Double.NaN);
    }
}
