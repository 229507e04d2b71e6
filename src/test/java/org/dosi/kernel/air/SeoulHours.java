package org.dosi.kernel.air;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/// The hours of Seoul's stations in 2017 (six pollutants) and 2022 (particles), with the wind of station 108,
/// read from the bundled data for tests of the kernels.
record SeoulHours(LocalDateTime first, List<String> stations, NetworkHours network) {
    private static final Path DEMO = Path.of("demo");

    /// Limits of the Framework Act on Environmental Policy, Enforcement Decree, table 1: of one hour for
    /// the gases, of a day for particles.
    private static final Map<Substance, Double> LIMIT = Map.of(
            Substance.PM10, 100.0,
            Substance.PM25, 35.0,
            Substance.O3, 0.1,
            Substance.NO2, 0.1,
            Substance.CO, 25.0,
            Substance.SO2, 0.15);

    LocalDateTime at(int hour) {
        return first.plusHours(hour);
    }

    int hourAt(String time) {
        return (int) ChronoUnit.HOURS.between(first, LocalDateTime.parse(time));
    }

    static SeoulHours of2017() {
        List<String[]> rows = rows(DEMO.resolve("air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz"));
        List<String> stations = new ArrayList<>(
                new TreeSet<>(rows.stream().skip(1).map(r -> r[1]).toList()));
        LocalDateTime first = LocalDateTime.parse(rows.get(1)[0]);
        LocalDateTime last = LocalDateTime.parse(rows.getLast()[0]);
        int hours = (int) ChronoUnit.HOURS.between(first, last) + 1;
        Substance[] order = {Substance.SO2, Substance.NO2, Substance.CO, Substance.O3, Substance.PM10, Substance.PM25};
        Map<Substance, double[][]> value = new EnumMap<>(Substance.class);
        for (Substance substance : order) {
            value.put(substance, missing(stations.size(), hours));
        }
        for (String[] row : rows.subList(1, rows.size())) {
            int h = (int) ChronoUnit.HOURS.between(first, LocalDateTime.parse(row[0]));
            int s = stations.indexOf(row[1]);
            for (int p = 0; p < order.length; p++) {
                double v = row.length > 2 + p ? number(row[2 + p]) : Double.NaN;
                Objects.requireNonNull(value.get(order[p]))[s][h] = v < 0 ? Double.NaN : v;
            }
        }
        double[][] wind = wind2017(first, hours);
        return new SeoulHours(first, stations, network(first, value, wind));
    }

    static SeoulHours of2022() {
        List<String[]> rows = rows(DEMO.resolve("air/seoul-pm-2022/preprocessed_2022.csv.gz"));
        String[] heading = rows.getFirst();
        int stationCount = (heading.length - 1) / 2;
        // The stamps are the ends of the hours.
        LocalDateTime first = LocalDateTime.of(2021, 12, 31, 23, 0);
        int hours = rows.size() - 1;
        double[][] pm10 = missing(stationCount, hours);
        double[][] pm25 = missing(stationCount, hours);
        for (int h = 0; h < hours; h++) {
            for (int s = 0; s < stationCount; s++) {
                pm10[s][h] = number(rows.get(h + 1)[1 + 2 * s]);
                pm25[s][h] = number(rows.get(h + 1)[2 + 2 * s]);
            }
        }
        List<String> stations = new ArrayList<>();
        for (int s = 0; s < stationCount; s++) {
            stations.add(heading[1 + 2 * s].replace("_10PM", ""));
        }
        Map<Substance, double[][]> value = Map.of(Substance.PM10, pm10, Substance.PM25, pm25);
        return new SeoulHours(first, stations, network(first, value, wind2022(first, hours)));
    }

    private static NetworkHours network(LocalDateTime first, Map<Substance, double[][]> value, double[][] wind) {
        int hours = wind[0].length;
        List<SubstanceHours> substances = new ArrayList<>();
        Map<Substance, int[][]> marks = new EnumMap<>(Substance.class);
        value.forEach((substance, rows) -> {
            double[] nowhere = new double[rows.length];
            Arrays.fill(nowhere, Double.NaN);
            marks.put(substance, SuspectHours.of(rows, nowhere, nowhere));
        });
        SuspectHours.markParticleOrder(
                value.getOrDefault(Substance.PM25, new double[0][]),
                value.getOrDefault(Substance.PM10, new double[0][]),
                marks.getOrDefault(Substance.PM25, new int[0][]));
        value.forEach((substance, rows) -> substances.add(new SubstanceHours(
                substance,
                rows,
                Objects.requireNonNull(marks.get(substance)),
                Objects.requireNonNull(LIMIT.get(substance)))));
        int[] hourOfDay = new int[hours];
        int[] month = new int[hours];
        for (int h = 0; h < hours; h++) {
            hourOfDay[h] = first.plusHours(h).getHour();
            month[h] = first.plusHours(h).getMonthValue();
        }
        return new NetworkHours(substances, hourOfDay, month, wind[0], wind[1]);
    }

    private static double[][] wind2017(LocalDateTime first, int hours) {
        double[][] wind = missing(2, hours);
        for (String[] row : rows(DEMO.resolve("weather/SURFACE_ASOS_108_HR_2017.csv.gz"))) {
            if (row[0].equals("108")) {
                // The weather is stamped with the end of the hour.
                put(
                        wind,
                        first,
                        LocalDateTime.parse(row[1].replace(' ', 'T')).minusHours(1),
                        number(row[4]),
                        number(row[5]));
            }
        }
        return wind;
    }

    private static double[][] wind2022(LocalDateTime first, int hours) {
        double[][] wind = missing(2, hours);
        for (String[] row : rows(DEMO.resolve("weather/kma_api_108_2022.csv.gz"))) {
            if (row[0].length() == 12) {
                String t = row[0];
                LocalDateTime end = LocalDateTime.of(
                        Integer.parseInt(t.substring(0, 4)),
                        Integer.parseInt(t.substring(4, 6)),
                        Integer.parseInt(t.substring(6, 8)),
                        Integer.parseInt(t.substring(8, 10)),
                        0);
                put(wind, first, end.minusHours(1), number(row[3]), 10 * number(row[2]));
            }
        }
        return wind;
    }

    private static void put(double[][] wind, LocalDateTime first, LocalDateTime at, double speed, double from) {
        long h = ChronoUnit.HOURS.between(first, at);
        if (h >= 0 && h < wind[0].length && speed >= 0) {
            wind[0][(int) h] = speed;
            // 0 is a calm, 360 is north.
            wind[1][(int) h] = from > 0 ? from : Double.NaN;
        }
    }

    private static double[][] missing(int rows, int columns) {
        double[][] missing = new double[rows][columns];
        for (double[] row : missing) {
            Arrays.fill(row, Double.NaN);
        }
        return missing;
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static List<String[]> rows(Path path) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
