package org.dosi.kernel.air;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The hours of Seoul's 25 stations in 2017 as their publisher wrote them, stamped with the hour's start;
/// -1 is missing.
final class Seoul2017 {
    static final LocalDateTime START = LocalDateTime.of(2017, 1, 1, 0, 0);
    static final int STATIONS = 25;
    static final int HOURS = 7000;
    private static final Path FOLDER = Path.of("demo/air/seoul-2017");

    private Seoul2017() {}

    /// By station, then hour since the start of the year.
    ///
    /// @param column 2 so2, 3 no2, 4 co, 5 o3, 6 pm10, 7 pm2.5
    static double[][] read(int column) throws IOException {
        double[][] hours = new double[STATIONS][HOURS];
        for (double[] station : hours) {
            Arrays.fill(station, Double.NaN);
        }
        try (InputStream packed = Files.newInputStream(FOLDER.resolve("seoul_air_25stations_hourly_2017.csv.gz"));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cell = line.split(",", -1);
                int hour = (int) ChronoUnit.HOURS.between(START, LocalDateTime.parse(cell[0]));
                double value = cell[column].isEmpty() || cell[column].equals("null")
                        ? Double.NaN
                        : Double.parseDouble(cell[column]);
                hours[Integer.parseInt(cell[1]) - 101][hour] = value < 0 ? Double.NaN : value;
            }
        }
        return hours;
    }

    /// East and north of the stations in metres, from the middle of Seoul.
    static double[][] positionsM() throws IOException {
        double[][] positions = new double[2][STATIONS];
        for (String line : Files.readAllLines(FOLDER.resolve("Measurement_station_info.csv"))) {
            String[] cell = line.split(",", -1);
            if (cell[0].matches("\\d{3}")) {
                int station = Integer.parseInt(cell[0]) - 101;
                double latitude = Double.parseDouble(cell[cell.length - 2]);
                double longitude = Double.parseDouble(cell[cell.length - 1]);
                positions[0][station] = (longitude - 127) * Math.cos(Math.toRadians(37.55)) * 111_320;
                positions[1][station] = (latitude - 37.55) * 111_320;
            }
        }
        return positions;
    }

    static LocalDateTime end(int hour) {
        return START.plusHours(hour + 1);
    }
}
