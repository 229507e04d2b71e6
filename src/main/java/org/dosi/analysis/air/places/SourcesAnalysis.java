package org.dosi.analysis.air.places;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.geo.LocalPlane;
import org.dosi.kernel.plume.CellGrid;
import org.dosi.kernel.plume.Footprints;
import org.dosi.kernel.plume.NetworkHours;
import org.dosi.kernel.plume.PlacedSource;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceRecovery;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.SourceSettings;
import org.dosi.kernel.plume.WindStates;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/// Where a pollutant is emitted, as places on the map, from all stations together; tested with sources of known
/// place and strength before it is believed. The science is in [SourceMap].
public final class SourcesAnalysis implements AirAnalysis<SourcesFound> {
    private static final String CLOUD = "cloud_cover";
    private static final String CEILING = "cloud_base";
    /// Strengths of the test, as shares of the one from which cells count as resolvable; 0 asks for false alarms.
    private static final double[] TEST_SHARES = {0, 0.1, 0.3, 1, 3};

    /// The standard for what is resolvable: so many times what is placed near a station (half of the cells within
    /// [#NEAR_STATION_M]).
    private static final double RESOLVABLE_TIMES = 5;

    private static final double NEAR_STATION_M = 3000;
    private static final int LEAST_DAYS = 40;

    /// What a plot shows.
    public enum Drawn {
        MAP,
        RECOVERY
    }

    /// How the regional background of an hour lies over the city.
    public enum Background {
        AUTO,
        LEVEL,
        PLANE
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public Name title() {
        return Name.of("배출원 추정 지도", "Likely source places, from all stations together");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("cell", Kind.NUMBER, "500", "격자 한 변(m)", "side of a cell, m"),
                Parameter.of("margin", Kind.NUMBER, "4000", "측정소 바깥 여유(m)", "margin around the stations, m"),
                Parameter.of("height", Kind.NUMBER, "0", "배출 높이(m)", "effective height of the sources, m"),
                Parameter.choice(
                        "background",
                        Background.AUTO,
                        "시간별 배경농도의 모양(자동: 측정소 9곳부터 평면)",
                        "background of an hour (auto: a plane from 9 stations on)"),
                Parameter.of(
                        "false-alarms",
                        Kind.NUMBER,
                        "0.1",
                        "배출원이 없을 때 하나라도 잘못 찾을 확률",
                        "probability that a map without any source shows one"),
                Parameter.of("replicates", Kind.COUNT, "60", "날짜 재표집 횟수", "how often the days are resampled"),
                Parameter.of(
                        "strength",
                        Kind.TEXT,
                        "auto",
                        "이 세기의 배출원을 찾고 자리까지 짚을 수 있어야 '알 수 있는' 칸(g/s)",
                        "a cell is resolvable if a source of this strength is found and placed there, g/s"),
                Parameter.of(
                        "test",
                        Kind.COUNT,
                        "8",
                        "세기마다 심어 보는 가상 배출원 수(0: 시험 없음)",
                        "injected sources for each strength of the test; 0 for no test"),
                Parameter.of(
                        "test-stations",
                        Kind.TEXT,
                        "",
                        "시험할 측정소 수(쉼표로)",
                        "numbers of stations to test with, with commas (default: all)"),
                Parameter.of(
                        "test-strengths",
                        Kind.TEXT,
                        "",
                        "심어 볼 세기(g/s, 쉼표로; 0은 배출원 없는 시험)",
                        "strengths to test with, g/s, with commas; 0 for none (default: 0, 0.1, 0.3, 1, 3 times --strength)"),
                Parameter.of(
                        "test-replicates",
                        Kind.COUNT,
                        "0",
                        "시험에서 구간을 볼 날짜 재표집 횟수(0: 보지 않음)",
                        "how often the test resamples the days, to see whether intervals hold the truth; 0 for not"),
                Parameter.choice(
                        "plot",
                        Drawn.MAP,
                        "그림: 지도 또는 시험 결과 곡선",
                        "what a plot shows: the map, or how well injected sources were found"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "of what is drawn by chance"),
                Parameter.of(
                        "state",
                        Kind.FILE,
                        "",
                        "이어서 계산할 상태 파일",
                        "file that keeps the map, so that more hours update it without starting over"));
    }

