package org.dosi.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dosi.app.command.Session;
import org.dosi.store.ObservationStore;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A data folder with a part of the demo.
public final class DemoCity implements AutoCloseable {
    /// What it knows of the air: stations, their hours of 2017, and the weather of that year.
    private static final List<String> AIR = List.of(
            "seoul-gu demo/boundaries/seoul_gu_2013.geojson.gz",
            "seoul-air-station-info demo/air/seoul-2017/Measurement_station_info.csv",
            "seoul-air-stations demo/air/seoul-2017/seoul_air_25stations_hourly_2017.csv.gz",
            "kma-asos demo/weather/SURFACE_ASOS_108_HR_2017.csv.gz");

    private static final String VOLUMES = "demo/traffic/seoul-volume-2022/seoul_traffic_volume_2022_";

    /// What it knows of traffic: the links, and the volumes of ten months.
    private static final List<String> TRAFFIC = List.of(
            "seoul-gu demo/boundaries/seoul_gu_2013.geojson.gz",
            "topis-links demo/traffic/seoul-links/link_vertex_2025.xlsx",
            "topis-road-classes demo/traffic/seoul-links/road_class_2025.xlsx",
            "topis-seongsu-links demo/traffic/seongsu-speed-pattern/topis_seongsu_links.json",
            IntStream.rangeClosed(1, 10)
                    .mapToObj(month -> "%s%02d.xlsx".formatted(VOLUMES, month))
                    .collect(Collectors.joining(" ", "seoul-volume ", "")));

    private static @Nullable DemoCity traffic;

    private final Session.Lease lease;

    private final Path folder;

    private DemoCity(Session.Lease lease, Path folder) {
        this.lease = lease;
        this.folder = folder;
    }

    /// Where its data lie.
    public Path folder() {
        return folder;
    }

    public static DemoCity air(Path data) {
        return load(data, AIR);
    }

    /// The same for every test that asks, since ten workbooks take their time; to read, and not to close.
    public static synchronized DemoCity traffic() {
        if (traffic == null) {
            try {
                Path folder = Files.createTempDirectory("dosi-traffic");
                DemoCity loaded = load(folder.resolve("data"), TRAFFIC);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    loaded.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }));
                traffic = loaded;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return traffic;
    }

    private static DemoCity load(Path data, List<String> imports) {
        for (String each : imports) {
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
        return new DemoCity(new DataFolder(data).open(), data);
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
