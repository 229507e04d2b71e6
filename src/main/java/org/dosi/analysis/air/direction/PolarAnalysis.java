package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.wind.CellStatistic;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.PolarBins;
import org.dosi.kernel.wind.PolarGrid;
import org.dosi.kernel.wind.PolarPairs;
import org.dosi.kernel.wind.PolarSmoothing;
import org.dosi.kernel.wind.PolarSurface;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// The polar plot: a statistic of concentration by wind direction and speed, with a smooth surface and its
/// standard error.
public final class PolarAnalysis implements AirAnalysis<PolarAnalysis.Found> {

    /// What is computed of the hours of each wind.
    public enum Statistic {
        MEAN,
        MEDIAN,
        PERCENTILE,
        MAX,
        WEIGHTED_MEAN,
        FREQUENCY,
        CPF,
        CORRELATION,
        SLOPE,
        ROBUST_SLOPE
    }

    /// What the table holds.
    public enum Grid {
        BINS,
        SURFACE
    }

    /// Which spline.
    public enum Smoother {
        FAST,
        TPRS
    }

    /// @param with the second pollutant of a correlation or slope, or the first again
    /// @param fewestHours a bin of fewer cannot raise the surface
    public record Found(
            Provenance provenance,
            Name place,
            TimeTable.Column column,
            TimeTable.Column with,
            Statistic statistic,
            Grid grid,
            int fewestHours,
            PolarBins bins,
            PolarSurface surface,
            DirectionSteps steps)
            implements Finding {

        @Override
        public ResultTable table() {
            return grid == Grid.BINS ? binTable() : surfaceTable();
        }

        private ResultTable binTable() {
            PolarGrid cells = bins.grid();
            int[] used = IntStream.range(0, cells.cells())
                    .filter(c -> bins.hours()[c] > 0)
                    .toArray();
            return ResultTable.of(
                    Columns.of("wind_direction_deg", used, cells::windFromDeg),
                    Columns.of("wind_speed_m_s", used, cells::radiusMPerS),
                    Columns.counts("n", used, bins.hours()),
                    Columns.of("value", used, c -> bins.values()[c]),
                    Columns.of("smooth", used, c -> surface.atCells().values()[c]),
                    Columns.of("standard_error", used, c -> surface.atCells().standardErrors()[c]));
        }

        private ResultTable surfaceTable() {
            int size = PolarSurface.SIZE;
            int[] all = IntStream.range(0, size * size).toArray();
            return ResultTable.of(
                    Columns.of("u", all, i -> surface.u()[i % size]),
                    Columns.of("v", all, i -> surface.v()[i / size]),
                    Columns.of("value", all, i -> surface.values()[i]),
                    Columns.of("standard_error", all, i -> surface.standardErrors()[i]));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = Columns.details(place, column, hours());
            details.put("direction_step_deg", directionStepDeg());
            details.put("least_speed_m_s", bins.grid().leastSpeedMPerS());
            details.put(
                    "largest_speed_m_s",
                    bins.grid().leastSpeedMPerS() + bins.grid().spanMPerS());
            details.put("effective_degrees_of_freedom", surface.freedom());
            details.put(
                    "far_from_data",
                    IntStream.range(0, surface.far().length)
                            .filter(i -> surface.far()[i])
                            .boxed()
                            .toList());
            return details;
        }

        /// The cells that the surface rests on.
        public PolarCells cells() {
            return PolarCells.of(bins.grid(), c -> surface.atCells().used()[c]);
        }

        /// Places along a side of the surface.
        public int side() {
            return PolarSurface.SIZE;
        }

        /// The surface, row by row from the south.
        public double[] smooth() {
            return surface.values();
        }

        public boolean[] far() {
            return surface.far();
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }

        /// Effective degrees of freedom of the surface; NaN without one.
        public double freedom() {
            return surface.freedom();
        }

        /// How many hours the bins hold.
        public int hours() {
            return Arrays.stream(bins.hours()).sum();
        }
    }

    @Override
    public String id() {
        return "polar";
    }

