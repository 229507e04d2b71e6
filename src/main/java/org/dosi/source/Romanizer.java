package org.dosi.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes Korean names in Latin letters, for places whose publisher gives no English name.
///
/// Source: Revised Romanization of Korean (Ministry of Culture and Tourism, notice 2000-8), by sound and
/// not by letter:
/// 종로 is `Jongno`, 왕십리 `Wangsimni`. Sounds do not change across the hyphen before `-dong`, `-ga`, `-ro`,
/// `-gil`
/// (article 3.5 there). Common words for kinds of places are translated (`Geumhwa Tunnel`). ICU's
/// `Hangul-Latin` was
/// tried: it writes letters, `jonglo` and `wangsibli`.
final class Romanizer {
    private static final String[] INITIALS = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] VOWELS = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };
    /// How a final sounds at the end of a word and before most consonants.
    private static final String[] FINALS = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };
    /// How a final sounds when a vowel follows and takes it over.
    private static final String[] LINKED = {
        "", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "ps", "s",
        "ss", "ng", "j", "ch", "k", "t", "p", ""
    };
    private static final int D = 7;
    private static final int T = 25;
    private static final int H = 27;
    private static final int I = 20;

    private static final Map<String, String> KINDS = kinds();
    private static final Map<String, String> LOANS = loans();
    private static final Pattern WORD = Pattern.compile("[가-힣][가-힣0-9·]*|[^가-힣\\s(]+|\\(|\\s+");
    private static final Pattern NUMBERED = Pattern.compile("([가-힣]+)([0-9][0-9·]*)(.*)");
    private static final Pattern ROAD_LIKE = Pattern.compile("[가-힣]+(로|길|교|동|사거리|삼거리|시장)");
    private static final Set<String> COUNTERS = Set.of("가", "호", "번");

    private Romanizer() {}

    /// A dong: `Sajik-dong`, `Itaewon 1-dong`, `Jongno 1·2·3·4-ga-dong`.
    static String dong(String ko) {
        if (!ko.endsWith("동") || ko.length() < 2) {
            return place(ko);
        }
        String stem = ko.substring(0, ko.length() - 1);
        Matcher numbered = NUMBERED.matcher(stem);
        if (!numbered.matches()) {
            return capital(letters(stem)) + "-dong";
        }
        String rest = numbered.group(3).replace("가", "-ga");
        String gap = rest.isEmpty() || rest.equals("-ga") ? "" : rest.startsWith("-ga") ? "-ga " : " ";
        String tail = gap.isEmpty() ? rest : gap + letters(rest.replaceFirst("^-ga", ""));
        return capital(letters(numbered.group(1))) + " " + numbered.group(2) + tail + "-dong";
    }

    /// A station: `Gangnam Station`, also when its name already ends with 역.
    static String station(String ko) {
        return place(ko.endsWith("역") ? ko : ko + "역");
    }

    /// A road, a place or a landmark: `Seongsan-ro (Geumhwa Tunnel)`; what is not Korean stays as it is.
    static String place(String ko) {
        StringBuilder text = new StringBuilder();
        Matcher words = WORD.matcher(ko.strip());
        boolean afterHangul = false;
        while (words.find()) {
            String word = words.group();
            boolean hangul = isHangul(word.charAt(0));
            if (word.equals("(") || (hangul && endsWithLetter(text))) {
                text.append(endsWithSpace(text) ? "" : " ");
            } else if (afterHangul && Character.isLetter(word.charAt(0))) {
                text.append(' ');
            }
            text.append(hangul ? word(word) : word.isBlank() ? endsWithSpace(text) ? "" : " " : word);
            afterHangul = hangul;
        }
        return text.toString().strip();
    }

    /// Sounds without any knowledge of words, in lower case: `jongno`.
    static String letters(String ko) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ko.length(); i++) {
            char c = ko.charAt(i);
            if (!isHangul(c)) {
                text.append(c);
                continue;
            }
            int syllable = c - '가';
            text.append(initial(i == 0 ? ' ' : ko.charAt(i - 1), syllable));
            text.append(VOWELS[syllable / 28 % 21]);
            text.append(ending(syllable % 28, i + 1 < ko.length() ? ko.charAt(i + 1) : ' '));
        }
        return text.toString();
    }

    private static String word(String ko) {
        String loan = LOANS.get(ko);
        if (loan != null) {
            return loan;
        }
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (ko.endsWith(kind.getKey()) && ko.length() > kind.getKey().length()) {
                String stem = ko.substring(0, ko.length() - kind.getKey().length());
                return (kind.getKey().equals("역") ? stationName(stem) : word(stem)) + kind.getValue();
            }
        }
        return named(ko);
    }

    /// 구로역 is no road: its name is written in one, as `Guro`.
    private static String stationName(String ko) {
        return ROAD_LIKE.matcher(ko).matches() ? named(ko) : word(ko);
    }

    private static String named(String ko) {
        Matcher numbered = NUMBERED.matcher(ko);
        if (numbered.matches()) {
            String rest = numbered.group(3);
            boolean counter = COUNTERS.contains(rest);
            return capital(letters(numbered.group(1))) + " " + numbered.group(2)
                    + (rest.isEmpty() ? "" : counter ? "-" + letters(rest) : " " + word(rest));
        }
        for (Map.Entry<String, String> known : LOANS.entrySet()) {
            if (ko.startsWith(known.getKey())) {
                return known.getValue() + " " + word(ko.substring(known.getKey().length()));
            }
        }
        return capital(letters(ko));
    }

    private static String initial(char before, int syllable) {
        int initial = syllable / 588;
        if (!isHangul(before)) {
            return INITIALS[initial];
        }
        int last = (before - '가') % 28;
        String sound = FINALS[last];
        return switch (INITIALS[initial]) {
            case "r" -> sound.isEmpty() ? "r" : sound.equals("n") || sound.equals("l") ? "l" : "n";
            case "n" -> sound.equals("l") ? "l" : "n";
            case "g" -> last == H ? "k" : "g";
            case "d" -> last == H ? "t" : "d";
            case "j" -> last == H ? "ch" : "j";
            default -> INITIALS[initial];
        };
    }

    private static String ending(int last, char next) {
        if (!isHangul(next)) {
            return FINALS[last];
        }
        int after = next - '가';
        String follows = INITIALS[after / 588];
        if (follows.isEmpty()) {
            boolean beforeI = after / 28 % 21 == I;
            return beforeI && last == D ? "j" : beforeI && last == T ? "ch" : LINKED[last];
        }
        if (last == H && (follows.equals("g") || follows.equals("d") || follows.equals("j"))) {
            return "";
        }
        boolean nasal = follows.equals("n") || follows.equals("m") || follows.equals("r");
        return switch (FINALS[last]) {
            case "k" -> nasal ? "ng" : "k";
            case "t" -> nasal ? "n" : "t";
            case "p" -> nasal ? "m" : "p";
            case "n" -> follows.equals("r") ? "l" : "n";
            default -> FINALS[last];
        };
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ' || text.charAt(text.length() - 1) == '(';
    }

    private static boolean endsWithLetter(StringBuilder text) {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /// Endings that say what kind of place it is; the longer before the shorter.
    private static Map<String, String> kinds() {
        String[] pairs = {
            "초등학교",
            " Elementary School",
            "고등학교",
            " High School",
            "중학교",
            " Middle School",
            "대학교",
            " University",
            "주민센터",
            " Community Center",
            "경찰서",
            " Police Station",
            "지하차도",
            " Underpass",
            "지하도로",
            " Underground Road",
            "고가차도",
            " Overpass",
            "간선도로",
            " Expressway",
            "고속도로",
            " Expressway",
            "고속국도",
            " Expressway",
            "교차로",
            " Intersection",
            "사거리",
            " Intersection",
            "삼거리",
            " Intersection",
            "박물관",
            " Museum",
            "미술관",
            " Museum",
            "도서관",
            " Library",
            "정류장",
            " Bus Stop",
            "터미널",
            " Terminal",
            "터널",
            " Tunnel",
            "대교",
            " Bridge",
            "공원",
            " Park",
            "병원",
            " Hospital",
            "시장",
            " Market",
            "시계",
            " City Border",
            "입구",
            " Entrance",
            "구청",
            "-gu Office",
            "대로",
            "-daero",
            "역",
            " Station",
            "교",
            " Bridge",
            "로",
            "-ro",
            "길",
            "-gil",
            "동",
            "-dong"
        };
        return table(pairs);
    }

    private static Map<String, String> loans() {
        String[] pairs = {
            "디지털미디어시티",
            "Digital Media City",
            "학여울",
            "Hangnyeoul",
            "올림픽",
            "Olympic",
            "월드컵",
            "World Cup",
            "디지털",
            "Digital",
            "서울",
            "Seoul",
            "테헤란",
            "Teheran",
            "워커힐",
            "Walkerhill",
            "종합운동장",
            "Sports Complex",
            "고속터미널",
            "Express Bus Terminal",
            "지상",
            "surface",
            "동대문",
            "Dongdaemun",
            "남대문",
            "Namdaemun",
            "예술의전당",
            "Seoul Arts Center",
            "조선왕릉",
            "Joseon Royal Tombs",
            "학교",
            "School",
            "시청",
            "City Hall"
        };
        return table(pairs);
    }

    private static Map<String, String> table(String[] pairs) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            table.put(pairs[i], pairs[i + 1]);
        }
        return table;
    }
}
