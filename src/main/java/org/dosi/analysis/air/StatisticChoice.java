package org.dosi.analysis.air;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.Averages;

/// The `statistic` that several analyses let people choose.
///
/// @param percentile 0 to 100, for a percentile alone
public record StatisticChoice(Averages.Statistic kind, double percentile) {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?)");
    private static final String STATISTICS = "mean, median, max, min, sum, sd, count or a percentile such as p95";

    public static Parameter parameter() {
        return Parameter.of("statistic", Kind.TEXT, "mean", "통계량: " + STATISTICS, STATISTICS);
    }

    public static StatisticChoice of(Settings settings) {
        String text = settings.text("statistic");
        Matcher percentile = PERCENTILE.matcher(text);
        if (percentile.matches()) {
            return new StatisticChoice(Averages.Statistic.PERCENTILE, Double.parseDouble(percentile.group(1)));
        }
        Averages.Statistic kind = switch (text.toLowerCase(Locale.ROOT)) {
            case "mean" -> Averages.Statistic.MEAN;
            case "median" -> Averages.Statistic.MEDIAN;
            case "max" -> Averages.Statistic.MAX;
            case "min" -> Averages.Statistic.MIN;
            case "sum" -> Averages.Statistic.SUM;
            case "sd" -> Averages.Statistic.STANDARD_DEVIATION;
            case "count" -> Averages.Statistic.COUNT;
            default -> throw new BadSetting("statistic", STATISTICS, text);
        };
        return new StatisticChoice(kind, Double.NaN);
    }

    /// Of each group of consecutive rows.
    public double[] byGroup(double[] values, Periods periods, double captureShare) {
        return Averages.byGroup(values, periods.groupStart(), periods.expected(), kind, percentile, captureShare);
    }

    /// Of the first `count` numbers, all finite.
    public double of(double[] scratch, int count) {
        return Averages.byGroup(scratch, new int[] {0, count}, new int[] {count}, kind, percentile, 0)[0];
    }
}
