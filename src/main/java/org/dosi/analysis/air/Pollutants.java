package org.dosi.analysis.air;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;
import org.dosi.model.PollutantNames;
import org.dosi.model.UnitSpelling;

/// The pollutants that the law knows, as stores and files name them.
public final class Pollutants {
    /// What a store calls them.
    public static final List<String> IDS = PollutantNames.IDS;

    private Pollutants() {}

    /// The one that a column names, in any of the usual ways.
    public static Optional<IndexItem> find(String column) {
        return PollutantNames.find(column).map(id -> IndexItem.valueOf(id.toUpperCase(Locale.ROOT)));
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
    /// @param unit of the data, UCUM; empty where nobody says: then particles are taken to be in `wanted`, which
    ///     nobody writes otherwise, and gases are refused, since ppm and ppb are both usual
    /// @throws BadSetting if there is no such number; what turns µg/m³ of a gas into ppm is its temperature
    public static double factor(String column, String unit, String wanted) {
        boolean gas = wanted.equals("[ppm]");
        if (unit.isEmpty() && gas) {
            throw BadSetting.of(
                    "%s 값의 단위(ppm 또는 ppb)를 알 수 없습니다".formatted(column),
                    "column '%1$s': expected its unit, since the rule is in ppm: --unit %1$s=ppm or %1$s=ppb, found none"
                            .formatted(column));
        }
        double factor = unit.isEmpty() ? 1 : UnitSpelling.factor(unit, wanted);
        if (gas && isMass(unit)) {
            throw BadSetting.of(
                    "%s 값의 단위는 %s인데, 기체의 질량 농도는 ppm으로 바꾸지 않습니다(기온과 기압이 있어야 합니다)".formatted(column, unit),
                    "column '%s': expected values in ppm or ppb, found %s, which is not converted for a gas (that takes its temperature and pressure)"
                            .formatted(column, unit));
        }
        if (Double.isNaN(factor)) {
            throw BadSetting.of(
                    "%s 값의 단위가 기준과 다릅니다: %s".formatted(column, unit),
                    "column '%s': expected values in %s (--unit %s=…), found %s"
                            .formatted(column, gas ? "ppm or ppb" : "ug/m3 or mg/m3", column, unit));
        }
        return factor;
    }

    /// Whether it counts grams in a volume of air.
    public static boolean isMass(String unit) {
        return !Double.isNaN(UnitSpelling.factor(unit, "ug/m3"));
    }

    /// Values without a unit are taken in the rule's; half of them above all that it knows are in another.
    ///
    /// @param highest the top of the rule's scale
    public static void demandPlausible(String column, String unit, String wanted, double[] values, double highest) {
        if (unit.isEmpty() && Quantiles.of(values, 0.5) > highest) {
            throw new BadSetting(
                    "column '%1$s': expected its unit (--unit %1$s=…), since in %2$s its median is beyond the scale, found none"
                            .formatted(column, wanted));
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
