package org.dosi.analysis.air.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Outline;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/// Cells with their strengths, the sources they make, what the network could not have seen, and how well it finds
/// sources that were put there for a test.
///
/// @param outline of the city's districts, for the map to stand on
/// @param warning what the pollutant's chemistry does to such a map; null if little
/// @param cells one row of numbers a cell
/// @param sources strongest evidence first
/// @param resolvableGPerS a cell is resolvable if a source of this strength would be found and placed in it
/// @param test how injected sources were found
/// @param refreshed whether only the strengths are new, and all else is of a map before
/// @param drawn what a plot shows
public record SourcesFound(
        Provenance provenance,
        Network.Variable variable,
        List<Network.Station> stations,
        Outline outline,
        @Nullable Name warning,
        Cells cells,
        List<Source> sources,
        double resolvableGPerS,
        Evidence evidence,
        SourceTest test,
        boolean refreshed,
        SourcesAnalysis.Drawn drawn)
        implements Finding {

    public SourcesFound {
        stations = List.copyOf(stations);
        sources = List.copyOf(sources);
    }

    /// What each cell has, by row from the south-west.
    ///
    /// @param source number of the source that the cell is part of, from 1; NaN of the other cells
    /// @param lowerGPerS the cell's share of the lower end of its source's interval: over the cells of a source it
    ///        comes to that end, as the strengths come to the source's; NaN of cells of no source
    /// @param upperGPerS in the same way
    /// @param probability that there is a source in the cell or beside it
    public record Cells(
            Grid grid,
            double[] strengthGPerS,
            double[] source,
            double[] lowerGPerS,
            double[] upperGPerS,
            double[] probability,
            double[] foundFromGPerS,
            double[] placedFromGPerS) {}

    /// Where the cells lie. Places between them are fractions of columns from the west and of rows from the south.
    public record Grid(CellGrid cells, LocalPlane plane) {
        public int columns() {
            return cells.columns();
        }

        public int rows() {
            return cells.rows();
        }

        public double cellM() {
            return cells.cellM();
        }

        public double column(double lon) {
            return (plane.xM(lon) - cells.westM()) / cells.cellM();
        }

        public double row(double lat) {
            return (plane.yM(lat) - cells.southM()) / cells.cellM();
        }

        public double lon(double column) {
            return plane.lon(cells.westM() + column * cells.cellM());
        }

        public double lat(double row) {
            return plane.lat(cells.southM() + row * cells.cellM());
        }
    }

    /// A source: its centre, how strong and how sure it is, and the area that holds its place with 90 %, in
    /// degrees.
    ///
    /// @param evidence gradient over what chance does
    public record Source(
            double lon,
            double lat,
            Strength strength,
            double probability,
            double evidence,
            Geometry area,
            double areaKm2,
            Where where) {}

    /// With an interval of 90 %.
    public record Strength(double gPerS, double lower, double upper) {
        /// Whether more than one in twenty replicates has no such source: most false alarms are so, and few of the
        /// sources that are there.
        public boolean isDoubtful() {
            return lower == 0;
        }
    }

    /// Where a source lies to the network.
    ///
    /// @param atEdge at the grid's edge stands what lies farther out too
    /// @param resolvable whether the network can tell there
    public record Where(Network.Station nearest, double distanceM, boolean atEdge, boolean resolvable) {}

    /// What was needed to be believed.
    ///
    /// @param threshold ratio of a cell's gradient to what chance does, from which it may have a source
    /// @param hours with a wind that could be used
    public record Evidence(double threshold, double falseAlarms, int hours, int days, boolean converged) {}

    public boolean resolvable(int cell) {
        return cells.placedFromGPerS[cell] <= resolvableGPerS;
    }

    @Override
    public ResultTable table() {
        CellGrid grid = cells.grid.cells;
        int count = grid.cells();
        double[] x = new double[count];
        double[] y = new double[count];
        double[] lon = new double[count];
        double[] lat = new double[count];
        boolean[] resolvable = new boolean[count];
        for (int cell = 0; cell < count; cell++) {
            x[cell] = grid.xM(cell);
            y[cell] = grid.yM(cell);
            lon[cell] = cells.grid.plane.lon(x[cell]);
            lat[cell] = cells.grid.plane.lat(y[cell]);
            resolvable[cell] = resolvable(cell);
        }
        return ResultTable.of(
                new ResultTable.Numbers("x", x),
                new ResultTable.Numbers("y", y),
                new ResultTable.Numbers("lon", lon),
                new ResultTable.Numbers("lat", lat),
                new ResultTable.Numbers("strength_g_s", cells.strengthGPerS),
                new ResultTable.Numbers("lower", cells.lowerGPerS),
                new ResultTable.Numbers("upper", cells.upperGPerS),
                new ResultTable.Numbers("probability", cells.probability),
                new ResultTable.Numbers("found_from_g_s", cells.foundFromGPerS),
                new ResultTable.Numbers("placed_from_g_s", cells.placedFromGPerS),
                new ResultTable.Flags("resolvable", resolvable),
                new ResultTable.Numbers("source", cells.source));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("value", variable.id());
        details.put("name", variable.name());
        if (warning != null) {
            details.put("warning", warning);
        }
        details.put("recovery", test.details());
        details.put("without_source", test.withoutSource());
        details.put("sources", sources.stream().map(SourcesFound::source).toList());
        details.put(
                "grid",
                Map.of(
                        "cell_m", cells.grid.cellM(),
                        "columns", cells.grid.columns(),
                        "rows", cells.grid.rows()));
        details.put("resolvable_from_g_s", resolvableGPerS);
        details.put("threshold", evidence.threshold);
        details.put("false_alarms", evidence.falseAlarms);
        details.put("hours", evidence.hours);
        details.put("days", evidence.days);
        details.put("converged", evidence.converged);
        details.put("refreshed", refreshed);
        details.put("stations", stations.stream().map(SourcesFound::station).toList());
        return details;
    }

    private static Map<String, Object> station(Network.Station station) {
        return Map.of("id", station.id(), "name", station.name(), "lon", station.lon(), "lat", station.lat());
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("lon", source.lon);
        said.put("lat", source.lat);
        said.put("strength_g_s", source.strength.gPerS);
        said.put("lower", source.strength.lower);
        said.put("upper", source.strength.upper);
        said.put("probability", source.probability);
        said.put("doubtful", source.strength.isDoubtful());
        said.put("evidence", source.evidence);
        said.put("nearest_station", source.where.nearest.id());
        said.put("nearest_station_m", source.where.distanceM);
        said.put("at_edge", source.where.atEdge);
        said.put("resolvable", source.where.resolvable);
        said.put("region_km2", source.areaKm2);
        said.put("region", Map.of("type", "MultiPolygon", "coordinates", coordinates(source.area)));
        return said;
    }

    /// As GeoJSON has a MultiPolygon: polygons, rings, positions.
    public static List<List<List<List<Double>>>> coordinates(Geometry area) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                List<List<List<Double>>> rings = new ArrayList<>();
                rings.add(ring(polygon.getExteriorRing().getCoordinates()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole).getCoordinates()));
                }
                polygons.add(rings);
            }
        }
        return polygons;
    }

    private static List<List<Double>> ring(Coordinate[] corners) {
        List<List<Double>> ring = new ArrayList<>();
        for (Coordinate corner : corners) {
            ring.add(List.of(Math.rint(corner.x * 1e6) / 1e6, Math.rint(corner.y * 1e6) / 1e6));
        }
        return ring;
    }
}
