package org.dosi.product.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsoLinesTest {

    /// By hand: from 0 on the left to 1 on the right, the level 0.25 is a quarter of the way.
    @Test
    void aSlopeHasAStraightLine() {
        assertThat(IsoLines.of(new double[] {0, 1, 0, 1}, 2, 0.25))
                .containsExactly(new IsoLines.Piece(0.25, 0, 0.25, 1));
    }

    @Test
    void aConeHasACircle() {
        double[] cone = new double[21 * 21];
        for (int i = 0; i < cone.length; i++) {
            cone[i] = Math.hypot(i % 21 - 10, i / 21 - 10);
        }
        List<IsoLines.Piece> circle = IsoLines.of(cone, 21, 6);
        assertThat(circle)
                .hasSizeGreaterThan(30)
                .allSatisfy(piece ->
                        assertThat(Math.hypot(piece.x1() - 10, piece.y1() - 10)).isCloseTo(6, within(0.06)));
        assertThat(circle.stream()
                        .mapToDouble(p -> Math.hypot(p.x2() - p.x1(), p.y2() - p.y1()))
                        .sum())
                .isCloseTo(2 * Math.PI * 6, within(0.3));
    }

    @Test
    void flatEmptyAndMissingGridsHaveNone() {
        double[] flat = new double[9];
        assertThat(IsoLines.of(flat, 3, 0.5)).isEmpty();
        Arrays.fill(flat, Double.NaN);
        assertThat(IsoLines.of(flat, 3, 0.5)).isEmpty();
        assertThat(IsoLines.of(new double[0], 0, 0.5)).isEmpty();
        assertThat(IsoLines.of(new double[] {0, 1, Double.NaN, 1}, 2, 0.5)).hasSizeLessThanOrEqualTo(1);
    }
}
