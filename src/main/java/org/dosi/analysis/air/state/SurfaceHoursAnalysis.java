package org.dosi.analysis.air.state;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.ConcentrationSurface;
import org.dosi.kernel.geo.Sites;
import org.dosi.model.Name;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// The concentration between the stations, hour by hour: as [SurfaceAnalysis], with one correlation for all hours of
/// the
/// window, so that a film of them costs little more than one.
public final class SurfaceHoursAnalysis implements AirAnalysis<SurfaceHoursAnalysis.Found> {
    private static final Duration AROUND = Duration.ofDays(15);
    private static final int MOST_HOURS = 72;

    /// @param startS the beginning of each hour
    /// @param value by hour, then cell; NaN in hours with values of fewer than four stations
    /// @param standardError by hour, then cell, of a measurement made there
    public record Found(
            Provenance provenance,
            @Nullable ZoneId zone,
            Network.Variable variable,
            SurfaceAnalysis.Grid grid,
            long[] startS,
            double[][] value,
            double[][] standardError,
            SurfaceAnalysis.Quality quality,
            Outline outline)
            implements Finding, Zoned {

        @Override
        public ResultTable table() {
            int cells = grid.cells();
            long[] time = new long[startS.length * cells];
            double[] lon = new double[time.length];
            double[] lat = new double[time.length];
            for (int row = 0; row < time.length; row++) {
                time[row] = startS[row / cells];
                lon[row] = SurfaceAnalysis.rounded(grid.lon(row % cells));
                lat[row] = SurfaceAnalysis.rounded(grid.lat(row % cells));
            }
            return ResultTable.of(
                    new ResultTable.Times("time", time, zone),
                    new ResultTable.Numbers("lon", lon),
                    new ResultTable.Numbers("lat", lat),
                    new ResultTable.Numbers("value", joined(value)),
                    new ResultTable.Numbers("standard_error", joined(standardError)));
        }

        private static double[] joined(double[][] rows) {
            return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("variable", variable.name());
            details.put("unit", variable.unit());
            details.put("from", Instant.ofEpochSecond(startS[0]));
            details.put("hours", startS.length);
            details.put("range_m", quality.rangeM());
            details.put("nugget_share", quality.nuggetShare());
            details.put("error_inflation", quality.inflation());
            details.put("left_out", quality.leftOut());
            details.put("rmse", quality.rmse());
            details.put("coverage_of_nominal_95_percent", quality.coverage());
            return details;
        }
    }

    @Override
    public String id() {
        return "surface-hours";
    }

    @Override
    public Name title() {
        return Name.of("시간마다의 농도면", "Concentration between the stations, hour by hour");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(SurfacePlane.cell("800"), SurfacePlane.margin());
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Network network = SurfaceAnalysis.located(data.wider(AROUND, AROUND).network(data.value(), AirData.Need.NONE));
        int[] span = SurfaceAnalysis.span(network, data.window());
        if (span[1] - span[0] > MOST_HOURS) {
            throw new BadSetting(
                    "expected a window of at most %d hours, found one of %d".formatted(MOST_HOURS, span[1] - span[0]));
        }
        SurfacePlane plane = SurfacePlane.of(network.stations());
        Sites stations = plane.sites(network.stations());
        ConcentrationSurface.Model model =
                ConcentrationSurface.fit(stations, SurfaceAnalysis.pool(network.values(), 1));
        SurfaceAnalysis.Grid grid = plane.grid(stations, settings);
        Sites middles = plane.middles(grid);
        List<ConcentrationSurface.Surface> surfaces = new ArrayList<>();
        for (int h = span[0]; h < span[1]; h++) {
            double[] field = SurfaceAnalysis.mean(network.values(), h, h + 1);
            surfaces.add(ConcentrationSurface.predict(model, stations, field, middles));
        }
        return new Found(
                data.provenance(id(), network.inputs(), settings.used()),
                network.zone(),
                network.variable(),
                grid,
                Arrays.copyOfRange(network.startS(), span[0], span[1]),
                surfaces.stream().map(ConcentrationSurface.Surface::value).toArray(double[][]::new),
                surfaces.stream()
                        .map(ConcentrationSurface.Surface::standardError)
                        .toArray(double[][]::new),
                SurfaceAnalysis.quality(model, network.stepSeconds() / 3600.0),
                data.outline());
    }
}
