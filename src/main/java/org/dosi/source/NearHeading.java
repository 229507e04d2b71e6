package org.dosi.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dosi.model.NearId;
import org.dosi.model.PollutantNames;

/// Headings of a user's table that somebody may have meant by one that it lacks: another word for the same, as
/// `ws` is for `wind speed`, or the same with a slip of the pen.
final class NearHeading {
    /// So many are named at most.
    private static final int MOST = 3;

    /// Words for the same thing that is no pollutant ([PollutantNames] has these), without case and signs.
    private static final List<Set<String>> SAME = List.of(
            Set.of("ws", "windspeed", "speed", "wspd", "ff", "풍속"),
            Set.of("wd", "winddirection", "winddir", "direction", "wdir", "dd", "풍향"),
            Set.of("temp", "temperature", "airtemp", "기온"),
            Set.of("station", "site", "code", "stationid", "측정소", "측정소코드"),
            Set.of("time", "date", "datetime", "dategmt", "timestamp", "일시", "측정일시"));

    private NearHeading() {}

    /// `; did you mean no2 or nox?`, to be added to a message; empty where no heading is near.
    static String hint(String asked, List<String> headings) {
        Set<String> meant = new LinkedHashSet<>();
        for (String heading : headings) {
            if (!heading.isBlank()
                    && isSame(bare(asked), bare(Heading.of(heading).name()))) {
                meant.add(heading);
            }
        }
        if (meant.isEmpty()) {
            List<String> near = NearId.findAll(asked, headings);
            // A letter too few is likelier than a wrong one.
            List<String> longer = near.stream()
                    .filter(heading -> bare(heading).startsWith(bare(asked)))
                    .toList();
            meant.addAll(longer.isEmpty() ? near : longer);
        }
        return meant.isEmpty()
                ? ""
                : "; did you mean "
                        + String.join(" or ", meant.stream().limit(MOST).toList()) + "?";
    }

    private static boolean isSame(String a, String b) {
        return !a.isEmpty()
                && (a.equals(b)
                        || SAME.stream().anyMatch(words -> words.contains(a) && words.contains(b))
                        || isSamePollutant(a, b));
    }

    private static boolean isSamePollutant(String a, String b) {
        Optional<String> pollutant = PollutantNames.find(a);
        return pollutant.isPresent() && pollutant.equals(PollutantNames.find(b));
    }

    private static String bare(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
