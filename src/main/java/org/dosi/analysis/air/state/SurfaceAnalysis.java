package org.dosi.analysis.air.state;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Outline;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.ConcentrationSurface;
import org.dosi.kernel.geo.Sites;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// The concentration between the stations for an hour or a mean, with its standard error.
public final class SurfaceAnalysis implements AirAnalysis<SurfaceAnalysis.Found> {
    /// An hour borrows its correlation from the hours around the window.
    private static final Duration AROUND = Duration.ofDays(15);

    /// A longer mean borrows it from days: its own kind is too rare, and all of them share the same
    /// pattern.
    private static final int LONGEST_PART_HOURS = 24;

    /// A station needs three quarters of a mean's hours.
    private static final double CAPTURE = 0.75;

    /// The middles of square cells, by row from the south, then from the west.
    ///
    /// @param cellM metres
    public record Grid(int columns, int rows, double west, double south, double stepLon, double stepLat, double cellM) {
        public int cells() {
            return columns * rows;
        }

        public double lon(int cell) {
            return west + (cell % columns + 0.5) * stepLon;
        }

        public double lat(int cell) {
            int row = cell / columns;
            return south + (row + 0.5) * stepLat;
        }
    }

    /// A station of the surface.
    ///
    /// @param measured NaN if it did not measure
    /// @param predicted what the others say of it
    /// @param standardError of `predicted`
    public record Spot(Network.Station station, double measured, double predicted, double standardError) {}

    /// What the surface rests on, and how good it was where it could be tried: at the stations, each
    /// predicted from the others.
    ///
    /// @param partHours length of the means from which correlation and quality come
    /// @param rangeM the distance at which the correlated part has fallen to 1/e
    /// @param nuggetShare the share of the variance that is a place's own
    /// @param inflation what standard errors were multiplied by, so that they hold
    /// @param fields hours or means that took part
    /// @param leftOut predictions that were tried
    /// @param coverage share of them within 1.96 standard errors
    public record Quality(
            double partHours,
            double rangeM,
            double nuggetShare,
            double inflation,
            int fields,
            long leftOut,
            double rmse,
            double bias,
            double coverage) {}

