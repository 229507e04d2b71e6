package org.dosi.kernel.wind;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The hours of Marylebone Road and the reference tables, as columns of numbers; what is no number is NaN.
record London(Map<String, double[]> columns) {

    static London hours() {
        return read(Path.of("demo/air/london-1998-2005/mydata.csv.gz"));
    }

    static London reference(String file) {
        return read(Path.of("src/test/resources/reference/air/openair", file));
    }

    double[] get(String column) {
        double[] values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException(column + " is none of " + columns.keySet());
        }
        return values;
    }

    private static London read(Path file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(reader.readAllLines());
            String[] names = lines.removeFirst().replace("\"", "").split(",", -1);
            double[][] columns = new double[names.length][lines.size()];
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                for (int j = 0; j < names.length; j++) {
                    columns[j][i] = number(cells[j]);
                }
            }
            Map<String, double[]> byName = new HashMap<>();
            for (int j = 0; j < names.length; j++) {
                byName.put(names[j], columns[j]);
            }
            return new London(byName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    static double greatest(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElseThrow();
    }
}
