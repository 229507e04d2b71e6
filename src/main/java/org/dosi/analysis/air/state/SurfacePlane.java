package org.dosi.analysis.air.state;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
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

    /// @param marginM around the stations; NaN for a share of their span
    SurfaceAnalysis.Grid grid(Sites stations, double cellM, double marginM) {
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
