package org.dosi.analysis.air;

import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.geo.Sites;

/// The plane that touches Earth in the middle of the stations: over a city it errs by less than a metre in
/// a kilometre.
record LocalPlane(double lon, double lat, double metresPerLon) {
    /// Half of Earth's circumference over 180 degrees.
    private static final double METRES_PER_DEGREE = 111_195;

    /// How far a surface reaches beyond the outermost stations, as a share of their extent.
    private static final double MARGIN = 0.08;

    private static final int MOST_CELLS = 250_000;

    static LocalPlane of(List<Network.Station> stations) {
        double lon =
                stations.stream().mapToDouble(Network.Station::lon).average().orElse(0);
        double lat =
                stations.stream().mapToDouble(Network.Station::lat).average().orElse(0);
        return new LocalPlane(lon, lat, METRES_PER_DEGREE * Math.cos(Math.toRadians(lat)));
    }

    Sites sites(List<Network.Station> stations) {
        return new Sites(
                stations.stream()
                        .mapToDouble(s -> (s.lon() - lon) * metresPerLon)
                        .toArray(),
                stations.stream()
                        .mapToDouble(s -> (s.lat() - lat) * METRES_PER_DEGREE)
                        .toArray());
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
                lon + (west - margin) / metresPerLon,
                lat + (south - margin) / METRES_PER_DEGREE,
                cellM / metresPerLon,
                cellM / METRES_PER_DEGREE,
                cellM);
    }

    Sites middles(SurfaceAnalysis.Grid grid) {
        double[] east = new double[grid.cells()];
        double[] north = new double[grid.cells()];
        for (int cell = 0; cell < east.length; cell++) {
            east[cell] = (grid.lon(cell) - lon) * metresPerLon;
            north[cell] = (grid.lat(cell) - lat) * METRES_PER_DEGREE;
        }
        return new Sites(east, north);
    }
}
