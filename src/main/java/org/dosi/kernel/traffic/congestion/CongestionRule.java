package org.dosi.kernel.traffic.congestion;

import org.dosi.kernel.stat.Check;

/// When a detector is congested: below a share of its reference speed for some minutes, until it has been above for
/// some.
///
/// Source: the rule of the RITIS bottleneck tool (CATT Lab, University of Maryland): below 60 % for 5 minutes, cleared
/// after 10 minutes.
///
/// @param share of the reference speed, 0 to 1
/// @param onsetS seconds below before it counts; at least one step
/// @param clearS seconds above before it is over; at least one step
public record CongestionRule(double share, long onsetS, long clearS) {
    public static final CongestionRule RITIS = new CongestionRule(0.6, 300, 600);

    public CongestionRule {
        Check.within(0, 1, "share", share);
    }

    int onsetSteps(long stepS) {
        return (int) Math.max(1, Math.ceilDiv(onsetS, stepS));
    }

    int clearSteps(long stepS) {
        return (int) Math.max(1, Math.ceilDiv(clearS, stepS));
    }

    /// The steps in which a detector is congested, from the first slow one. A missing value is not slow: a gap as
    /// long as the clearing ends congestion at the last slow step, a shorter one is bridged.
    ///
    /// @param reference of the same unit as the speeds; NaN makes nothing congested
    public boolean[] of(double[] speeds, double reference, long stepS) {
        boolean[] congested = new boolean[speeds.length];
        int onset = onsetSteps(stepS);
        int clear = clearSteps(stepS);
        boolean on = false;
        int slow = 0;
        int free = 0;
        for (int i = 0; i < speeds.length; i++) {
            boolean isSlow = speeds[i] < share * reference;
            slow = isSlow ? slow + 1 : 0;
            free = isSlow ? 0 : free + 1;
            if (!on && slow >= onset) {
                on = true;
                java.util.Arrays.fill(congested, i - slow + 1, i, true);
            } else if (on && free >= clear) {
                on = false;
                java.util.Arrays.fill(congested, i - free + 1, i, false);
            }
            congested[i] = on;
        }
        return congested;
    }
}
