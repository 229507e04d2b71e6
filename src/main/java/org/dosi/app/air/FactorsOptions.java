package org.dosi.app.air;

import java.nio.file.Path;
import java.util.List;
import org.dosi.analysis.air.factors.FactorSettings.Estimate;
import org.dosi.source.DateOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What can be said to `./dosi air factors`.
final class FactorsOptions {
    private static final Path NONE = Path.of("");

    @Option(
            names = "--csv",
            required = true,
            paramLabel = "FILE",
            description = "concentrations: column 1 the time, every other one a species; gz or not")
    Path csv = NONE;

    @Option(
            names = "--uncertainty",
            required = true,
            paramLabel = "FILE",
            description = "their uncertainties, in the same rows and columns")
    Path uncertainty = NONE;

    @Option(names = "--factors", required = true, paramLabel = "N", description = "how many factors")
    int factors;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the results")
    Path out = NONE;

    @Option(names = "--starts", defaultValue = "20", description = "random starts (default: ${DEFAULT-VALUE})")
    int starts = 20;

    @Option(names = "--seed", defaultValue = "42", description = "of all that is random (default: ${DEFAULT-VALUE})")
    long seed = 42;

    @Option(names = "--robust", description = "residuals beyond four uncertainties weigh less")
    boolean robust;

    @Option(
            names = "--weak",
            split = ",",
            paramLabel = "COL",
            description = "species whose uncertainty counts threefold")
    List<String> weak = List.of();

    @Option(names = "--bad", split = ",", paramLabel = "COL", description = "species to leave out")
    List<String> bad = List.of();

    @Option(
            names = "--extra-uncertainty",
            defaultValue = "0",
            paramLabel = "PERCENT",
            description = "of each concentration, added to its uncertainty for what the model leaves out"
                    + " (default: ${DEFAULT-VALUE})")
    double extraUncertainty;

    @Option(
            names = "--fpeak",
            defaultValue = "0",
            description = "turns the solution: above 0 sharper profiles, below 0 sharper contributions, -1 to 1")
    double fpeak;

    @Option(
            names = "--constraints",
            paramLabel = "FILE",
            description = "what must hold: factor,rule,of,low,high; rules zero, fix, range, pull-up, pull-down, absent")
    @Nullable
    Path constraints;

    @Option(
            names = "--errors",
            split = ",",
            paramLabel = "WHICH",
            description = "error estimates: bootstrap, displacement, both (each resample displaced); under constraints"
                    + " too, with --fpeak the bootstrap alone")
    List<Estimate> errors = List.of();

    @Option(
            names = "--resamples",
            defaultValue = "0",
            paramLabel = "N",
            description = "of the bootstrap (default: 100, and 20 for both)")
    int resamples;

    @Option(
            names = "--block",
            defaultValue = "0",
            paramLabel = "N",
            description = "samples in a block of the bootstrap (default: as the contributions' memory asks)")
    int block;

    @Option(
            names = "--displace",
            split = ",",
            paramLabel = "COL",
            description = "species to displace (default: all that are not weak; for both each factor's own)")
    List<String> displace = List.of();

    @Option(names = "--scan", paramLabel = "N-N", description = "tries these numbers of factors too, e.g. 3-8")
    @Nullable
    String scan;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "of stamps without an offset (default: taken as written)")
    @Nullable
    String zone;

    @Option(
            names = "--station-column",
            paramLabel = "COL",
            description = "column of stations in both tables: samples of several stations have common profiles")
    @Nullable
    String stationColumn;

    @Option(
            names = "--stations",
            paramLabel = "FILE",
            description = "where these stations are: id,lon,lat; with the wind, every factor gets a map of its sources")
    @Nullable
    Path stations;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            description =
                    "whether 3/4/2017 is 4 March or 3 April: mdy or dmy (default: what the column tells, else mdy)")
    @Nullable
    DateOrder dateOrder;

    @Option(
            names = "--wind-csv",
            paramLabel = "FILE",
            description = "wind at the samples' times, to be written beside the contributions")
    @Nullable
    Path windCsv;

    @Option(names = "--wind-time", paramLabel = "COL", description = "its column of times (default: the first)")
    @Nullable
    String windTime;

    @Option(
            names = "--sample-hours",
            paramLabel = "N",
            defaultValue = "1",
            description = "how long a sample lasts from its time on: each hour's wind counts with the sample"
                    + " (default: ${DEFAULT-VALUE})")
    int sampleHours = 1;

    @Option(names = "--wind-speed", paramLabel = "COL", description = "its column of wind speeds")
    @Nullable
    String windSpeed;

    @Option(names = "--wind-direction", paramLabel = "COL", description = "its column of wind directions")
    @Nullable
    String windDirection;
}
