package org.dosi.analysis.air.state;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.geo.Sites;

/// The plane of a surface: it touches the earth in the middle of the stations, and the surface's cells lie in it.
record SurfacePlane(LocalPlane plane) {
    /// How far a surface reaches beyond the outermost stations, as a share of their extent.
    private static final double MARGIN = 0.08;

    private static final int MOST_CELLS = 250_000;

    static SurfacePlane of(List<Network.Station> stations) {
        return new SurfacePlane(new LocalPlane(
                stations.stream().mapToDouble(Network.Station::lon).average().orElse(0),
                stations.stream().mapToDouble(Network.Station::lat).average().orElse(0)));
    }

    Sites sites(List<Network.Station> stations) {
        return new Sites(
                stations.stream().mapToDouble(s -> plane.xM(s.lon())).toArray(),
                stations.stream().mapToDouble(s -> plane.yM(s.lat())).toArray());
    }

    /// @param metres unless another size is asked for
    static Parameter cell(String metres) {
        return Parameter.of("cell", Kind.NUMBER, metres, "격자 크기(m)", "size of a cell, m");
    }

    static Parameter margin() {
        return Parameter.of(
                "margin",
                Kind.NUMBER,
                "",
                "측정소 바깥 여유(m)",
                "margin around the stations, m (default: a share of their span)");
    }

    /// @param settings that [#cell] and [#margin] are among
    SurfaceAnalysis.Grid grid(Sites stations, Settings settings) {
        double cellM = settings.number("cell", 20, 50_000);
        double marginM = settings.find("margin").isPresent() ? settings.number("margin", 0, 100_000) : Double.NaN;
        double west = Arrays.stream(stations.eastM()).min().orElse(0);
        double east = Arrays.stream(stations.eastM()).max().orElse(0);
        double south = Arrays.stream(stations.northM()).min().orElse(0);
        double north = Arrays.stream(stations.northM()).max().orElse(0);
        double margin =
                Math.max(cellM, Double.isNaN(marginM) ? MARGIN * Math.max(east - west, north - south) : marginM);
        double columns = Math.ceil((east - west + 2 * margin) / cellM);
        double rows = Math.ceil((north - south + 2 * margin) / cellM);
        if (columns * rows > MOST_CELLS) {
            throw new BadSetting("cell", "at most %d cells, such as 1000 m".formatted(MOST_CELLS), cellM + " m");
        }
        return new SurfaceAnalysis.Grid(
                (int) columns,
                (int) rows,
                plane.lon(west - margin),
                plane.lat(south - margin),
                plane.lon(cellM) - plane.lonDeg(),
                plane.lat(cellM) - plane.latDeg(),
                cellM);
    }

    Sites middles(SurfaceAnalysis.Grid grid) {
        double[] east = new double[grid.cells()];
        double[] north = new double[grid.cells()];
        for (int cell = 0; cell < east.length; cell++) {
            east[cell] = plane.xM(grid.lon(cell));
            north[cell] = plane.yM(grid.lat(cell));
        }
        return new Sites(east, north);
    }
}
