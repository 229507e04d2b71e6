package org.dosi.kernel.air;

import static org.dosi.kernel.air.Witness.Question.AFTERNOON;
import static org.dosi.kernel.air.Witness.Question.DURATION;
import static org.dosi.kernel.air.Witness.Question.FINE_FRACTION;
import static org.dosi.kernel.air.Witness.Question.GROWTH_BEYOND_COMBUSTION;
import static org.dosi.kernel.air.Witness.Question.LEVEL;
import static org.dosi.kernel.air.Witness.Question.REGIONAL_SHARE_AGAINST_USUAL;
import static org.dosi.kernel.air.Witness.Question.STATIONS;
import static org.dosi.kernel.air.Witness.Question.WIND;

import java.util.ArrayList;
import java.util.List;
import org.dosi.kernel.air.Spells.Spell;

/// Which class a spell of the network belongs to: the witnesses and their weights.
///
/// A weight of 1 is odds of 2.7 to 1. Each line below says at which finding a witness is neutral and how
/// fast it speaks up; the neutral points are medians of the record or of Seoul's spells of 2017.
final class EpisodeWeighing {
    /// What is measured by nobody weighs nothing; a missing fine fraction in a spell of PM10 cannot come
    /// here, because dust needs it.
    private static final double SILENT = 0;

    private EpisodeWeighing() {}

    record Verdict(EpisodeClass kind, Substance lead, double confidence, List<Witness> witnesses) {}

    /// For dust speak the lack of fine particles, its length, the level, and that all stations stand in it at
    /// once; against it a coarse plume of one part of the city. Where there is no network, the level says
    /// nothing, and works in the street are likelier than a desert. The background's share is not asked: in
    /// Seoul's dust it was 0.82 to 0.86 where 0.90 is usual, for coarse dust lies less evenly than haze.
    static Verdict dust(Signals signals, Spell spell) {
        NetworkSignal all = signals.find(Substance.PM10).orElseThrow();
        double fine = signals.fineFraction(spell);
        double level = peak(all, spell) / all.high();
        boolean alone = Double.isNaN(Signals.localShare(all, spell).share());
        double together = (double) EvidenceOfSpell.together(all, spell) / EvidenceOfSpell.measuring(all, spell);
        double hours = spell.hours();
        List<Witness> witnesses = new ArrayList<>();
        witnesses.add(witness(FINE_FRACTION, fine, (0.4 - fine) / 0.1, 2.5));
        witnesses.add(witness(LEVEL, level, alone ? SILENT : 2 * Math.log(level / 1.5), 2));
        witnesses.add(witness(STATIONS, alone ? Double.NaN : together, alone ? -1.5 : 6 * (together - 0.75), 1.5));
        witnesses.add(witness(DURATION, hours, Math.log(hours / 12) / Math.log(2), 1));
        return verdict(EpisodeClass.YELLOW_DUST, EpisodeClass.LOCAL_BUILD_UP, Substance.PM10, witnesses);
    }

    /// Haze against a build-up.
    static Verdict particles(Signals signals, Spell spell) {
        NetworkSignal lead = signals.first(Substance.PM25, Substance.PM10).orElseThrow();
        double growth = Signals.growth(lead, spell);
        double combustion = signals.first(Substance.NO2, Substance.CO)
                .map(gas -> Signals.growth(gas, spell))
                .orElse(Double.NaN);
        double beyond = growth / combustion;
        List<Witness> witnesses = regional(signals, lead, spell);
        // In a spell where particles grow 1.23 times (0.3 octaves) more than the gases, both may be.
        witnesses.add(witness(GROWTH_BEYOND_COMBUSTION, beyond, 4 * (Math.log(beyond) / Math.log(2) - 0.3), 3));
        double hours = spell.hours();
        witnesses.add(witness(DURATION, hours, Math.log(hours / 24) / Math.log(2), 1.5));
        return verdict(EpisodeClass.REGIONAL_HAZE, EpisodeClass.LOCAL_BUILD_UP, lead.substance(), witnesses);
    }

