package org.dosi.app.traffic;

import org.dosi.analysis.traffic.TrafficData;
import org.dosi.app.command.Session;
import org.dosi.product.offer.Offer;
import org.dosi.product.traffic.TrafficOffers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The group of all analyses of traffic.
@Command(
        name = "traffic",
        mixinStandardHelpOptions = true,
        description = "How the city moves, where it jams, what was out of the ordinary, what comes next, and what it"
                + " does to its surroundings: on a data folder or a plain file.",
        footer = {"", "An analysis's own help: ./dosi traffic ANALYSIS --help", "The methods: docs/traffic.md"})
public final class TrafficGroup implements Runnable {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    private TrafficGroup(Session session) {
        this.session = session;
    }

    public static CommandLine of(Session session) {
        CommandLine group = new CommandLine(new TrafficGroup(session));
        for (Offer<TrafficData, ?> offer : TrafficOffers.list()) {
            group.addSubcommand(offer.analysis().id(), TrafficCommand.of(session, offer));
        }
        return group;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(session.out());
        }
    }
}
