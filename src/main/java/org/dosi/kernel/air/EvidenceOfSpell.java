package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.dosi.kernel.air.EpisodeEvidence.Level;
import org.dosi.kernel.air.EpisodeEvidence.Shares;
import org.dosi.kernel.air.EpisodeEvidence.StationPeak;
import org.dosi.kernel.air.EpisodeEvidence.WindEvidence;
import org.dosi.kernel.air.Spells.Spell;

/// Gathers what can be said of a spell of hours.
final class EvidenceOfSpell {

    private EvidenceOfSpell() {}

    /// The evidence of a spell of the whole network.
    static EpisodeEvidence of(Signals signals, NetworkSignal lead, Spell spell) {
        List<StationPeak> stations = stations(lead, lead.good(), spell);
        return new EpisodeEvidence(
                level(lead, stations, spell), shares(signals, lead, stations, spell), wind(signals, spell), stations);
    }

    /// The evidence of a spell at one station, from its values as they were sent, suspect or not.
    static EpisodeEvidence ofStation(Signals signals, NetworkSignal lead, int station, Spell spell) {
        List<StationPeak> stations = new ArrayList<>();
        add(stations, lead, station, lead.source().value()[station], spell);
        return new EpisodeEvidence(
                level(lead, stations, spell), shares(signals, lead, stations, spell), wind(signals, spell), stations);
    }

    private static List<StationPeak> stations(NetworkSignal lead, double[][] value, Spell spell) {
        List<StationPeak> stations = new ArrayList<>();
        for (int s = 0; s < value.length; s++) {
            add(stations, lead, s, value[s], spell);
        }
        stations.sort(Comparator.comparingInt((StationPeak p) -> p.firstHour() < 0 ? Integer.MAX_VALUE : p.firstHour())
                .thenComparing(Comparator.comparingDouble(StationPeak::peak).reversed())
                .thenComparingInt(StationPeak::station));
        return stations;
    }

    private static void add(List<StationPeak> stations, NetworkSignal lead, int station, double[] value, Spell spell) {
        int peakHour = -1;
        int firstHour = -1;
        int above = 0;
        int count = 0;
        double local = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            double v = value[h];
            if (!Double.isFinite(v)) {
                continue;
            }
            peakHour = peakHour < 0 || v > value[peakHour] ? h : peakHour;
            if (v > lead.high()) {
                firstHour = firstHour < 0 ? h : firstHour;
                above++;
            }
            if (Double.isFinite(lead.baseline().background()[h])) {
                local += lead.baseline().local(v, h);
                count++;
            }
        }
        if (peakHour >= 0) {
            double mean = count == 0 ? Double.NaN : local / count;
            stations.add(new StationPeak(station, value[peakHour], peakHour, firstHour, above, mean));
        }
    }

    private static Level level(NetworkSignal lead, List<StationPeak> stations, Spell spell) {
        StationPeak highest = stations.stream()
                .max(Comparator.comparingDouble(StationPeak::peak))
                .orElse(new StationPeak(-1, Double.NaN, -1, -1, 0, Double.NaN));
        double networkPeak = Double.NaN;
        double sum = 0;
        int known = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            double m = lead.median()[h];
            if (Double.isFinite(m)) {
                networkPeak = Double.isNaN(networkPeak) ? m : Math.max(networkPeak, m);
                sum += m;
                known++;
            }
        }
        return new Level(
                highest.peak(),
                highest.peakHour(),
                highest.station(),
                networkPeak,
                known == 0 ? Double.NaN : sum / known,
                Signals.growth(lead, spell),
                percentile(lead.median(), networkPeak),
                lead.high());
    }

    private static double percentile(double[] median, double level) {
        int known = 0;
        int lower = 0;
        for (double m : median) {
            known += Double.isFinite(m) ? 1 : 0;
            lower += m < level ? 1 : 0;
        }
        return known == 0 || Double.isNaN(level) ? Double.NaN : 100.0 * lower / known;
    }

    private static Shares shares(Signals signals, NetworkSignal lead, List<StationPeak> stations, Spell spell) {
        double fine = signals.fineFraction(spell);
        double particles = signals.first(Substance.PM25, Substance.PM10)
                .map(s -> Signals.growth(s, spell))
                .orElse(Double.NaN);
        double combustion = signals.first(Substance.NO2, Substance.CO)
                .map(s -> Signals.growth(s, spell))
                .orElse(Double.NaN);
        int reached = (int) stations.stream().filter(s -> s.firstHour() >= 0).count();
        return new Shares(
                Signals.localShare(lead, spell),
                Signals.usualRegionalShare(lead)[0],
                1 - fine,
                particles,
                combustion,
                reached,
                together(lead, spell),
                stations.size());
    }

    /// Most stations above the threshold in the same hour.
    static int together(NetworkSignal lead, Spell spell) {
        int together = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            int above = 0;
            for (double[] row : lead.good()) {
                above += row[h] > lead.high() ? 1 : 0;
            }
            together = Math.max(together, above);
        }
        return together;
    }

    /// Stations with a good value in the spell.
    static int measuring(NetworkSignal lead, Spell spell) {
        int measuring = 0;
        for (double[] row : lead.good()) {
            measuring += Arrays.stream(row, spell.start(), spell.end()).anyMatch(Double::isFinite) ? 1 : 0;
        }
        return measuring;
    }

    private static WindEvidence wind(Signals signals, Spell spell) {
        double[] speed = signals.network().windSpeedMPerS();
        double[] from = signals.network().windFromDeg();
        double sum = 0;
        double usual = 0;
        double east = 0;
        double north = 0;
        int known = 0;
        int stagnant = 0;
        int directions = 0;
        for (int h = spell.start(); h < spell.end(); h++) {
            if (Double.isFinite(speed[h])) {
                known++;
                sum += speed[h];
                usual += signals.usualWindMPerS()[h];
                stagnant += speed[h] < Episodes.STAGNANT_M_PER_S ? 1 : 0;
            }
            if (Double.isFinite(from[h])) {
                directions++;
                east += Math.sin(Math.toRadians(from[h]));
                north += Math.cos(Math.toRadians(from[h]));
            }
        }
        double deg = Math.toDegrees(Math.atan2(east, north));
        return new WindEvidence(
                known == 0 ? Double.NaN : sum / known,
                known == 0 ? Double.NaN : usual / known,
                directions == 0 ? Double.NaN : (deg + 360) % 360,
                directions == 0 ? Double.NaN : Math.hypot(east, north) / directions,
                stagnant,
                known);
    }
}
