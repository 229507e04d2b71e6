package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.air.Spells.Spell;

/// Episodes of a city's air: when they were, what they were, and how sure that is.
///
/// A record of hours by station is searched for spells in which the median of the stations is high against
/// the network's own distribution and the law's limit: above the limit, where that lies between the 95th
/// and the 98th percentile of the record, else above the nearer of the two, and never below half of the
/// limit or one and a half times the record's median; in a record of less than 90 days above the limit
/// itself. A spell goes on down to 0.7 of the threshold. No date, station or place enters.
///
/// 1. **Yellow dust:** PM10 is high while PM2.5 is at most [#DUST_FINE_FRACTION] of it. Dust storms in
///    Korea leave 0.1 to 0.3; the air of Seoul holds 0.5 to 0.8 otherwise.
/// 2. **Regional haze or local build-up:** PM2.5 is high (or PM10, without dust). What speaks for haze: the
///    background's share in it; fine particles that grew more than the gases of burning did, for haze is
///    formed on the way and exhaust is not; wind; length. The opposite speaks for a build-up. A spell of
///    NO2, CO or SO2 outside of such hours is a build-up of its own.
/// 3. **Photochemical ozone:** ozone is high; days that follow each other are one episode.
/// 4. **Single station or fault:** see [StationEvents].
///
/// Source: PM10 and its fine fraction as criteria of dust in Korea: Dust criteria derived from long-term
/// filter and online observations at Gosan in South Korea (2021), Atmosphere 12(11), 1419; the weighing of
/// evidence by log odds: Good (1985), Bayesian Statistics 2, 249-270. The numbers were chosen on the hours
/// of Seoul in 2017 and tried on 2022; `docs/air.md` says what they give there.
///
/// Time O(substances × stations × hours log hours).
public final class Episodes {
    public static final double DUST_FINE_FRACTION = 0.4;

    /// Dust that has begun to mix with the city's own air is still dust.
    public static final double DUST_FINE_FRACTION_SHOULDER = 0.5;

    /// In a shorter record the highest hours may all be ordinary: the limit decides.
    public static final int SEASON_DAYS = 90;

    /// Below this the air hardly moves: 1 to 3 hours to cross a district of the size between two stations.
    public static final double STAGNANT_M_PER_S = 1.5;

    /// Waves of dust behind one cyclone follow each other within half a day.
    private static final int DUST_GAP = 12;

    private static final int PARTICLE_GAP = 6;
    /// From one afternoon to the next.
    private static final int OZONE_GAP = 20;

    private static final int LEAST_CORE_DUST = 3;
    private static final int LEAST_CORE_PARTICLES = 6;
    private static final int LEAST_CORE_OZONE = 2;
    private static final int LEAST_CORE_GAS = 3;

    private Episodes() {}

    /// All episodes of the record, in order of their first hour.
    public static EpisodeLog of(NetworkHours network) {
        Signals signals = new Signals(network);
        List<Episode> episodes = new ArrayList<>();
        List<Spell> dust = dust(signals);
        dust.forEach(spell -> episodes.add(episode(signals, EpisodeWeighing.dust(signals, spell), spell)));
        List<Spell> particles = particles(signals, dust);
        particles.forEach(spell -> episodes.add(episode(signals, EpisodeWeighing.particles(signals, spell), spell)));
        List<Spell> taken = new ArrayList<>(dust);
        taken.addAll(particles);
        for (Spell spell : spells(signals, Substance.O3, OZONE_GAP, LEAST_CORE_OZONE)) {
            episodes.add(episode(signals, EpisodeWeighing.ozone(signals, spell), spell));
        }
        gasSpells(signals, taken)
                .forEach((substance, spells) -> spells.forEach(spell ->
                        episodes.add(episode(signals, EpisodeWeighing.gas(signals, substance, spell), spell))));
        episodes.addAll(StationEvents.of(signals));
        episodes.sort(Comparator.comparingInt(Episode::start).thenComparing(Episode::kind));
        return EpisodeLog.of(episodes, signals.all());
    }

