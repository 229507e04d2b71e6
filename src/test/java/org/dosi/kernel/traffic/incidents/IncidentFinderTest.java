package org.dosi.kernel.traffic.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.incidents.IncidentFinder.Explanation;
import org.junit.jupiter.api.Test;

/// A made city: a ring of points, each beside the next, with a daily shape, days that are a little above or below as a
/// whole, and hours that stay together.
class IncidentFinderTest {
    private static final long FIRST = LocalDate.parse("2022-01-03").toEpochDay();
    private static final int DAYS = 150;
    private static final int POINTS = 24;
    private static final int AT = 90 * 24;

    private final double[][] values = made(11);
    private Neighbours neighbours = ring();

    private static double[][] made(long seed) {
        Random random = new Random(seed);
        double[][] values = new double[POINTS][DAYS * 24];
        double[] day = new double[DAYS];
        Arrays.setAll(day, _ -> 0.02 * random.nextGaussian());
        for (double[] row : values) {
            double hour = 0;
            for (int t = 0; t < row.length; t++) {
                hour = 0.6 * hour + 0.05 * random.nextGaussian();
                double shape = 900 - 700 * Math.cos(2 * Math.PI * (t % 24 - 2) / 24);
                row[t] = Math.rint(shape * Math.exp(day[t / 24] + hour));
            }
        }
        return values;
    }

