package org.dosi.analysis.traffic.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.patterns.Patterns;
import org.dosi.model.Name;

/// A pattern in words of both languages: class of day, part of the day, direction, time of its peak, share, and where
/// it is strongest.
final class PatternSentence {
    private static final double TO_ONE_SIDE = 0.1;
    private static final double Z95 = 1.96;
    private static final int PLACES = 3;

    private PatternSentence() {}

    /// In few words: "weekday morning into the centre, 08:10".
    static Name heading(Detectors detectors, Patterns found, int k) {
        Patterns.Pattern pattern = found.patterns().get(k);
        Name day = day(pattern);
        Name part = part(pattern.peakHour());
        Optional<Name> way = way(detectors, found, k);
        String peak = time(pattern.peakHour());
        return Name.of(
                "%s %s%s, %s".formatted(day.ko(), part.ko(), way.map(Name::ko).orElse(""), peak),
                "%s %s%s, %s".formatted(day.en(), part.en(), way.map(Name::en).orElse(""), peak));
    }

    /// With all that is known of it.
    static Name of(Detectors detectors, Patterns found, int k) {
        Patterns.Pattern pattern = found.patterns().get(k);
        Name heading = heading(detectors, found, k);
        boolean sure = Double.isFinite(pattern.peakError());
        long minutes = Math.max(1, Math.round(Z95 * pattern.peakError() * 60));
        String share = Figures.percent(pattern.share(), 0);
        String reach = Figures.percent(Z95 * pattern.shareError(), 0);
        List<Name> places = strongest(detectors, found, k);
        String ko = String.join(", ", places.stream().map(Name::ko).toList());
        String en = String.join(", ", places.stream().map(Name::en).toList());
        boolean speed = PatternsAnalysis.isSpeed(detectors);
        return Name.of(
                "%s(%s). 도시 %s의 %s(±%s). 가장 뚜렷한 곳: %s."
                        .formatted(
                                heading.ko(),
                                sure ? "±%d분".formatted(minutes) : "봉우리 시각은 불확실",
                                speed ? "지체" : "교통량",
                                share,
                                reach,
                                ko),
                "%s (%s). %s of the city's %s (±%s). Strongest at %s."
                        .formatted(
                                capital(heading.en()),
                                sure ? "±%d min".formatted(minutes) : "the time of its peak is uncertain",
                                share,
                                speed ? "slowness" : "traffic",
                                reach,
                                en));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String time(double hour) {
        long minutes = Math.round(hour * 60) % 1440;
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /// The classes on which it rises to three quarters or more of its highest.
    private static Name day(Patterns.Pattern pattern) {
        double[] height = IntStream.range(0, 3)
                .mapToDouble(c -> Arrays.stream(pattern.weight()[c])
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0))
                .toArray();
        double most = Math.max(height[0], Math.max(height[1], height[2])) * 0.75;
        boolean weekday = height[0] >= most;
        boolean saturday = height[1] >= most;
        boolean off = height[2] >= most;
        if (weekday && saturday && off) {
            return Name.of("매일", "everyday");
        }
        if (weekday) {
            return saturday ? Name.of("월~토", "Monday to Saturday") : Name.of("평일", "weekday");
        }
        if (saturday) {
            return off ? Name.of("주말·공휴일", "weekend and holiday") : Name.of("토요일", "Saturday");
        }
        return pattern.peakClass() == DayClass.SATURDAY
                ? Name.of("토요일", "Saturday")
                : Name.of("일요일·공휴일", "Sunday and holiday");
    }

    private static Name part(double hour) {
        if (hour < 5) {
            return Name.of("밤", "night");
        }
        if (hour < 11) {
            return Name.of("아침", "morning");
        }
        if (hour < 15) {
            return Name.of("한낮", "midday");
        }
        if (hour < 17) {
            return Name.of("오후", "afternoon");
        }
        return hour < 21 ? Name.of("저녁", "evening") : Name.of("밤", "night");
    }

    /// Which direction carries more of the pattern than of all traffic; no word where the data name no directions.
    private static Optional<Name> way(Detectors detectors, Patterns found, int k) {
        double balance = balance(detectors, found, k);
        if (Double.isNaN(balance)) {
            return Optional.empty();
        }
        if (Math.abs(balance) < TO_ONE_SIDE) {
            return Optional.of(Name.of(" 양방향", " both ways"));
        }
        return Optional.of(
                balance > 0 ? Name.of(" 도심 방향", " into the centre") : Name.of(" 도심 반대 방향", " out of the centre"));
    }

    /// (in − out)/(in + out) of the mean share that the pattern has of its datastreams' traffic; NaN where a direction
    /// is missing.
    static double balance(Detectors detectors, Patterns found, int k) {
        double in = meanShare(detectors, found, k, "in");
        double out = meanShare(detectors, found, k, "out");
        return (in - out) / (in + out);
    }

    private static double meanShare(Detectors detectors, Patterns found, int k, String direction) {
        return IntStream.range(0, found.datastreams().length)
                .filter(n -> direction.equals(detectors
                        .list()
                        .get(found.datastreams()[n])
                        .attributes()
                        .get("direction")))
                .mapToDouble(n -> share(found, n, k))
                .average()
                .orElse(Double.NaN);
    }

    static double share(Patterns found, int n, int k) {
        double sum = Arrays.stream(found.loadings()[n]).sum();
        return sum > 0 ? found.loadings()[n][k] / sum : 0;
    }

    /// Names, each once, of the places of whose traffic the pattern is most.
    private static List<Name> strongest(Detectors detectors, Patterns found, int k) {
        Set<Name> names = new LinkedHashSet<>();
        IntStream.range(0, found.datastreams().length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -share(found, n, k)))
                .map(n -> detectors.list().get(found.datastreams()[n]).name())
                .forEach(names::add);
        return new ArrayList<>(names).subList(0, Math.min(PLACES, names.size()));
    }
}
