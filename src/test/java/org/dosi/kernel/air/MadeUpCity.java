package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// A hundred quiet days of a city with nine stations, to which a test adds what is to be found.
final class MadeUpCity {
    static final int STATIONS = 9;
    private static final int HOURS = 2400;

    private final Map<Substance, double[][]> value = new EnumMap<>(Substance.class);
    private final Map<Substance, int[][]> marks = new EnumMap<>(Substance.class);
    private final double[] windSpeed = new double[HOURS];
    private final double[] windFrom = new double[HOURS];

    /// What is usual, and the limit of an hour.
    private static final Map<Substance, double[]> USUAL = Map.of(
            Substance.PM10, new double[] {40, 100},
            Substance.PM25, new double[] {22, 35},
            Substance.O3, new double[] {0.03, 0.1},
            Substance.NO2, new double[] {0.025, 0.1},
            Substance.CO, new double[] {0.5, 9});

    MadeUpCity(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int h = 0; h < HOURS; h++) {
            windSpeed[h] = 2 + Math.sin(h / 17.0) * 0.5 + random.nextDouble();
            windFrom[h] = random.nextDouble(200, 300);
        }
        for (Substance substance : List.of(Substance.PM10, Substance.PM25, Substance.O3, Substance.NO2, Substance.CO)) {
            double usual = Objects.requireNonNull(USUAL.get(substance))[0];
            double[][] rows = new double[STATIONS][HOURS];
            for (int s = 0; s < STATIONS; s++) {
                for (int h = 0; h < HOURS; h++) {
                    double day = 1 + 0.15 * Math.sin(2 * Math.PI * (h % 24) / 24.0);
                    rows[s][h] = usual * day * (0.9 + 0.02 * s) * (0.95 + 0.1 * random.nextDouble());
                }
            }
            value.put(substance, rows);
            marks.put(substance, new int[STATIONS][HOURS]);
        }
    }

    void add(Substance substance, int start, int hours, double amount) {
        for (int s = 0; s < STATIONS; s++) {
            addAt(s, substance, start, hours, amount);
        }
    }

    void addAt(int station, Substance substance, int start, int hours, double amount) {
        for (int h = start; h < start + hours; h++) {
            Objects.requireNonNull(value.get(substance))[station][h] += amount;
        }
    }

    void set(int station, Substance substance, int start, int hours, double amount) {
        for (int h = start; h < start + hours; h++) {
            Objects.requireNonNull(value.get(substance))[station][h] = amount;
        }
    }

    void mark(int station, Substance substance, int hour, Suspicion suspicion) {
        Objects.requireNonNull(marks.get(substance))[station][hour] |= suspicion.mask();
    }

    void calm(int start, int hours) {
        for (int h = start; h < start + hours; h++) {
            windSpeed[h] = 0.6;
        }
    }

    NetworkHours network() {
        return network(1, false);
    }

    /// The gases in ppb, the stations in the opposite order.
    NetworkHours turnedInPartsPerBillion() {
        return network(1000, true);
    }

    private NetworkHours network(double unit, boolean turned) {
        List<SubstanceHours> substances = new ArrayList<>();
        value.forEach((substance, rows) -> {
            double factor = substance == Substance.PM10 || substance == Substance.PM25 ? 1 : unit;
            double[][] scaled = new double[STATIONS][HOURS];
            int[][] marked = new int[STATIONS][];
            for (int s = 0; s < STATIONS; s++) {
                int from = turned ? STATIONS - 1 - s : s;
                marked[s] = Objects.requireNonNull(marks.get(substance))[from];
                for (int h = 0; h < HOURS; h++) {
                    scaled[s][h] = rows[from][h] * factor;
                }
            }
            substances.add(new SubstanceHours(
                    substance, scaled, marked, Objects.requireNonNull(USUAL.get(substance))[1] * factor));
        });
        int[] hourOfDay = new int[HOURS];
        int[] month = new int[HOURS];
        for (int h = 0; h < HOURS; h++) {
            hourOfDay[h] = h % 24;
            month[h] = 3 + h / 720;
        }
        return new NetworkHours(substances, hourOfDay, month, windSpeed, windFrom);
    }
}
