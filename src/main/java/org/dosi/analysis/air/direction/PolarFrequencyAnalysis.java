package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.wind.CellStatistic;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.PolarBins;
import org.dosi.kernel.wind.PolarFrequency;
import org.dosi.kernel.wind.PolarGrid;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// How often each wind blows, or a statistic of concentration, by direction and classes of speed.
public final class PolarFrequencyAnalysis implements AirAnalysis<PolarFrequencyAnalysis.Found> {

    /// What is computed of the hours of each wind.
    public enum Statistic {
        FREQUENCY,
        MEAN,
        MEDIAN,
        MAX,
        STANDARD_DEVIATION,
        WEIGHTED_MEAN
    }

    /// @param values of each cell: the statistic; of a weighted mean its percentage of all
    public record Found(
            Provenance provenance,
            Name place,
            Name name,
            String unit,
            Statistic statistic,
            PolarBins bins,
            double[] values,
            DirectionSteps steps)
            implements Finding {

        @Override
        public ResultTable table() {
            int directions = bins.grid().directions();
            int speeds = bins.grid().speeds();
            // Direction by direction from north, as openair writes them.
            int[] used = IntStream.range(0, directions * speeds)
                    .map(i -> i % speeds * directions + (i / speeds + directions - 1) % directions)
                    .filter(c -> bins.hours()[c] > 0)
                    .toArray();
            return ResultTable.of(
                    Columns.of("wind_direction_deg", used, c -> PolarFrequency.windFromDeg(bins.grid(), c)),
                    Columns.of("wind_speed_m_s", used, c -> PolarFrequency.upperMPerS(bins.grid(), c)),
                    Columns.counts("n", used, bins.hours()),
                    Columns.of("value", used, c -> values[c]));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("place", place);
            details.put("value", name);
            details.put("unit", unit);
            details.put("hours", hours());
            details.put("direction_step_deg", directionStepDeg());
            return details;
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }

        /// A cell with hours, to be drawn.
        ///
        /// @param fromDeg the middle of its sector
        /// @param slowestMPerS lower end of its class of speed
        /// @param fastestMPerS upper end
        public record Cell(double fromDeg, double slowestMPerS, double fastestMPerS, double value) {}

        /// The cells that hold hours.
        public List<Cell> cells() {
            PolarGrid grid = bins.grid();
            double step = grid.spanMPerS() / grid.speeds();
            return IntStream.range(0, grid.cells())
                    .filter(c -> bins.hours()[c] > 0 && Double.isFinite(values[c]))
                    .mapToObj(c -> new Cell(
                            grid.windFromDeg(c),
                            PolarFrequency.upperMPerS(grid, c) - step,
                            PolarFrequency.upperMPerS(grid, c),
                            values[c]))
                    .toList();
        }

        public int sectors() {
            return bins.grid().directions();
        }

        /// How many hours the cells hold.
        public int hours() {
            return Arrays.stream(bins.hours()).sum();
        }
    }

    @Override
    public String id() {
        return "polar-frequency";
    }

    @Override
    public Name title() {
        return Name.of("풍향·풍속 빈도(또는 농도)", "How often each wind blows, by direction and speed");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "statistic",
                        Statistic.FREQUENCY,
                        "빈도(바람만) 또는 농도의 통계량",
                        "frequency (of the wind alone), or a statistic of the value"),
                Parameter.of("speed-step", Kind.NUMBER, "1", "풍속 계급의 폭(m/s)", "width of a class of speed, m/s"),
                Sectors.parameter(36));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Statistic statistic = settings.choice("statistic", Statistic.class);
        boolean windAlone = statistic == Statistic.FREQUENCY;
        Series series = windAlone
                ? data.series(data.values(), AirData.Need.REQUIRED, List.of())
                : data.series(AirData.Need.REQUIRED);
        Series.Wind wind = series.wind();
        TimeTable.Column column = windAlone
                ? new TimeTable.Column(wind.speedId(), Name.of("시간 수", "Hours"), "h", wind.speedMPerS())
                : series.table().column(data.value());
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, windAlone ? data.values() : List.of(data.value()))
                        .wind(),
                wind.fromDeg(),
                36,
                1);
        PolarBins bins = PolarFrequency.of(
                wind.speedMPerS(),
                sectors.fromDeg(),
                column.values(),
                kernelStatistic(statistic),
                settings.number("speed-step", 0.01, 100),
                sectors.count());
        Columns.requireHours(Arrays.stream(bins.hours()).sum(), column.id());
        double[] values = bins.values().clone();
        if (statistic == Statistic.WEIGHTED_MEAN) {
            double sum = Arrays.stream(values).filter(Double::isFinite).sum();
            Arrays.setAll(values, c -> 100 * values[c] / sum);
        }
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series.place(),
                column.name(),
                statistic == Statistic.WEIGHTED_MEAN ? "%" : column.unit(),
                statistic,
                bins,
                values,
                sectors.steps());
    }

    private static CellStatistic kernelStatistic(Statistic statistic) {
        return switch (statistic) {
            case FREQUENCY -> CellStatistic.Plain.FREQUENCY;
            case MEAN -> CellStatistic.Plain.MEAN;
            case MEDIAN -> CellStatistic.Plain.MEDIAN;
            case MAX -> CellStatistic.Plain.MAX;
            case STANDARD_DEVIATION -> CellStatistic.Plain.DEVIATION;
            case WEIGHTED_MEAN -> CellStatistic.Plain.WEIGHTED_MEAN;
        };
    }
}
