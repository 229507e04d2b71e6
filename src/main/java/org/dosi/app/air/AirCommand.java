package org.dosi.app.air;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.Finding;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.app.offer.FindingCommand;
import org.dosi.model.TimeWindow;
import org.dosi.product.offer.Offer;
import org.dosi.store.ObservationStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/// One analysis of the air on the command line: reads the data of a folder or of a file.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class AirCommand<F extends Finding> extends FindingCommand<AirData, F> {
    private final String id;

    @Mixin
    final AirOptions options;

    private AirCommand(Session session, Offer<AirData, F> offer, AirOptions options) {
        super(session, offer, options.finding);
        this.id = offer.analysis().id();
        this.options = options;
    }

    static <F extends Finding> CommandLine of(Session session, Offer<AirData, F> offer) {
        CommandLine line = new AirCommand<>(session, offer, new AirOptions()).line();
        UnusedOptions.hide(line.getCommandSpec(), offer.analysis().id());
        return line;
    }

    @Override
    protected void remark(CommandSpec asked) {
        UnusedOptions.given(asked, id)
                .forEach(option -> session.err().println("dosi: %s: %s makes no use of it".formatted(option, id)));
    }

    @Override
    public boolean usesStore() {
        return options.csv == null;
    }

    @Override
    protected int run(ObservationStore store) throws IOException {
        ZoneId zone = Cities.SEOUL.zone();
        StoreAirData.Choice choice = new StoreAirData.Choice(
                options.values,
                options.station,
                options.windStation,
                options.collection,
                options.dataset,
                window(zone),
                options.asOf == null ? null : TimeOption.parse("--as-of", options.asOf, zone),
                options.flagged);
        refuse("--csv", namesOfFile());
        return write(() -> new StoreAirData(Cities.SEOUL, store, Inventory.of(store), choice, Version.number()));
    }

    @Override
    protected int runWithoutStore() throws IOException {
        if (options.station != null) {
            String column = options.stationColumn == null ? "COL" : options.stationColumn;
            throw new CommandException(
                    "--station: expected together with --data, found --csv; --where %s=%s takes the rows of one station of a file"
                            .formatted(column, options.station));
        }
        refuse("--data", namesOfStore());
        return write(() -> new FileAirData(session, options, this::window));
    }

    /// What is said of the other kind of data would be passed over in silence.
    private static void refuse(String with, List<String> given) {
        if (!given.isEmpty()) {
            throw new CommandException(
                    "%s: expected together with %s, found without".formatted(given.getFirst(), with));
        }
    }

    private List<String> namesOfFile() {
        List<String> names = new ArrayList<>();
        add(names, "--time", options.time != null);
        add(names, "--where", options.where != null);
        add(names, "--missing", !options.missing.isEmpty());
        add(names, "--wind-csv", options.windCsv != null);
        add(names, "--wind-time", options.windTime != null);
        add(names, "--wind-speed", options.windSpeed != null);
        add(names, "--wind-direction", options.windDirection != null);
        add(names, "--calm-direction", !Double.isNaN(options.calmDirection));
        add(names, "--zone", options.zone != null);
        add(names, "--date-order", options.dateOrder != null);
        add(names, "--unit", !options.unit.isEmpty());
        add(names, "--station-column", options.stationColumn != null);
        add(names, "--stations", options.stations != null);
        return names;
    }

    private List<String> namesOfStore() {
        List<String> names = new ArrayList<>();
        add(names, "--station", options.station != null);
        add(names, "--wind-station", options.windStation != null);
        add(names, "--collection", options.collection != null);
        add(names, "--dataset", options.dataset != null);
        add(names, "--as-of", options.asOf != null);
        add(names, "--flagged", options.flagged);
        return names;
    }

    private static void add(List<String> names, String name, boolean given) {
        if (given) {
            names.add(name);
        }
    }

    private TimeWindow window(ZoneId zone) {
        return TimeOption.window(options.from, options.to, zone);
    }
}
