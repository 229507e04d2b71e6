package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.dosi.kernel.geo.Sites;
import org.junit.jupiter.api.Test;

class IndexSurfaceTest {
    private static final int DRAWS = 400;

    /// A share of 400 draws of a Latin hypercube.
    private static final Offset<Double> SHARE = Offset.offset(0.02);

    /// 3,000 predictions a month, whose errors hang together within an hour.
    private static final Offset<Double> COVERAGE = Offset.offset(0.04);

    /// April and May, with dust, ozone and ordinary days: each station from the others alone. The index is
    /// told better than by the mean of the others and by the nearest, and what is called 90 % holds it.
    @Test
    void seoulsIndexIsToldBetterThanByItsMeanAndWithHonestErrors() throws IOException {
        Month month = new Month(2160, 2160 + 61 * 24);
        IndexSurface surface = IndexSurface.fit(month.sites(), month.concentration, Cai.rules(), DRAWS, 1);
        IndexSurface.Validation tried = surface.validate(month.concentration, month.index, month.grade);
        String name = tried.toString();

        assertThat(tried.count()).as(name).isGreaterThan(2_500);
        assertThat(tried.rmse()).as(name).isLessThan(tried.mean().rmse());
        assertThat(tried.rmse()).as(name).isLessThan(0.9 * tried.nearest().rmse());
        assertThat(tried.hit()).as(name).isGreaterThan(tried.mean().hit());
        assertThat(tried.hit()).as(name).isGreaterThan(tried.nearest().hit());
        assertThat(tried.coverage()).as(name).isEqualTo(0.9, COVERAGE);
        assertThat(tried.promised()).as(name).isEqualTo(tried.hit(), COVERAGE);
    }

    /// By hand: the root of PM10 is known for sure but for one pollutant, whose root is 9 ± 1 (81 µg/m³, on the
    /// border between moderate and bad): half of the draws are bad.
    @Test
    void theProbabilityOfAGradeIsThatOfTheConcentrationsBeyondItsBorder() throws IOException {
        IndexField field = new IndexField(Cai.rules(), identity(), DRAWS, 7);
        double[][] mean = roots(0.005, 0.5, 0.02, 0.02, 81, 10);
        double[][] deviation = new double[6][1];
        deviation[IndexItem.ALL.indexOf(IndexItem.PM10)][0] = 1;
        IndexField.Places told = field.at(mean, deviation);

        assertThat(told.probability()[2][0]).isEqualTo(0.5, SHARE);
        assertThat(told.probability()[0][0] + told.probability()[1][0]).isEqualTo(0.5, SHARE);
        assertThat(told.responsible()[0]).isEqualTo(IndexItem.ALL.indexOf(IndexItem.PM10));
        assertThat(told.index()[0]).isBetween(99.0, 102.0);
        assertThat(told.lower()[0]).isLessThan(90);
        assertThat(told.upper()[0]).isGreaterThan(115);
        assertThat(told.standardError()[0]).isPositive();
    }

    /// Without any doubt the field is the index itself, for concentrations of all grades and with all additions.
    @Test
    void whatIsKnownForSureHasTheIndexOfTheRules() throws IOException {
        IndexRules rules = Cai.rules();
        IndexField field = new IndexField(rules, identity(), 3, 1);
        SplittableRandom random = new SplittableRandom(5);
        double[] most = {1.2, 60, 0.7, 2.2, 700, 600};
        for (int round = 0; round < 2000; round++) {
            double[] concentration = new double[6];
            Map<IndexItem, double[]> measured = new EnumMap<>(IndexItem.class);
            double size = random.nextDouble();
            for (int i = 0; i < 6; i++) {
                concentration[i] = size * size * size * random.nextDouble() * most[i];
                // For a whole day, so that the predicted mean of particles is as it is; and with the root's rounding.
                double squared = Math.pow(Math.sqrt(concentration[i]), 2);
                double[] day = new double[12];
                Arrays.fill(day, squared);
                measured.put(IndexItem.ALL.get(i), day);
            }
            IndexSeries series = AirQualityIndex.of(measured, 12, rules);
            for (int i = 0; i < 6; i++) {
                concentration[i] = series.looked()[i][11];
            }
            IndexField.Places told = field.at(roots(concentration), new double[6][1]);
            assertThat(told.index()[0]).as(Arrays.toString(concentration)).isEqualTo(series.index()[11]);
            assertThat(told.grade()[0]).isEqualTo(series.gradeAt()[11]);
            assertThat(told.responsible()[0]).isEqualTo(series.responsibleAt()[11]);
        }
    }

