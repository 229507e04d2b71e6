package org.dosi.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;

/// Finds features by what people call them: Korean or English, any case, the middle of a word, or the initial
/// consonants alone (`ㄱㄴ` finds 강남).
public final class NameIndex {
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';

    /// Syllables that begin with the same consonant: 21 vowels times 28 endings.
    private static final int SYLLABLES_OF_INITIAL = 21 * 28;

    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private final List<Entry> entries = new ArrayList<>();

    public NameIndex(Inventory inventory) {
        for (FeatureOfInterest feature : inventory.listFeatures()) {
            String ko = fold(feature.name().ko());
            String en = fold(feature.name().en());
            entries.add(new Entry(feature, ko, en, initials(ko), importance(feature.collection())));
        }
    }

    /// Better matches first: the beginning of a name, then of a word in it, then the middle of a word;
    /// areas before stations before links; short names before long ones.
    public List<FeatureOfInterest> find(String text, int limit) {
        String wanted = fold(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        boolean consonants = wanted.chars().allMatch(c -> INITIALS.indexOf(c) >= 0 || c == ' ');
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = consonants
                    ? rank(entry.initials, wanted)
                    : Math.min(rank(entry.ko, wanted), rank(entry.en, wanted));
            if (rank != NOT_FOUND) {
                hits.add(new Hit(entry, rank));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparingInt(hit -> hit.entry.importance)
                .thenComparingInt(hit -> hit.entry.ko.length())
                .thenComparing(hit -> hit.entry.feature.id()));
        return hits.stream().limit(limit).map(hit -> hit.entry.feature).toList();
    }

    private static int rank(String name, String wanted) {
        int at = name.indexOf(wanted);
        if (at < 0) {
            return NOT_FOUND;
        }
        if (at == 0) {
            return 0;
        }
        for (int i = at; i >= 0; i = name.indexOf(wanted, i + 1)) {
            if (!Character.isLetterOrDigit(name.charAt(i - 1))) {
                return 1;
            }
        }
        return 2;
    }

    /// One form of the text, however it was typed: composed syllables (a Mac sends them taken apart), lower
    /// case, single blanks.
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String initials(String text) {
        StringBuilder initials = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean syllable = c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
            initials.append(syllable ? INITIALS.charAt((c - FIRST_SYLLABLE) / SYLLABLES_OF_INITIAL) : c);
        }
        return initials.toString();
    }

    private static int importance(String collection) {
        List<String> order = List.of(
                FeatureCollection.CITY.id(),
                FeatureCollection.GU.id(),
                FeatureCollection.DONG.id(),
                FeatureCollection.SUBWAY_STATIONS.id(),
                FeatureCollection.AIR_STATIONS.id(),
                FeatureCollection.WEATHER_STATIONS.id(),
                FeatureCollection.NOISE_SITES.id(),
                FeatureCollection.COMMERCIAL_AREAS.id(),
                FeatureCollection.TRAFFIC_POINTS.id());
        int place = order.indexOf(collection);
        return place < 0 ? order.size() : place;
    }

    private record Entry(FeatureOfInterest feature, String ko, String en, String initials, int importance) {}

    private record Hit(Entry entry, int rank) {}
}
