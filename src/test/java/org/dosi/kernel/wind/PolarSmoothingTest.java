package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dosi.kernel.wind.PolarSurface.Options;
import org.dosi.kernel.wind.PolarSurface.Scale;
import org.dosi.kernel.wind.PolarSurface.Smoother;
import org.junit.jupiter.api.Test;

class PolarSmoothingTest {
    private static final London HOURS = London.hours();

    /// Of the surface's maximum. The reference's README allows 1e-6; with mgcv's search for the smoothing
    /// parameter the difference is 8e-11, and more than this would mean another search.
    private static final double SAME_SPLINE = 1e-9;

    private static final double OTHER_SMOOTHER = 0.02;

    /// Of a surface of 49 up to 5 m/s beyond its data: the jitter on the diagonal of the normal equations.
    private static final double ROUNDING = 1e-5;

    /// The highest value of the cells of several hours in [#rising], to a thousandth: 10.5172².
    private static final double TOP = 110.6;

    @Test
    void theThinPlateSplineIsTheReferences() {
        London reference = London.reference("polar_gam51_nox.csv");

        PolarSurface surface = smooth("nox", Smoother.THIN_PLATE, 1);

        double most = London.greatest(reference.get("z"));
        int size = PolarSurface.SIZE;
        for (int i = 0; i < size * size; i++) {
            assertThat(surface.u()[i % size]).isEqualTo(reference.get("u")[i], within(1e-9));
            assertThat(surface.v()[i / size]).isEqualTo(reference.get("v")[i], within(1e-9));
            assertThat(surface.values()[i]).isEqualTo(reference.get("z")[i], within(SAME_SPLINE * most));
        }
        assertThat(surface.freedom()).isEqualTo(71.5, within(0.05));
    }

    /// Cells whose nearest bin holds at least four hours.
    @Test
    void theFastSplineStaysWithinTwoPercentOfTheReference() {
        double[] reference = London.reference("polar_gam51_nox.csv").get("z");
        double rmse = rmse(bins("nox"), smooth("nox", Smoother.DISC, 2).values(), reference);
        assertThat(rmse / London.greatest(reference)).isLessThan(OTHER_SMOOTHER);
    }

    @Test
    void theTwoSplinesAgreeForOtherPollutants() {
        for (String pollutant : new String[] {"no2", "o3", "pm10", "so2", "co", "pm25"}) {
            double[] thinPlate = smooth(pollutant, Smoother.THIN_PLATE, 1).values();
            double rmse =
                    rmse(bins(pollutant), smooth(pollutant, Smoother.DISC, 2).values(), thinPlate);
            assertThat(rmse / London.greatest(thinPlate)).as(pollutant).isLessThan(OTHER_SMOOTHER);
        }
    }

    @Test
    void theTwoSplinesAgreeForProbabilitiesMediansAndPercentiles() {
        List<CellStatistic> statistics = List.of(
                CellStatistic.Probability.above(0.5),
                CellStatistic.Probability.above(0.75),
                CellStatistic.Probability.above(0.9),
                CellStatistic.Plain.MEDIAN,
                new CellStatistic.Percentile(0.9));
        for (String pollutant : new String[] {"nox", "no2", "o3", "pm10", "so2", "co", "pm25"}) {
            for (CellStatistic statistic : statistics) {
                PolarBins bins = PolarBins.of(HOURS.get("ws"), HOURS.get("wd"), HOURS.get(pollutant), statistic);
                Scale scale = statistic instanceof CellStatistic.Probability ? Scale.SHARE : Scale.SQUARE_ROOT;
                Options reference = Options.of(Smoother.THIN_PLATE, scale).withFewestHours(1);
                double[] thinPlate = PolarSmoothing.smooth(bins, reference).values();
                double[] fast = PolarSmoothing.smooth(bins, Options.of(Smoother.DISC, scale))
                        .values();
                assertThat(rmse(bins, fast, thinPlate) / London.greatest(thinPlate))
                        .as("%s %s", pollutant, statistic)
                        .isLessThan(OTHER_SMOOTHER);
            }
        }
    }

