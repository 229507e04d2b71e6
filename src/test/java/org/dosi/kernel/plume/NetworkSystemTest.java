package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NetworkSystemTest {

    @Test
    void backgroundPlaneAndOffsetsAreTakenOutWhole() {
        int stations = 9;
        int hours = 40;
        double[][] basis = NetworkProblem.basis(SyntheticCity.X, SyntheticCity.Y, true);
        SplittableRandom random = new SplittableRandom(5);
        int[] group = new int[hours];
        double[] weight = new double[hours * stations];
        double[] values = new double[hours * stations];
        double[] kept = new double[hours * stations];
        for (int t = 0; t < hours; t++) {
            group[t] = t % 2;
            double level = 50 * random.nextDouble();
            double slope = random.nextGaussian();
            for (int j = 0; j < stations; j++) {
                weight[t * stations + j] = random.nextDouble() < 0.1 ? 0 : 0.2 + random.nextDouble();
                values[t * stations + j] = level + slope * basis[1][j] + (group[t] == 0 ? j * j : -j);
                kept[t * stations + j] = random.nextGaussian();
            }
        }
        Nuisance nuisance = new Nuisance(stations, group, 2, basis, weight);
        nuisance.remove(values);
        for (int i = 0; i < values.length; i++) {
            // The ridge leaves a millionth of the offsets.
            assertThat(weight[i] == 0 ? 0 : values[i]).isCloseTo(0, within(1e-3));
        }
        double[] once = kept.clone();
        nuisance.remove(once);
        double[] twice = once.clone();
        nuisance.remove(twice);
        for (int i = 0; i < once.length; i++) {
            assertThat(weight[i] == 0 ? 0 : twice[i] - once[i]).isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void footprintsAndTheirTransposeAgree() {
        Footprints footprints = new SyntheticCity(1).footprints;
        SplittableRandom random = new SplittableRandom(2);
        double[] byState = random.doubles(footprints.size()).toArray();
        double[] adjoint = footprints.adjoint(byState);
        for (int cell = 0; cell < adjoint.length; cell += 17) {
            float[] column = footprints.column(cell);
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                sum += column[i] * byState[i];
            }
            assertThat(adjoint[cell]).isCloseTo(sum, within(1e-9 * Math.abs(sum) + 1e-12));
        }
    }

    @Test
    void footprintsOfNewStatesAreAddedToThoseThere() {
        int[] all = new SyntheticCity(1).state;
        Footprints some = Footprints.of(
                SyntheticCity.GRID, SyntheticCity.X, SyntheticCity.Y, Arrays.copyOf(all, 10), SyntheticCity.PLUME, 0);
        Footprints more = some.with(all);
        Footprints atOnce =
                Footprints.of(SyntheticCity.GRID, SyntheticCity.X, SyntheticCity.Y, all, SyntheticCity.PLUME, 0);
        assertThat(more.entries()).isEqualTo(atOnce.entries());
        int cell = SyntheticCity.GRID.cellAt(200, 200);
        for (int state : all) {
            assertThat(more.column(cell)[more.offset(state) + 4])
                    .isEqualTo(atOnce.column(cell)[atOnce.offset(state) + 4]);
        }
        assertThat(more.with(all)).isSameAs(more);
    }

    /// By hand: five stations of 1, 1, 1, 1 and 100; the noise is 1 / 0.55865, the last is an outlier.
    @Test
    void anOutlierCountsLittleAndAMissingValueNothing() {
        double[] residual = {1, -1, 1, -1, 100, 1, -1, 1, Double.NaN, 1};
        double[] deviation = RobustWeights.deviations(residual, 5);
        double[] weight = RobustWeights.of(deviation, residual, new double[residual.length]);
        assertThat(weight[4]).isLessThan(0.1 * weight[0]);
        assertThat(weight[8]).isZero();
        double[] plumes = new double[residual.length];
        plumes[0] = 10;
        assertThat(RobustWeights.of(deviation, residual, plumes)[0]).isLessThan(weight[0]);
    }

    /// The slow twin makes the whole problem anew with the moved winds; some hours are calm, some values missing.
    @Test
    void movedWindsGiveTheGradientOfTheProblemMadeAnew() {
        SyntheticCity city = new SyntheticCity(12);
        SplittableRandom random = new SplittableRandom(12);
        for (int t = 0; t < city.state.length; t++) {
            if (random.nextDouble() < 0.2) {
                city.state[t] = WindStates.NONE;
            }
        }
        for (int i = 0; i < city.values.length; i += 7) {
            city.values[i] = Double.NaN;
        }
        NetworkHours hours = city.hours();
        double[][] basis = NetworkProblem.basis(SyntheticCity.X, SyntheticCity.Y, true);
        MovedWinds winds = new MovedWinds(new NetworkProblem(city.footprints, hours, basis, 1200));
        for (int shift : new int[] {4, 31, 86}) {
            double[] fast = winds.gradient(shift);
            NetworkSystem anew =
                    new NetworkProblem(city.footprints, MovedWinds.hours(hours, shift), basis, 1200).without();
            double[] slow = city.footprints.adjoint(anew.byState(anew.values()));
            double largest = Arrays.stream(slow).map(Math::abs).max().orElseThrow();
            for (int cell = 0; cell < slow.length; cell++) {
                assertThat(fast[cell]).isCloseTo(slow[cell], within(1e-6 * largest));
            }
        }
    }

    @Test
    void aGroupWhoseHoursAreAllLeftOutHasNoOffsets() {
        double[] weight = new double[4 * 3];
        Arrays.fill(weight, 0.1);
        Nuisance all = new Nuisance(3, new int[] {0, 0, 1, 1}, 2, new double[][] {{1, 1, 1}}, weight);
        double[] values = {1, 2, 3, 2, 3, 4, 7, 8, 9, 5, 5, 5};
        all.without(new boolean[] {false, false, true, true}).remove(values);
        assertThat(Arrays.copyOf(values, 6)).usingComparatorWithPrecision(1e-4).containsOnly(0.0);
        assertThat(Arrays.copyOfRange(values, 6, 12)).containsExactly(7, 8, 9, 5, 5, 5);
    }

    @Test
    void windsOfOtherDaysKeepTheirHour() {
        NetworkHours hours = new NetworkHours(1, new double[72], new int[72], new double[72], 5, new int[72]);
        int[] from = MovedWinds.from(hours, 1);
        assertThat(from[0]).isEqualTo(24);
        assertThat(from[43]).isEqualTo(67);
        assertThat(hours.days()).isEqualTo(4);
        // Hour 5 of the last day falls outside of the data's last part day when turned further.
        assertThat(Arrays.stream(from).filter(t -> t < 0).count()).isEqualTo(24);
    }

    @Test
    void aGridHoldsAllStationsAndItsMargin() {
        CellGrid grid = CellGrid.around(SyntheticCity.X, SyntheticCity.Y, 1000, 500);
        assertThat(grid.cells()).isEqualTo(256);
        int cell = grid.cellAt(-3999, -3999);
        assertThat(cell).isZero();
        assertThat(grid.xM(cell)).isEqualTo(-3750);
        assertThat(grid.cellAt(-4001, 0)).isEqualTo(-1);
        assertThat(grid.cellAt(grid.xM(37), grid.yM(37))).isEqualTo(37);
    }
}
