package org.dosi.ingest;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.model.Flag;

/// A program for people: what quality control finds in the demo data, and how fast. `main [all]` lists
/// every flagged value.
final class QualityReport {
    private QualityReport() {}

    public static void main(String[] args) throws Exception {
        boolean list = args.length > 0;
        report("air 2017", DemoSeries.air2017(), list);
        report("kma 2022", DemoSeries.kma2022(), list);
        report("asos 2017", DemoSeries.asos2017(), list);
        report("noise 2025", DemoSeries.noise2025(), list);
        report("city mean", DemoSeries.cityMean(), list);
        report("districts 2022", DemoSeries.districts2022(), list);
        report("traffic 2022", DemoSeries.traffic2022(1, 10), list);
    }

    private static void report(String title, List<Series> series, boolean list) {
        long values = series.stream().mapToLong(Series::size).sum();
        QualityControl control = new QualityControl(RuleBook.standard());
        double seconds = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 8; round++) {
            List<Series> copies = copies(series);
            long start = System.nanoTime();
            control.check(copies);
            seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
        }
        control.check(series);
        System.out.printf("## %s: %d values, %.1f M/s%n", title, values, values / seconds / 1e6);
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (Series s : series) {
            String property = s.datastream().property().id();
            sizes.merge(property, s.size(), Integer::sum);
            for (int i = 0; i < s.size(); i++) {
                for (Flag flag : Flag.listOf(s.flags()[i])) {
                    counts.merge(property + " " + flag.code(), 1, Integer::sum);
                    if (list && flag != Flag.SUSPECT_ZERO) {
                        System.out.printf(
                                "%s %s %s %s%n",
                                s.datastream().id(),
                                flag.code(),
                                LocalDateTime.ofEpochSecond(s.startSeconds()[i], 0, ZoneOffset.UTC),
                                around(s, i));
                    }
                }
            }
        }
        counts.forEach((what, n) -> System.out.printf(
                "%-40s %6d  %.4f %%%n", what, n, 100.0 * n / sizes.getOrDefault(what.replaceAll(" .*", ""), 1)));
    }

    private static List<Series> copies(List<Series> series) {
        List<Series> copies = new ArrayList<>();
        for (Series s : series) {
            copies.add(new Series(
                    s.datastream(),
                    s.longitude(),
                    s.latitude(),
                    s.startSeconds(),
                    s.value(),
                    s.flags().clone(),
                    s.freshFrom()));
        }
        return copies;
    }

    private static String around(Series s, int i) {
        StringBuilder text = new StringBuilder();
        for (int o = Math.max(0, i - 3); o <= Math.min(s.size() - 1, i + 3); o++) {
            text.append(o == i ? "[" : "").append(s.value()[o]).append(o == i ? "] " : " ");
        }
        return text.toString();
    }
}