    private static double rmse(PolarBins bins, double[] a, double[] b) {
        PolarGrid grid = bins.grid();
        double span = grid.spanMPerS();
        double sum = 0;
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            int column = i % PolarSurface.SIZE;
            int row = i / PolarSurface.SIZE;
            double u = -span + column * 2 * span / (PolarSurface.SIZE - 1);
            double v = -span + row * 2 * span / (PolarSurface.SIZE - 1);
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < grid.cells(); c++) {
                double square = Math.pow(grid.u(c) - u, 2) + Math.pow(grid.v(c) - v, 2);
                if (bins.hours()[c] > 0 && square < least) {
                    least = square;
                    nearest = c;
                }
            }
            if (bins.hours()[nearest] >= 4) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /// A hundred ordinary hours in each wind up to 5 m/s, and one hour of 10,000 from the west at 9 m/s.
    @Test
    void aSingleHourMakesNoHotSpotAndDoesNotChangeTheSurface() {
        PolarBins with = synthetic(10_000);
        PolarBins without = synthetic(50);
        Options options = Options.of(Smoother.DISC, Scale.SQUARE_ROOT);

        double[] smooth = PolarSmoothing.smooth(with, options).values();

        assertThat(London.greatest(smooth)).isLessThan(200);
        assertThat(smooth)
                .as("as if it were its neighbours' highest")
                .isEqualTo(PolarSmoothing.smooth(without, options).values());
        assertThat(London.greatest(with.values()))
                .as("the cell keeps its value")
                .isEqualTo(10_000);
        assertThat(London.greatest(
                        PolarSmoothing.smooth(with, options.withFewestHours(1)).values()))
                .as("as openair has it")
                .isGreaterThan(500);
    }

    /// From the north-west the air gets worse with the wind up to 5 m/s, where the hours of several end.
    @Test
    void singleHoursHoldTheSurfaceDownWhereItWouldGoOnUpwards() {
        int[] beyond = IntStream.range(17, 21).map(s -> s * 36 + 32).toArray();
        for (Smoother smoother : Smoother.values()) {
            Options options = Options.of(smoother, Scale.SQUARE_ROOT);
            PolarSurface held = PolarSmoothing.smooth(rising(beyond, 10), options);
            PolarSurface free = PolarSmoothing.smooth(rising(new int[0], 0), options);

            int place = PolarSurface.SIZE / 2;
            int north = (place + 13) * PolarSurface.SIZE + place - 7;
            assertThat(free.values()[north]).as("goes on upwards").isGreaterThan(TOP);
            assertThat(held.values()[north]).as("held down").isLessThan(TOP);
        }
    }

    private static PolarBins synthetic(double west) {
        PolarGrid grid = new PolarGrid(36, 30, 0, 10);
        int[] hours = new int[grid.cells()];
        double[] values = new double[grid.cells()];
        for (int c = 0; c < values.length; c++) {
            boolean ordinary = grid.radiusMPerS(c) <= 5;
            hours[c] = ordinary ? 100 : 0;
            values[c] = ordinary ? 50 + 10 * Math.sin(Math.toRadians(grid.windFromDeg(c))) : Double.NaN;
        }
        int lone = 26 * 36 + 26;
        hours[lone] = 1;
        values[lone] = west;
        return new PolarBins(grid, hours, values);
    }

    /// One hour each, of the given value, in the cells beyond; none if NaN.
    private static PolarBins rising(int[] beyond, double value) {
        PolarGrid grid = new PolarGrid(36, 30, 0, 10);
        int[] hours = new int[grid.cells()];
        double[] values = new double[grid.cells()];
        Arrays.fill(values, Double.NaN);
        for (int c = 0; c < values.length; c++) {
            if (grid.radiusMPerS(c) < 5.6) {
                double along = Math.max(0, Math.cos(Math.toRadians(grid.windFromDeg(c) - 330)));
                hours[c] = 20;
                values[c] = Math.pow(5 + along * grid.radiusMPerS(c), 2);
            }
        }
        for (int c : beyond) {
            hours[c] = Double.isNaN(value) ? 0 : 1;
            values[c] = value;
        }
        return new PolarBins(grid, hours, values);
    }

