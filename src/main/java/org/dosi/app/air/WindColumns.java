package org.dosi.app.air;

import java.util.Arrays;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;

/// The wind of a plain file, whose columns the user names: what cannot be speeds is refused.
final class WindColumns {
    /// Mean wind is observed up to 75 m/s (WMO-No. 8, volume I, annex 1.A), the rule for data folders, too.
    private static final double FASTEST_M_PER_S = 75;

    /// Single odd hours are the data's own affair; one in so many is a wrong column, unit or mark for missing.
    private static final int ODD = 100;

    private WindColumns() {}

    /// As [Series.Wind#of].
    ///
    /// @throws BadSetting if more than one speed in a hundred is negative or faster than wind is
    static Series.Wind wind(
            double[] speed, double[] fromDeg, double calmMark, String speedColumn, String directionColumn) {
        double[] known = Arrays.stream(speed).filter(Double::isFinite).toArray();
        double[] odd =
                Arrays.stream(known).filter(s -> s < 0 || s > FASTEST_M_PER_S).toArray();
        if (odd.length * ODD > known.length) {
            double most = Arrays.stream(known).max().orElse(0);
            double least = Arrays.stream(known).min().orElse(0);
            boolean exchanged = most <= 360
                    && least >= 0
                    && Arrays.stream(fromDeg).filter(Double::isFinite).allMatch(d -> d >= 0 && d <= FASTEST_M_PER_S);
            throw new BadSetting(
                    "wind-speed: expected m/s from 0 to %.0f (WMO-No. 8), found %,d of %,d hours outside, %s to %s, in column '%s'%s"
                            .formatted(
                                    FASTEST_M_PER_S,
                                    odd.length,
                                    known.length,
                                    plain(least),
                                    plain(most),
                                    speedColumn,
                                    exchanged
                                            ? "; are '%s' and '%s' exchanged?".formatted(speedColumn, directionColumn)
                                            : ""));
        }
        return Series.Wind.of(speed, fromDeg, calmMark, speedColumn, directionColumn);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
