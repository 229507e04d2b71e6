package org.dosi.model;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people write for the pollutants of the air-quality standards, in headings and options: `PM2.5`, `NO₂ [ppb]`,
/// `ozone`, `미세먼지(㎍/㎥)`.
public final class PollutantNames {
    /// What a store calls them.
    public static final List<String> IDS = List.of("so2", "co", "o3", "no2", "pm10", "pm25");

    /// In the order in which they are tried: `미세먼지` alone is PM10, `미세먼지(PM2.5)` is not.
    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        spell("pm25", "pm[ _-]?2[._]?5", "초 ?미세 ?먼지|미세 ?먼지[^\\p{L}\\p{N}]*(?:pm)?[ _-]?2[._]?5");
        spell("pm10", "pm[ _-]?10", "미세 ?먼지");
        spell("so2", "so2|sul(?:ph|f)ur[ _-]?dioxide", "아황산 ?가스|이산화 ?황");
        spell("co", "co|carbon[ _-]?monoxide", "일산화 ?탄소");
        spell("o3", "o3|ozone", "오존");
        spell("no2", "no2|nitrogen[ _-]?dioxide", "이산화 ?질소");
    }

    private PollutantNames() {}

    /// A name ends where a letter of its script cannot go on: `co_ppm` and `오존(ppm)` are, `co2` and `오존층` are not.
    private static void spell(String id, String latin, String hangul) {
        PATTERNS.put(
                id,
                Pattern.compile(
                        "(?:%s)(?:[^a-z0-9].*)?|(?:%s)(?: ?농도)?(?:[^\\p{IsHangul}].*)?".formatted(latin, hangul)));
    }

    /// The id of the pollutant that a heading names, with or without a unit behind; empty where it names none.
    public static Optional<String> find(String heading) {
        // Subscripts are letters of their own, as in `NO₂`; some systems write Korean in parts of syllables.
        String plain =
                Normalizer.normalize(heading.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return PATTERNS.entrySet().stream()
                .filter(each -> each.getValue().matcher(plain).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