    /// One cell beyond those of several hours: the four nearest are the two next in its own
    /// direction and the two beside them.
    @Test
    void singleHoursCountAtMostAsMuchAsTheHighestOfTheFourNearestOfSeveral() {
        int lone = 17 * 36 + 32;
        for (Smoother smoother : Smoother.values()) {
            Options options = Options.of(smoother, Scale.SQUARE_ROOT);
            double[] extreme = smooth(rising(new int[] {lone}, 10_000), options);

            assertThat(extreme).isEqualTo(smooth(rising(new int[] {lone}, TOP + 1), options));
            assertThat(extreme).isEqualTo(smooth(rising(new int[] {lone}, 1e9), options));
            assertThat(extreme).isNotEqualTo(smooth(rising(new int[] {lone}, TOP / 2), options));
            int[] beside = {lone, lone + 36};
            assertThat(smooth(rising(beside, 10_000), options))
                    .as("nor do two side by side bear each other out")
                    .isEqualTo(smooth(rising(beside, TOP + 1), options));
        }
    }

    private static double[] smooth(PolarBins bins, Options options) {
        return PolarSmoothing.smooth(bins, options).values();
    }

    /// Less of a slope is not safer than more: there a single hour has no say in either direction.
    @Test
    void aSingleHourTakesNoPartInASurfaceOfSlopes() {
        int lone = 17 * 36 + 32;
        Options options = Options.of(Smoother.DISC, Scale.LINEAR);
        PolarSurface low = PolarSmoothing.smooth(rising(new int[] {lone}, -100), options);
        assertThat(low.values())
                .isEqualTo(PolarSmoothing.smooth(rising(new int[] {lone}, Double.NaN), options)
                        .values());
    }

    /// 9 m/s from the west, the next cells 4 m/s away: in the table, and in no picture.
    @Test
    void nothingIsDrawnWhereThereIsASingleHourAlone() {
        PolarSurface surface = PolarSmoothing.smooth(synthetic(10_000), Options.of(Smoother.DISC, Scale.SQUARE_ROOT));
        int lone = 26 * 36 + 26;
        assertThat(surface.atCells().values()[lone]).isPositive();
        int place = PolarSurface.SIZE / 2;
        assertThat(surface.far()[place * PolarSurface.SIZE + place - 22])
                .as("8.8 m/s from the west")
                .isTrue();
        assertThat(surface.far()[place * PolarSurface.SIZE + place - 10]).isFalse();
    }

    @Test
    void aConstantIsSmoothedToItself() {
        PolarBins bins = synthetic(50);
        Arrays.fill(bins.values(), 49);
        for (Smoother smoother : Smoother.values()) {
            PolarSurface surface = PolarSmoothing.smooth(bins, Options.of(smoother, Scale.SQUARE_ROOT));
            for (double value : surface.values()) {
                assertThat(value).isEqualTo(49, within(ROUNDING));
            }
        }
    }

    /// Noise of standard deviation 1 on a plane: the errors told are those made.
    @Test
    void standardErrorsAreTheSizeOfTheErrorsMade() {
        SplittableRandom random = new SplittableRandom(4);
        for (Smoother smoother : Smoother.values()) {
            double inside = 0;
            double all = 0;
            for (int run = 0; run < 8; run++) {
                PolarBins bins = synthetic(0);
                PolarGrid grid = bins.grid();
                for (int c = 0; c < grid.cells(); c++) {
                    bins.values()[c] = 100 + 3 * grid.u(c) + random.nextGaussian();
                }
                PolarSurface surface = PolarSmoothing.smooth(bins, Options.of(smoother, Scale.LINEAR));
                for (int c = 0; c < grid.cells(); c++) {
                    if (bins.hours()[c] > 1) {
                        double off = Math.abs(surface.atCells().values()[c] - (100 + 3 * grid.u(c)));
                        inside += off <= 1.96 * surface.atCells().standardErrors()[c] ? 1 : 0;
                        all++;
                    }
                }
            }
            assertThat(inside / all).as(smoother.name()).isBetween(0.85, 1.0);
        }
    }

