package org.dosi.analysis.air.places;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.kernel.plume.NetworkHours;
import org.dosi.kernel.plume.PlumeSettings;
import org.dosi.kernel.plume.SolarPosition;
import org.dosi.kernel.plume.Stability;
import org.dosi.kernel.plume.TurnerStability;
import org.dosi.kernel.plume.WindStates;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.model.UnitSpelling;

/// A network's hours as the inversion of plumes takes them: µg/m³ on a plane, winds by state.
///
/// @param stations those with coordinates, in the network's order
/// @param xM of the stations on the plane
record SourceInputs(
        List<Network.Station> stations,
        LocalPlane plane,
        double[] xM,
        double[] yM,
        CellGrid grid,
        PlumeSettings plume,
        NetworkHours hours) {
    private static final int LEAST_STATIONS = 3;
    private static final long HOUR_S = 3600;
    private static final int USUAL_SECTORS = 36;
    private static final int FEWEST_SECTORS = 4;
    /// Litres of a mole of gas at 25 °C and 1 atm, at which the Korean law states ppm.
    private static final double MOLAR_VOLUME_L = 24.465;

    /// A station's offset is its own in each month and each such part of the day.
    private static final int HOURS_OF_PART = 3;
    /// An observer's cloud holds for so many hours.
    private static final int CLOUD_HOLDS_HOURS = 3;

    /// @param cloudTenths by hour, or NaN
    static SourceInputs of(
            Network network, double[] cloudTenths, double[] ceilingM, double cellM, double marginM, double heightM) {
        if (network.stepSeconds() != HOUR_S) {
            throw BadSetting.of(
                    "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(network.stepSeconds()),
                    "expected hourly values, found a step of %d s".formatted(network.stepSeconds()));
        }
        Series.Wind wind = network.wind();
        if (wind == null) {
            throw BadSetting.of("이 기간에 바람 자료가 없습니다", "expected the wind of the network's hours, found none");
        }
        if (network.zone() == null) {
            throw new BadSetting("zone", "the zone of the file's times, for the height of the sun", "");
        }
        List<Network.Station> stations = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int j = 0; j < network.stations().size(); j++) {
            Network.Station station = network.stations().get(j);
            if (Double.isFinite(station.lon()) && Double.isFinite(station.lat())) {
                stations.add(station);
                values.add(network.values()[j]);
            }
        }
        if (stations.size() < LEAST_STATIONS) {
            throw BadSetting.of(
                    "위치를 아는 측정소가 적어도 %d곳 필요한데 %d곳뿐입니다".formatted(LEAST_STATIONS, stations.size()),
                    "expected at least %d stations with coordinates (of a file: --stations), found %d"
                            .formatted(LEAST_STATIONS, stations.size()));
        }
        LocalPlane plane = new LocalPlane(
                stations.stream().mapToDouble(Network.Station::lon).average().orElseThrow(),
                stations.stream().mapToDouble(Network.Station::lat).average().orElseThrow());
        double[] x = stations.stream().mapToDouble(s -> plane.xM(s.lon())).toArray();
        double[] y = stations.stream().mapToDouble(s -> plane.yM(s.lat())).toArray();
        CellGrid grid = CellGrid.around(x, y, marginM, cellM);
        if (grid.cells() > Character.MAX_VALUE) {
            throw new BadSetting(
                    "cell", "at most %d cells".formatted((int) Character.MAX_VALUE), Integer.toString(grid.cells()));
        }
        PlumeSettings plume = PlumeSettings.ofCity(sectors(wind)).from(heightM);
        return new SourceInputs(
                stations, plane, x, y, grid, plume, hours(network, wind, values, plane, plume, cloudTenths, ceilingM));
    }

    /// As many as suit the steps in which directions are reported: 16 for the points of a compass.
    private static int sectors(Series.Wind wind) {
        return Math.max(FEWEST_SECTORS, DirectionSteps.of(wind.fromDeg()).sectors(USUAL_SECTORS));
    }

    private static NetworkHours hours(
            Network network,
            Series.Wind wind,
            List<double[]> values,
            LocalPlane plane,
            PlumeSettings plume,
            double[] cloudTenths,
            double[] ceilingM) {
        double factor = microgramsPerUnit(network.variable());
        double[] fromDeg = wind.exactFromDeg();
        int count = network.hours();
        int stations = values.size();
        double[] concentration = new double[count * stations];
        int[] state = new int[count];
        int[] group = new int[count];
        ZonedDateTime first = Instant.ofEpochSecond(network.startS()[0]).atZone(network.calendar());
        for (int t = 0; t < count; t++) {
            for (int j = 0; j < stations; j++) {
                concentration[t * stations + j] = factor * values.get(j)[t];
            }
            long middle = network.startS()[t] + HOUR_S / 2;
            Stability stability = TurnerStability.of(
                    wind.speedMPerS()[t],
                    SolarPosition.elevationDeg(middle, plane.latDeg(), plane.lonDeg()),
                    latest(cloudTenths, t),
                    latest(ceilingM, t));
            double from = wind.calm()[t] ? Double.NaN : fromDeg[t];
            state[t] = WindStates.of(wind.speedMPerS()[t], from, stability, plume);
            ZonedDateTime local = Instant.ofEpochSecond(network.startS()[t]).atZone(network.calendar());
            int month = (local.getYear() - first.getYear()) * 12 + local.getMonthValue() - first.getMonthValue();
            group[t] = month * (24 / HOURS_OF_PART) + local.getHour() / HOURS_OF_PART;
        }
        return new NetworkHours(stations, concentration, state, wind.speedMPerS(), first.getHour(), group);
    }

    private static double latest(double[] values, int t) {
        for (int back = 0; back <= CLOUD_HOLDS_HOURS && back <= t; back++) {
            if (Double.isFinite(values[t - back])) {
                return values[t - back];
            }
        }
        return Double.NaN;
    }

    /// What a value of one unit is in µg/m³. Where nobody says a unit it is that, but for gases, of which ppm and
    /// ppb are as usual.
    private static double microgramsPerUnit(Network.Variable variable) {
        String unit = variable.unit().isEmpty() && molarMassG(variable.id()).isEmpty() ? "ug/m3" : variable.unit();
        double mass = UnitSpelling.factor(unit, "ug/m3");
        if (!Double.isNaN(mass)) {
            return mass;
        }
        double million = UnitSpelling.factor(unit, "[ppm]");
        if (Double.isNaN(million)) {
            throw BadSetting.of(
                    "%s 값의 단위(ppm, ppb, µg/m³)를 알 수 없습니다".formatted(variable.id()),
                    "column '%1$s': expected its unit, ppm, ppb, ug/m3 or mg/m3 (--unit %1$s=…), found %2$s"
                            .formatted(variable.id(), unit.isEmpty() ? "none" : unit));
        }
        double molarMassG = molarMassG(variable.id())
                .orElseThrow(() -> BadSetting.of(
                        "ppm을 질량으로 바꿀 수 있는 물질(so2, no, no2, nox, co, o3)이 아닙니다: %s".formatted(variable.id()),
                        "value: expected so2, no, no2, nox, co or o3, whose ppm can be weighed, found '%s'"
                                .formatted(variable.id())));
        return million * 1e6 * molarMassG / MOLAR_VOLUME_L / 1000;
    }

    private static Optional<Double> molarMassG(String pollutant) {
        String id = Pollutants.find(pollutant).map(Pollutants::id).orElse(pollutant.toLowerCase(Locale.ROOT));
        return switch (id) {
            case "so2" -> Optional.of(64.06);
            case "no2", "nox" -> Optional.of(46.01);
            case "no" -> Optional.of(30.01);
            case "co" -> Optional.of(28.01);
            case "o3" -> Optional.of(48.00);
            default -> Optional.empty();
        };
    }
}
