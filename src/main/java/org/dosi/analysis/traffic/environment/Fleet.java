package org.dosi.analysis.traffic.environment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.kernel.traffic.environment.EmissionFunction;
import org.dosi.kernel.traffic.environment.EmissionFunction.Form;

/// The exhaust of the mean vehicle of each class: the fleet's shares (`fleet.csv`, or a file of the user's in its
/// form) of the guidebook's functions (`hot-factors.csv`). A function that the table lacks is an error.
final class Fleet {
    /// What has no exhaust.
    private static final String ELECTRIC = "electric";

    private static final double ROUNDING = 0.002;
    private static final List<String> VEHICLE = List.of("category", "fuel", "segment", "standard");

    private record Part(double share, EmissionFunction function) {}

    private final Map<Vehicles, Map<Pollutant, List<Part>>> parts = new EnumMap<>(Vehicles.class);

    Fleet(Optional<String> file) {
        Map<String, EmissionFunction> functions = functions();
        Table table = Table.of("fleet.csv", file, List.of("class", "category", "fuel", "segment", "standard", "share"));
        Map<Vehicles, Double> sums = new EnumMap<>(Vehicles.class);
        for (NamedCsvRecord row : table.rows()) {
            double share = table.number(row, "share");
            if (share < 0 || share > 1) {
                throw table.wrong(row, "a share from 0 to 1", row.getField("share"));
            }
            Vehicles vehicles = vehicles(table, row);
            sums.merge(vehicles, share, Double::sum);
            if (!row.getField("category").equals(ELECTRIC)) {
                add(table, row, vehicles, share, functions);
            }
        }
        for (Vehicles vehicles : Vehicles.values()) {
            double sum = sums.getOrDefault(vehicles, 0.0);
            if (Math.abs(sum - 1) > ROUNDING) {
                throw table.wrong("shares of " + vehicles.word() + " that sum to 1", String.valueOf(sum));
            }
        }
    }

    private static Vehicles vehicles(Table table, NamedCsvRecord row) {
        return Arrays.stream(Vehicles.values())
                .filter(vehicles -> vehicles.word().equals(row.getField("class")))
                .findFirst()
                .orElseThrow(() -> table.wrong(row, "a class such as car", row.getField("class")));
    }

    private void add(
            Table table, NamedCsvRecord row, Vehicles vehicles, double share, Map<String, EmissionFunction> functions) {
        for (Pollutant pollutant : Pollutant.values()) {
            EmissionFunction function =
                    functions.get(key(row) + pollutant.name().toLowerCase(Locale.ROOT));
            if (function == null) {
                throw table.wrong(row, "a vehicle that the table of factors has", key(row).strip());
            }
            parts.computeIfAbsent(vehicles, _ -> new EnumMap<>(Pollutant.class))
                    .computeIfAbsent(pollutant, _ -> new ArrayList<>())
                    .add(new Part(share, function));
        }
    }

    private static String key(NamedCsvRecord row) {
        StringBuilder key = new StringBuilder();
        for (String heading : VEHICLE) {
            key.append(row.getField(heading)).append(' ');
        }
        return key.toString();
    }

    private static Map<String, EmissionFunction> functions() {
        Table table = Table.of("hot-factors.csv", Optional.empty(), VEHICLE);
        Map<String, EmissionFunction> functions = new HashMap<>();
        for (NamedCsvRecord row : table.rows()) {
            Form form = Form.valueOf(row.getField("form").replace('-', '_').toUpperCase(Locale.ROOT));
            double[] coefficients = new double[form.coefficients()];
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = table.number(row, "c" + (i + 1));
            }
            functions.put(
                    key(row) + row.getField("pollutant"),
                    new EmissionFunction(
                            form,
                            coefficients,
                            table.number(row, "reduction"),
                            table.number(row, "from_km_per_h"),
                            table.number(row, "to_km_per_h")));
        }
        return functions;
    }

    /// Hot exhaust of the mean vehicle of a class, g/km.
    double gramsPerKm(Vehicles vehicles, Pollutant pollutant, double speedKmPerH) {
        double grams = 0;
        for (Part part : parts.getOrDefault(vehicles, Map.of()).getOrDefault(pollutant, List.of())) {
            grams += part.share * part.function.gramsPerKm(speedKmPerH);
        }
        return grams;
    }
}
