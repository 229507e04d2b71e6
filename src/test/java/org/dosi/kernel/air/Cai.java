package org.dosi.kernel.air;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// The rules of the index as the tests of the kernel read them: from the reference files, not from the
/// program's own resource.
final class Cai {
    static final Path FOLDER = Path.of("src/test/resources/reference/air/cai");
    static final PredictionRule PM10 = new PredictionRule(12, 4, 70, 0.9, 1.7, 0.75, 0.75);
    static final PredictionRule PM25 = new PredictionRule(12, 4, 30, 0.9, 1.7, 0.75, 0.75);

    private Cai() {}

    static IndexRules rules() throws IOException {
        Map<IndexItem, List<IndexScale.Bracket>> brackets = new EnumMap<>(IndexItem.class);
        for (String line : Files.readAllLines(FOLDER.resolve("cai_breakpoints.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cell = line.split(",", -1);
            brackets.computeIfAbsent(item(cell[0]), _ -> new ArrayList<>())
                    .add(new IndexScale.Bracket(
                            Double.parseDouble(cell[4]),
                            Double.parseDouble(cell[5]),
                            Double.parseDouble(cell[6]),
                            Double.parseDouble(cell[7])));
        }
        Map<IndexItem, IndexScale> scales = new EnumMap<>(IndexItem.class);
        brackets.forEach((item, list) -> scales.put(item, new IndexScale(decimals(item), list)));
        return new IndexRules(
                scales,
                Map.of(IndexItem.PM10, PM10, IndexItem.PM25, PM25),
                EnumSet.of(IndexItem.PM10, IndexItem.PM25, IndexItem.NO2, IndexItem.O3),
                IndexGrade.BAD,
                50,
                75,
                500);
    }

    static IndexItem item(String name) {
        return IndexItem.valueOf(name.replace(".", ""));
    }

    private static int decimals(IndexItem item) {
        return switch (item) {
            case SO2, O3, NO2 -> 3;
            case CO -> 2;
            case PM10, PM25 -> 0;
        };
    }
}