    /// @param fromS the beginning of the hours that it is the mean of
    /// @param toS their end, exclusive
    /// @param value by cell
    /// @param standardError by cell, of a measurement made there
    /// @param rivals root mean square errors of simpler ways, by name
    /// @param outline what a map of it stands on
    public record Found(
            Provenance provenance,
            @Nullable ZoneId zone,
            Network.Variable variable,
            long fromS,
            long toS,
            Grid grid,
            double[] value,
            double[] standardError,
            Quality quality,
            Map<String, Double> rivals,
            List<Spot> spots,
            Outline outline)
            implements Finding, Zoned {

        public Found {
            rivals = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rivals));
            spots = List.copyOf(spots);
        }

        @Override
        public ResultTable table() {
            double[] lon = new double[grid.cells()];
            double[] lat = new double[lon.length];
            for (int cell = 0; cell < lon.length; cell++) {
                lon[cell] = rounded(grid.lon(cell));
                lat[cell] = rounded(grid.lat(cell));
            }
            return ResultTable.of(
                    new ResultTable.Numbers("lon", lon),
                    new ResultTable.Numbers("lat", lat),
                    new ResultTable.Numbers("value", value),
                    new ResultTable.Numbers("standard_error", standardError));
        }

        @Override
        public Map<String, Object> details() {
            return SurfaceAnalysis.details(this);
        }
    }

    @Override
    public String id() {
        return "surface";
    }

    @Override
    public Name title() {
        return Name.of("측정소 사이의 농도면과 표준오차", "Concentration between the stations, with its standard error");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "at",
                        Kind.TEXT,
                        "",
                        "시작 시각(없으면 기간 전체의 평균)",
                        "beginning of the hour or mean, such as 2017-05-08T10:00 (without it: the mean of the window)"),
                Parameter.of("hours", Kind.COUNT, "1", "평균할 시간 수", "length of the mean that begins there, hours"),
                SurfacePlane.cell("400"),
                SurfacePlane.margin());
    }

    @Override
    public Found find(AirData data, Settings settings) {
        int hours = settings.count("hours", 1, 100_000);
        String at = settings.find("at").orElse(null);
        boolean open = data.window().equals(TimeWindow.ALL);
        AirData around = at != null && open ? data.in(around(at, hours)) : data.wider(AROUND, AROUND);
        Network network = located(around.network(data.value(), AirData.Need.NONE));
        int[] span = at == null ? span(network, data.window()) : span(network, at, hours);
        long step = network.stepSeconds();
        int part = Math.clamp(LONGEST_PART_HOURS * 3600L / step, 1, span[1] - span[0]);
        SurfacePlane plane = SurfacePlane.of(network.stations());
        Sites stations = plane.sites(network.stations());
        double[] field = mean(network.values(), span[0], span[1]);
        ConcentrationSurface.Model model = ConcentrationSurface.fit(stations, pool(network.values(), part));
        Grid grid = plane.grid(stations, settings);
        ConcentrationSurface.Surface surface =
                ConcentrationSurface.predict(model, stations, field, plane.middles(grid));
        if (surface.stations() < 4) {
            throw BadSetting.of(
                    "그 시각에 값이 있는 측정소가 적어도 4곳 필요한데 %d곳뿐입니다".formatted(surface.stations()),
                    "expected values of at least 4 stations at that time, found %d".formatted(surface.stations()));
        }
        ConcentrationSurface.Surface others = ConcentrationSurface.withoutThemselves(model, stations, field);
        List<Spot> spots = new ArrayList<>();
        for (int s = 0; s < field.length; s++) {
            spots.add(new Spot(network.stations().get(s), field[s], others.value()[s], others.standardError()[s]));
        }
        return new Found(
                at != null && open
                        ? data.provenance(id(), network.inputs(), settings.used(), around(at, hours))
                        : data.provenance(id(), network.inputs(), settings.used()),
                network.zone(),
                network.variable(),
                network.startS()[span[0]],
                network.startS()[span[1] - 1] + step,
                grid,
                surface.value(),
                surface.standardError(),
                quality(model, part * step / 3600.0),
                rivals(model.validation()),
                spots,
                data.outline());
    }

    static Quality quality(ConcentrationSurface.Model model, double partHours) {
        ConcentrationSurface.Validation tried = model.validation();
        return new Quality(
                partHours,
                model.correlation().rangeM(),
                model.correlation().nuggetShare(),
                model.inflation(),
                model.fields(),
                tried.count(),
                tried.rmse(),
                tried.bias(),
                tried.coverage());
    }

    private static Map<String, Double> rivals(ConcentrationSurface.Validation tried) {
        Map<String, Double> rivals = new LinkedHashMap<>();
        rivals.put("network_mean", tried.rmseOfMean());
        rivals.put("nearest_station", tried.rmseOfNearest());
        rivals.put("inverse_distance", tried.rmseOfInverseDistance());
        return rivals;
    }

    /// The stations whose place is known.
    static Network located(Network network) {
        List<Integer> known = new ArrayList<>();
        for (int s = 0; s < network.stations().size(); s++) {
            Network.Station station = network.stations().get(s);
            if (Double.isFinite(station.lon()) && Double.isFinite(station.lat())) {
                known.add(s);
            }
        }
        if (known.size() < 4) {
            throw BadSetting.of(
                    "위치를 아는 측정소가 적어도 4곳 필요한데 %d곳뿐입니다".formatted(known.size()),
                    "stations: expected at least 4 stations with longitude and latitude, found " + known.size());
        }
        return new Network(
                network.zone(),
                network.stepSeconds(),
                network.startS(),
                known.stream().map(network.stations()::get).toList(),
                network.variable(),
                known.stream().map(s -> network.values()[s]).toArray(double[][]::new),
                known.stream().map(s -> network.flagged()[s]).toArray(double[][]::new),
                network.wind(),
                network.inputs());
    }

    /// The rows in the window: the first, and the one behind the last.
    static int[] span(Network network, TimeWindow window) {
        int first = 0;
        while (first < network.hours()
                && network.startS()[first] < window.from().getEpochSecond()) {
            first++;
        }
        int last = first;
        while (last < network.hours() && network.startS()[last] < window.to().getEpochSecond()) {
            last++;
        }
        if (last == first) {
            throw BadSetting.of(
                    "이 기간에 %s 관측값이 없습니다".formatted(network.variable().name().ko()),
                    "expected observations of %s in the window, found none"
                            .formatted(network.variable().id()));
        }
        return new int[] {first, last};
    }

    /// The rows of a mean that begins at a time.
    private static int[] span(Network network, String at, int hours) {
        long[] startS = network.startS();
        int first = Arrays.binarySearch(startS, time(at, network.calendar()));
        if (first < 0) {
            throw new BadSetting(
                    "at",
                    "the beginning of an hour in the data, which hold %s from %s to %s"
                            .formatted(
                                    network.variable().id(),
                                    Instant.ofEpochSecond(startS[0]).atZone(network.calendar()),
                                    Instant.ofEpochSecond(startS[startS.length - 1])
                                            .atZone(network.calendar())),
                    at);
        }
        long end = startS[first] + hours * 3600L;
        int last = first;
        while (last < startS.length && startS[last] < end) {
            last++;
        }
        return new int[] {first, last};
    }

    /// What a time alone asks of the data: a day more on both sides, for its zone is the data's.
    private static TimeWindow around(String at, int hours) {
        Instant begin = Instant.ofEpochSecond(time(at, ZoneOffset.UTC));
        Duration more = AROUND.plusDays(1);
        return new TimeWindow(
                begin.minus(more), begin.plus(Duration.ofHours(hours)).plus(more));
    }

    /// A time of the reader, in the city's zone unless it has an offset.
    static long time(String text, ZoneId zone) {
        try {
            return text.matches(".*([+-]\\d\\d:?\\d\\d|Z)$")
                    ? OffsetDateTime.parse(text).toEpochSecond()
                    : LocalDateTime.parse(text).atZone(zone).toEpochSecond();
        } catch (DateTimeException _) {
            throw new BadSetting("at", "a time such as 2017-05-08T10:00", text);
        }
    }

    /// The data in parts of so many rows.
    static double[][] pool(double[][] values, int part) {
        int rows = values[0].length;
        double[][] pool = new double[rows / part][];
        for (int p = 0; p < pool.length; p++) {
            pool[p] = mean(values, p * part, (p + 1) * part);
        }
        return pool;
    }

    static double[] mean(double[][] values, int from, int to) {
        double[] means = new double[values.length];
        for (int s = 0; s < means.length; s++) {
            double sum = 0;
            int count = 0;
            for (int h = from; h < to; h++) {
                if (Double.isFinite(values[s][h])) {
                    sum += values[s][h];
                    count++;
                }
            }
            means[s] = count > 0 && count >= CAPTURE * (to - from) ? sum / count : Double.NaN;
        }
        return means;
    }

    /// A tenth of a metre is enough for a cell.
    static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private static Map<String, Object> details(Found found) {
        Quality quality = found.quality();
        Map<String, Object> validation = new LinkedHashMap<>();
        validation.put("hours_of_a_mean", quality.partHours());
        validation.put("left_out", quality.leftOut());
        validation.put("rmse", quality.rmse());
        validation.put("bias", quality.bias());
        validation.put("coverage_of_nominal_95_percent", quality.coverage());
        validation.put("rmse_of_simpler_ways", found.rivals());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("variable", found.variable().name());
        details.put("unit", found.variable().unit());
        details.put("from", java.time.Instant.ofEpochSecond(found.fromS()));
        details.put("to", java.time.Instant.ofEpochSecond(found.toS()));
        details.put("range_m", quality.rangeM());
        details.put("nugget_share", quality.nuggetShare());
        details.put("error_inflation", quality.inflation());
        details.put("fields_in_correlation", quality.fields());
        details.put("leave_one_out", validation);
        details.put(
                "stations", found.spots().stream().map(SurfaceAnalysis::spot).toList());
        return details;
    }

    private static Map<String, Object> spot(Spot spot) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("station", spot.station().id());
        map.put("name", spot.station().name());
        map.put("lon", spot.station().lon());
        map.put("lat", spot.station().lat());
        map.put("measured", spot.measured());
        map.put("predicted_without_itself", spot.predicted());
        map.put("standard_error", spot.standardError());
        return map;
    }
}
