package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The polar plot as openair draws it: its picture of 201 × 201 points lies between the 51 × 51 of the surface.
class PolarPictureTest {
    private static final Path PICTURE = Path.of("src/test/resources/reference/air/openair/polarPlot_mean_nox.csv.gz");
    private static final int SIDE = 51;

    @Test
    void theThinPlateSurfaceIsOpenairsPicture() throws IOException {
        List<List<String>> surface = surface("--smoother", "tprs");
        double most = surface.stream().mapToDouble(row -> number(row, 2)).max().orElseThrow();
        List<List<String>> picture = picture();
        assertThat(picture).hasSize(18_969);
        for (List<String> point : picture) {
            assertThat(between(surface, number(point, 1), number(point, 2)))
                    .as("u %s, v %s", point.get(1), point.get(2))
                    .isEqualTo(number(point, 3), within(1e-6 * most));
        }
    }

    /// Another smoother is compared where it can be known: at points whose nearest bin holds at least four hours.
    @Test
    void theFastSurfaceIsNearOpenairsPicture() throws IOException {
        List<List<String>> surface = surface();
        double most = surface.stream().mapToDouble(row -> number(row, 2)).max().orElseThrow();
        List<List<String>> bins = run("--grid", "bins");
        double squares = 0;
        int points = 0;
        for (List<String> point : picture()) {
            double u = number(point, 1);
            double v = number(point, 2);
            if (number(nearest(bins, u, v), 2) >= 4) {
                double off = between(surface, u, v) - number(point, 3);
                squares += off * off;
                points++;
            }
        }
        assertThat(points).isGreaterThan(10_000);
        assertThat(Math.sqrt(squares / points)).isLessThan(0.02 * most);
    }

    private static List<String> nearest(List<List<String>> bins, double u, double v) {
        List<String> nearest = bins.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (List<String> bin : bins) {
            double direction = Math.toRadians(number(bin, 0));
            double speed = number(bin, 1);
            double far = Math.hypot(speed * Math.sin(direction) - u, speed * Math.cos(direction) - v);
            if (far < least) {
                least = far;
                nearest = bin;
            }
        }
        return nearest;
    }

    /// Bilinear. The surface runs through u within v, both from their least.
    private static double between(List<List<String>> surface, double u, double v) {
        double least = number(surface.getFirst(), 0);
        double step = number(surface.get(1), 0) - least;
        int i = cell((u - least) / step);
        int j = cell((v - least) / step);
        double right = (u - least) / step - i;
        double up = (v - least) / step - j;
        return (1 - up) * ((1 - right) * value(surface, i, j) + right * value(surface, i + 1, j))
                + up * ((1 - right) * value(surface, i, j + 1) + right * value(surface, i + 1, j + 1));
    }

    private static int cell(double at) {
        return Math.clamp((long) Math.floor(at + 1e-9), 0, SIDE - 2);
    }

    private static double value(List<List<String>> surface, int i, int j) {
        return number(surface.get(j * SIDE + i), 2);
    }

    private static List<List<String>> surface(String... smoother) {
        String[] args = new String[smoother.length + 2];
        args[0] = "--grid";
        args[1] = "surface";
        System.arraycopy(smoother, 0, args, 2, smoother.length);
        List<List<String>> surface = run(args);
        assertThat(surface).hasSize(SIDE * SIDE);
        return surface;
    }

    private static List<List<String>> run(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--value";
        args[1] = "nox";
        System.arraycopy(more, 0, args, 2, more.length);
        AirRun run = AirRun.london("polar", args);
        assertThat(run.err).isEmpty();
        List<List<String>> rows = AirRun.cells(run.lines());
        return rows.subList(1, rows.size());
    }

    /// Its points that openair draws.
    private static List<List<String>> picture() throws IOException {
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(PICTURE))) {
            List<String> lines = new String(packed.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return AirRun.cells(lines.subList(1, lines.size())).stream()
                    .filter(row -> !row.get(3).equals("NA") && !row.get(3).isEmpty())
                    .toList();
        }
    }

    private static double number(List<String> row, int column) {
        return Double.parseDouble(row.get(column));
    }
}
