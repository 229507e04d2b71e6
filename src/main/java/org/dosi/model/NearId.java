package org.dosi.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The known id that a person most likely meant by an unknown one: the same in another case, or a slip of the
/// fingers away.
public final class NearId {
    /// One slip in so many letters, and one in a short id.
    private static final int LETTERS_PER_SLIP = 4;

    private NearId() {}

    /// `; did you mean pm10?`, to be added to a message, or nothing where no known id is near.
    public static String hint(String unknown, Collection<String> known) {
        return find(unknown, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /// The nearest; of equally near ones the first in the alphabet.
    public static Optional<String> find(String unknown, Collection<String> known) {
        return findAll(unknown, known).stream().findFirst();
    }

    /// All that are equally near and nearer than others, by the alphabet.
    public static List<String> findAll(String unknown, Collection<String> known) {
        String asked = unknown.toLowerCase(Locale.ROOT);
        int most = Math.min(Math.max(1, asked.length() / LETTERS_PER_SLIP), asked.length() - 1);
        List<Candidate> near = known.stream()
                .distinct()
                .map(id -> new Candidate(id, slips(asked, id.toLowerCase(Locale.ROOT), most)))
                .filter(candidate -> candidate.slips <= most)
                .sorted(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::id))
                .toList();
        return near.stream()
                .filter(candidate -> candidate.slips == near.getFirst().slips)
                .map(Candidate::id)
                .toList();
    }

    private record Candidate(String id, int slips) {}

    /// Letters put in, left out or mistaken (Levenshtein 1966); more than `most` where the lengths alone say so.
    private static int slips(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int mistaken = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(mistaken, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
