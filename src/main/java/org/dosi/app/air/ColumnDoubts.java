package org.dosi.app.air;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.dosi.analysis.air.Pollutants;
import org.dosi.ingest.PlausibleRange;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;
import org.dosi.model.UnitSpelling;

/// What makes one doubt that a file's column is what it is taken for.
final class ColumnDoubts {
    /// Half of the carbon monoxide that the cleanest air on Earth has, about 40 ppb (Novelli, Masarie and Lang, 1998,
    /// J. Geophys. Res. 103(D15), 19015-19033). Other gases can be used up.
    private static final double LEAST_CO_PPM = 0.02;

    /// So many equal negative numbers and no other are a mark in any column.
    private static final int FEWEST_MARKS = 3;

    private ColumnDoubts() {}

    /// A column without any number, as no plot of it tells; values that no outdoor air has in this unit.
    ///
    /// @param unit UCUM code of the values
    static List<Name> of(String column, String unit, double[] values) {
        List<Name> doubts = new ArrayList<>();
        if (Arrays.stream(values).noneMatch(Double::isFinite)) {
            doubts.add(Name.of(
                    "%s: 물은 행에 값이 하나도 없습니다".formatted(column),
                    "column '%s': no number in the rows that were asked for".formatted(column)));
        }
        addImplausible(column, unit, values, doubts);
        addNegative(column, values, doubts);
        return doubts;
    }

    /// Instruments scatter below zero in clean air; a mark for missing is the least of a column's negative numbers, and
    /// the usual one. Columns that are no pollutant's may be temperatures.
    private static void addNegative(String column, double[] values, List<Name> doubts) {
        double[] negative = Arrays.stream(values).filter(v -> v < 0).sorted().toArray();
        long least = Arrays.stream(negative).filter(v -> v == negative[0]).count();
        boolean isMark = Pollutants.find(column).isPresent()
                ? 2 * least >= negative.length
                : least >= FEWEST_MARKS && least == negative.length;
        if (negative.length > 0 && isMark) {
            String mark = plain(negative[0]);
            doubts.add(Name.of(
                    "%s: 0보다 작은 값을 그대로 씀(%s: %,d개 중 %,d개). 결측 표시라면 --missing=%s"
                            .formatted(column, mark, negative.length, least, mark),
                    "column '%s': values below 0 are taken as they are (%s: %,d of %,d); if it marks what is missing: --missing=%s"
                            .formatted(column, mark, least, negative.length, mark)));
        }
    }

    /// A gas of which half the values are more than is possible outdoors is most likely in another unit, as is carbon
    /// monoxide below what clean air has: remarked. A median of 0 is one that was rounded so.
    private static void addImplausible(String column, String unit, double[] values, List<Name> doubts) {
        double toPpm = UnitSpelling.factor(unit, "[ppm]");
        OptionalDouble highest = Pollutants.find(column).map(Pollutants::id).stream()
                .flatMapToDouble(id -> PlausibleRange.highest(id, "[ppm]").stream())
                .findFirst();
        double median = Quantiles.of(values, 0.5);
        // The limit is converted, not the values: 0.001 is no binary fraction, and 700 ppb are on the edge.
        if (highest.isPresent() && median > highest.getAsDouble() * UnitSpelling.factor("[ppm]", unit)) {
            doubts.add(Name.of(
                    "%s: 중앙값이 %.3g ppm으로 바깥 공기에서 있을 수 있는 값(%s ppm)을 넘습니다. 단위가 맞습니까?"
                            .formatted(column, toPpm * median, highest.getAsDouble()),
                    "column '%s': its median is %.3g ppm, more than is possible outdoors (%s ppm): is the unit right?"
                            .formatted(column, toPpm * median, highest.getAsDouble())));
        }
        boolean carbonMonoxide =
                Pollutants.find(column).filter(IndexItem.CO::equals).isPresent();
        if (carbonMonoxide && median > 0 && median < LEAST_CO_PPM * UnitSpelling.factor("[ppm]", unit)) {
            doubts.add(Name.of(
                    "%s: 중앙값이 %.3g ppb로 깨끗한 공기에 있는 값(%.0f ppb)보다 낮습니다. 단위가 맞습니까?"
                            .formatted(column, 1000 * toPpm * median, 1000 * LEAST_CO_PPM),
                    "column '%s': its median is %.3g ppb, less than clean air has (%.0f ppb): is the unit right?"
                            .formatted(column, 1000 * toPpm * median, 1000 * LEAST_CO_PPM)));
        }
    }

    /// As one types it: -1, not -1.0.
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