    private static List<Spell> dust(Signals signals) {
        NetworkSignal all = signals.find(Substance.PM10).orElse(null);
        if (all == null) {
            return List.of();
        }
        int hours = signals.network().hours();
        boolean[] core = new boolean[hours];
        boolean[] shoulder = new boolean[hours];
        for (int h = 0; h < hours; h++) {
            double fine = signals.fineFraction(h);
            core[h] = all.smooth()[h] > all.high() && fine <= DUST_FINE_FRACTION;
            shoulder[h] = all.smooth()[h] > all.low() && fine <= DUST_FINE_FRACTION_SHOULDER;
        }
        return Spells.of(core, shoulder, DUST_GAP, LEAST_CORE_DUST);
    }

    private static List<Spell> particles(Signals signals, List<Spell> dust) {
        int hours = signals.network().hours();
        boolean[] core = new boolean[hours];
        boolean[] shoulder = new boolean[hours];
        for (Substance substance : List.of(Substance.PM25, Substance.PM10)) {
            signals.find(substance).ifPresent(signal -> {
                for (int h = 0; h < hours; h++) {
                    core[h] |= signal.smooth()[h] > signal.high();
                    shoulder[h] |= signal.smooth()[h] > signal.low();
                }
            });
        }
        for (Spell spell : dust) {
            for (int h = spell.start(); h < spell.end(); h++) {
                core[h] = false;
                shoulder[h] = false;
            }
        }
        return Spells.of(core, shoulder, PARTICLE_GAP, LEAST_CORE_PARTICLES).stream()
                .flatMap(spell -> without(dust, spell).stream())
                .filter(spell -> Spells.count(core, spell) >= LEAST_CORE_PARTICLES)
                .toList();
    }

    /// A spell that two parts on both sides of dust make one is two again.
    private static List<Spell> without(List<Spell> dust, Spell spell) {
        List<Spell> parts = new ArrayList<>();
        int start = spell.start();
        for (Spell other : dust) {
            if (spell.overlap(other) > 0) {
                parts.add(new Spell(start, other.start()));
                start = other.end();
            }
        }
        parts.add(new Spell(start, spell.end()));
        return parts;
    }

    private static List<Spell> spells(Signals signals, Substance substance, int gap, int leastCore) {
        return signals.find(substance)
                .map(signal -> {
                    int hours = signals.network().hours();
                    boolean[] core = new boolean[hours];
                    boolean[] shoulder = new boolean[hours];
                    for (int h = 0; h < hours; h++) {
                        core[h] = signal.smooth()[h] > signal.high();
                        shoulder[h] = signal.smooth()[h] > signal.low();
                    }
                    return Spells.of(core, shoulder, gap, leastCore);
                })
                .orElse(List.of());
    }

    /// Spells of the other gases that no spell of particles and no earlier gas holds for the greater part.
    private static Map<Substance, List<Spell>> gasSpells(Signals signals, List<Spell> taken) {
        Map<Substance, List<Spell>> found = new EnumMap<>(Substance.class);
        for (Substance substance : List.of(Substance.NO2, Substance.CO, Substance.SO2)) {
            List<Spell> own = spells(signals, substance, PARTICLE_GAP, LEAST_CORE_GAS).stream()
                    .filter(spell -> taken.stream().mapToInt(spell::overlap).sum() * 2 < spell.hours())
                    .toList();
            found.put(substance, own);
            taken.addAll(own);
        }
        return found;
    }

    private static Episode episode(Signals signals, EpisodeWeighing.Verdict verdict, Spell spell) {
        List<Substance> substances = new ArrayList<>(List.of(verdict.lead()));
        signals.all().forEach((substance, signal) -> {
            if (substance != verdict.lead() && isHighToo(signal, spell)) {
                substances.add(substance);
            }
        });
        NetworkSignal lead = signals.find(verdict.lead()).orElseThrow();
        double severity = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            double times = lead.smooth()[h] / lead.high();
            severity += times > 1 ? times - 1 : 0;
        }
        EpisodeEvidence evidence = EvidenceOfSpell.of(signals, lead, spell);
        return new Episode(
                verdict.kind(),
                verdict.confidence(),
                spell.start(),
                spell.end(),
                substances,
                severity,
                evidence,
                verdict.witnesses());
    }

    private static boolean isHighToo(NetworkSignal signal, Spell spell) {
        int high = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            high += signal.smooth()[h] > signal.high() ? 1 : 0;
        }
        return high >= LEAST_CORE_GAS;
    }
}
