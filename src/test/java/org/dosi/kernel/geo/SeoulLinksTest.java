package org.dosi.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dosi.kernel.geo.LinkMatching.Confidence;
import org.dosi.kernel.geo.LinkMatching.Match;
import org.dosi.kernel.geo.LinkMatching.PointMatch;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// The real network and the real points of Seoul.
class SeoulLinksTest {
    private static final double CITY_HALL_LON = 126.9780;
    private static final double CITY_HALL_LAT = 37.5665;

    private static Links readLinks() throws IOException {
        Map<String, List<double[]>> vertices = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(Path.of("demo/traffic/seoul-links/link_vertex_2025.xlsx")
                        .toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.filter(row -> row.getCellCount() >= 4 && row.getCellText(0).matches("\\d+"))
                    .forEach(row -> vertices.computeIfAbsent(row.getCellText(0), _ -> new ArrayList<>())
                            .add(new double[] {
                                Double.parseDouble(row.getCellText(2)), Double.parseDouble(row.getCellText(3))
                            }));
        }
        List<List<double[]>> lines =
                vertices.values().stream().filter(l -> l.size() > 1).toList();
        double[][] x = lines.stream()
                .map(l -> l.stream().mapToDouble(v -> v[0]).toArray())
                .toArray(double[][]::new);
        double[][] y = lines.stream()
                .map(l -> l.stream().mapToDouble(v -> v[1]).toArray())
                .toArray(double[][]::new);
        return new Links(x, y);
    }

    private static double[] project(double lon, double lat) {
        CRSFactory factory = new CRSFactory();
        ProjCoordinate to = new ProjCoordinate();
        new BasicCoordinateTransform(factory.createFromName("EPSG:4326"), factory.createFromName("EPSG:5181"))
                .transform(new ProjCoordinate(lon, lat), to);
        return new double[] {to.x, to.y};
    }

    private static Map<String, double[]> readPoints() throws IOException {
        Map<String, double[]> points = new LinkedHashMap<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(Path.of("demo/traffic/seoul-volume-2022/seoul_traffic_volume_2022_01.xlsx")
                                .toFile());
                Stream<Row> rows = book.findSheet("수집지점 주소 및 좌표").orElseThrow().openStream()) {
            rows.filter(row -> row.getCellText(0).matches("[A-F]-\\d+")
                            && row.getCellText(3).startsWith("37"))
                    .forEach(row -> points.put(
                            row.getCellText(0),
                            project(Double.parseDouble(row.getCellText(4)), Double.parseDouble(row.getCellText(3)))));
        }
        return points;
    }

    @Test
    void almostEveryCountedDirectionFindsItsLink() throws IOException {
        Links links = readLinks();
        Map<String, double[]> points = readPoints();
        double[] centre = project(CITY_HALL_LON, CITY_HALL_LAT);
        List<PointMatch> matches = LinkMatching.match(
                links,
                points.values().stream().mapToDouble(p -> p[0]).toArray(),
                points.values().stream().mapToDouble(p -> p[1]).toArray(),
                centre[0],
                centre[1]);
        List<Match> all =
                matches.stream().flatMap(m -> Stream.of(m.in(), m.out())).toList();
        double[] distances = all.stream()
                .filter(m -> m.link() >= 0)
                .mapToDouble(Match::distanceM)
                .sorted()
                .toArray();
        Set<Integer> counted = new HashSet<>();
        all.stream().filter(m -> m.link() >= 0).forEach(m -> counted.add(m.link()));
        LinkReach reach = new LinkReach(links);
        Set<Integer> shown = new HashSet<>();
        counted.forEach(link -> reach.of(link, counted).forEach(s -> shown.add(s.link())));

        assertThat(links.count()).isEqualTo(5093);
        assertThat(points).hasSize(139);
        assertThat(distances)
                .as("five points at the border (B-07, 08, 12, 25, 28) lie 160 m and more from any link")
                .hasSize(268);
        assertThat(distances[distances.length / 2]).isLessThan(15);
        assertThat(count(all, Confidence.INFERRED)).isEqualTo(224);
        assertThat(count(all, Confidence.AMBIGUOUS)).isEqualTo(44);
        assertThat(counted).as("two links serve two points each").hasSize(266);
        assertThat(shown.size()).as("with the stretches").isBetween(1200, 1500);
    }

    private static long count(List<Match> matches, Confidence confidence) {
        return matches.stream().filter(m -> m.confidence() == confidence).count();
    }
}
