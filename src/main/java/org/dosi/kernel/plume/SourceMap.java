package org.dosi.kernel.plume;

import java.util.List;
import org.dosi.kernel.stat.Check;

/// Where a pollutant is emitted, from all stations of a network together.
///
/// The concentration of an hour at a station is taken as a regional background, free in every hour and the
/// same (or a plane) over the city; an offset of the station in its group of hours; and the plumes of all
/// cells, each with one strength over the whole period ([Footprints]). Strengths are not negative and
/// mostly zero: [SourceFit]. How much evidence a cell needs is what chance reaches when the winds are
/// those of other days: [ChanceLevel]. How sure strengths and places are: [SourcePosterior]. What could not
/// have been seen: [Told]. Sources are found only if they act on the network as a plume of this hour's wind:
/// what is emitted evenly over the city is background and offset, and what forms in the air (ozone, most of
/// the fine particles) has no place of emission.
///
/// @param chance what chance alone does
/// @param penalty of 1 g/s in each cell
/// @param fit cells and strengths
/// @param posterior intervals, probabilities and sources
/// @param told from which strength a source in each cell would be found and placed
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
public record SourceMap(ChanceLevel chance, double[] penalty, SourceFit fit, SourcePosterior posterior, Told told) {

    /// Infers the map. Seoul, 25 stations and 7,000 hours, 4,340 cells: 230 states, see the benchmarks.
    ///
    /// @param footprints of the hours' states on the grid, without a turn
    public static SourceMap of(
            NetworkHours hours,
            double[] stationXM,
            double[] stationYM,
            Footprints footprints,
            SourceSettings settings) {
        Check.sameLength("stationXM", stationXM, "stationYM", stationYM);
        NetworkProblem problem = problem(hours, stationXM, stationYM, footprints, settings);
        ChanceLevel chance =
                ChanceLevel.of(new MovedWinds(problem), settings.turns(), settings.falseAlarms(), settings.seed());
        double[] penalty = chance.penalty();
        SourceFit.Solved solved = SourceFit.solved(problem, penalty, SourceFit.NONE);
        SourceFit fit = solved.fit();
        Told told = Told.of(problem.without(), chance, settings.sourceRadiusM());
        List<SourceFit> replicates = List.of();
        if (fit.cells().length > 0 && settings.replicates() > 0) {
            replicates = SourcePosterior.replicates(problem, solved, penalty, settings, footprints::turned);
        }
        SourcePosterior posterior =
                SourcePosterior.of(footprints.grid(), fit, replicates, chance.deviation(), settings.sourceRadiusM());
        return new SourceMap(chance, penalty, fit, posterior, told);
    }

    /// The fit with more hours, from the fit before: what chance does and how sure the sources are is kept
    /// until the map is made anew. The fit is that of all hours with the penalty kept: the problem has
    /// one solution, and the fit before saves rounds of looking for its cells, nothing else.
    ///
    /// @param hours all hours, the new ones included
    /// @param footprints with the states of the new hours ([Footprints#with])
    public SourceFit refreshed(
            NetworkHours hours,
            double[] stationXM,
            double[] stationYM,
            Footprints footprints,
            SourceSettings settings) {
        return SourceFit.of(problem(hours, stationXM, stationYM, footprints, settings), penalty, fit);
    }

    private static NetworkProblem problem(
            NetworkHours hours,
            double[] stationXM,
            double[] stationYM,
            Footprints footprints,
            SourceSettings settings) {
        double[][] basis = NetworkProblem.basis(stationXM, stationYM, settings.planeBackground());
        return new NetworkProblem(footprints, hours, basis, settings.sourceRadiusM());
    }
}