    private static Neighbours ring() {
        List<List<Neighbours.Near>> all = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            all.add(List.of(
                    new Neighbours.Near((i + 1) % POINTS, 1), new Neighbours.Near((i + POINTS - 1) % POINTS, 1)));
        }
        return new Neighbours(Neighbours.Basis.ADJACENCY, all);
    }

    private Incidents find(java.util.function.LongFunction<Explanation> explanation) {
        long[] localS = LongStream.range(0, DAYS * 24)
                .map(h -> FIRST * 86_400 + h * 3600)
                .toArray();
        CityBaseline city = CityBaseline.of(new Panel(values, localS, 3600), date -> DayClass.of(date, _ -> false));
        byte[] classes = new byte[DAYS];
        for (int d = 0; d < DAYS; d++) {
            int weekday = LocalDate.ofEpochDay(FIRST + d).getDayOfWeek().getValue();
            classes[d] = (byte) Math.max(0, weekday - 5);
        }
        return IncidentFinder.find(city, neighbours, classes, explanation, new IncidentSettings(0.5, 1));
    }

    private Incidents find() {
        return find(_ -> Explanation.NONE);
    }

    private void change(int point, int from, int hours, double factor) {
        for (int t = from; t < from + hours; t++) {
            values[point][t] = Math.rint(values[point][t] * factor);
        }
    }

    @Test
    void aCityInWhichNothingHappensKeepsToTheBudget() {
        Incidents found = find();
        // Half a false alarm a month: two or three are expected of five months.
        assertThat(found.list()).hasSizeLessThan(9);
        assertThat(found.falseAlarmsPerMonth()).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aDisturbanceOfTheWholeCityIsOneIncidentAndTheFirst() {
        for (int i = 0; i < POINTS; i++) {
            change(i, AT, 30, 0.6 + 0.02 * (i % 5));
        }
        change(3, AT + 10, 24, 0.1);
        change(4, AT + 10, 24, 0.1);
        Incident first = find().list().getFirst();
        assertThat(first.cityWide()).isTrue();
        assertThat((double) first.fromStep()).isCloseTo(AT, within(3.0));
        assertThat((double) first.toStep()).isCloseTo(AT + 30, within(8.0));
        assertThat(first.change()).isCloseTo(-0.36, within(0.06));
        assertThat(first.probability()).isGreaterThan(0.99);
        // Its fragments are parts of it and no incidents of their own.
        assertThat(find().list().stream().filter(other -> other.fromStep() < AT + 36 && other.toStep() > AT))
                .hasSize(1);
        assertThat(first.parts().stream().map(Incident.Part::datastream)).contains(3, 4);
    }

    @Test
    void whatANeighbourSeesTooIsConfirmed() {
        for (int i = 7; i < 10; i++) {
            change(i, AT, 8, 0.3);
        }
        Incident first = find().list().getFirst();
        assertThat(first.cityWide()).isFalse();
        assertThat(first.parts().stream().map(Incident.Part::datastream)).containsExactlyInAnyOrder(7, 8, 9);
        assertThat((double) first.fromStep()).isCloseTo(AT, within(2.0));
        assertThat((double) first.toStep()).isCloseTo(AT + 8, within(3.0));
        assertThat(first.change()).isCloseTo(-0.7, within(0.08));
        assertThat(first.size()).isCloseTo(-0.7 * 8 * 3, within(3.0));
        assertThat(first.parts()).allMatch(Incident.Part::confirmed);
    }

    @Test
    void whatOneDetectorSeesAloneIsNotTold() {
        change(7, AT, 8, 0.3);
        Incidents found = find();
        assertThat(found.list()).noneMatch(each -> each.fromStep() < AT + 8 && each.toStep() > AT);
        assertThat(found.unconfirmed()).isPositive();
        // Where nobody knows neighbours it is told, and said to be unconfirmed.
        neighbours = Neighbours.unknown(POINTS);
        assertThat(find().list().getFirst().parts()).singleElement().satisfies(part -> {
            assertThat(part.datastream()).isEqualTo(7);
            assertThat(part.confirmed()).isFalse();
        });
    }

    @Test
    void aGapBesideDepressedNeighboursIsAClosedRoad() {
        Arrays.fill(values[12], AT, AT + 20, Double.NaN);
        change(11, AT - 2, 24, 0.6);
        change(13, AT - 2, 24, 0.6);
        Incident first = find().list().getFirst();
        assertThat(first.parts())
                .filteredOn(part -> part.datastream() == 12)
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.isClosed()).isTrue();
                    assertThat(part.change()).isEqualTo(-1);
                });
    }

    @Test
    void aGapBesideTrafficAsUsualIsADetectorThatIsOut() {
        Arrays.fill(values[12], AT, AT + 20, Double.NaN);
        Arrays.fill(values[13], AT, AT + 20, Double.NaN);
        assertThat(find().list()).noneMatch(each -> each.fromStep() < AT + 20 && each.toStep() > AT);
    }

    @Test
    void aHolidayExplainsWhatFallsOnIt() {
        for (int i = 0; i < POINTS; i++) {
            change(i, AT, 24, 0.5);
        }
        long holiday = FIRST + AT / 24;
        Incidents found = find(day -> day == holiday ? Explanation.HOLIDAY : Explanation.NONE);
        assertThat(found.list()).noneMatch(each -> each.fromStep() < AT + 24 && each.toStep() > AT);
        assertThat(found.explained()).isPositive();
        // The day beside one explains what all share, and not what a few roads have.
        Incidents beside = find(day -> day == holiday ? Explanation.BESIDE_HOLIDAY : Explanation.NONE);
        assertThat(beside.list()).noneMatch(each -> each.cityWide() && each.fromStep() < AT + 24 && each.toStep() > AT);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        change(7, AT, 8, 0.3);
        change(8, AT, 8, 0.3);
        Incidents once = find();
        Incidents again = find();
        assertThat(again.list()).isEqualTo(once.list());
    }

    @Test
    void nothingIsFoundInNothing() {
        long[] none = new long[0];
        CityBaseline city =
                CityBaseline.of(new Panel(new double[][] {{}, {}}, none, 3600), date -> DayClass.of(date, _ -> false));
        assertThat(IncidentFinder.find(
                                city,
                                Neighbours.unknown(2),
                                new byte[0],
                                _ -> Explanation.NONE,
                                new IncidentSettings(1, 1))
                        .list())
                .isEmpty();
    }
}
