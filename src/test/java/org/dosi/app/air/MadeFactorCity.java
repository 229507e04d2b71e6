package org.dosi.app.air;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// A made city: nine stations, 45 days, five species; a smelter in the north-west, a works in the
/// south-east, and what is carried in. Its tables are kept in [#FOLDER], so that the guide's example can
/// be run.
final class MadeFactorCity {
    static final String FOLDER = "src/test/resources/factor-places";
    static final double[] SMELTER_M = {-1700, 1300};
    static final double[] WORKS_M = {1700, -1200};
    private static final int DAYS = 45;
    private static final String[] SPECIES = {"lead", "zinc", "nickel", "vanadium", "sulphate"};
    private static final double[][] PROFILES = {{1, 0.8, 0.05, 0, 0.1}, {0, 0.1, 0.9, 1, 0.2}, {0.1, 0.1, 0.1, 0.1, 1}};

    private MadeFactorCity() {}

    /// The text of each table by its name. The same everywhere: only functions that are so are used.
    static Map<String, String> tables() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder values = new StringBuilder("time," + String.join(",", SPECIES) + ",site\n");
        StringBuilder uncertainties = new StringBuilder(values);
        StringBuilder wind = new StringBuilder("at,ws,wd\n");
        double direction = 100;
        for (int t = 0; t < 24 * DAYS; t++) {
            direction = (direction + 30 * random.nextGaussian() + 360) % 360;
            double speed = 0.7 + 3 * random.nextDouble();
            double level = 20 + 8 * StrictMath.sin(t / 30.0);
            LocalDateTime time = LocalDateTime.of(2021, 3, 1, 0, 0).plusHours(t);
            wind.append(String.format(Locale.ROOT, "%s,%.2f,%.0f\n", time, speed, direction));
            for (int j = 0; j < MadeNetwork.STATIONS; j++) {
                double[] contribution = {
                    MadeNetwork.plume(direction, speed, j, SMELTER_M),
                    MadeNetwork.plume(direction, speed, j, WORKS_M),
                    level
                };
                values.append(time);
                uncertainties.append(time);
                for (int i = 0; i < SPECIES.length; i++) {
                    double value = 0;
                    for (int k = 0; k < contribution.length; k++) {
                        value += contribution[k] * PROFILES[k][i];
                    }
                    double uncertainty = 0.3 + 0.1 * value;
                    values.append(String.format(
                            Locale.ROOT, ",%.1f", Math.max(0.1, value + uncertainty * random.nextGaussian())));
                    uncertainties.append(String.format(Locale.ROOT, ",%.1f", uncertainty));
                }
                values.append(",s").append(j).append('\n');
                uncertainties.append(",s").append(j).append('\n');
            }
        }
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("stations.csv", MadeNetwork.table());
        tables.put("wind.csv.gz", wind.toString());
        tables.put("values.csv.gz", values.toString());
        tables.put("uncertainties.csv.gz", uncertainties.toString());
        return tables;
    }
}
