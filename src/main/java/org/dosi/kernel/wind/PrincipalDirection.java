package org.dosi.kernel.wind;

import java.util.SplittableRandom;
import org.dosi.kernel.stat.Directions;

/// The direction from which a pollutant's high concentrations come to a place: with an interval, its
/// effect, and a test against chance.
///
/// 1. Each hour's concentration is divided by what its season (about ten weeks), hour of the day and wind
///    speed let expect, see [DirectionHours]: a sea breeze that blows in the hours of traffic, or
///    dilution by strong winds from one side, is no direction.
/// 2. The mean of this ratio as a function of direction is a kernel regression (Nadaraya-Watson) with a
///    circular Gaussian; its highest point is the direction. A direction needs hours on ten days at
///    least.
/// 3. The interval is a percentile interval of a circular block bootstrap of days (Politis and Romano
///    1992, in Exploring the Limits of Bootstrap, 263-270), blocks of the cube root of the number of
///    days, in which the direction is looked for anew each time.
/// 4. The effect is the ratio at the peak over that of the winds from elsewhere. The highest of many is
///    too high: its interval is the basic bootstrap interval of its logarithm (Davison and Hinkley 1997,
///    Bootstrap Methods and their Application, section 5.2), which turns that excess back, and the ratio
///    given is corrected by the bootstrap's median in the same way.
/// 5. The p value comes from [WeekExchange]. For many places and pollutants at once see
///    [org.dosi.kernel.stat.FalseDiscovery].
///
/// The expectation is not fitted anew in the draws. What stays hidden: weather that both turns the wind
/// and raises concentrations on the same days, as sun does with sea breeze and ozone, cannot be told from
/// a source there.
public final class PrincipalDirection {
    private static final int COUNT = DirectionNodes.COUNT;
    /// A direction that the wind took on fewer days can be made by a few odd days.
    private static final int FEWEST_DAYS = 10;
    /// And it needs as many hours within its Gaussian.
    private static final double FEWEST_HOURS = 24;

    private PrincipalDirection() {}

    /// Deterministic for a seed. Time O(hours + permutations · weeks · 36 + resamples · days^(2/3) · 72).
    public static DirectionFinding of(DirectionSeries series, DirectionRules rules) {
        DirectionHours hours = new DirectionHours(series, rules.leastSpeedMPerS());
        DirectionNodes nodes = new DirectionNodes(rules.spreadDeg());
        DirectionFit fit = new DirectionFit(hours, nodes, rules.capShare());
        boolean[] allowed = allowed(hours, nodes);
        int highest = fit.profile().highest(allowed);
        if (highest < 0 || Double.isNaN(fit.profile().logRatio(highest))) {
            return DirectionFinding.none(fit.hours());
        }
        double directionDeg = fit.profile().directionDeg(highest);
        double logRatio = fit.profile().logRatio(highest);
        DirectionBootstrap bootstrap = new DirectionBootstrap(fit.sumsUpToDay(), allowed, nodes, rules);
        Directions.Arc arc = bootstrap.arc(directionDeg);
        double halfBand = bootstrap.halfBand(highest);
        double p = new WeekExchange(hours, nodes, rules.capShare())
                .pValue(allowed, rules.permutations(), new SplittableRandom(rules.seed()).split());
        return new DirectionFinding(
                directionDeg,
                arc.lowerDeg(),
                arc.upperDeg(),
                Math.exp(logRatio - bootstrap.usualExcess()),
                Math.exp(logRatio - halfBand),
                Math.exp(logRatio + halfBand),
                p,
                fit.hours());
    }

    private static boolean[] allowed(DirectionHours hours, DirectionNodes nodes) {
        double[] sums = new double[COUNT];
        int[] daysAt = new int[COUNT];
        for (int day = 0; day < hours.days; day++) {
            double[] today = new double[COUNT];
            for (int h = day * 24; h < (day + 1) * 24; h++) {
                if (!Double.isNaN(hours.value[h]) && !Double.isNaN(hours.windFromDeg[h])) {
                    DirectionNodes.add(today, 0, hours.windFromDeg[h], 1);
                }
            }
            for (int n = 0; n < COUNT; n++) {
                sums[n] += today[n];
                double about = today[n] + today[(n + 1) % COUNT] + today[(n + COUNT - 1) % COUNT];
                daysAt[n] += about > 0 ? 1 : 0;
            }
        }
        double[] near = new double[COUNT];
        nodes.smooth(sums, 0, near, 0);
        boolean[] allowed = new boolean[COUNT];
        for (int n = 0; n < COUNT; n++) {
            allowed[n] = daysAt[n] >= FEWEST_DAYS && near[n] >= FEWEST_HOURS;
        }
        return allowed;
    }
}
