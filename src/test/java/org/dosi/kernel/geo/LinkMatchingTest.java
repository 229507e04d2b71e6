package org.dosi.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dosi.kernel.geo.LinkMatching.Confidence;
import org.dosi.kernel.geo.LinkMatching.PointMatch;
import org.junit.jupiter.api.Test;

class LinkMatchingTest {

    /// Each line is one link: x0 y0 x1 y1 …
    private static Links links(double[]... lines) {
        double[][] x = new double[lines.length][];
        double[][] y = new double[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            x[i] = new double[lines[i].length / 2];
            y[i] = new double[lines[i].length / 2];
            for (int v = 0; v < x[i].length; v++) {
                x[i][v] = lines[i][2 * v];
                y[i][v] = lines[i][2 * v + 1];
            }
        }
        return new Links(x, y);
    }

    private static PointMatch match(Links links, double x, double y) {
        return LinkMatching.match(links, new double[] {x}, new double[] {y}, 10_000, 0)
                .getFirst();
    }

    /// A road from west to east, the centre far to the east: eastbound is in.
    private static final double[] EAST = {0, 0, 1000, 0};

    private static final double[] WEST = {1000, 20, 0, 20};

    @Test
    void inRunsTowardsTheCentreAndOutAway() {
        PointMatch match = match(links(WEST, EAST), 500, 5);

        assertThat(match.in().link()).isEqualTo(1);
        assertThat(match.in().distanceM()).isEqualTo(5);
        assertThat(match.out().link()).isZero();
        assertThat(match.out().distanceM()).isEqualTo(15);
        assertThat(match.in().confidence()).isEqualTo(Confidence.INFERRED);
    }

    @Test
    void aCrossStreetThatIsNearerOnOneSideOnlyDoesNotWin() {
        double[] north = {512, -500, 512, 500};
        PointMatch match = match(links(WEST, EAST, north), 500, 10);

        assertThat(match.in().link()).isEqualTo(1);
        assertThat(match.out().link()).isZero();
    }

    @Test
    void aRoadAcrossTheWayToTheCentreIsAmbiguous() {
        PointMatch match = match(links(new double[] {0, -500, 0, 500}, new double[] {20, 500, 20, -500}), 10, 0);

        assertThat(match.in().confidence()).isEqualTo(Confidence.AMBIGUOUS);
        assertThat(match.in().link()).isNotEqualTo(match.out().link()).isNotNegative();
    }

    @Test
    void aSecondRoadAboutAsNearIsAmbiguous() {
        double[] east = {0, -30, 1000, -30};
        double[] west = {1000, -10, 0, -10};

        PointMatch between = match(links(WEST, EAST, west, east), 500, -2);
        assertThat(between.in().link())
                .as("its own road: the nearer westbound would pass on the right")
                .isEqualTo(1);
        assertThat(between.out().link()).isZero();
        assertThat(between.in().confidence()).isEqualTo(Confidence.AMBIGUOUS);
        assertThat(match(links(WEST, EAST, west, east), 500, 30).in().confidence())
                .isEqualTo(Confidence.INFERRED);
    }

    @Test
    void aHundredMetresAreWithinReachAndMoreAreNot() {
        assertThat(match(links(EAST, new double[] {1000, 0, 0, 0}), 500, 100)
                        .in()
                        .link())
                .isZero();
        assertThat(match(links(EAST, WEST), 500, -100.01))
                .isEqualTo(new PointMatch(LinkMatching.Match.NONE, LinkMatching.Match.NONE));
    }

    @Test
    void aRoadOfOneDirectionServesOneDirection() {
        PointMatch match = match(links(WEST), 500, 0);

        assertThat(match.out().link()).isZero();
        assertThat(match.out().confidence()).isEqualTo(Confidence.AMBIGUOUS);
        assertThat(match.in().confidence()).isEqualTo(Confidence.NONE);
        assertThat(match.in().distanceM()).isNaN();
    }

    @Test
    void theTwoDirectionsAreNeverOneLink() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            double[][] lines = new double[30][];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = random.doubles(6, 0, 300).toArray();
            }
            PointMatch match = match(links(lines), 150, 150);
            assertThat(match.in().link() < 0 || match.in().link() != match.out().link())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void aLinkHasTwoVertices() {
        assertThatThrownBy(() -> links(new double[] {1, 2})).hasMessageContaining("link 0");
    }

    private static List<Integer> reach(Links links, int from, Set<Integer> counted) {
        return new LinkReach(links)
                .of(from, counted).stream().map(LinkReach.Stretch::link).toList();
    }

    @Test
    void aStretchGoesStraightOnAndStopsAtATurn() {
        Links links = links(
                new double[] {0, 0, 500, 0},
                new double[] {505, 0, 900, 20},
                new double[] {500, 5, 500, 400},
                new double[] {900, 20, 900, 500},
                new double[] {-400, 10, -10, 0},
                new double[] {500, 20, 0, 20});

        assertThat(reach(links, 0, Set.of())).containsExactly(0, 1, 4);
        assertThat(new LinkReach(links).of(0, Set.of()).getLast().distanceM()).isZero();
    }

    @Test
    void aStretchEndsBeforeALinkThatIsCountedItself() {
        Links links = links(new double[] {0, 0, 500, 0}, new double[] {500, 0, 900, 0}, new double[] {900, 0, 1300, 0});

        assertThat(reach(links, 0, Set.of())).containsExactly(0, 1, 2);
        assertThat(reach(links, 0, Set.of(0, 2))).containsExactly(0, 1);
    }

    @Test
    void aStretchEndsAfterOneAndAHalfKilometres() {
        double[][] lines = new double[10][];
        for (int i = 0; i < 10; i++) {
            lines[i] = new double[] {i * 500, 0, i * 500 + 500, 0};
        }
        List<LinkReach.Stretch> stretch = new LinkReach(links(lines)).of(0, Set.of());

        assertThat(stretch.getLast()).as("it begins at exactly 1,500 m").isEqualTo(new LinkReach.Stretch(4, 1500));
    }

    @Test
    void aRingIsFollowedOnce() {
        double[][] lines = new double[12][];
        for (int i = 0; i < 12; i++) {
            double a = i * Math.PI / 6;
            double b = (i + 1) * Math.PI / 6;
            lines[i] = new double[] {50 * Math.cos(a), 50 * Math.sin(a), 50 * Math.cos(b), 50 * Math.sin(b)};
        }
        assertThat(reach(links(lines), 3, Set.of())).hasSize(12).doesNotHaveDuplicates();
    }
}