    @Test
    void withoutARequiredPollutantThereIsNoIndexAndWithoutAnotherThereIs() throws IOException {
        IndexField field = new IndexField(Cai.rules(), identity(), 3, 1);
        double[][] mean = roots(0.005, 0.5, 0.02, 0.02, 81, 10);
        mean[IndexItem.ALL.indexOf(IndexItem.SO2)][0] = Double.NaN;
        assertThat(field.at(mean, new double[6][1]).grade()[0]).isEqualTo(2);
        mean[IndexItem.ALL.indexOf(IndexItem.O3)][0] = Double.NaN;
        IndexField.Places none = field.at(mean, new double[6][1]);
        assertThat(none.grade()[0]).isEqualTo(-1);
        assertThat(none.index()[0]).isNaN();
        assertThat(none.probability()[0][0]).isNaN();
    }

    @Test
    void errorsThatNeverMeetAreTakenAsIndependentAndContradictionsAreShrunk() {
        double[][] errors = new double[3][90];
        for (int k = 0; k < 90; k++) {
            // Each pair is opposite where it meets, which three cannot be at once.
            int missing = k % 3;
            for (int i = 0; i < 3; i++) {
                double side = i == (missing + 1) % 3 ? 1 : -1;
                errors[i][k] = i == missing ? Double.NaN : side * ((k / 3) % 7 - 3);
            }
        }
        double[][] correlation = IndexField.correlation(errors);
        assertThat(correlation[0][1]).isBetween(-0.5, -0.4);
        assertThat(IndexField.correlation(new double[2][10])[0][1]).isZero();
    }

    private static double[][] roots(double... concentration) {
        return Arrays.stream(concentration)
                .mapToObj(c -> new double[] {Math.sqrt(c)})
                .toArray(double[][]::new);
    }

    private static double[][] identity() {
        double[][] identity = new double[6][6];
        for (int i = 0; i < 6; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /// Hours of Seoul: what enters the index, and the index.
    private static final class Month {
        private static final int[] COLUMN = {2, 4, 5, 3, 6, 7};
        private final double[][][] concentration;
        private final double[][] index;
        private final int[][] grade;

        Month(int from, int to) throws IOException {
            int hours = to - from;
            concentration = new double[6][hours][Seoul2017.STATIONS];
            index = new double[hours][Seoul2017.STATIONS];
            grade = new int[hours][Seoul2017.STATIONS];
            double[][][] measured = new double[6][][];
            for (int i = 0; i < 6; i++) {
                measured[i] = Seoul2017.read(COLUMN[i]);
            }
            for (int s = 0; s < Seoul2017.STATIONS; s++) {
                Map<IndexItem, double[]> of = new EnumMap<>(IndexItem.class);
                for (int i = 0; i < 6; i++) {
                    of.put(IndexItem.ALL.get(i), Arrays.copyOfRange(measured[i][s], from, to));
                }
                IndexSeries series = AirQualityIndex.of(of, hours, Cai.rules());
                for (int h = 0; h < hours; h++) {
                    index[h][s] = series.index()[h];
                    grade[h][s] = series.gradeAt()[h];
                    for (int i = 0; i < 6; i++) {
                        concentration[i][h][s] = series.looked()[i][h];
                    }
                }
            }
        }

        Sites sites() throws IOException {
            double[][] positions = Seoul2017.positionsM();
            return new Sites(positions[0], positions[1]);
        }
    }
}
