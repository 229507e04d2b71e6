package org.dosi.app.air;

import org.dosi.analysis.air.AirData;
import org.dosi.app.command.Session;
import org.dosi.product.air.AirOffers;
import org.dosi.product.offer.Offer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The group of all analyses of the air.
@Command(
        name = "air",
        mixinStandardHelpOptions = true,
        description =
                "What the air is like, where it comes from, how much is our own: on a data folder or a plain file.",
        footer = {"", "An analysis's own help: ./dosi air ANALYSIS --help", "The methods: docs/air.md"})
public final class AirGroup implements Runnable {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    private AirGroup(Session session) {
        this.session = session;
    }

    public static CommandLine of(Session session) {
        CommandLine group = new CommandLine(new AirGroup(session));
        for (Offer<AirData, ?> offer : AirOffers.list()) {
            group.addSubcommand(offer.analysis().id(), AirCommand.of(session, offer));
        }
        group.addSubcommand("factors", new FactorsCommand(session));
        return group;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(session.out());
        }
    }
}
