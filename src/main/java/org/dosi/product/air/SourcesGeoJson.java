package org.dosi.product.air;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.product.plot.Style;
import org.dosi.product.text.FindingText;

/// The map of likely sources as GeoJSON: cells that can have one, the areas of the sources, and the mask of what
/// cannot be told. Colours are properties of the features (simplestyle), so that a map can draw them as they are.
final class SourcesGeoJson {
    private static final double LEAST_SHOWN = 0.05;

    private SourcesGeoJson() {}

    static void write(SourcesFound found, Style style, OutputStream out) throws IOException {
        List<Map<String, Object>> features = new ArrayList<>();
        mask(found, style, features);
        cells(found, style, features);
        int number = 1;
        for (SourcesFound.Source source : found.sources()) {
            features.add(area(source, number++, style));
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("details", found.details());
        collection.put("provenance", found.provenance());
        collection.put("features", features);
        FindingText.writeJson(collection, out);
    }

    /// Runs of cells in a row in which a source could not be found and placed.
    private static void mask(SourcesFound found, Style style, List<Map<String, Object>> features) {
        SourcesFound.Grid grid = found.cells().grid();
        for (int row = 0; row < grid.rows(); row++) {
            int begin = -1;
            for (int column = 0; column <= grid.columns(); column++) {
                boolean masked = column < grid.columns() && !found.resolvable(row * grid.columns() + column);
                if (masked && begin < 0) {
                    begin = column;
                } else if (!masked && begin >= 0) {
                    Map<String, Object> properties = new LinkedHashMap<>();
                    properties.put("kind", "cannot-tell");
                    properties.put("fill", hex(style.theme().muted()));
                    properties.put("fill-opacity", 0.22);
                    properties.put("stroke-width", 0);
                    features.add(feature(polygon(found, row, begin, column), properties));
                    begin = -1;
                }
            }
        }
    }

    private static void cells(SourcesFound found, Style style, List<Map<String, Object>> features) {
        SourcesFound.Cells cells = found.cells();
        SourcesFound.Grid grid = cells.grid();
        for (int cell = 0; cell < cells.strengthGPerS().length; cell++) {
            if (cells.probability()[cell] >= LEAST_SHOWN || cells.strengthGPerS()[cell] > 0) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("kind", "cell");
                properties.put("strength_g_s", cells.strengthGPerS()[cell]);
                if (Double.isFinite(cells.source()[cell])) {
                    properties.put("source", (int) cells.source()[cell]);
                    properties.put("lower", cells.lowerGPerS()[cell]);
                    properties.put("upper", cells.upperGPerS()[cell]);
                }
                properties.put("probability", cells.probability()[cell]);
                properties.put("resolvable", found.resolvable(cell));
                properties.put("fill", hex(style.theme().second()));
                properties.put("fill-opacity", Math.rint(100 * (0.12 + 0.7 * cells.probability()[cell])) / 100);
                properties.put("stroke-width", 0);
                int column = cell % grid.columns();
                features.add(feature(polygon(found, cell / grid.columns(), column, column + 1), properties));
            }
        }
    }

    private static Map<String, Object> area(SourcesFound.Source source, int number, Style style) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", "source");
        properties.put("number", number);
        properties.put("lon", source.lon());
        properties.put("lat", source.lat());
        properties.put("strength_g_s", source.strength().gPerS());
        properties.put("lower", source.strength().lower());
        properties.put("upper", source.strength().upper());
        properties.put("probability", source.probability());
        properties.put("doubtful", source.strength().isDoubtful());
        properties.put("at_edge", source.where().atEdge());
        properties.put("resolvable", source.where().resolvable());
        properties.put("fill-opacity", 0);
        properties.put("stroke", hex(style.theme().ink()));
        properties.put("stroke-width", source.where().resolvable() ? 1.6 : 0.8);
        return feature(
                Map.of("type", "MultiPolygon", "coordinates", SourcesFound.coordinates(source.area())), properties);
    }

    private static Map<String, Object> feature(Map<String, Object> geometry, Map<String, Object> properties) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    private static Map<String, Object> polygon(SourcesFound found, int row, int from, int to) {
        SourcesFound.Grid grid = found.cells().grid();
        double west = degrees(grid.lon(from));
        double east = degrees(grid.lon(to));
        double south = degrees(grid.lat(row));
        double north = degrees(grid.lat(row + 1));
        List<List<Double>> ring = List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
        return Map.of("type", "Polygon", "coordinates", List.of(ring));
    }

    private static double degrees(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    private static String hex(int colour) {
        return String.format("#%06x", colour & 0xffffff);
    }
}
