package org.dosi.analysis.air.state;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Outline;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.ConcentrationSurface;
import org.dosi.kernel.air.IndexGrade;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.air.IndexSurface;
import org.dosi.kernel.geo.Sites;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// The Korean air-quality index of each hour between the stations, with the probability of each grade.
public final class IndexSurfaceAnalysis implements AirAnalysis<IndexSurfaceAnalysis.Found> {
    /// An hour borrows its correlations from the hours around it.
    private static final Duration AROUND = Duration.ofDays(15);

    private static final int FEWEST_STATIONS = 4;
    private static final int MOST_HOURS = 72;

    /// One hour.
    ///
    /// @param cells by cell of the grid
    /// @param others what the other stations say of each station
    public record Frame(long startS, IndexTold cells, IndexTold others) {}

    /// A station's own index, by frame; NaN and -1 for none.
    public record Spot(Network.Station station, double[] index, int[] grade, int[] responsible) {}

    /// What the surfaces rest on, and how good they were where they could be tried.
    ///
    /// @param models by place in [IndexItem#ALL]
    /// @param correlation of the pollutants' errors
    /// @param doubts what no document confirms of the index
    public record Basis(
            IndexTried tried, List<ConcentrationSurface.Model> models, double[][] correlation, List<Name> doubts) {
        public Basis {
            models = List.copyOf(models);
            doubts = List.copyOf(doubts);
        }
    }

    /// @param frames an hour each
    /// @param outline what a map of it stands on
    public record Found(
            Provenance provenance,
            @Nullable ZoneId zone,
            SurfaceAnalysis.Grid grid,
            List<Frame> frames,
            List<Spot> spots,
            Basis basis,
            Outline outline)
            implements Finding, Zoned {

        public Found {
            frames = List.copyOf(frames);
            spots = List.copyOf(spots);
        }

        /// The frame with the highest index at the stations, by its place.
        public int worst() {
            int worst = 0;
            for (int f = 1; f < frames.size(); f++) {
                worst = highest(f) > highest(worst) ? f : worst;
            }
            return worst;
        }

        private double highest(int frame) {
            return spots.stream()
                    .mapToDouble(spot -> spot.index()[frame])
                    .filter(Double::isFinite)
                    .max()
                    .orElse(-1);
        }

        @Override
        public ResultTable table() {
            return IndexSurfaceTable.of(this);
        }

        @Override
        public Map<String, Object> details() {
            return IndexSurfaceTable.details(this);
        }
    }

    @Override
    public String id() {
        return "index-surface";
    }

    @Override
    public Name title() {
        return Name.of(
                "측정소 사이의 통합대기환경지수와 등급별 확률",
                "Air-quality index between the stations, with the probability of each grade");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "at",
                        Kind.TEXT,
                        "",
                        "시각(없으면 기간의 모든 시간)",
                        "beginning of the hour, such as 2017-05-08T10:00 (without it: every hour of the window)"),
                Parameter.of("hours", Kind.COUNT, "1", "그때부터 이어지는 시간 수", "hours from there on, a surface each"),
                SurfacePlane.cell("400"),
                SurfacePlane.margin(),
                Parameter.of("draws", Kind.COUNT, "400", "뽑는 수", "draws of the concentrations at each place"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "seed of the draws"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        IndexAnalysis.Found index =
                new IndexAnalysis().find(data.wider(AROUND, AROUND), new Settings(List.of(), Map.of()));
        int[] span = span(index, data.window(), settings);
        List<IndexAnalysis.Place> places = located(index);
        List<Network.Station> stations =
                places.stream().map(IndexAnalysis.Place::spot).toList();
        IndexTables tables = IndexTables.read();
        LocalDate day = IndexAnalysis.day(index.zone(), index.startS()[span[0]]);
        SurfacePlane plane = SurfacePlane.of(stations);
        Sites sites = plane.sites(stations);
        SurfaceAnalysis.Grid grid = plane.grid(sites, settings);
        int around = (int) AROUND.toHours();
        Pool pool = Pool.of(places, Math.max(0, span[0] - around), Math.min(index.startS().length, span[1] + around));
        demandRequired(span, places);
        IndexSurface surface = IndexSurface.fit(
                sites,
                pool.concentration,
                tables.rules(),
                settings.count("draws", 20, 10_000),
                settings.count("seed", 0, Integer.MAX_VALUE));
        Sites middles = plane.middles(grid);
        List<Frame> frames = new ArrayList<>();
        for (int h = span[0]; h < span[1]; h++) {
            double[][] at = pool.at(h);
            frames.add(new Frame(
                    index.startS()[h],
                    IndexTold.of(surface.predict(at, middles)),
                    IndexTold.of(surface.withoutThemselves(at))));
        }
        return new Found(
                data.provenance(id(), index.provenance().inputs(), settings.used())
                        .with(tables.laterRules(day)),
                index.zone(),
                grid,
                frames,
                places.stream().map(place -> spot(place, span)).toList(),
                new Basis(
                        IndexTried.of(surface.validate(pool.concentration, pool.index, pool.grade)),
                        surface.models(),
                        surface.correlation(),
                        tables.doubtsFrom(day)),
                data.outline());
    }

