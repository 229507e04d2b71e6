package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

class PolygonsTest {

    /// By hand: a 10 × 10 square with a hole of 2 × 2, in which lies an island of 1 × 1, and a 3 × 3 square
    /// apart.
    @Test
    void holesGoToTheSmallestRingAroundThem() {
        var area = Polygons.findAreaByOrientation(List.of(
                        ring(true, 4, 4, 6), ring(false, 0, 0, 10), ring(false, 20, 0, 23), ring(false, 4.5, 4.5, 5.5)))
                .orElseThrow();

        assertThat(area.getNumGeometries()).isEqualTo(3);
        assertThat(area.getArea()).isEqualTo(100 - 4 + 9 + 1);
    }

    @Test
    void aHoleInNothingIsNoArea() {
        assertThat(Polygons.findAreaByOrientation(List.of(ring(false, 0, 0, 1), ring(true, 5, 5, 6))))
                .isEmpty();
        assertThat(Polygons.findAreaByOrientation(List.of())).isEmpty();
    }

    @Test
    void threePointsOrAnOpenEndMakeNoRing() {
        Coordinate a = new Coordinate(0, 0);
        Coordinate b = new Coordinate(1, 0);
        Coordinate c = new Coordinate(1, 1);

        assertThat(Polygons.findRing(new Coordinate[] {a, b, a})).isEmpty();
        assertThat(Polygons.findRing(new Coordinate[] {a, b, c, new Coordinate(0, 1)}))
                .isEmpty();
        assertThat(Polygons.findRing(new Coordinate[] {a, b, c, a})).isPresent();
    }

    private static LinearRing ring(boolean counterClockwise, double x, double y, double toX) {
        double side = toX - x;
        Coordinate[] points = {
            new Coordinate(x, y),
            new Coordinate(x, y + side),
            new Coordinate(x + side, y + side),
            new Coordinate(x + side, y),
            new Coordinate(x, y)
        };
        LinearRing ring = Polygons.findRing(points).orElseThrow();
        return counterClockwise ? ring.reverse() : ring;
    }
}
