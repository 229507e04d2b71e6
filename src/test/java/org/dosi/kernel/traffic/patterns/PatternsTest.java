package org.dosi.kernel.traffic.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;
import org.junit.jupiter.api.Test;

class PatternsTest {
    private static final int DAYS = 182;
    /// A Monday.
    private static final long FIRST = 18_995;

    /// Even datastreams have their peak at 08:30 on weekdays, odd ones at 18:30; from day 91 on the evening's is a
    /// half higher. One in ten is missing.
    private static Panel city() {
        SplittableRandom random = new SplittableRandom(3);
        long[] localS = new long[DAYS * 24];
        double[][] values = new double[20][localS.length];
        for (int step = 0; step < localS.length; step++) {
            localS[step] = FIRST * 86_400 + step * 3600L;
            int hour = step % 24;
            boolean weekday = step / 24 % 7 < 5;
            for (int i = 0; i < values.length; i++) {
                double more = i % 2 == 1 && step / 24 >= 91 ? 1.5 : 1;
                double away = (hour + 0.5 - (i % 2 == 0 ? 8.5 : 18.5)) / 2;
                double value = (5 + 1000 * (weekday ? 1 : 0.3) * Math.exp(-away * away / 2)) * more;
                values[i][step] = random.nextInt(10) == 0 ? Double.NaN : value * (0.95 + 0.1 * random.nextDouble());
            }
        }
        return new Panel(values, localS, 3600);
    }

    @Test
    void twoRushesAreFoundAndTheOneThatGrew() {
        CityBaseline city = CityBaseline.of(city(), date -> DayClass.of(date, _ -> false));
        WeekProfiles week = WeekProfiles.of(city, date -> DayClass.of(date, _ -> false), false);
        Patterns found = Patterns.of(week, new Patterns.Settings(0, 5, 1));
        assertThat(found.patterns()).hasSize(2);
        assertThat(found.patterns().stream()
                        .mapToDouble(Patterns.Pattern::share)
                        .sum())
                .isCloseTo(1, within(1e-9));
        int evening = found.patterns().get(0).peakHour() > 12 ? 0 : 1;
        assertThat(found.patterns().get(evening).peakHour()).isCloseTo(18.5, within(0.1));
        assertThat(found.patterns().get(1 - evening).peakHour()).isCloseTo(8.5, within(0.1));
        assertThat(found.patterns().get(evening).peakClass()).isEqualTo(DayClass.WEEKDAY);

        double[][] level = new double[20][DAYS];
        for (int i = 0; i < 20; i++) {
            for (int day = 0; day < DAYS; day++) {
                level[i][day] = city.baseline().level(i, (FIRST + day) * 86_400);
            }
        }
        PatternChanges changes = PatternChanges.of(week, found, level, 1);
        assertThat(changes.tests().get(evening).steps()).isNotEmpty();
        double[] strength = changes.strength()[evening];
        assertThat(strength[22] / strength[3]).isCloseTo(1.5, within(0.15));
        assertThat(changes.tests().get(1 - evening).steps()).isEmpty();
    }

    @Test
    void directionsAreBalanced() {
        CityBaseline city = CityBaseline.of(city(), date -> DayClass.of(date, _ -> false));
        WeekProfiles week = WeekProfiles.of(city, date -> DayClass.of(date, _ -> false), false);
        DirectionAsymmetry roads = DirectionAsymmetry.of(week, 0, 1, 1);
        assertThat(roads.index()).isGreaterThan(0.8).isBetween(roads.lower(), roads.upper());
        assertThat(DirectionAsymmetry.of(week, 1, 0, 1).index()).isCloseTo(-roads.index(), within(1e-9));
        assertThat(DirectionAsymmetry.of(week, 0, 2, 1).index()).isCloseTo(0, within(0.1));
    }

    @Test
    void setsOfPartsAreApart() {
        double[][] a = {{1, 0}, {0, 1}};
        assertThat(Patterns.distance(a, new double[][] {{0, 2}, {3, 0}})).isZero();
        double[][] same = {{1, 0}, {1, 0}};
        assertThat(Patterns.distance(a, same)).isCloseTo(0.25, within(1e-12));
    }
}