    /// A spell of gas alone: short-lived gases come from near. The same witnesses that speak for haze make
    /// that doubtful, but there is no other class for it.
    static Verdict gas(Signals signals, Substance substance, Spell spell) {
        NetworkSignal lead = signals.find(substance).orElseThrow();
        List<Witness> against = regional(signals, lead, spell);
        List<Witness> witnesses = new ArrayList<>();
        against.forEach(w -> witnesses.add(new Witness(w.question(), w.found(), -w.weight())));
        double level = peak(lead, spell) / lead.high();
        // NO2 lives for hours: a high network median is the city's own until something speaks against it.
        witnesses.add(new Witness(LEVEL, level, 2));
        double sum = witnesses.stream().mapToDouble(Witness::weight).sum();
        return new Verdict(EpisodeClass.LOCAL_BUILD_UP, substance, logistic(sum), witnesses);
    }

    /// For photochemistry speaks that the days' highest hours lie in the afternoon.
    static Verdict ozone(Signals signals, Spell spell) {
        NetworkSignal ozone = signals.find(Substance.O3).orElseThrow();
        double afternoon = afternoonShare(signals, ozone, spell);
        double level = peak(ozone, spell) / ozone.high();
        double wind = signals.windRatio(spell);
        List<Witness> witnesses = new ArrayList<>();
        witnesses.add(witness(AFTERNOON, afternoon, 5 * (afternoon - 0.5), 2.5));
        witnesses.add(witness(LEVEL, level, 4 * Math.log(level), 1.5));
        witnesses.add(witness(WIND, wind, 1 - wind, 0.5));
        double sum = witnesses.stream().mapToDouble(Witness::weight).sum();
        return new Verdict(EpisodeClass.PHOTOCHEMICAL_OZONE, Substance.O3, logistic(sum), witnesses);
    }

    /// What tells air that came from air that stayed.
    private static List<Witness> regional(Signals signals, NetworkSignal lead, Spell spell) {
        double against = againstUsual(lead, spell);
        double wind = signals.windRatio(spell);
        List<Witness> witnesses = new ArrayList<>();
        witnesses.add(witness(REGIONAL_SHARE_AGAINST_USUAL, against, against, 1.5));
        // Spells of any kind have less wind than other hours.
        witnesses.add(witness(WIND, wind, 3 * (wind - 0.85), 1.5));
        return witnesses;
    }

    /// How far the background's share lies from that of other hours with as much pollution, in robust standard
    /// deviations of such hours: the share as such is high in any air, clean or dirty, and tells nothing.
    private static double againstUsual(NetworkSignal lead, Spell spell) {
        double[] usual = Signals.usualRegionalShare(lead);
        double share = Signals.localShare(lead, spell).regional();
        return usual[1] > 0 ? (share - usual[0]) / usual[1] : Double.NaN;
    }

    private static Witness witness(Witness.Question question, double found, double weight, double most) {
        return new Witness(question, found, Double.isNaN(weight) ? SILENT : Math.clamp(weight, -most, most));
    }

    private static Verdict verdict(
            EpisodeClass expected, EpisodeClass otherwise, Substance lead, List<Witness> witnesses) {
        double sum = witnesses.stream().mapToDouble(Witness::weight).sum();
        if (sum >= 0) {
            return new Verdict(expected, lead, logistic(sum), witnesses);
        }
        List<Witness> turned = witnesses.stream()
                .map(w -> new Witness(w.question(), w.found(), -w.weight()))
                .toList();
        return new Verdict(otherwise, lead, logistic(-sum), turned);
    }

    static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double peak(NetworkSignal signal, Spell spell) {
        double peak = Double.NEGATIVE_INFINITY;
        for (int h = spell.start(); h < spell.end(); h++) {
            peak = signal.smooth()[h] > peak ? signal.smooth()[h] : peak;
        }
        return peak;
    }

    /// Of the days that pass the threshold: the share whose highest hour is from 12 to 19 o'clock.
    private static double afternoonShare(Signals signals, NetworkSignal ozone, Spell spell) {
        int days = 0;
        int afternoons = 0;
        int[] hourOfDay = signals.network().hourOfDay();
        for (int h = spell.start(); h < spell.end(); ) {
            int highest = h;
            int next = h;
            do {
                highest = ozone.smooth()[next] > ozone.smooth()[highest] ? next : highest;
                next++;
            } while (next < spell.end() && hourOfDay[next] != 0);
            if (ozone.smooth()[highest] > ozone.high()) {
                days++;
                afternoons += hourOfDay[highest] >= 12 && hourOfDay[highest] <= 19 ? 1 : 0;
            }
            h = next;
        }
        return days == 0 ? Double.NaN : (double) afternoons / days;
    }
}
