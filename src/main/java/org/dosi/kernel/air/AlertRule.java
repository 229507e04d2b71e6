package org.dosi.kernel.air;

import java.util.List;
import org.dosi.kernel.stat.Check;

/// When an alert for one pollutant is issued, lowered and lifted.
///
/// @param statistic what is compared with the limits
/// @param hours how many hours in a row must reach a limit (particles 2, ozone 1)
/// @param capture the share of a region's stations, from 0 to 1, that an hour needs
/// @param limits one for each level, from the advisory up
public record AlertRule(Statistic statistic, int hours, double capture, List<Limit> limits) {

    public AlertRule {
        Check.atLeast(1, "hours", hours);
        Check.within(0, 1, "capture", capture);
        limits = List.copyOf(limits);
        Check.within(1, AlertLevel.ALL.size(), "limits", limits.size());
        for (int k = 1; k < limits.size(); k++) {
            Check.positive(
                    "step between levels",
                    limits.get(k).issueFrom() - limits.get(k - 1).issueFrom());
        }
    }

    /// What a region's stations are reduced to.
    public enum Statistic {
        /// The mean of the stations that measured: particles.
        MEAN,
        /// The highest station: ozone, where one station is enough.
        HIGHEST
    }

    /// @param issueFrom the level is issued from this concentration on, itself included
    /// @param lowerBelow below this one, itself excluded, the level gives way to the one under it or is
    ///     lifted
    public record Limit(double issueFrom, double lowerBelow) {

        public Limit {
            Check.within(0, issueFrom, "lowerBelow", lowerBelow);
        }
    }
}
