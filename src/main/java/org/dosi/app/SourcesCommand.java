package org.dosi.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dosi.app.command.Session;
import org.dosi.source.ObservationSource;
import org.dosi.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sources", mixinStandardHelpOptions = true, description = "List what can be imported.")
final class SourcesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "as a JSON array")
    boolean json;

    SourcesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ObservationSource> sources = Sources.listAll();
        if (json) {
            session.out()
                    .println(Json.of(sources.stream()
                            .map(s -> Map.of(
                                    "id",
                                    s.id(),
                                    "reads",
                                    s.description().reads().en()))
                            .toList()));
            return 0;
        }
        int width = sources.stream().mapToInt(s -> s.id().length()).max().orElse(0);
        for (ObservationSource source : sources) {
            session.out()
                    .printf(
                            "%-" + width + "s  %s%n",
                            source.id(),
                            source.description().reads().en());
        }
        return 0;
    }
}