    @Override
    public SourcesFound find(AirData data, Settings settings) {
        double cell = settings.number("cell", 100, 5000);
        Network network = data.network(data.value(), AirData.Need.REQUIRED);
        List<String> read = new ArrayList<>(network.inputs());
        double[] cloud = weather(data, CLOUD, network, read);
        double[] ceiling = weather(data, CEILING, network, read);
        SourceInputs inputs = SourceInputs.of(
                network, cloud, ceiling, cell, settings.number("margin", 0, 50_000), settings.number("height", 0, 500));
        if (inputs.hours().days() < LEAST_DAYS) {
            throw BadSetting.of(
                    "오염원을 우연과 가리려면 적어도 %d일의 자료가 필요한데 %d일뿐입니다"
                            .formatted(LEAST_DAYS, inputs.hours().days()),
                    "expected at least %d days, to tell sources from chance, found %d"
                            .formatted(LEAST_DAYS, inputs.hours().days()));
        }
        Worked worked = work(data, network, inputs, settings);
        double resolvable = resolvable(settings, worked.map, inputs);
        String tested = SourceMemory.tested(settings);
        List<Outcome> outcomes = worked.outcomes;
        if (!worked.refreshed && !worked.tested.equals(tested)) {
            outcomes = test(settings, worked, inputs, resolvable);
            worked.keep(new SourceMemory.Memory(worked.map, inputs.hours().hours(), worked.digest, tested, outcomes));
        }
        return found(data, settings, network, inputs, worked, resolvable, outcomes, read);
    }

    /// A map and its fit, which is newer than the map where only that was made anew.
    ///
    /// @param tested what the outcomes were asked; empty if there are none
    /// @param kept writes the map where it is kept
    private record Worked(
            SourceMap map,
            Supplier<Footprints> footprints,
            SourceFit fit,
            SourceSettings how,
            boolean refreshed,
            String digest,
            String tested,
            List<Outcome> outcomes,
            Consumer<SourceMemory.Memory> kept) {
        void keep(SourceMemory.Memory memory) {
            kept.accept(memory);
        }
    }

    /// The map: as it was kept, if its hours are the same; with a new fit, if they are others; or made.
    private static Worked work(AirData data, Network network, SourceInputs inputs, Settings settings) {
        SourceSettings how = how(settings, inputs.stations().size());
        NetworkHours hours = inputs.hours();
        Supplier<Footprints> footprints = once(
                () -> Footprints.of(inputs.grid(), inputs.xM(), inputs.yM(), hours.windState(), inputs.plume(), 0));
        // Another version of the program may answer otherwise.
        String version = data.provenance("sources", List.of(), Map.of()).version();
        String question = version + " " + SourceMemory.question(network, inputs, settings);
        Optional<Path> own = settings.find("state").map(Path::of);
        Optional<Path> cache = own.isPresent() ? Optional.empty() : data.cache();
        Optional<Path> kept = cache.map(folder -> SourceMemory.place(folder, question));
        Optional<SourceMemory.Memory> before = own.isPresent()
                ? own.flatMap(path -> SourceMemory.read(path, question, hours.hours()))
                : kept.flatMap(path -> SourceMemory.recall(path, question, hours.hours()));
        Consumer<SourceMemory.Memory> keep = memory -> {
            own.ifPresent(path -> SourceMemory.write(path, question, memory));
            kept.ifPresent(path -> SourceMemory.keep(path, question, memory));
        };
        String digest = SourceMemory.digest(hours);
        if (before.isPresent()) {
            SourceMemory.Memory memory = before.get();
            boolean same = memory.digest().equals(digest);
            SourceMap map = memory.map();
            SourceFit fit = same ? map.fit() : map.refreshed(hours, inputs.xM(), inputs.yM(), footprints.get(), how);
            return new Worked(map, footprints, fit, how, !same, digest, memory.tested(), memory.outcomes(), keep);
        }
        SourceMap map = SourceMap.of(hours, inputs.xM(), inputs.yM(), footprints.get(), how);
        return new Worked(map, footprints, map.fit(), how, false, digest, "", List.of(), keep);
    }

