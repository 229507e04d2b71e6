package org.dosi.analysis.air.direction;

import java.util.Arrays;
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
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.SectorProbability;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// How often the wind of each sector brings high concentrations.
public final class SectorProbabilityAnalysis implements AirAnalysis<SectorProbabilityAnalysis.Found> {

    /// The conditional probability function.
    public record Found(
            Provenance provenance,
            Name place,
            TimeTable.Column column,
            SectorProbability probability,
            DirectionSteps steps)
            implements Finding {
        private static final double NORMAL_975 = 1.959963984540054;

        @Override
        public ResultTable table() {
            int sectors = probability.hours().length;
            int[] all = IntStream.range(0, sectors).toArray();
            return ResultTable.of(
                    Columns.of("sector_deg", all, s -> s * (360.0 / sectors)),
                    ResultTable.Counts.of("n", probability.hours()),
                    ResultTable.Counts.of("m", probability.highHours()),
                    Columns.of("cpf", all, probability::probability));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = Columns.details(place, column, hours());
            details.put("threshold", probability.threshold());
            details.put("probability_of_all", overall());
            details.put("direction_step_deg", directionStepDeg());
            return details;
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }

        public int sectors() {
            return probability.hours().length;
        }

        /// The share of high hours of a sector; NaN without hours.
        public double share(int sector) {
            return probability.probability(sector);
        }

        /// The ends of its 95 % interval, hours taken as independent; NaN without hours.
        public double[] interval(int sector) {
            return probability.interval(sector, NORMAL_975);
        }

        public double threshold() {
            return probability.threshold();
        }

        /// How many hours take part.
        public int hours() {
            return Arrays.stream(probability.hours()).sum();
        }

        /// The share of high hours over all sectors.
        public double overall() {
            return (double) Arrays.stream(probability.highHours()).sum() / hours();
        }
    }

    @Override
    public String id() {
        return "cpf";
    }

    @Override
    public Name title() {
        return Name.of("조건부 확률: 풍향별 고농도 비율", "Conditional probability of high concentrations by sector");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("percentile", Kind.NUMBER, "75", "고농도의 기준 백분위수", "what is high: above this percentile"),
                Sectors.parameter(36),
                Parameter.of("least-speed", Kind.NUMBER, "1", "최소 풍속(m/s)", "hours of slower wind take no part, m/s"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        String value = data.value();
        Series series = data.series(AirData.Need.REQUIRED);
        TimeTable.Column column = series.table().column(value);
        Series whole = data.whole(series, List.of(value));
        Sectors sectors = Sectors.of(settings, whole.wind(), series.wind().fromDeg(), 36, 2);
        SectorProbability.Options options = new SectorProbability.Options(
                sectors.count(), settings.number("least-speed", 0, 100), settings.number("percentile", 0, 100) / 100);
        double threshold = SectorProbability.threshold(
                whole.wind().speedMPerS(), whole.wind().fromDeg(), whole.table().values(value), options);
        SectorProbability probability = SectorProbability.of(
                series.wind().speedMPerS(), sectors.fromDeg(), column.values(), options, threshold);
        Columns.requireHours(Arrays.stream(probability.hours()).sum(), value);
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series.place(),
                column,
                probability,
                sectors.steps());
    }
}
