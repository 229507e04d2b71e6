package org.dosi.kernel.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolarAnnulusTest {

    @Test
    void meansAreTakenPerSlotAndSector() {
        PolarAnnulus found = PolarAnnulus.of(
                new int[] {0, 0, 1, -1, 2},
                2,
                true,
                new double[] {10, 10, 360, 10, 10},
                new double[] {1, 3, 7, 100, 100},
                36);
        assertThat(found.means()[0]).isEqualTo(2);
        assertThat(found.means()[36 + 35]).isEqualTo(7);
        assertThat(found.hours()[0]).isEqualTo(2);
        assertThat(found.smooth()).as("two cells carry no surface").containsOnly(Double.NaN);
    }

    /// A wave around the compass and the day, with noise: the surface is nearer to it than the means are.
    @Test
    void theSurfaceFollowsDirectionAndHour() {
        SplittableRandom random = new SplittableRandom(3);
        int hours = 6000;
        int[] slot = new int[hours];
        double[] from = new double[hours];
        double[] value = new double[hours];
        for (int h = 0; h < hours; h++) {
            slot[h] = random.nextInt(24);
            from[h] = random.nextInt(1, 37) * 10;
            value[h] = Math.max(0, truth(from[h], slot[h]) + 15 * random.nextGaussian());
        }
        PolarAnnulus found = PolarAnnulus.of(slot, 24, true, from, value, 36);
        double ofMeans = 0;
        double ofSurface = 0;
        for (int c = 0; c < 24 * 36; c++) {
            double truth = truth((c % 36 + 1) * 10, c / 36);
            ofMeans += found.hours()[c] > 0 ? Math.pow(found.means()[c] - truth, 2) : 0;
            ofSurface += Math.pow(found.smooth()[c] - truth, 2);
        }
        assertThat(ofSurface).isLessThan(ofMeans / 5);
    }

    private static double truth(double fromDeg, int hour) {
        return 60 + 20 * Math.cos(Math.toRadians(fromDeg - 240)) + 15 * Math.sin(2 * Math.PI * hour / 24);
    }

    /// A month of wind in 16 directions: many cells are empty, and some of the splines meet no hour.
    @Test
    void aMonthOfFewWindsHasASurface() {
        SplittableRandom random = new SplittableRandom(17);
        int hours = 700;
        int[] slot = new int[hours];
        double[] from = new double[hours];
        double[] value = new double[hours];
        for (int h = 0; h < hours; h++) {
            slot[h] = h % 24;
            from[h] = 22.5 * (1 + random.nextInt(4) * random.nextInt(4));
            value[h] = 0.004 + 0.002 * random.nextDouble();
        }
        for (int directions : new int[] {16, 36}) {
            PolarAnnulus found = PolarAnnulus.of(slot, 24, true, from, value, directions);
            for (double smooth : found.smooth()) {
                assertThat(smooth).isBetween(0.0, 0.02);
            }
        }
    }

    @Test
    void aConstantIsSmoothedToItself() {
        int hours = 24 * 36;
        int[] slot = new int[hours];
        double[] from = new double[hours];
        double[] value = new double[hours];
        for (int h = 0; h < hours; h++) {
            slot[h] = h / 36;
            from[h] = h % 36 * 10;
            value[h] = 25;
        }
        for (boolean returns : new boolean[] {true, false}) {
            for (double smooth :
                    PolarAnnulus.of(slot, 24, returns, from, value, 36).smooth()) {
                assertThat(smooth).isEqualTo(25, within(1e-6));
            }
        }
    }
}