    /// Footprints are needed only where something is worked out, and then once.
    private static Supplier<Footprints> once(Supplier<Footprints> make) {
        List<Footprints> made = new ArrayList<>();
        return () -> {
            if (made.isEmpty()) {
                made.add(make.get());
            }
            return made.getFirst();
        };
    }

    private static SourceSettings how(Settings settings, int stations) {
        SourceSettings usual = SourceSettings.ofNetwork(stations, settings.count("seed", 0, Integer.MAX_VALUE));
        boolean plane = switch (settings.choice("background", Background.class)) {
            case AUTO -> usual.planeBackground();
            case LEVEL -> false;
            case PLANE -> true;
        };
        return new SourceSettings(
                settings.number("false-alarms", 0.001, 0.9),
                usual.turns(),
                settings.count("replicates", 0, 2000),
                usual.directionBiasDeg(),
                usual.scaleError(),
                plane,
                usual.sourceRadiusM(),
                usual.seed());
    }

    /// What the weather station says of the clouds in the network's hours; NaN where nobody says.
    private static double[] weather(AirData data, String property, Network network, List<String> read) {
        double[] values = new double[network.hours()];
        Arrays.fill(values, Double.NaN);
        data.weather(property).ifPresent(weather -> {
            for (int t = 0; t < values.length; t++) {
                int at = Arrays.binarySearch(weather.startS(), network.startS()[t]);
                if (at >= 0) {
                    values[t] = weather.values()[0][at];
                }
            }
            read.addAll(weather.inputs());
        });
        return values;
    }

    private static double resolvable(Settings settings, SourceMap map, SourceInputs inputs) {
        if (!settings.text("strength").equals("auto")) {
            return settings.number("strength", 0, 1e9);
        }
        CellGrid grid = inputs.grid();
        double[] near = new double[grid.cells()];
        for (int cell = 0; cell < near.length; cell++) {
            near[cell] = Double.NaN;
            for (int j = 0; j < inputs.xM().length; j++) {
                double distance = Math.hypot(grid.xM(cell) - inputs.xM()[j], grid.yM(cell) - inputs.yM()[j]);
                if (distance < NEAR_STATION_M) {
                    near[cell] = map.told().placedGPerS()[cell];
                }
            }
        }
        return rounded(RESOLVABLE_TIMES * Quantiles.of(near, 0.5));
    }

