package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolarBinsTest {
    private static final London HOURS = London.hours();

    /// The reference used an input with more digits than the CSV for some pollutants: its README allows
    /// 1e-4.
    private static final double DIGITS_OF_THE_CSV = 1e-4;

    @Test
    void londonsMeansAndProbabilitiesAreTheReferences() {
        London reference = London.reference("polar_bins_nox.csv");
        PolarBins means = bins("nox", CellStatistic.Plain.MEAN);
        PolarBins high = bins("nox", CellStatistic.Probability.above(0.9));
        int cells = 0;
        for (int i = 0; i < reference.get("wd").length; i++) {
            int cell = ((int) reference.get("ws_bin")[i] - 1) * 36
                    + (int) reference.get("wd")[i] / 10
                    - 1;
            assertThat(means.grid().windFromDeg(cell)).isEqualTo(reference.get("wd")[i]);
            assertThat(means.grid().radiusMPerS(cell)).isEqualTo(reference.get("ws_grid")[i], within(1e-10));
            assertThat(means.hours()[cell]).isEqualTo((int) reference.get("n")[i]);
            assertClose(means.values()[cell], reference.get("mean")[i]);
            assertClose(high.values()[cell], reference.get("cpf90")[i]);
            cells++;
        }
        assertThat(cells).isEqualTo(1080);
    }

    private static void assertClose(double found, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isEqualTo(expected, within(DIGITS_OF_THE_CSV * Math.abs(expected)));
        }
    }

    /// By hand. Speeds 1 to 7 are shifted to 0 to 6, so classes are 0.2 wide and the last hour's is the
    /// last.
    @Test
    void northIsOneSectorAndEdgesBelongToTheLowerClass() {
        double[] speed = {1, 1.2, 1.21, 7, 7};
        double[] from = {0, 360, 355.0001, 5, 5.0001};
        double[] value = {1, 3, 8, 5, 7};

        PolarBins bins = PolarBins.of(speed, from, value, CellStatistic.Plain.MEAN);

        assertThat(bins.values()[35]).as("0 and 360, 0 and 0.2 m/s").isEqualTo(2);
        assertThat(bins.values()[36 + 35])
                .as("355.0001 is north, 0.21 m/s the second class")
                .isEqualTo(8);
        assertThat(bins.values()[29 * 36 + 35]).as("5 is north still").isEqualTo(5);
        assertThat(bins.values()[29 * 36]).as("and 5.0001 is not").isEqualTo(7);
        assertThat(Arrays.stream(bins.hours()).sum()).isEqualTo(5);
    }

    @Test
    void directionsBelowZeroAndAboveAFullTurnAreTurnedBack() {
        PolarBins bins = PolarBins.of(
                new double[] {0, 0, 0}, new double[] {-90, 270, 630}, new double[] {1, 2, 6}, CellStatistic.Plain.MEAN);
        assertThat(bins.values()[26]).isEqualTo(3);
        assertThat(bins.grid().windFromDeg(26)).isEqualTo(270);
    }

    /// Four hours 1, 2, 3, 10 in one cell, two hours 4, 4 in another.
    @Test
    void statisticsByHand() {
        double[] speed = {0, 0, 0, 0, 3, 3};
        double[] from = {90, 90, 90, 90, 180, 180};
        double[] value = {1, 2, 3, 10, 4, 4};
        int east = 8;
        int south = 29 * 36 + 17;

        assertThat(of(CellStatistic.Plain.MEDIAN, speed, from, value).values()[east])
                .isEqualTo(2.5);
        assertThat(of(CellStatistic.Plain.MAX, speed, from, value).values()[east])
                .isEqualTo(10);
        assertThat(of(CellStatistic.Plain.DEVIATION, speed, from, value).values()[south])
                .isEqualTo(0);
        assertThat(of(CellStatistic.Plain.FREQUENCY, speed, from, value).values()[south])
                .isEqualTo(2);
        assertThat(of(CellStatistic.Plain.WEIGHTED_MEAN, speed, from, value).values()[east])
                .isEqualTo(4 * 4.0 / 6);
        assertThat(of(new CellStatistic.Percentile(0.9), speed, from, value).values()[east])
                .isEqualTo(7.9, within(1e-12));
        // All six: 1 2 3 4 4 10, so the quartiles are 2.25 and 4.
        assertThat(of(new CellStatistic.Probability(0.25, 0.75), speed, from, value)
                        .values()[east])
                .isEqualTo(1.0 / 4);
        assertThat(of(new CellStatistic.Probability(0.25, 0.75), speed, from, value)
                        .values()[south])
                .as("an hour on the upper end is inside")
                .isEqualTo(1);
        assertThat(of(CellStatistic.Probability.above(0.75), speed, from, value).values()[south])
                .as("and not above")
                .isEqualTo(0);
    }

    @Test
    void hoursWithoutSpeedDirectionOrValueTakeNoPart() {
        PolarBins bins = PolarBins.of(
                new double[] {Double.NaN, 50, 2, 1},
                new double[] {90, Double.NaN, 90, 90},
                new double[] {1, 1, Double.NaN, 4},
                CellStatistic.Plain.MEAN);
        assertThat(Arrays.stream(bins.hours()).sum()).isEqualTo(1);
        assertThat(bins.grid().spanMPerS()).isEqualTo(0);
        assertThat(bins.values()[8]).isEqualTo(4);
    }

    @Test
    void nothingGivesEmptyCellsAndUnequalLengthsAreRefused() {
        PolarBins none = PolarBins.of(new double[0], new double[0], new double[0], CellStatistic.Plain.MEDIAN);
        assertThat(none.values()).hasSize(1080).containsOnly(Double.NaN);
        assertThatThrownBy(() -> PolarBins.of(new double[1], new double[2], new double[1], CellStatistic.Plain.MEAN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Classes are decided by comparison with their ends: a slow twin looks through all ends.
    @Test
    void speedClassesAgreeWithALookThroughTheirEnds() {
        SplittableRandom random = new SplittableRandom(20);
        for (int n = 0; n < 200; n++) {
            double span = Math.rint(random.nextDouble(1, 40) * 100) / 100;
            PolarGrid grid = new PolarGrid(36, 30, 0, span);
            for (int i = 0; i <= 60; i++) {
                int half = i / 2;
                double speed = i % 2 == 0 ? Math.min(span, half * (span / 30)) : random.nextDouble(0, span);
                int expected = 0;
                while (expected < 29 && speed > (expected + 1) * (span / 30)) {
                    expected++;
                }
                assertThat(grid.cell(speed, 360) / 36)
                        .as("%s of %s", speed, span)
                        .isEqualTo(expected);
            }
        }
    }

    private static PolarBins of(CellStatistic statistic, double[] speed, double[] from, double[] value) {
        return PolarBins.of(speed, from, value, statistic);
    }

    private static PolarBins bins(String pollutant, CellStatistic statistic) {
        return PolarBins.of(HOURS.get("ws"), HOURS.get("wd"), HOURS.get(pollutant), statistic);
    }
}
