package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/// Advisories and warnings as the Korean rules issue, raise, lower and lift them.
///
/// An hour's concentration in a region is the mean of its stations (particles) or the highest of them
/// (ozone). A level is issued when the last hours, as many as the rule says, have all reached its limit;
/// more than one level may be passed at once. A level gives way to the next lower one below its own
/// second limit, and the lowest is lifted; an hour below several limits lowers several levels at once. In
/// an hour with too few stations nothing changes, but it breaks the row of hours that issues a level.
///
/// Source: Enforcement Rule of the Clean Air Conservation Act, annex 7 (대기환경보전법 시행규칙 별표 7). The rule lets
/// the authority consider the weather before it issues or lifts; this log follows the concentrations
/// alone.
public final class Alerts {
    /// After a day without measurements nobody can say that an alert is still in force.
    public static final int LOST_AFTER_HOURS = 24;

    /// A mean of 150 may come out as 149.99999999999997.
    private static final double BINARY = 1e-9;

    private Alerts() {}

    /// The alerts of one region in the order in which they began. Time O(stations × hours).
    ///
    /// @param stations for each station of the region the hours of one span without a gap, missing as NaN
    ///     or below zero
    public static List<AlertStretch> of(double[][] stations, AlertRule rule) {
        return of(stations, _ -> rule);
    }

    /// The same while the rule itself changes: an alert that is in force goes on under the new limits.
    ///
    /// @param rule of each hour, all with the same levels
    public static List<AlertStretch> of(double[][] stations, IntFunction<AlertRule> rule) {
        int hours = stations.length == 0 ? 0 : stations[0].length;
        if (hours == 0) {
            return List.of();
        }
        Log log = new Log(stations, rule.apply(0));
        for (int h = 0; h < hours; h++) {
            log.rule = rule.apply(h);
            log.hour(h);
        }
        return log.finish(hours);
    }

    /// What the rule compares: one value for each hour, NaN where fewer stations measured than it needs.
    public static double[] regional(double[][] stations, AlertRule rule) {
        int hours = stations.length == 0 ? 0 : stations[0].length;
        double[] regional = new double[hours];
        for (int h = 0; h < hours; h++) {
            regional[h] = regional(stations, h, rule);
        }
        return regional;
    }

    private static double regional(double[][] stations, int hour, AlertRule rule) {
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (double[] station : stations) {
            if (isMeasured(station[hour])) {
                sum += station[hour];
                highest = Math.max(highest, station[hour]);
                count++;
            }
        }
        if (count == 0 || count < rule.capture() * stations.length) {
            return Double.NaN;
        }
        return switch (rule.statistic()) {
            case MEAN -> sum / count;
            case HIGHEST -> highest;
        };
    }

    /// No concentration is below zero: that is a publisher's mark.
    private static boolean isMeasured(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    static boolean reaches(double value, double limit) {
        return value >= limit * (1 - BINARY);
    }

    /// The state of one region while its hours pass.
    private static final class Log {
        private final double[][] stations;
        private AlertRule rule;
        private final int[] row;
        private final List<AlertStretch> stretches = new ArrayList<>();
        private int level = -1;
        private int missing;
        private AlertStretch.Beginning beginning = AlertStretch.Beginning.ISSUED;
        private int issuedHour;
        private AlertStretch.Trigger trigger = new AlertStretch.Trigger(Double.NaN, -1, 0);
        private AlertStretch.Peak peak = new AlertStretch.Peak(Double.NaN, -1, -1);

        Log(double[][] stations, AlertRule rule) {
            this.stations = stations;
            this.rule = rule;
            this.row = new int[rule.limits().size()];
        }

        void hour(int hour) {
            double value = regional(stations, hour, rule);
            if (Double.isNaN(value)) {
                Arrays.fill(row, 0);
                missing++;
                if (level >= 0 && missing == LOST_AFTER_HOURS) {
                    end(hour - LOST_AFTER_HOURS + 1, AlertStretch.Ending.LOST);
                    level = -1;
                }
                return;
            }
            missing = 0;
            int reached = level;
            for (int k = 0; k < row.length; k++) {
                row[k] = reaches(value, rule.limits().get(k).issueFrom()) ? row[k] + 1 : 0;
                if (row[k] >= rule.hours()) {
                    reached = Math.max(reached, k);
                }
            }
            while (reached >= 0 && !reaches(value, rule.limits().get(reached).lowerBelow())) {
                reached--;
            }
            if (reached != level) {
                change(hour, value, reached);
            } else if (level >= 0 && value > peak.value()) {
                peak = new AlertStretch.Peak(value, hour, highestStation(hour));
            }
        }

        private void change(int hour, double value, int to) {
            if (level >= 0) {
                end(
                        hour,
                        to > level
                                ? AlertStretch.Ending.RAISED
                                : to < 0 ? AlertStretch.Ending.LIFTED : AlertStretch.Ending.LOWERED);
            }
            beginning = level < 0
                    ? AlertStretch.Beginning.ISSUED
                    : to > level ? AlertStretch.Beginning.RAISED : AlertStretch.Beginning.LOWERED;
            level = to;
            if (to >= 0) {
                issuedHour = hour;
                trigger = new AlertStretch.Trigger(
                        value,
                        highestStation(hour),
                        over(hour, rule.limits().get(to).issueFrom()));
                peak = new AlertStretch.Peak(value, hour, highestStation(hour));
            }
        }

        private void end(int hour, AlertStretch.Ending ending) {
            stretches.add(
                    new AlertStretch(AlertLevel.ALL.get(level), beginning, issuedHour, hour, ending, trigger, peak));
        }

        List<AlertStretch> finish(int hours) {
            if (level >= 0) {
                end(hours, AlertStretch.Ending.IN_FORCE);
            }
            return List.copyOf(stretches);
        }

        private int highestStation(int hour) {
            int highest = -1;
            for (int s = 0; s < stations.length; s++) {
                double value = stations[s][hour];
                if (isMeasured(value) && (highest < 0 || value > stations[highest][hour])) {
                    highest = s;
                }
            }
            return highest;
        }

        private int over(int hour, double limit) {
            int count = 0;
            for (double[] station : stations) {
                if (reaches(station[hour], limit)) {
                    count++;
                }
            }
            return count;
        }
    }
}
