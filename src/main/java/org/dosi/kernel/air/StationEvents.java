package org.dosi.kernel.air;

import static org.dosi.kernel.air.Witness.Question.ABRUPTNESS;
import static org.dosi.kernel.air.Witness.Question.BROKEN_HOURS;
import static org.dosi.kernel.air.Witness.Question.COMPANIONS;
import static org.dosi.kernel.air.Witness.Question.DURATION;
import static org.dosi.kernel.air.Witness.Question.EXTREMITY;
import static org.dosi.kernel.air.Witness.Question.MARKED_HOURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.air.Spells.Spell;
import org.dosi.kernel.stat.Quantiles;

/// What happened at one station while its neighbours saw nothing: an event in its street, or a fault.
///
/// A station stands out in an hour if its value is above what the network reaches in one hour of fifty,
/// twice what the network showed within two hours, and five robust standard deviations of the station's own
/// usual difference above it; and if at most a fifth of the other stations do. What lasts for
/// [#LEAST_HOURS] or more is weighed: for an event speak that it came and went over hours, lasted, stayed
/// within what the network has known and that other pollutants rose with it; for a fault a jump, zeros and
/// gaps beside it, values never known, and the marks of quality control. Calibration gas lasts for an hour
/// or two and raises many gases at once: what is that short is a fault if quality control marked it, and
/// nothing otherwise.
///
/// Every other marked hour is part of a fault; faults of a station with at most [#FAULT_GAP] hours between
/// them are one, whatever the pollutant.
///
/// Source: own, after the tests of WMO-No. 8, volume V, chapter 1; events that last are kept as in
/// [org.dosi.kernel.quality.NetworkSpike], which marks them for a second look. This is it.
final class StationEvents {
    static final int LEAST_HOURS = 3;
    static final int FAULT_GAP = 3;

    private static final double TIMES_NETWORK = 2;
    private static final double DEVIATIONS = 5;
    /// What stays below a fifth of the law's limit is no event.
    private static final double LEAST_OF_LIMIT = 0.2;

    private static final double MAD_TO_SIGMA = 1.4826;
    /// The network may show the same some hours before or after.
    private static final int LAG = 2;

    private static final double MOST_STATIONS = 0.2;
    private static final double RARE = 0.999;
    private static final int HARD = Suspicion.RANGE.mask()
            | Suspicion.FLAT.mask()
            | Suspicion.ZERO.mask()
            | Suspicion.CONTRADICTION.mask()
            | Suspicion.STATUS.mask();
    private static final int FAULT = HARD | Suspicion.SPIKE.mask();

    private final Signals signals;
    private final int hours;
    private final Map<Substance, boolean[][]> standsOut = new EnumMap<>(Substance.class);
    private final Map<Substance, Double> rare = new EnumMap<>(Substance.class);

    private StationEvents(Signals signals) {
        this.signals = signals;
        this.hours = signals.network().hours();
        signals.all().values().forEach(signal -> {
            standsOut.put(signal.substance(), standsOut(signal));
            rare.put(signal.substance(), Quantiles.of(flat(signal.good()), RARE));
        });
    }

    /// A spell of one pollutant at one station, weighed.
    ///
    /// @param logOdds above 0 for an event, below for a fault
    private record Candidate(NetworkSignal signal, Spell spell, double logOdds, List<Witness> witnesses) {}

