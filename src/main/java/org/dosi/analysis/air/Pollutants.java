package org.dosi.analysis.air;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;

/// The pollutants that the law knows, as stores and files name them.
public final class Pollutants {
    /// `pm25`, `PM2.5`, `pm2_5_ugm3`, `o3_ppm`.
    private static final Pattern NAME =
            Pattern.compile("(so2|co|o3|no2|pm10|pm2[._]?5)(?:[^a-z0-9].*)?", Pattern.CASE_INSENSITIVE);

    /// What a store calls them.
    public static final List<String> IDS = List.of("so2", "co", "o3", "no2", "pm10", "pm25");

    private Pollutants() {}

    public static Optional<IndexItem> find(String column) {
        Matcher matcher = NAME.matcher(column.strip());
        return matcher.matches()
                ? Optional.of(IndexItem.valueOf(
                        matcher.group(1).replaceAll("[._]", "").toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    public static IndexItem get(String column) {
        return find(column)
                .orElseThrow(() -> BadSetting.of(
                        "대기환경 기준의 항목(so2, co, o3, no2, pm10, pm25)이 아닙니다: %s".formatted(column),
                        "value: expected columns named so2, co, o3, no2, pm10 or pm25, found '%s'".formatted(column)));
    }

    /// As a store calls it.
    public static String id(IndexItem item) {
        return item.name().toLowerCase(Locale.ROOT);
    }

    public static Name name(IndexItem item) {
        return switch (item) {
            case SO2 -> Name.of("SO₂");
            case CO -> Name.of("CO");
            case O3 -> Name.of("O₃");
            case NO2 -> Name.of("NO₂");
            case PM10 -> Name.of("PM10");
            case PM25 -> Name.of("PM2.5");
        };
    }

    /// What values in one unit are multiplied by to be in another.
    ///
    /// @param unit of the data, UCUM; empty where nobody says: then it is taken to be `wanted`
    public static double factor(String column, String unit, String wanted) {
        if (unit.isEmpty() || unit.equals(wanted)) {
            return 1;
        }
        if (wanted.equals("[ppm]") && unit.equals("[ppb]")) {
            return 1e-3;
        }
        if (wanted.equals("ug/m3") && unit.equals("mg/m3")) {
            return 1e3;
        }
        throw new BadSetting(
                "%s: expected values in %s, as the rule has them, found %s".formatted(column, wanted, unit));
    }

    /// Values without a unit are taken in the rule's; half of them above all that it knows are in another.
    ///
    /// @param highest the top of the rule's scale
    public static void demandPlausible(String column, String unit, String wanted, double[] values, double highest) {
        if (unit.isEmpty() && Quantiles.of(values, 0.5) > highest) {
            throw new BadSetting(
                    "unit", "the unit of %s, for in %s its median is beyond the scale".formatted(column, wanted), "");
        }
    }

    public static double[] times(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; factor != 1 && i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
