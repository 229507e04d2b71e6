package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeVariationTest {
    /// The figures in the files have ten digits: 1e-9 of the size of the value.
    private static final double MEAN_TOLERANCE = 1e-9;

    private static final double INTERVAL_TOLERANCE = 1e-6;
    private static final HourSeries NOX = LondonHours.of("nox");

    @ParameterizedTest
    @CsvSource({
        "HOUR,timeVariation_nox_hour.csv",
        "WEEKDAY,timeVariation_nox_weekday.csv",
        "MONTH,timeVariation_nox_month.csv"
    })
    void meansAndIntervalsAreThoseOfOpenair(VariationPart part, String file) {
        GroupIntervals found = TimeVariation.means(NOX, part, 0.95);
        List<List<String>> rows = LondonHours.reference(file);
        assertThat(rows).hasSize(part.groups() + 1);
        List<String> head = rows.getFirst();
        for (int g = 0; g < part.groups(); g++) {
            List<String> row = rows.get(g + 1);
            double mean = LondonHours.number(row.get(head.indexOf("mid")));
            assertThat(found.centre()[g]).isEqualTo(mean, within(MEAN_TOLERANCE * mean));
            assertThat(found.lower()[g])
                    .isEqualTo(LondonHours.number(row.get(head.indexOf("min"))), within(INTERVAL_TOLERANCE));
            assertThat(found.upper()[g])
                    .isEqualTo(LondonHours.number(row.get(head.indexOf("max"))), within(INTERVAL_TOLERANCE));
        }
    }

    /// The hours of a week add up to those of the weekdays and of the day.
    @Test
    void thePartsCountTheSameHours() {
        GroupIntervals week = TimeVariation.means(NOX, VariationPart.HOUR_OF_WEEKDAY, 0.95);
        GroupIntervals day = TimeVariation.means(NOX, VariationPart.HOUR, 0.95);
        GroupIntervals weekday = TimeVariation.means(NOX, VariationPart.WEEKDAY, 0.95);
        int[] hours = new int[24];
        int[] days = new int[7];
        for (int g = 0; g < 168; g++) {
            hours[g % 24] += week.n()[g];
            days[g / 24] += week.n()[g];
        }
        assertThat(hours).containsExactly(day.n());
        assertThat(days).containsExactly(weekday.n());
    }

    /// By hand: 1, 2, 3 have mean 2, s 1, t(2) 4.3026527 at 95 %: half width 4.3026527 / √3 = 2.4841377.
    @Test
    void theIntervalIsStudents() {
        long monday = HourSeries.startOf(LocalDate.of(2024, 1, 1));
        HourSeries three = new HourSeries(monday + 5, new double[] {1, 2, 3, Double.NaN});
        GroupIntervals found = TimeVariation.means(three, VariationPart.WEEKDAY, 0.95);
        assertThat(found.n()).containsExactly(3, 0, 0, 0, 0, 0, 0);
        assertThat(found.centre()[0]).isEqualTo(2);
        assertThat(found.upper()[0] - 2).isEqualTo(2.4841377, within(1e-7));
        assertThat(found.centre()[1]).isNaN();
        GroupIntervals hours = TimeVariation.means(three, VariationPart.HOUR, 0.95);
        assertThat(hours.centre()[5]).isEqualTo(1);
        assertThat(hours.lower()[5]).as("one value tells no spread").isNaN();
    }

    /// The slow twin: a drawn bootstrap of the median. With 20,000 resamples the share of medians at or below
    /// an end is known to ±0.0022 (two standard errors).
    @Test
    void theMediansIntervalIsThatOfAnEndlessBootstrap() {
        SplittableRandom random = new SplittableRandom(5);
        for (int n : new int[] {5, 11, 31, 101}) {
            int rank = TimeVariation.lowerRank(n, 0.025);
            int below = 0;
            int onOrBelow = 0;
            int[] drawn = new int[n];
            for (int b = 0; b < 20_000; b++) {
                for (int i = 0; i < n; i++) {
                    drawn[i] = random.nextInt(n);
                }
                Arrays.sort(drawn);
                int middle = drawn[(n - 1) / 2];
                below += middle < rank ? 1 : 0;
                onOrBelow += middle <= rank ? 1 : 0;
            }
            assertThat(below / 20_000.0).as("n %d", n).isLessThan(0.025 + 0.0022);
            assertThat(onOrBelow / 20_000.0).as("n %d", n).isGreaterThan(0.025 - 0.0022);
        }
    }

    @Test
    void aMedianLiesInItsInterval() {
        GroupIntervals found = TimeVariation.medians(NOX, VariationPart.HOUR_OF_WEEKDAY, 0.95);
        for (int g = 0; g < 168; g++) {
            assertThat(found.centre()[g]).isBetween(found.lower()[g], found.upper()[g]);
        }
    }

    @Test
    void theNormalisedMeansAverageToOne() {
        GroupIntervals found =
                TimeVariation.means(NOX, VariationPart.MONTH, 0.95).normalised();
        assertThat(Arrays.stream(found.centre()).average().orElseThrow()).isEqualTo(1, within(1e-12));
        assertThat(found.lower()[3]).isLessThan(found.centre()[3]);
    }

    @Test
    void nothingHasNoGroups() {
        GroupIntervals none = TimeVariation.means(new HourSeries(0, new double[0]), VariationPart.HOUR, 0.95);
        assertThat(none.centre()).containsOnly(Double.NaN);
        assertThat(TimeVariation.medians(new HourSeries(0, new double[] {7}), VariationPart.MONTH, 0.9)
                        .centre()[0])
                .isEqualTo(7);
    }
}
