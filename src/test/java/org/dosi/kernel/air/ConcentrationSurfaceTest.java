package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.dosi.kernel.geo.Sites;
import org.junit.jupiter.api.Test;

class ConcentrationSurfaceTest {
    /// 29,000 predictions whose errors hang together within an hour.
    private static final Offset<Double> COVERAGE = Offset.offset(0.01);

    private static final Offset<Double> SOLVED = Offset.offset(1e-9);
    private static final int NO2 = 3;
    private static final int O3 = 5;
    private static final int PM10 = 6;

    /// Every sixth hour of Seoul, each station from the others alone. The reference rivals are the mean
    /// of the others, the nearest and inverse squared distance.
    @Test
    void seoulIsPredictedBetterThanByItsMeanAndWithHonestErrors() throws IOException {
        for (int pollutant : new int[] {NO2, O3, PM10}) {
            ConcentrationSurface.Model model = ConcentrationSurface.fit(stations(), everySixthHour(pollutant));
            ConcentrationSurface.Validation tried = model.validation();
            String name = "column " + pollutant + ": " + model;

            assertThat(tried.count()).as(name).isGreaterThan(28_000);
            assertThat(tried.coverage()).as(name).isEqualTo(0.95, COVERAGE);
            assertThat(tried.rmse()).as(name).isLessThan(0.98 * tried.rmseOfMean());
            assertThat(tried.rmse()).as(name).isLessThan(0.85 * tried.rmseOfNearest());
            assertThat(tried.rmse()).as(name).isLessThan(1.02 * tried.rmseOfInverseDistance());
            assertThat(Math.abs(tried.bias())).as(name).isLessThan(0.01 * tried.rmse());
            assertThat(model.inflation()).as(name).isBetween(1.0, 1.15);
        }
    }

    /// The short way to a station without itself against taking it away.
    @Test
    void withoutItselfIsAsIfAStationHadNotMeasured() throws IOException {
        Sites stations = stations();
        double[][] fields = everySixthHour(PM10);
        ConcentrationSurface.Model model = ConcentrationSurface.fit(stations, Arrays.copyOf(fields, 60));
        double[] field = fields[500];
        ConcentrationSurface.Surface cross = ConcentrationSurface.withoutThemselves(model, stations, field);
        for (int station = 0; station < field.length; station++) {
            double[] without = field.clone();
            without[station] = Double.NaN;
            ConcentrationSurface.Surface slow =
                    ConcentrationSurface.predict(model, stations, without, stations.only(new int[] {station}));
            assertThat(slow.value()[0]).isEqualTo(cross.value()[station], SOLVED);
            assertThat(slow.standardError()[0]).isEqualTo(cross.standardError()[station], SOLVED);
        }
    }

    @Test
    void theErrorGrowsWithTheDistanceFromTheStations() throws IOException {
        Sites stations = stations();
        double[][] fields = everySixthHour(O3);
        ConcentrationSurface.Model model = ConcentrationSurface.fit(stations, Arrays.copyOf(fields, 200));
        Sites places = new Sites(new double[] {0, 30_000, 200_000}, new double[] {0, 30_000, 200_000});
        ConcentrationSurface.Surface surface = ConcentrationSurface.predict(model, stations, fields[100], places);
        assertThat(surface.standardError()[1]).isGreaterThan(surface.standardError()[0]);
        assertThat(surface.standardError()[2]).isGreaterThanOrEqualTo(surface.standardError()[1]);
        assertThat(surface.stations()).isEqualTo(25);
    }

    @Test
    void equalStationsGiveThatValueEverywhere() {
        Sites stations = new Sites(new double[] {0, 1000, 0, 3000}, new double[] {0, 0, 1000, 3000});
        double[][] fields = {{5, 5, 5, 5}, {7, 7, 7, 7}};
        ConcentrationSurface.Model model = ConcentrationSurface.fit(stations, fields);
        ConcentrationSurface.Surface surface =
                ConcentrationSurface.predict(model, stations, fields[0], new Sites(new double[] {9}, new double[] {9}));
        assertThat(surface.value()[0]).isEqualTo(5, Offset.offset(1e-6));
        assertThat(surface.standardError()[0]).isBetween(0.0, 1e-3);
    }

    @Test
    void threeStationsAreTooFew() {
        Sites stations = new Sites(new double[] {0, 1000, 0, 3000}, new double[] {0, 0, 1000, 3000});
        double[] field = {1, 2, 3, Double.NaN};
        ConcentrationSurface.Model model = ConcentrationSurface.fit(stations, new double[][] {field});
        assertThat(model.validation().count()).isZero();
        assertThat(ConcentrationSurface.predict(model, stations, field, stations)
                        .value())
                .containsOnly(Double.NaN);
        assertThat(ConcentrationSurface.withoutThemselves(model, stations, field)
                        .value())
                .containsOnly(Double.NaN);
    }

    @Test
    void noFieldsAndNoPlacesAreNoFault() {
        Sites none = new Sites(new double[0], new double[0]);
        ConcentrationSurface.Model model = ConcentrationSurface.fit(none, new double[0][]);
        assertThat(model.inflation()).isEqualTo(1);
        assertThat(ConcentrationSurface.predict(model, none, new double[0], none)
                        .value())
                .isEmpty();
    }

    private static Sites stations() throws IOException {
        double[][] positions = Seoul2017.positionsM();
        return new Sites(positions[0], positions[1]);
    }

    /// By hour, then station; zeros and gross faults are left out as quality control does.
    private static double[][] everySixthHour(int column) throws IOException {
        double[][] stations = Seoul2017.read(column);
        double[][] fields = new double[Seoul2017.HOURS / 6][Seoul2017.STATIONS];
        for (int f = 0; f < fields.length; f++) {
            for (int s = 0; s < fields[f].length; s++) {
                double value = stations[s][6 * f];
                fields[f][s] = value > 0 && value < (column < PM10 ? 0.3 : 900) ? value : Double.NaN;
            }
        }
        return fields;
    }
}