    @Override
    public Name title() {
        return Name.of("극좌표 그림: 풍향·풍속별 농도", "Polar plot: concentration by wind direction and speed");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("statistic", Statistic.MEAN, "통계량", "what is computed"),
                Parameter.of(
                        "percentile",
                        Kind.TEXT,
                        "90",
                        "percentile과 cpf의 백분위수, cpf는 구간도 가능(75,90)",
                        "of percentile and cpf; for cpf also an interval such as 75,90"),
                Parameter.of(
                        "with",
                        Kind.TEXT,
                        "",
                        "상관·기울기의 둘째 물질: 첫째를 둘째에 회귀",
                        "second pollutant of correlation and slope: the first is regressed on it"),
                Parameter.choice("grid", Grid.BINS, "표: 구간 또는 매끈한 곡면", "the table: bins or the smooth surface"),
                Parameter.choice(
                        "smoother",
                        Smoother.FAST,
                        "매끈하게 하는 방법: 빠른 방법 또는 openair의 박판 회귀 스플라인",
                        "the fast one, or openair's thin-plate regression spline"),
                Parameter.of(
                        "min-hours",
                        Kind.COUNT,
                        "",
                        "이보다 적은 시간의 구간은 그만큼 있는 가장 가까운 네 구간의 최댓값까지만 셈(기본: fast 2, tprs 1)",
                        "a bin of fewer hours counts at most as the four nearest of so many (default: 2; with tprs 1, as openair)"),
                Parameter.of("k", Kind.COUNT, "100", "tprs의 기저 차원", "basis dimension of tprs"),
                Sectors.parameter(PolarBins.DIRECTIONS));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Statistic statistic = settings.choice("statistic", Statistic.class);
        boolean pair = isPair(statistic);
        String value = data.value();
        String with = pair
                ? settings.find("with")
                        .orElseThrow(
                                () -> new BadSetting("with", "a second value for " + Parameter.word(statistic), ""))
                : value;
        Series series = data.series(
                with.equals(value) ? List.of(value) : List.of(value, with), AirData.Need.REQUIRED, List.of());
        Series.Wind wind = series.wind();
        TimeTable.Column first = series.table().column(value);
        TimeTable.Column second = series.table().column(with);
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, pair && !with.equals(value) ? List.of(value, with) : List.of(value))
                        .wind(),
                wind.fromDeg(),
                PolarBins.DIRECTIONS,
                4);
        double[] from = sectors.fromDeg();
        PolarBins bins = pair
                ? PolarPairs.of(
                        wind.speedMPerS(),
                        from,
                        first.values(),
                        second.values(),
                        pairStatistic(statistic),
                        PolarPairs.Options.USUAL.over(
                                sectors.count(),
                                sectors.steps().sigmaDeg(PolarPairs.Options.USUAL.directionSigmaDeg())))
                : bins(data.whole(series, List.of(value)), value, series, cellStatistic(statistic, settings), sectors);
        Columns.requireHours(Arrays.stream(bins.hours()).sum(), value);
        PolarSurface.Options options = options(statistic, settings);
        PolarSurface surface = PolarSmoothing.smooth(bins, options);
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)).with(tooLittle(bins, surface)),
                series.place(),
                first,
                second,
                statistic,
                settings.choice("grid", Grid.class),
                options.fewestHours(),
                bins,
                surface,
                sectors.steps());
    }

    /// Says why there is no surface, where there is none.
    private static List<Name> tooLittle(PolarBins bins, PolarSurface surface) {
        if (!Double.isNaN(surface.freedom())) {
            return List.of();
        }
        int hours = Arrays.stream(bins.hours()).sum();
        long used = Arrays.stream(bins.hours()).filter(n -> n > 0).count();
        return List.of(Name.of(
                "곡면을 그리기에 자료가 부족: %,d시간, 풍향·풍속 구간 %d개".formatted(hours, used),
                "too little for a surface: %,d hour%s in %d bin%s of wind direction and speed"
                        .formatted(hours, hours == 1 ? "" : "s", used, used == 1 ? "" : "s")));
    }

    /// Bins of a series by the speeds, and the threshold of what is high, of all data.
    private static PolarBins bins(Series whole, String value, Series series, CellStatistic statistic, Sectors sectors) {
        Series.Wind all = whole.wind();
        double[] allValues = whole.table().values(value);
        Series.Wind wind = series.wind();
        return PolarBins.of(
                PolarGrid.over(all.speedMPerS(), all.fromDeg(), allValues, sectors.count(), PolarBins.SPEEDS),
                wind.speedMPerS(),
                sectors.fromDeg(),
                series.table().values(value),
                statistic instanceof CellStatistic.Probability probability
                        ? PolarBins.between(probability, all.speedMPerS(), all.fromDeg(), allValues)
                        : statistic);
    }

    private static PolarSurface.Options options(Statistic statistic, Settings settings) {
        Smoother smoother = settings.choice("smoother", Smoother.class);
        PolarSurface.Smoother kind = switch (smoother) {
            case FAST -> PolarSurface.Smoother.DISC;
            case TPRS -> PolarSurface.Smoother.THIN_PLATE;
        };
        int usual = smoother == Smoother.FAST ? 2 : 1;
        int fewest = settings.find("min-hours").isPresent() ? settings.count("min-hours", 1, 10_000) : usual;
        return new PolarSurface.Options(kind, scale(statistic), fewest, settings.count("k", 10, 500));
    }

    private static boolean isPair(Statistic statistic) {
        return switch (statistic) {
            case CORRELATION, SLOPE, ROBUST_SLOPE -> true;
            case MEAN, MEDIAN, PERCENTILE, MAX, WEIGHTED_MEAN, FREQUENCY, CPF -> false;
        };
    }

    private static PolarSurface.Scale scale(Statistic statistic) {
        return switch (statistic) {
            case CORRELATION -> PolarSurface.Scale.CORRELATION;
            case SLOPE, ROBUST_SLOPE -> PolarSurface.Scale.LINEAR;
            case CPF -> PolarSurface.Scale.SHARE;
            case MEAN, MEDIAN, PERCENTILE, MAX, WEIGHTED_MEAN, FREQUENCY -> PolarSurface.Scale.SQUARE_ROOT;
        };
    }

    private static PolarPairs.Statistic pairStatistic(Statistic statistic) {
        return switch (statistic) {
            case CORRELATION -> PolarPairs.Statistic.CORRELATION;
            case SLOPE -> PolarPairs.Statistic.SLOPE;
            case ROBUST_SLOPE -> PolarPairs.Statistic.ROBUST_SLOPE;
            case MEAN, MEDIAN, PERCENTILE, MAX, WEIGHTED_MEAN, FREQUENCY, CPF ->
                throw new IllegalArgumentException(statistic + " is of one pollutant");
        };
    }

    private static CellStatistic cellStatistic(Statistic statistic, Settings settings) {
        return switch (statistic) {
            case MEAN -> CellStatistic.Plain.MEAN;
            case MEDIAN -> CellStatistic.Plain.MEDIAN;
            case MAX -> CellStatistic.Plain.MAX;
            case WEIGHTED_MEAN -> CellStatistic.Plain.WEIGHTED_MEAN;
            case FREQUENCY -> CellStatistic.Plain.FREQUENCY;
            case PERCENTILE -> {
                double[] percentiles = settings.numbers("percentile", 0, 100);
                if (percentiles.length != 1) {
                    throw new BadSetting("percentile", "one number from 0 to 100", settings.text("percentile"));
                }
                yield new CellStatistic.Percentile(percentiles[0] / 100);
            }
            case CPF -> {
                double[] percentiles = settings.numbers("percentile", 0, 100);
                if (percentiles.length > 2 || percentiles[percentiles.length - 1] < percentiles[0]) {
                    throw new BadSetting("percentile", "one number, or two that rise", settings.text("percentile"));
                }
                yield new CellStatistic.Probability(
                        percentiles[0] / 100, percentiles.length == 2 ? percentiles[1] / 100 : 1);
            }
            case CORRELATION, SLOPE, ROBUST_SLOPE ->
                throw new IllegalArgumentException(statistic + " is of two pollutants");
        };
    }
}
