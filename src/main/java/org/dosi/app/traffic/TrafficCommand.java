package org.dosi.app.traffic;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.traffic.StoreTrafficData;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.Session;
import org.dosi.app.command.TimeOption;
import org.dosi.app.command.Version;
import org.dosi.app.offer.FindingCommand;
import org.dosi.product.offer.Offer;
import org.dosi.store.ObservationStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One analysis of traffic on the command line: reads the data of a folder or of a file.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class TrafficCommand<F extends Finding> extends FindingCommand<TrafficData, F> {
    /// What is said of the other kind of data would be passed over in silence.
    private static final List<String> OF_FILE = List.of(
            "--time",
            "--start",
            "--step",
            "--detector-column",
            "--value",
            "--locations",
            "--adjacency",
            "--unit",
            "--zone",
            "--calendar",
            "--date-order",
            "--missing");

    private static final List<String> OF_STORE = List.of("--dataset", "--as-of", "--flagged");

    @Mixin
    final TrafficOptions options;

    private TrafficCommand(Session session, Offer<TrafficData, F> offer, TrafficOptions options) {
        super(session, offer, options.finding);
        this.options = options;
    }

    static <F extends Finding> CommandLine of(Session session, Offer<TrafficData, F> offer) {
        return new TrafficCommand<>(session, offer, new TrafficOptions()).line();
    }

    @Override
    public boolean usesStore() {
        return options.csv == null;
    }

    @Override
    protected int run(ObservationStore store) throws IOException {
        refuse("--csv", OF_FILE);
        ZoneId zone = Cities.SEOUL.zone();
        StoreTrafficData.Choice choice = new StoreTrafficData.Choice(
                options.property,
                options.dataset,
                TimeOption.window(options.from, options.to, zone),
                options.asOf == null ? null : TimeOption.parse("--as-of", options.asOf, zone),
                options.flagged);
        return write(() -> new StoreTrafficData(Cities.SEOUL, store, Inventory.of(store), choice, Version.number()));
    }

    @Override
    protected int runWithoutStore() throws IOException {
        refuse("--data", OF_STORE);
        return write(() -> new FileTrafficData(session, options));
    }

    private void refuse(String with, List<String> names) {
        for (String name : names) {
            if (isGiven(name)) {
                throw new CommandException("%s: expected together with %s, found without".formatted(name, with));
            }
        }
    }
}
