package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SectorRosesTest {
    private static final London HOURS = London.hours();
    private static final double REFERENCE = 1e-9;

    @Test
    void londonsSectorProbabilitiesAreTheReferences() {
        London reference = London.reference("cpf_sector_so2_plainR.csv");
        for (int i = 0; i < reference.get("sector").length; i++) {
            SectorProbability found = SectorProbability.of(
                    HOURS.get("ws"),
                    HOURS.get("wd"),
                    HOURS.get("so2"),
                    new SectorProbability.Options(36, 1, reference.get("percentile")[i] / 100));
            int sector = (int) reference.get("sector")[i] / 10;
            assertThat(found.threshold()).isEqualTo(reference.get("threshold")[i], within(1e-12));
            assertThat(found.hours()[sector]).isEqualTo((int) reference.get("n")[i]);
            assertThat(found.highHours()[sector]).isEqualTo((int) reference.get("m")[i]);
            assertThat(found.probability(sector)).isEqualTo(reference.get("cpf")[i], within(1e-12));
        }
    }

    /// By hand: of three hours from the south, 60 and 80 are above the median 50 and 50 itself is not.
    @Test
    void sharesOfHighHoursAreTakenPerSector() {
        SectorProbability found = SectorProbability.of(
                new double[] {1, 1, 1, 1, 1, 0.9},
                new double[] {170, 180, 190, 359, 0, 180},
                new double[] {60, 80, 50, 10, 20, 500},
                new SectorProbability.Options(4, 1, 0.5));
        assertThat(found.probability(2)).isEqualTo(2.0 / 3);
        assertThat(found.hours()[0]).isEqualTo(2);
        assertThat(found.probability(1)).as("the wind never came from the east").isNaN();
    }

    /// openair leaves out hours of speed 0 and direction 0, which are calms there.
    @Test
    void londonsPercentileRoseIsTheReferences() {
        London reference = London.reference("percentileRose_o3.csv");
        double[] from = HOURS.get("wd").clone();
        for (int h = 0; h < from.length; h++) {
            from[h] = HOURS.get("ws")[h] == 0 && from[h] == 0 ? Double.NaN : from[h];
        }
        double[] shares = {0, 0.25, 0.5, 0.75, 0.9, 0.95};
        PercentileRose rose = PercentileRose.of(from, HOURS.get("o3"), 36, shares);
        int compared = 0;
        for (int i = 0; i < reference.get("wd").length; i++) {
            // Each sector appears by its two edges: the even rows are the lower.
            if ((int) reference.get("id")[i] % 2 == 1) {
                int sector = Math.floorMod((int) (reference.get("wd")[i] + 5) / 10 - 1, 36);
                double percentile = reference.get("percentile")[i];
                double found = percentile == 999
                        ? rose.means()[sector]
                        : rose.percentiles()[indexOf(shares, percentile / 100)][sector];
                double expected = reference.get("o3")[i];
                assertThat(found).isEqualTo(expected, within(REFERENCE * Math.max(1, expected)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(7 * 37);
    }

    private static int indexOf(double[] shares, double share) {
        for (int i = 0; i < shares.length; i++) {
            if (Math.abs(shares[i] - share) < 1e-12) {
                return i;
            }
        }
        throw new IllegalArgumentException("no share " + share);
    }

    @Test
    void theSmoothLineGoesThroughTheSectorsAndIsClosed() {
        double[] bySector = new double[36];
        Arrays.setAll(bySector, i -> 30 + 10 * Math.cos(Math.toRadians(10 * (i + 1))));
        double[] line = PercentileRose.smooth(bySector);
        for (int d = 0; d < 360; d++) {
            assertThat(line[d]).isEqualTo(30 + 10 * Math.cos(Math.toRadians(d)), within(1e-4));
        }
        assertThat(line[0]).isEqualTo(bySector[35], within(1e-12));
        bySector[3] = Double.NaN;
        assertThat(PercentileRose.smooth(bySector)).containsOnly(Double.NaN);
    }

    @Test
    void londonsPolarFrequenciesAreTheReferences() {
        compare("polarFreq_frequency.csv", HOURS.get("ws"), CellStatistic.Plain.FREQUENCY);
        compare("polarFreq_mean_nox.csv", HOURS.get("nox"), CellStatistic.Plain.MEAN);
    }

    private static void compare(String file, double[] value, CellStatistic statistic) {
        London reference = London.reference(file);
        PolarBins found = PolarFrequency.of(HOURS.get("ws"), HOURS.get("wd"), value, statistic, 1, 36);
        PolarGrid grid = found.grid();
        int row = 0;
        for (int d = 0; d < 36; d++) {
            for (int s = 0; s < grid.speeds(); s++) {
                int cell = s * 36 + (d + 35) % 36;
                if (found.hours()[cell] > 0) {
                    assertThat(PolarFrequency.windFromDeg(grid, cell))
                            .isEqualTo(reference.get("wd")[row]);
                    assertThat(PolarFrequency.upperMPerS(grid, cell))
                            .isEqualTo(reference.get("ws")[row]);
                    double expected = reference.get("weights")[row++];
                    assertThat(found.values()[cell]).isEqualTo(expected, within(REFERENCE * expected));
                }
            }
        }
        assertThat(row).isEqualTo(reference.get("wd").length);
    }

    /// By hand: of no high hour in ten the upper end is z² / (n + z²), and half of all is its own mirror.
    @Test
    void theScoreIntervalIsWilsons() {
        SectorProbability found = new SectorProbability(0, new int[] {10, 10, 0}, new int[] {0, 5, 0});

        assertThat(found.interval(0, 1.96)[0]).isCloseTo(0, within(1e-12));
        assertThat(found.interval(0, 1.96)[1]).isCloseTo(3.8416 / 13.8416, within(1e-12));
        assertThat(found.interval(1, 1.96)[0] + found.interval(1, 1.96)[1]).isCloseTo(1, within(1e-12));
        assertThat(found.interval(2, 1.96)).as("no hours").containsOnly(Double.NaN, Double.NaN);
    }
}