    private static Spot spot(IndexAnalysis.Place place, int[] span) {
        return new Spot(
                place.spot(),
                Arrays.copyOfRange(place.index(), span[0], span[1]),
                Arrays.copyOfRange(place.grade(), span[0], span[1]),
                Arrays.copyOfRange(place.responsible(), span[0], span[1]));
    }

    /// The hours that are asked for: the first, and the one behind the last.
    private static int[] span(IndexAnalysis.Found index, TimeWindow window, Settings settings) {
        long[] startS = index.startS();
        int hours = settings.count("hours", 1, MOST_HOURS);
        String at = settings.find("at").orElse(null);
        if (at != null) {
            int first = Arrays.binarySearch(startS, SurfaceAnalysis.time(at, index.calendar()));
            if (first < 0) {
                throw new BadSetting("at", "the beginning of an hour in the window", at);
            }
            return new int[] {first, Math.min(startS.length, first + hours)};
        }
        int first = from(startS, window.from().getEpochSecond());
        int last = from(startS, window.to().getEpochSecond());
        if (last == first) {
            throw BadSetting.of("이 기간에 관측값이 없습니다", "expected observations in the window, found none");
        }
        if (last - first > MOST_HOURS) {
            throw new BadSetting("at: expected --at, or a window of at most %d hours, found one of %d"
                    .formatted(MOST_HOURS, last - first));
        }
        return new int[] {first, last};
    }

    /// How many hours begin before a time.
    private static int from(long[] startS, long time) {
        int at = Arrays.binarySearch(startS, time);
        return at < 0 ? -at - 1 : at;
    }

    /// The stations whose place is known.
    private static List<IndexAnalysis.Place> located(IndexAnalysis.Found index) {
        List<IndexAnalysis.Place> located = index.places().stream()
                .filter(place -> Double.isFinite(place.spot().lon())
                        && Double.isFinite(place.spot().lat()))
                .toList();
        if (located.size() < FEWEST_STATIONS) {
            throw BadSetting.of(
                    "위치를 아는 측정소가 적어도 4곳 필요한데 %d곳뿐입니다".formatted(located.size()),
                    "stations: expected at least 4 stations with longitude and latitude, found " + located.size());
        }
        return located;
    }

    /// At least one hour needs every required pollutant at four stations: the refusal names those that lack.
    private static void demandRequired(int[] span, List<IndexAnalysis.Place> places) {
        List<IndexItem> lacking = IndexItem.ALL.stream()
                .filter(item -> IndexTables.read().rules().required().contains(item))
                .filter(item ->
                        IntStream.range(span[0], span[1]).noneMatch(h -> measured(places, item, h) >= FEWEST_STATIONS))
                .toList();
        if (!lacking.isEmpty()) {
            String ko = String.join(
                    ", ",
                    lacking.stream().map(item -> Pollutants.name(item).ko()).toList());
            String en = String.join(
                    ", ",
                    lacking.stream().map(item -> Pollutants.name(item).en()).toList());
            throw BadSetting.of(
                    "지수를 내려면 %s 값이 있는 측정소가 적어도 %d곳 있어야 하는데, 이 시각에는 없습니다".formatted(ko, FEWEST_STATIONS),
                    "expected %s of at least %d stations at that time, without which there is no index, found fewer"
                            .formatted(en, FEWEST_STATIONS));
        }
    }

    private static long measured(List<IndexAnalysis.Place> places, IndexItem item, int hour) {
        int i = IndexItem.ALL.indexOf(item);
        return places.stream()
                .filter(place -> Double.isFinite(place.concentration()[i][hour]))
                .count();
    }

    /// Hours turned over: what was measured is by station, what is kriged is by hour.
    ///
    /// @param first the hour of the first row
    /// @param concentration by place in [IndexItem#ALL], then hour, then station
    /// @param index by hour, then station
    private record Pool(int first, double[][][] concentration, double[][] index, int[][] grade) {

        static Pool of(List<IndexAnalysis.Place> places, int from, int to) {
            int items = IndexItem.ALL.size();
            double[][][] concentration = new double[items][to - from][places.size()];
            double[][] index = new double[to - from][places.size()];
            int[][] grade = new int[to - from][places.size()];
            for (int s = 0; s < places.size(); s++) {
                IndexAnalysis.Place place = places.get(s);
                for (int h = from; h < to; h++) {
                    index[h - from][s] = place.index()[h];
                    grade[h - from][s] = place.grade()[h];
                    for (int i = 0; i < items; i++) {
                        concentration[i][h - from][s] = place.concentration()[i][h];
                    }
                }
            }
            return new Pool(from, concentration, index, grade);
        }

        double[][] at(int hour) {
            return Arrays.stream(concentration)
                    .map(fields -> fields[hour - first])
                    .toArray(double[][]::new);
        }
    }

    static String word(IndexGrade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    /// For details: what a model says of a pollutant.
    static Map<String, Object> model(ConcentrationSurface.Model model) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("range_m", model.correlation().rangeM());
        map.put("nugget_share", model.correlation().nuggetShare());
        map.put("error_inflation", model.inflation());
        return map;
    }
}
