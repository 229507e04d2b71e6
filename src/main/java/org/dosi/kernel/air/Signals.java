package org.dosi.kernel.air;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dosi.kernel.stat.Quantiles;

/// All pollutants of a network as [NetworkSignal]s, and what is asked of several of them together.
final class Signals {
    private static final int DISTURBANCE = Suspicion.SPIKE.mask() | Suspicion.RANGE.mask() | Suspicion.STATUS.mask();

    private final NetworkHours network;
    private final Map<Substance, NetworkSignal> bySubstance = new EnumMap<>(Substance.class);
    private final double[] usualWindMPerS;

    Signals(NetworkHours network) {
        this.network = network;
        int[][] disturbed = disturbed(network);
        for (SubstanceHours one : network.substances()) {
            NetworkSignal signal = NetworkSignal.of(one, network, disturbed);
            if (Arrays.stream(signal.median()).anyMatch(Double::isFinite)) {
                bySubstance.put(one.substance(), signal);
            }
        }
        usualWindMPerS = NetworkSignal.usual(network.windSpeedMPerS(), network);
    }

    private static int[][] disturbed(NetworkHours network) {
        int[][] disturbed = new int[network.stations()][network.hours()];
        for (SubstanceHours one : network.substances()) {
            for (int s = 0; s < disturbed.length; s++) {
                for (int h = 0; h < network.hours(); h++) {
                    disturbed[s][h] += (one.suspicion()[s][h] & DISTURBANCE) != 0 ? 1 : 0;
                }
            }
        }
        return disturbed;
    }

    NetworkHours network() {
        return network;
    }

    Map<Substance, NetworkSignal> all() {
        return bySubstance;
    }

    Optional<NetworkSignal> find(Substance substance) {
        return Optional.ofNullable(bySubstance.get(substance));
    }

    /// The first that is measured.
    Optional<NetworkSignal> first(Substance... wanted) {
        return Arrays.stream(wanted).flatMap(s -> find(s).stream()).findFirst();
    }

    double[] usualWindMPerS() {
        return usualWindMPerS;
    }

    /// PM2.5 over PM10, network levels of an hour; NaN unless both are known.
    double fineFraction(int hour) {
        NetworkSignal fine = bySubstance.get(Substance.PM25);
        NetworkSignal all = bySubstance.get(Substance.PM10);
        return fine == null || all == null ? Double.NaN : fine.smooth()[hour] / all.smooth()[hour];
    }

    /// PM2.5 over PM10, of their sums over a spell.
    double fineFraction(Spells.Spell spell) {
        NetworkSignal fine = bySubstance.get(Substance.PM25);
        NetworkSignal all = bySubstance.get(Substance.PM10);
        return fine == null || all == null ? Double.NaN : ratio(fine.smooth(), all.smooth(), spell);
    }

    /// A signal's level over what is usual, of the sums over a spell.
    static double growth(NetworkSignal signal, Spells.Spell spell) {
        return ratio(signal.median(), signal.usual(), spell);
    }

    double windRatio(Spells.Spell spell) {
        return ratio(network.windSpeedMPerS(), usualWindMPerS, spell);
    }

    /// How much of a spell is local: see [NetworkSignal#localShare].
    static LocalShare localShare(NetworkSignal signal, Spells.Spell spell) {
        return signal.localShare(spell.start(), spell.end());
    }

    /// Median and robust standard deviation of the background's share in the hours above the threshold at
    /// which episodes end.
    static double[] usualRegionalShare(NetworkSignal signal) {
        double[] share = new double[signal.median().length];
        int count = 0;
        for (int h = 0; h < share.length; h++) {
            double one = signal.localShare(h, h + 1).regional();
            if (signal.smooth()[h] > signal.low() && Double.isFinite(one)) {
                share[count++] = one;
            }
        }
        double middle = Quantiles.median(share, count);
        double spread = (Quantiles.select(share, count, 0.75) - Quantiles.select(share, count, 0.25)) / IQR_TO_SIGMA;
        return new double[] {middle, spread};
    }

    /// The quartiles of a normal distribution are so many standard deviations apart.
    private static final double IQR_TO_SIGMA = 1.349;

    private static double ratio(double[] found, double[] usual, Spells.Spell spell) {
        double above = 0;
        double below = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            if (Double.isFinite(found[h]) && Double.isFinite(usual[h])) {
                above += found[h];
                below += usual[h];
            }
        }
        return below > 0 ? above / below : Double.NaN;
    }
}
