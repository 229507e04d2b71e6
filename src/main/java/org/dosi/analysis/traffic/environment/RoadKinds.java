package org.dosi.analysis.traffic.environment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is assumed of the roads of each kind: from `road-kinds.csv`, or a file of the user's in its form.
final class RoadKinds {
    /// Shares are written with three decimals.
    private static final double ROUNDING = 0.002;

    /// @param freeKmPerH the mean speed of the freest hour
    /// @param slowKmPerH that of the slowest
    /// @param share of each class in all vehicles; they sum to 1
    record Assumed(double freeKmPerH, double slowKmPerH, Map<Vehicles, Double> share) {
        double share(Vehicles vehicles) {
            return share.getOrDefault(vehicles, 0.0);
        }
    }

    private final Map<RoadKind, Assumed> assumed = new EnumMap<>(RoadKind.class);

    RoadKinds(Optional<String> file) {
        List<String> headings = new ArrayList<>(List.of("kind", "free_km_per_h", "slow_km_per_h"));
        for (Vehicles vehicles : Vehicles.values()) {
            headings.add(vehicles.word());
        }
        Table table = Table.of("road-kinds.csv", file, headings);
        for (NamedCsvRecord row : table.rows()) {
            read(table, row);
        }
        for (RoadKind kind : RoadKind.values()) {
            if (!assumed.containsKey(kind)) {
                throw table.wrong("a row of each kind of road", "none of " + kind.word());
            }
        }
    }

    private void read(Table table, NamedCsvRecord row) {
        RoadKind kind = null;
        for (RoadKind each : RoadKind.values()) {
            if (each.word().equals(row.getField("kind"))) {
                kind = each;
            }
        }
        if (kind == null) {
            throw table.wrong(row, "a kind of road", row.getField("kind"));
        }
        Map<Vehicles, Double> share = new EnumMap<>(Vehicles.class);
        double sum = 0;
        for (Vehicles vehicles : Vehicles.values()) {
            double part = table.number(row, vehicles.word());
            if (part < 0) {
                throw table.wrong(row, "shares from 0 to 1", row.getField(vehicles.word()));
            }
            share.put(vehicles, part);
            sum += part;
        }
        if (Math.abs(sum - 1) > ROUNDING) {
            throw table.wrong(row, "shares that sum to 1", String.valueOf(sum));
        }
        double whole = sum;
        share.replaceAll((_, part) -> part / whole);
        double free = table.number(row, "free_km_per_h");
        double slow = table.number(row, "slow_km_per_h");
        if (!(slow > 0 && free >= slow)) {
            throw table.wrong(row, "speeds above 0, the free one not below the slow one", free + ", " + slow);
        }
        assumed.put(kind, new Assumed(free, slow, share));
    }

    Assumed of(RoadKind kind) {
        return Objects.requireNonNull(assumed.get(kind));
    }
}
