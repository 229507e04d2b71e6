package org.dosi.app.air;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.IndexItem;
import org.dosi.model.NearId;
import org.dosi.model.TimeTable;
import org.dosi.model.UnitSpelling;
import org.dosi.source.Heading;

/// The units of a file's columns: what `--unit` says, for one column (`co=ppm`) or for all values (`ppm`), and what
/// stands in the headings.
final class FileUnits {
    private static final String OPTION = "unit";

    /// UCUM code of all values; empty where nothing is said of all.
    private final String ofAll;

    private final Map<String, String> ofColumn = new LinkedHashMap<>();

    /// @param said parts of `--unit`
    /// @throws BadSetting if one is no known unit, or a column gets two
    FileUnits(List<String> said) {
        String all = "";
        for (String part : said) {
            int equals = part.lastIndexOf('=');
            String unit = code(part.substring(equals + 1));
            String before = equals < 0 ? all : ofColumn.getOrDefault(part.substring(0, equals), "");
            if (!before.isEmpty() && !before.equals(unit)) {
                throw new BadSetting(OPTION, "one unit for a column, such as co=ppm,o3=ppb", String.join(",", said));
            }
            if (equals < 0) {
                all = unit;
            } else {
                ofColumn.put(part.substring(0, equals), unit);
            }
        }
        ofAll = all;
    }

    private static String code(String written) {
        return UnitSpelling.find(written)
                .orElseThrow(() -> new BadSetting(
                        OPTION,
                        "a unit such as %s, or one for each column: co=ppm,o3=ppb"
                                .formatted(String.join(", ", UnitSpelling.usual())),
                        written));
    }

    /// A name that no column has is a slip of the pen, and its column would silently have another unit.
    ///
    /// @param columns what was read, and what was asked for
    void requireColumns(List<String> columns) {
        List<String> names = new ArrayList<>(columns);
        columns.forEach(column -> names.add(Heading.of(column).name()));
        for (String name : ofColumn.keySet()) {
            if (!names.contains(name)) {
                throw new BadSetting("unit: expected one of the columns that are used, %s, found '%s'%s"
                        .formatted(String.join(", ", columns), name, NearId.hint(name, columns)));
            }
        }
    }

    /// The unit of a column of a file; empty where nobody says one.
    ///
    /// @param isValue whether it is one of the values, of which a unit without a name speaks
    /// @throws BadSetting if the heading says another than the option
    String of(TimeTable.Column column, boolean isValue) {
        String name = Heading.of(column.id()).name();
        String own = ofColumn.getOrDefault(column.id(), ofColumn.getOrDefault(name, ""));
        String said = own.isEmpty() && isValue && canBe(ofAll, column.id()) ? ofAll : own;
        String written = column.unit();
        if (!said.isEmpty() && !written.isEmpty() && !said.equals(written)) {
            throw new BadSetting("unit: expected %s for column '%s', as its heading says, found %s"
                    .formatted(written, column.id(), said));
        }
        return said.isEmpty() ? written : said;
    }

    /// Particles have no share of the air's molecules: beside gases, `--unit ppb` speaks of these alone.
    private static boolean canBe(String unit, String column) {
        boolean particles = Pollutants.find(column)
                .filter(item -> item == IndexItem.PM10 || item == IndexItem.PM25)
                .isPresent();
        return !particles || Double.isNaN(UnitSpelling.factor(unit, "[ppm]"));
    }

    /// Speeds in m/s.
    ///
    /// @param column of the wind's speeds; without a unit they are in m/s
    double[] metresPerSecond(TimeTable.Column column) {
        String unit = of(column, false);
        double factor = unit.isEmpty() ? 1 : UnitSpelling.factor(unit, "m/s");
        if (Double.isNaN(factor)) {
            throw new BadSetting(
                    "wind-speed: expected m/s, km/h, kn or mph in column '%s', found %s".formatted(column.id(), unit));
        }
        double[] speed = column.values().clone();
        for (int i = 0; factor != 1 && i < speed.length; i++) {
            speed[i] *= factor;
        }
        return speed;
    }
}
