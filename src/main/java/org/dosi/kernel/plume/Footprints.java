package org.dosi.kernel.plume;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dosi.kernel.stat.Check;

/// What 1 g/s of each cell adds at each station in each state of the wind: the forward operator.
///
/// Entry (state, station, cell) is [HourlyPlume#fromSquare]; an hour's concentration is the sum over cells
/// of entry times strength, over the hour's wind speed. Only cells in the fan of the plume are kept: about
/// a third, 6 bytes each, for Seoul (25 stations, 4,300 cells, 150 states of 16 sectors) 40 MB.
public final class Footprints {
    private static final int MOST_CELLS = Character.MAX_VALUE;

    private final Geometry geometry;
    private final char[][] cells;
    private final float[][] values;
    private final int[] places;
    private final int occurring;

    /// Where cells and stations are, and how the plume is taken.
    @SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
    private record Geometry(
            CellGrid grid, double[] stationXM, double[] stationYM, PlumeSettings settings, double turnRad) {}

    private Footprints(Geometry geometry, char[][] cells, float[][] values, int[] places, int occurring) {
        this.geometry = geometry;
        this.cells = cells;
        this.values = values;
        this.places = places;
        this.occurring = occurring;
    }

    /// Footprints of all states that occur, computed in parallel.
    ///
    /// @param stationXM x of the stations on the grid's plane, m
    /// @param windStates states of the hours ([WindStates])
    /// @param turnDeg turns every wind clockwise by so much; a trial of how much a bias of the one wind
    ///        station matters
    public static Footprints of(
            CellGrid grid,
            double[] stationXM,
            double[] stationYM,
            int[] windStates,
            PlumeSettings settings,
            double turnDeg) {
        Check.sameLength("stationXM", stationXM, "stationYM", stationYM);
        Check.within(1, MOST_CELLS, "cells", grid.cells());
        int[] places = new int[WindStates.count(settings.sectors())];
        Arrays.fill(places, -1);
        Geometry geometry = new Geometry(grid, stationXM, stationYM, settings, Math.toRadians(turnDeg));
        return new Footprints(geometry, new char[0][], new float[0][], places, 0).with(windStates);
    }

    /// These footprints and those of states that are new; the same object if none is.
    public Footprints with(int[] windStates) {
        int[] added = Arrays.stream(windStates)
                .filter(state -> state != WindStates.NONE && places[state] < 0)
                .distinct()
                .sorted()
                .toArray();
        if (added.length == 0) {
            return this;
        }
        int[] allPlaces = places.clone();
        for (int i = 0; i < added.length; i++) {
            allPlaces[added[i]] = occurring + i;
        }
        int stations = stations();
        char[][] allCells = Arrays.copyOf(cells, (occurring + added.length) * stations);
        float[][] allValues = Arrays.copyOf(values, (occurring + added.length) * stations);
        IntStream.range(0, added.length)
                .parallel()
                .forEach(i -> compute(added[i], (occurring + i) * stations, allCells, allValues));
        return new Footprints(geometry, allCells, allValues, allPlaces, occurring + added.length);
    }

    private void compute(int state, int from, char[][] intoCells, float[][] intoValues) {
        CellGrid grid = geometry.grid;
        int sectors = geometry.settings.sectors();
        HourlyPlume plume = new HourlyPlume(
                WindStates.curveOf(state, sectors), WindStates.speedClassOf(state, sectors), geometry.settings);
        double windFromRad = WindStates.windFromRad(state, sectors) + geometry.turnRad;
        char[] scratchCells = new char[grid.cells()];
        float[] scratchValues = new float[grid.cells()];
        for (int j = 0; j < stations(); j++) {
            int kept = fan(
                    grid,
                    geometry.stationXM[j],
                    geometry.stationYM[j],
                    plume,
                    windFromRad,
                    scratchCells,
                    scratchValues);
            intoCells[from + j] = Arrays.copyOf(scratchCells, kept);
            intoValues[from + j] = Arrays.copyOf(scratchValues, kept);
        }
    }

    private static int fan(
            CellGrid grid, double xM, double yM, HourlyPlume plume, double windFromRad, char[] cells, float[] values) {
        double sine = Math.sin(windFromRad);
        double cosine = Math.cos(windFromRad);
        int kept = 0;
        for (int cell = 0; cell < grid.cells(); cell++) {
            float value = (float) plume.fromSquare(xM - grid.xM(cell), yM - grid.yM(cell), grid.cellM(), sine, cosine);
            if (value > 0) {
                cells[kept] = (char) cell;
                values[kept++] = value;
            }
        }
        return kept;
    }

    public CellGrid grid() {
        return geometry.grid;
    }

    public int stations() {
        return geometry.stationXM.length;
    }

    /// The number of entries a state and station of [#column] and [#adjoint] take: states that occur, times
    /// stations.
    int size() {
        return occurring * stations();
    }

    /// Where a state's first station stands in [#column], or -1 of a state without footprints.
    int offset(int windState) {
        int place = windState == WindStates.NONE ? -1 : places[windState];
        return place < 0 ? -1 : place * stations();
    }

    /// What 1 g/s in a cell gives at each state and station. O(states * stations * log(cells)).
    float[] column(int cell) {
        float[] column = new float[size()];
        for (int i = 0; i < column.length; i++) {
            int at = Arrays.binarySearch(cells[i], (char) cell);
            column[i] = at < 0 ? 0 : values[i][at];
        }
        return column;
    }

    /// What cells with strengths give together at each state and station.
    double[] sum(int[] sources, double[] strengths) {
        double[] sum = new double[size()];
        for (int a = 0; a < sources.length; a++) {
            float[] column = column(sources[a]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += column[i] * strengths[a];
            }
        }
        return sum;
    }

    /// The transpose: sums over states and stations, for each cell. O(entries).
    double[] adjoint(double[] byStateAndStation) {
        double[] sums = new double[geometry.grid.cells()];
        for (int i = 0; i < byStateAndStation.length; i++) {
            double factor = byStateAndStation[i];
            if (factor != 0) {
                char[] at = cells[i];
                float[] value = values[i];
                for (int c = 0; c < at.length; c++) {
                    sums[at[c]] += factor * value[c];
                }
            }
        }
        return sums;
    }

    /// The same cells, stations and states with every wind turned.
    Footprints turned(double turnDeg) {
        int[] states = IntStream.range(0, places.length)
                .filter(state -> places[state] >= 0)
                .toArray();
        return of(geometry.grid, geometry.stationXM, geometry.stationYM, states, geometry.settings, turnDeg);
    }

    /// Entries kept, for the record.
    public long entries() {
        long entries = 0;
        for (char[] row : cells) {
            entries += row.length;
        }
        return entries;
    }
}
