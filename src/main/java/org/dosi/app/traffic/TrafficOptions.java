package org.dosi.app.traffic;

import java.nio.file.Path;
import java.util.List;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.app.offer.FindingOptions;
import org.dosi.source.DateOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all analyses of traffic have in common: which data, which window, where to.
final class TrafficOptions {
    @Option(
            names = "--property",
            paramLabel = "ID",
            description = "what is observed: traffic_volume, traffic_speed, … (default: of a data folder"
                    + " traffic_volume; of a file whatever it holds)")
    @Nullable
    String property;

    @Option(names = "--from", paramLabel = "TIME", description = "not before; a bare date means the city's zone")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "before")
    @Nullable
    String to;

    @Mixin
    FindingOptions finding = new FindingOptions();

    // From a data folder.

    @Option(names = "--dataset", paramLabel = "ID", description = "of the observations, where there are several")
    @Nullable
    String dataset;

    @Option(names = "--as-of", paramLabel = "TIME", description = "the data as they were known then")
    @Nullable
    String asOf;

    @Option(names = "--flagged", description = "with flagged values too")
    boolean flagged;

    // From a plain file.

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "a plain table instead of a data folder, gz or not: a row for each time, a column for each"
                    + " detector")
    @Nullable
    Path csv;

    @Option(names = "--time", paramLabel = "COL", description = "its column of times (default: the first)")
    @Nullable
    String time;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "the time of its first row, where it has no column of times; together with --step")
    @Nullable
    String start;

    @Option(names = "--step", paramLabel = "STEP", description = "how far apart its rows are: 5min, 15min, 1h")
    @Nullable
    String step;

    @Option(
            names = "--detector-column",
            paramLabel = "COL",
            description =
                    "its column of detectors, where it has a row for each time and detector; together with --value")
    @Nullable
    String detectorColumn;

    @Option(
            names = "--value",
            paramLabel = "COL",
            description = "its column of values, together with --detector-column")
    @Nullable
    String value;

    @Option(
            names = "--locations",
            paramLabel = "FILE",
            description =
                    "a table of the detectors: id,lon,lat and, if known, name, road, direction, road_class, lanes")
    @Nullable
    Path locations;

    @Option(
            names = "--adjacency",
            paramLabel = "FILE",
            description = "who is beside whom: a square table of weights in the order of the detectors, or a table"
                    + " from,to,weight")
    @Nullable
    Path adjacency;

    @Option(names = "--unit", paramLabel = "UNIT", description = "of its values, such as mph or km/h")
    @Nullable
    String unit;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "of its stamps without an offset, e.g. America/Los_Angeles (default: taken as written)")
    @Nullable
    String zone;

    @Option(
            names = "--calendar",
            paramLabel = "COUNTRY",
            description = "whose public holidays are meant: korea or none (default: that of the zone, if it is known)")
    @Nullable
    CityCalendar calendar;

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
            description = "what stands for no value in it, such as 0 (-999 and -9999 always do)")
    List<Double> missing = List.of();
}