    /// Up to the next of 1, 2, 5, 10, 20 and so on.
    private static double rounded(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 2, 5}) {
            if (value <= step * ten) {
                return step * ten;
            }
        }
        return 10 * ten;
    }

    private static List<Outcome> test(Settings settings, Worked worked, SourceInputs inputs, double resolvable) {
        int each = settings.count("test", 0, 1000);
        int all = inputs.stations().size();
        int[] numbers = settings.find("test-stations")
                .map(_ -> settings.numbers("test-stations", 1, all))
                .map(list -> Arrays.stream(list).mapToInt(n -> (int) n).toArray())
                .orElse(new int[] {all});
        double[] strengths = settings.find("test-strengths")
                .map(_ -> settings.numbers("test-strengths", 0, 1e9))
                .orElseGet(() -> Arrays.stream(TEST_SHARES)
                        .map(share -> share == 0 ? 0 : share * resolvable)
                        .filter(Double::isFinite)
                        .toArray());
        if (each == 0) {
            return List.of();
        }
        return SourceRecovery.of(
                new SourceRecovery.Plan(strengths, numbers, each, settings.count("test-replicates", 0, 1000)),
                worked.map,
                inputs.hours(),
                new SourceRecovery.Place(inputs.xM(), inputs.yM(), worked.footprints.get()),
                inputs.plume(),
                worked.how);
    }

    private SourcesFound found(
            AirData data,
            Settings settings,
            Network network,
            SourceInputs inputs,
            Worked worked,
            double resolvable,
            List<Outcome> outcomes,
            List<String> read) {
        SourceMap map = worked.map;
        double[] strength = new double[inputs.grid().cells()];
        for (int i = 0; i < worked.fit.cells().length; i++) {
            strength[worked.fit.cells()[i]] = worked.fit.strengthsGPerS()[i];
        }
        int usable = (int) Arrays.stream(inputs.hours().windState())
                .filter(state -> state != WindStates.NONE)
                .count();
        return new SourcesFound(
                data.provenance(id(), read, settings.used()),
                network.variable(),
                inputs.stations(),
                data.outline(),
                warning(network.variable().id()),
                new SourcesFound.Cells(
                        new SourcesFound.Grid(inputs.grid(), inputs.plane()),
                        strength,
                        map.posterior().lowerGPerS(),
                        map.posterior().upperGPerS(),
                        map.posterior().probability(),
                        map.told().foundGPerS(),
                        map.told().placedGPerS()),
                map.posterior().sources().stream()
                        .map(source -> source(source, map, inputs, resolvable))
                        .toList(),
                resolvable,
                new SourcesFound.Evidence(
                        map.chance().threshold(),
                        worked.how.falseAlarms(),
                        usable,
                        inputs.hours().days(),
                        worked.fit.converged()),
                new SourceTest(outcomes, inputs.stations().size()),
                worked.refreshed,
                settings.choice("plot", Drawn.class));
    }

    private static SourcesFound.Source source(
            PlacedSource placed, SourceMap map, SourceInputs inputs, double resolvable) {
        CellGrid grid = inputs.grid();
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < inputs.xM().length; j++) {
            double distance = Math.hypot(inputs.xM()[j] - placed.xM(), inputs.yM()[j] - placed.yM());
            if (distance < least) {
                least = distance;
                nearest = j;
            }
        }
        double margin = 1.5 * grid.cellM();
        boolean atEdge = grid.cellAt(placed.xM() - margin, placed.yM() - margin) < 0
                || grid.cellAt(placed.xM() + margin, placed.yM() + margin) < 0;
        int cell = grid.cellAt(placed.xM(), placed.yM());
        boolean told = cell >= 0 && map.told().placedGPerS()[cell] <= resolvable;
        return new SourcesFound.Source(
                inputs.plane().lon(placed.xM()),
                inputs.plane().lat(placed.yM()),
                new SourcesFound.Strength(placed.strengthGPerS(), placed.lowerGPerS(), placed.upperGPerS()),
                placed.probability(),
                placed.evidence(),
                area(placed.region(), inputs),
                placed.region().length * grid.cellM() * grid.cellM() / 1e6,
                new SourcesFound.Where(inputs.stations().get(nearest), least, atEdge, told));
    }

    private static Geometry area(int[] region, SourceInputs inputs) {
        LocalPlane plane = inputs.plane();
        CellGrid grid = inputs.grid();
        GeometryFactory factory = new GeometryFactory();
        List<Geometry> squares = new ArrayList<>();
        for (int cell : region) {
            double half = grid.cellM() / 2;
            squares.add(factory.toGeometry(new Envelope(
                    new Coordinate(plane.lon(grid.xM(cell) - half), plane.lat(grid.yM(cell) - half)),
                    new Coordinate(plane.lon(grid.xM(cell) + half), plane.lat(grid.yM(cell) + half)))));
        }
        @Nullable Geometry union = UnaryUnionOp.union(squares, factory);
        return union == null ? factory.createMultiPolygon() : union;
    }

    /// What forms or goes in the air has no place of emission, or another one than the map shows.
    private static @Nullable Name warning(String pollutant) {
        return switch (pollutant.toLowerCase(Locale.ROOT)) {
            case "o3" ->
                Name.of(
                        "오존은 배출되지 않고 공기 중에서 생긴다. 이 지도는 오존의 배출원을 보이지 않는다.",
                        "Ozone is not emitted but forms in the air: this map shows no sources of ozone.");
            case "pm25", "pm2_5", "pm2.5" ->
                Name.of(
                        "초미세먼지의 대부분은 공기 중에서 생기거나 실려 온다. 지도는 그 자리에서 내보낸 몫만 본다.",
                        "Most of PM2.5 forms in the air or is carried in; the map sees only what is emitted as such.");
            case "no2" ->
                Name.of(
                        "NO₂의 많은 몫은 배출된 NO에서 몇 분 뒤에 생긴다. 자리는 바람 쪽으로 밀리고 세기는 NO₂로 보이는 만큼이다.",
                        "Much NO₂ forms from NO within minutes of the exhaust: places lie somewhat downwind, strengths"
                                + " are of what appears as NO₂.");
            default -> null;
        };
    }
}
