package org.dosi.analysis.air.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Outline;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.finding.Provenance;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.kernel.plume.PlacedSource;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.WindStates;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// What a map says, on the globe and with the network's names.
final class SourcesFinding {
    private final SourceInputs inputs;
    private final WorkedMap worked;
    private final SourceMap map;
    private final double resolvable;

    /// @param resolvable strength at which a cell is resolvable, g/s
    SourcesFinding(SourceInputs inputs, WorkedMap worked, double resolvable) {
        this.inputs = inputs;
        this.worked = worked;
        this.map = worked.map();
        this.resolvable = resolvable;
    }

    /// @param drawn what a plot shows
    SourcesFound found(
            Provenance provenance,
            Network.Variable variable,
            Outline outline,
            List<Outcome> outcomes,
            SourcesAnalysis.Drawn drawn) {
        int usable = (int) Arrays.stream(inputs.hours().windState())
                .filter(state -> state != WindStates.NONE)
                .count();
        List<SourcesFound.Source> sources = new ArrayList<>();
        SourcesFound.Cells cells = cells(sources);
        return new SourcesFound(
                provenance,
                variable,
                inputs.stations(),
                outline,
                warning(variable.id()),
                cells,
                sources,
                resolvable,
                new SourcesFound.Evidence(
                        map.chance().threshold(),
                        worked.how().falseAlarms(),
                        usable,
                        inputs.hours().days(),
                        worked.fit().converged()),
                new SourceTest(outcomes, inputs.stations().size()),
                worked.refreshed(),
                drawn);
    }

    /// Strengths of cells are shares of their source's, and so are the ends of their intervals: over the cells of a
    /// source all three come to what is said of the source.
    private SourcesFound.Cells cells(List<SourcesFound.Source> intoSources) {
        SourceFit fit = worked.fit();
        List<PlacedSource> placed = map.posterior().sources();
        int count = inputs.grid().cells();
        double[] strength = new double[count];
        double[] number = missing(count);
        double[] lower = missing(count);
        double[] upper = missing(count);
        double[] together = new double[placed.size()];
        for (int i = 0; i < fit.cells().length; i++) {
            int cell = fit.cells()[i];
            strength[cell] = fit.strengthsGPerS()[i];
            int source = nearest(placed, cell);
            if (source >= 0) {
                number[cell] = source + 1;
                together[source] += strength[cell];
            }
        }
        for (int cell : fit.cells()) {
            if (Double.isFinite(number[cell])) {
                int source = (int) number[cell] - 1;
                double share = strength[cell] / together[source];
                lower[cell] = share * placed.get(source).lowerGPerS();
                upper[cell] = share * placed.get(source).upperGPerS();
            }
        }
        for (int k = 0; k < together.length; k++) {
            intoSources.add(source(placed.get(k), together[k]));
        }
        return new SourcesFound.Cells(
                new SourcesFound.Grid(inputs.grid(), inputs.plane()),
                strength,
                number,
                lower,
                upper,
                map.posterior().probability(),
                map.told().foundGPerS(),
                map.told().placedGPerS());
    }

    private static double[] missing(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// The source that a cell belongs to, by the rule of the replicates; -1 of a cell that a later hour has added.
    private int nearest(List<PlacedSource> placed, int cell) {
        int best = -1;
        double least = 2 * worked.how().sourceRadiusM();
        for (int k = 0; k < placed.size(); k++) {
            double distance = Math.hypot(
                    placed.get(k).xM() - inputs.grid().xM(cell),
                    placed.get(k).yM() - inputs.grid().yM(cell));
            if (distance <= least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    private SourcesFound.Source source(PlacedSource placed, double strengthGPerS) {
        CellGrid grid = inputs.grid();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < inputs.xM().length; j++) {
            double distance = Math.hypot(inputs.xM()[j] - placed.xM(), inputs.yM()[j] - placed.yM());
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        double margin = 1.5 * grid.cellM();
        boolean atEdge = grid.cellAt(placed.xM() - margin, placed.yM() - margin) < 0
                || grid.cellAt(placed.xM() + margin, placed.yM() + margin) < 0;
        int cell = grid.cellAt(placed.xM(), placed.yM());
        boolean told = cell >= 0 && map.told().placedGPerS()[cell] <= resolvable;
        return new SourcesFound.Source(
                inputs.plane().lon(placed.xM()),
                inputs.plane().lat(placed.yM()),
                new SourcesFound.Strength(strengthGPerS, placed.lowerGPerS(), placed.upperGPerS()),
                placed.probability(),
                placed.evidence(),
                area(placed.region()),
                placed.region().length * grid.cellM() * grid.cellM() / 1e6,
                new SourcesFound.Where(inputs.stations().get(nearest), least, atEdge, told));
    }

    private Geometry area(int[] region) {
        LocalPlane plane = inputs.plane();
        CellGrid grid = inputs.grid();
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> squares = new ArrayList<>();
        for (int cell : region) {
            double half = grid.cellM() / 2;
            squares.add(factory.toGeometry(new Envelope(
                    new Coordinate(plane.lon(grid.xM(cell) - half), plane.lat(grid.yM(cell) - half)),
                    new Coordinate(plane.lon(grid.xM(cell) + half), plane.lat(grid.yM(cell) + half)))));
        }
        @Nullable Geometry union = UnaryUnionOp.union(squares, factory);
        return union == null ? factory.createMultiPolygon() : union;
    }

    /// What forms or goes in the air has no place of emission, or another one than the map shows.
    private static @Nullable Name warning(String pollutant) {
        return switch (Pollutants.find(pollutant).map(Pollutants::id).orElse("")) {
            case "o3" ->
                Name.of(
                        "오존은 배출되지 않고 공기 중에서 생긴다. 이 지도는 오존의 배출원을 보이지 않는다.",
                        "Ozone is not emitted but forms in the air: this map shows no sources of ozone.");
            case "pm25" ->
                Name.of(
                        "초미세먼지의 대부분은 공기 중에서 생기거나 실려 온다. 지도는 그 자리에서 내보낸 몫만 본다.",
                        "Most of PM2.5 forms in the air or is carried in; the map sees only what is emitted as such.");
            case "no2" ->
                Name.of(
                        "NO₂의 많은 몫은 배출된 NO에서 몇 분 뒤에 생긴다. 자리는 바람 쪽으로 밀리고 세기는 NO₂로 보이는 만큼이다.",
                        "Much NO₂ forms from NO within minutes of the exhaust: places lie somewhat downwind, strengths"
                                + " are of what appears as NO₂.");
            default -> null;
        };
    }
}