    /// The events and faults of every station, in no order.
    static List<Episode> of(Signals signals) {
        StationEvents work = new StationEvents(signals);
        List<Episode> episodes = new ArrayList<>();
        for (int s = 0; s < signals.network().stations(); s++) {
            work.addStation(s, episodes);
        }
        return episodes;
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /// Whether each station stands out in each hour, of all stations.
    private boolean[][] standsOut(NetworkSignal signal) {
        double[][] value = signal.source().value();
        boolean[][] out = new boolean[value.length][hours];
        if (value.length < NetworkBaseline.FEWEST_STATIONS) {
            return out;
        }
        double[] around = around(signal.median());
        double limit = signal.source().limit();
        double least = Math.max(Math.min(signal.high(), signal.rare()), limit > 0 ? LEAST_OF_LIMIT * limit : 0);
        for (int s = 0; s < value.length; s++) {
            double spread = spread(signal, s);
            for (int h = 0; h < hours; h++) {
                double v = value[s][h];
                out[s][h] = v > least && v > TIMES_NETWORK * around[h] && v - around[h] > DEVIATIONS * spread;
            }
        }
        for (int h = 0; h < hours; h++) {
            int together = 0;
            for (boolean[] row : out) {
                together += row[h] ? 1 : 0;
            }
            if (together - 1 > MOST_STATIONS * value.length) {
                for (boolean[] row : out) {
                    row[h] = false;
                }
            }
        }
        return out;
    }

    /// The highest network level within [#LAG] hours; where the network is silent, nothing stands out.
    private double[] around(double[] median) {
        double[] around = new double[hours];
        for (int h = 0; h < hours; h++) {
            around[h] = Double.isFinite(median[h]) ? median[h] : Double.NaN;
            for (int o = Math.max(0, h - LAG); o <= Math.min(hours - 1, h + LAG); o++) {
                around[h] = median[o] > around[h] ? median[o] : around[h];
            }
        }
        return around;
    }

    private double spread(NetworkSignal signal, int station) {
        double[] off = new double[hours];
        int count = 0;
        for (int h = 0; h < hours; h++) {
            double difference = signal.good()[station][h] - signal.median()[h];
            if (Double.isFinite(difference)) {
                off[count++] = difference;
            }
        }
        double usual = Quantiles.median(off, count);
        for (int i = 0; i < count; i++) {
            off[i] = Math.abs(off[i] - usual);
        }
        return count == 0 ? 0 : MAD_TO_SIGMA * Quantiles.median(off, count);
    }

    private void addStation(int station, List<Episode> episodes) {
        List<Candidate> candidates = new ArrayList<>();
        boolean[] faulty = new boolean[hours];
        boolean[] certain = new boolean[hours];
        for (NetworkSignal signal : signals.all().values()) {
            boolean[] out = standsOut.getOrDefault(signal.substance(), new boolean[0][])[station];
            for (Spell spell : Spells.of(out, out, 1, LEAST_HOURS)) {
                candidates.add(candidate(signal, station, spell));
            }
            int[] bits = signal.source().suspicion()[station];
            for (int h = 0; h < hours; h++) {
                faulty[h] |= (bits[h] & FAULT) != 0;
                certain[h] |= (bits[h] & HARD) != 0;
            }
        }
        List<Spell> events = new ArrayList<>();
        for (Candidate c : candidates) {
            if (c.logOdds >= 0 && events.stream().noneMatch(e -> e.overlap(c.spell) > 0)) {
                episodes.add(event(station, c));
                events.add(c.spell);
            }
        }
        for (Candidate c : candidates) {
            if (c.logOdds < 0) {
                Arrays.fill(faulty, c.spell.start(), c.spell.end(), true);
            }
        }
        // An event that quality control marked as a spike is no fault, nor are the hours of its rise and fall.
        for (Spell e : events) {
            for (int h = Math.max(0, e.start() - LAG); h < Math.min(hours, e.end() + LAG); h++) {
                faulty[h] &= certain[h];
            }
        }
        for (Spell spell : Spells.of(faulty, faulty, FAULT_GAP, 1)) {
            episodes.add(fault(station, spell, candidates));
        }
    }

    private Candidate candidate(NetworkSignal signal, int station, Spell spell) {
        double[] value = signal.source().value()[station];
        int[] bits = signal.source().suspicion()[station];
        int peakHour = spell.start();
        for (int h = spell.start(); h < spell.end(); h++) {
            peakHour = value[h] > value[peakHour] ? h : peakHour;
        }
        double height = value[peakHour] - signal.median()[peakHour];
        double step = 0;
        int broken = 0;
        int marked = 0;
        for (int h = Math.max(0, spell.start() - LAG); h < Math.min(hours, spell.end() + LAG); h++) {
            broken += Double.isNaN(value[h]) || value[h] == 0 || Suspicion.RANGE.in(bits[h]) ? 1 : 0;
            boolean inside = h >= spell.start() && h < spell.end();
            marked += inside && (bits[h] & HARD) != 0 ? 1 : 0;
            if (h > 0 && Double.isFinite(value[h] - value[h - 1])) {
                step = Math.max(step, Math.abs(value[h] - value[h - 1]));
            }
        }
        double abrupt = step / height;
        double times = value[peakHour] / rare.getOrDefault(signal.substance(), Double.NaN);
        int companions = companions(signal.substance(), station, spell);
        List<Witness> witnesses = List.of(
                new Witness(ABRUPTNESS, abrupt, Math.clamp(6 * (0.7 - abrupt), -3, 2)),
                new Witness(BROKEN_HOURS, broken, broken == 0 ? 0.5 : -1.5 * Math.min(2, broken)),
                new Witness(MARKED_HOURS, marked, marked == 0 ? 0 : -4),
                new Witness(EXTREMITY, times, Math.clamp(1 - 1.5 * Math.log(times) / Math.log(2), -3, 1)),
                new Witness(COMPANIONS, companions, companions == 0 ? -0.5 : Math.min(1.5, 0.75 * companions)),
                new Witness(DURATION, spell.hours(), Math.clamp(Math.log(spell.hours() / 4.0) / Math.log(2), -1, 1)));
        double sum = witnesses.stream().mapToDouble(Witness::weight).sum();
        return new Candidate(signal, spell, sum, witnesses);
    }

    /// How many other pollutants stand out at the station in the spell.
    private int companions(Substance substance, int station, Spell spell) {
        int companions = 0;
        for (Map.Entry<Substance, boolean[][]> other : standsOut.entrySet()) {
            boolean rose = false;
            for (int h = spell.start(); h < spell.end(); h++) {
                rose |= other.getValue()[station][h];
            }
            companions += rose && other.getKey() != substance ? 1 : 0;
        }
        return companions;
    }

    private Episode event(int station, Candidate c) {
        List<Substance> substances = new ArrayList<>(List.of(c.signal.substance()));
        signals.all().keySet().forEach(other -> {
            if (other != c.signal.substance()
                    && Spells.count(standsOut.getOrDefault(other, new boolean[0][])[station], c.spell) > 0) {
                substances.add(other);
            }
        });
        return new Episode(
                EpisodeClass.SINGLE_STATION,
                EpisodeWeighing.logistic(c.logOdds),
                c.spell.start(),
                c.spell.end(),
                substances,
                severity(c.signal, station, c.spell),
                EvidenceOfSpell.ofStation(signals, c.signal, station, c.spell),
                c.witnesses);
    }

    private Episode fault(int station, Spell spell, List<Candidate> candidates) {
        List<NetworkSignal> involved = new ArrayList<>();
        List<Witness> witnesses = new ArrayList<>();
        int bits = 0;
        int marked = 0;
        for (NetworkSignal signal : signals.all().values()) {
            int before = witnesses.size();
            candidates.stream()
                    .filter(c ->
                            c.signal.substance() == signal.substance() && c.logOdds < 0 && c.spell.overlap(spell) > 0)
                    .flatMap(c -> c.witnesses.stream())
                    .map(w -> new Witness(w.question(), w.found(), -w.weight()))
                    .forEach(witnesses::add);
            int own = 0;
            for (int h = spell.start(); h < spell.end(); h++) {
                int one = signal.source().suspicion()[station][h] & FAULT;
                own |= one;
                marked += one != 0 ? 1 : 0;
            }
            bits |= own;
            if (own != 0 || witnesses.size() > before) {
                involved.add(signal);
            }
        }
        if (marked > 0) {
            // Counted again over the whole fault.
            witnesses.removeIf(w -> w.question() == MARKED_HOURS);
            witnesses.add(new Witness(MARKED_HOURS, marked, weightOfMarks(bits)));
        }
        if (involved.size() > 1) {
            // Several pollutants at once point to the station's power, inlet or calibration.
            witnesses.removeIf(w -> w.question() == COMPANIONS);
            witnesses.add(new Witness(COMPANIONS, involved.size() - 1.0, 0.7 * (involved.size() - 1)));
        }
        involved.sort(
                Collections.reverseOrder((a, b) -> Double.compare(times(a, station, spell), times(b, station, spell))));
        NetworkSignal lead = involved.getFirst();
        return new Episode(
                EpisodeClass.INSTRUMENT_FAULT,
                EpisodeWeighing.logistic(
                        witnesses.stream().mapToDouble(Witness::weight).sum()),
                spell.start(),
                spell.end(),
                involved.stream().map(NetworkSignal::substance).toList(),
                severity(lead, station, spell),
                EvidenceOfSpell.ofStation(signals, lead, station, spell),
                witnesses);
    }

    /// Range and status are as good as certain; a value that stands still or contradicts is likely wrong; a
    /// lone spike may be a plume that passed within the hour.
    private static double weightOfMarks(int bits) {
        if (Suspicion.RANGE.in(bits) || Suspicion.STATUS.in(bits)) {
            return 4;
        }
        return (bits & HARD) != 0 ? 2 : 0.5;
    }

    /// The highest value over the threshold.
    private static double times(NetworkSignal signal, int station, Spell spell) {
        double most = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            double times = signal.source().value()[station][h] / signal.high();
            most = times > most ? times : most;
        }
        return most;
    }

    private double severity(NetworkSignal signal, int station, Spell spell) {
        double severity = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            double times = signal.source().value()[station][h] / signal.high();
            severity += times > 1 ? times - 1 : 0;
        }
        return severity / Math.max(1, signals.network().stations());
    }
}