    /// Roots of a plane with noise of standard deviation 0.2, twice that where there is one hour: every cell
    /// from 4 m/s outwards. The errors told hold where several hours are, though the highest of the single
    /// hours are cut.
    @Test
    void standardErrorsHoldBesideSingleHours() {
        SplittableRandom random = new SplittableRandom(7);
        for (Smoother smoother : Smoother.values()) {
            double inside = 0;
            double all = 0;
            for (int run = 0; run < 8; run++) {
                PolarBins bins = synthetic(0);
                PolarGrid grid = bins.grid();
                for (int c = 0; c < grid.cells(); c++) {
                    boolean single = grid.radiusMPerS(c) > 4;
                    bins.hours()[c] = single ? grid.radiusMPerS(c) > 6 ? 0 : 1 : 10;
                    double noise = random.nextGaussian() * (single ? 0.4 : 0.2);
                    bins.values()[c] = Math.pow(7 + 0.3 * grid.u(c) + noise, 2);
                }
                PolarSurface surface = PolarSmoothing.smooth(bins, Options.of(smoother, Scale.SQUARE_ROOT));
                for (int c = 0; c < grid.cells(); c++) {
                    if (bins.hours()[c] > 1) {
                        double off = Math.abs(surface.atCells().values()[c] - Math.pow(7 + 0.3 * grid.u(c), 2));
                        inside += off <= 1.96 * surface.atCells().standardErrors()[c] ? 1 : 0;
                        all++;
                    }
                }
            }
            assertThat(inside / all).as(smoother.name()).isBetween(0.85, 1.0);
        }
    }

    @Test
    void probabilitiesStayWithinZeroAndOne() {
        PolarBins bins =
                PolarBins.of(HOURS.get("ws"), HOURS.get("wd"), HOURS.get("o3"), CellStatistic.Probability.above(0.9));
        PolarSurface surface = PolarSmoothing.smooth(bins, Options.of(Smoother.DISC, Scale.SHARE));
        assertThat(Arrays.stream(surface.values()).allMatch(value -> value >= 0 && value <= 1))
                .isTrue();
    }

    @Test
    void placesFarFromAllDataAreMarked() {
        PolarSurface surface = PolarSmoothing.smooth(synthetic(50), Options.of(Smoother.DISC, Scale.SQUARE_ROOT));
        int middle = PolarSurface.SIZE / 2;
        assertThat(surface.far()[middle * PolarSurface.SIZE + middle]).isFalse();
        // Cells reach to 4.83 m/s; a tenth of 10 m/s farther is 5.83, and columns are 0.4 m/s apart.
        assertThat(surface.far()[middle * PolarSurface.SIZE + middle + 14])
                .as("5.6 m/s")
                .isFalse();
        assertThat(surface.far()[middle * PolarSurface.SIZE + middle + 15])
                .as("6 m/s")
                .isTrue();
    }

    @Test
    void tooFewCellsGiveNoSurface() {
        PolarBins empty = PolarBins.of(new double[0], new double[0], new double[0], CellStatistic.Plain.MEAN);
        PolarBins calm =
                PolarBins.of(new double[] {1, 1}, new double[] {10, 20}, new double[] {1, 2}, CellStatistic.Plain.MEAN);
        for (Smoother smoother : Smoother.values()) {
            Options options = Options.of(smoother, Scale.SQUARE_ROOT).withFewestHours(1);
            assertThat(PolarSmoothing.smooth(empty, options).values()).containsOnly(Double.NaN);
            assertThat(PolarSmoothing.smooth(calm, options).values()).containsOnly(Double.NaN);
        }
    }

    private static PolarBins bins(String pollutant) {
        return PolarBins.of(HOURS.get("ws"), HOURS.get("wd"), HOURS.get(pollutant), CellStatistic.Plain.MEAN);
    }

    private static PolarSurface smooth(String pollutant, Smoother smoother, int fewestHours) {
        return PolarSmoothing.smooth(
                bins(pollutant), Options.of(smoother, Scale.SQUARE_ROOT).withFewestHours(fewestHours));
    }
}
