package org.dosi.app.air;

import java.nio.file.Path;
import java.util.List;
import org.dosi.app.offer.FindingOptions;
import org.dosi.source.DateOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all analyses of the air have in common: which data, which window, where to.
final class AirOptions {
    @Option(names = "--value", split = ",", paramLabel = "COL", description = "property (pm10) or heading of the file")
    List<String> values = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "not before; a bare date means the city's zone")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "before")
    @Nullable
    String to;

    @Mixin
    FindingOptions finding = new FindingOptions();

    // From a data folder.

    @Option(names = "--station", paramLabel = "ID", description = "id, code or name of a station of the data folder")
    @Nullable
    String station;

    @Option(
            names = "--wind-station",
            paramLabel = "ID",
            description = "the weather station for the wind (default: the nearest)")
    @Nullable
    String windStation;

    @Option(
            names = "--collection",
            paramLabel = "ID",
            description = "of the stations, for what looks at all of them (default: those that observe most of what is"
                    + " asked, and of several the latest)")
    @Nullable
    String collection;

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            description = "of the stations' observations, where there are several")
    @Nullable
    String dataset;

    @Option(names = "--as-of", paramLabel = "TIME", description = "the data as they were known then")
    @Nullable
    String asOf;

    @Option(names = "--flagged", description = "with flagged values too")
    boolean flagged;

    // From a plain file.

    @Option(names = "--csv", paramLabel = "FILE", description = "a plain table instead of a data folder, gz or not")
    @Nullable
    Path csv;

    @Option(names = "--time", paramLabel = "COL", description = "its column of times (default: the first)")
    @Nullable
    String time;

    @Option(
            names = "--where",
            paramLabel = "COL=WORD",
            description = "only the rows whose column has this word, e.g. factor=F2")
    @Nullable
    String where;

    @Option(
            names = "--wind-csv",
            paramLabel = "FILE",
            description = "a table of its own for the wind, at the same times (default: columns of --csv)")
    @Nullable
    Path windCsv;

    @Option(
            names = "--wind-time",
            paramLabel = "COL",
            description = "the column of times of --wind-csv (default: the first)")
    @Nullable
    String windTime;

    @Option(names = "--wind-speed", paramLabel = "COL", description = "its column of wind speeds, m/s")
    @Nullable
    String windSpeed;

    @Option(
            names = "--wind-direction",
            paramLabel = "COL",
            description = "its column of wind directions: where from, degrees clockwise from north")
    @Nullable
    String windDirection;

    @Option(
            names = "--calm-direction",
            paramLabel = "DEG",
            defaultValue = "NaN",
            description = "a direction that is the file's mark for calm, such as 0 (default: none; 0 is north)")
    double calmDirection = Double.NaN;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "of its stamps without an offset, e.g. Europe/London (default: taken as written)")
    @Nullable
    String zone;

    @Option(
            names = "--date-order",
            paramLabel = "ORDER",
            description = "whether 3/4/2017 is 4 March or 3 April: mdy or dmy (default: what the column tells)")
    @Nullable
    DateOrder dateOrder;

    @Option(
            names = "--missing",
            paramLabel = "NUMBER[,NUMBER...]",
            split = ",",
            description = "what stands for no value in it, such as -1 (-999 and -9999 always do)")
    List<Double> missing = List.of();

    @Option(
            names = "--unit",
            split = ",",
            paramLabel = "UNIT",
            description = "of its values: ppb for all, or co=ppm,o3=ppb (default: as in the headings, 'co [ppm]')")
    List<String> unit = List.of();

    @Option(
            names = "--station-column",
            paramLabel = "COL",
            description =
                    "its column of stations, where one file holds a whole network, a row for each hour and station"
                            + " (default, with --stations: a row for each hour, a column for each station)")
    @Nullable
    String stationColumn;

    @Option(
            names = "--stations",
            paramLabel = "FILE",
            description = "a table of the network's stations: id,lon,lat and, if known, name")
    @Nullable
    Path stations;
}
