package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.Pollutants;
import org.dosi.model.Name;

/// Why columns are not compared with the Korean standards.
final class LawRemarks {
    private final List<Name> remarks = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /// @param pollutant id; empty where the column names none of the standards'
    /// @param unit UCUM code; empty where nobody says
    void add(String column, String pollutant, String unit) {
        if (pollutant.isEmpty()) {
            unknown.add(column);
        } else if (unit.isEmpty()) {
            remarks.add(Name.of(
                    ("%1$s: 단위가 적혀 있지 않아 µg/m³로 보았고, ppm으로 정해진 국내 환경기준과는 비교하지 않았습니다" + "(--unit %1$s=ppm 또는 %1$s=ppb)")
                            .formatted(column),
                    ("column '%1$s': expected its unit, found none: taken as µg/m³, without the Korean standards,"
                                    + " which are in ppm (--unit %1$s=ppm or %1$s=ppb)")
                            .formatted(column)));
        } else if (!pollutant.startsWith("pm") && Pollutants.isMass(unit)) {
            remarks.add(Name.of(
                    ("%s: %s인 기체 농도는 ppm으로 바꾸지 않으므로(기온과 기압이 있어야 합니다) ppm으로 정해진 국내 환경기준과는 " + "비교하지 않았습니다")
                            .formatted(column, unit),
                    ("column '%s': %s of a gas is not converted to ppm (that takes its temperature and pressure):"
                                    + " without the Korean standards, which are in ppm")
                            .formatted(column, unit)));
        } else if (AirStandards.today(pollutant, unit).limits().isEmpty()) {
            remarks.add(Name.of(
                    "%s: 단위가 %s여서 국내 환경기준과 비교하지 않았습니다".formatted(column, unit),
                    "column '%s': in %s it is not compared with the Korean standards".formatted(column, unit)));
        }
    }

    List<Name> remarks() {
        List<Name> all = new ArrayList<>(remarks);
        if (!unknown.isEmpty()) {
            String columns = String.join(", ", unknown);
            all.add(Name.of(
                    "국내 환경기준(%s)이 없는 항목이라 비교하지 않았습니다: %s".formatted(pollutants(true), columns),
                    "without the Korean standards, which are for %s: %s".formatted(pollutants(false), columns)));
        }
        return all;
    }

    private static String pollutants(boolean korean) {
        List<String> names = Pollutants.IDS.stream()
                .map(Pollutants::get)
                .map(Pollutants::name)
                .map(name -> korean ? name.ko() : name.en())
                .toList();
        return korean
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
