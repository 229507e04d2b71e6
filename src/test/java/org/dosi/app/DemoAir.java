package org.dosi.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.app.command.Session;
import org.dosi.store.ObservationStore;

/// A data folder with what the demo knows of the air: stations, their hours of 2017, and the weather of that year.
public final class DemoAir implements AutoCloseable {
    private static final List<String> IMPORTS = List.of(
            "seoul-gu demo/boundaries/seoul_gu_2013.geojson.gz",
            "seoul-air-station-info demo/air/seoul-2017/Measurement_station_info.csv",
            "seoul-air-stations demo/air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz",
            "kma-asos demo/weather/SURFACE_ASOS_108_HR_2017.csv.gz");

    private final Session.Lease lease;

    private DemoAir(Session.Lease lease) {
        this.lease = lease;
    }

    public static DemoAir load(Path data) {
        for (String each : IMPORTS) {
            List<String> args = new ArrayList<>(List.of("import"));
            args.addAll(Arrays.asList(each.split(" ")));
            args.addAll(List.of("--data", data.toString()));
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
            Session session =
                    new Session(print, print, Path.of("").toAbsolutePath(), false, () -> new DataFolder(data).open());
            if (CommandTree.of(session).execute(args.toArray(String[]::new)) != 0) {
                throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
            }
        }
        return new DemoAir(new DataFolder(data).open());
    }

    public ObservationStore store() {
        return lease.store();
    }

    /// The store as a command gets it, to give back; it stays open.
    public Session.Lease lease() {
        return new Session.Lease() {
            @Override
            public ObservationStore store() {
                return lease.store();
            }

            @Override
            public void close() {
                // The test closes it.
            }
        };
    }

    @Override
    public void close() {
        lease.close();
    }
}
