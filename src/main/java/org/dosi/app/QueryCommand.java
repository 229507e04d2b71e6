package org.dosi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.dosi.app.command.Cities;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.app.command.StoreCommand;
import org.dosi.product.ObservationFiles;
import org.dosi.store.ObservationStore;
import org.dosi.store.Slice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Write observations as CSV, JSON or Parquet, by the file's ending.",
        footer = {"", "Times are written in UTC. Flagged values are left out unless --flagged is given."})
final class QueryCommand extends StoreCommand {
    @Mixin
    SliceOptions options = new SliceOptions();

    @Option(names = "--out", paramLabel = "FILE", description = ".csv, .json or .parquet; - for CSV on standard output")
    @Nullable
    Path out;

    QueryCommand(Session session) {
        super(session);
    }

    @Override
    protected int run(ObservationStore store) throws IOException {
        Slice slice = options.slice(store, Cities.SEOUL.zone());
        OutputFile file = new OutputFile(session, out);
        AtomicLong rows = new AtomicLong();
        switch (file.ending()) {
            case "", "csv" -> file.write(to -> rows.set(ObservationFiles.writeCsv(store, slice, to)));
            case "json" -> file.write(to -> rows.set(ObservationFiles.writeJson(store, slice, to)));
            case "parquet" -> file.writeFile(to -> rows.set(store.writeParquet(slice, to)));
            default ->
                throw new CommandException("--out: expected a file that ends in .csv, .json or .parquet, found " + out);
        }
        if (rows.get() == 0) {
            session.err().println("dosi: no value fits; ./dosi catalogue says what there is, and from when to when");
        }
        return 0;
    }
}
