package org.dosi.analysis.air.direction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.wind.CellWeights;
import org.dosi.kernel.wind.TrajectoryField;
import org.dosi.kernel.wind.TrajectoryPoints;
import org.dosi.kernel.wind.TrajectoryRules;
import org.dosi.kernel.wind.TrajectoryStatistic;
import org.dosi.kernel.wind.TrajectoryStatistics;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Where the air was before, from a file of back trajectories.
public final class TrajectoriesAnalysis implements AirAnalysis<TrajectoriesAnalysis.Found> {
    private static final long DAY_S = 86_400;

    /// What a cell's value is multiplied by where few points lie in it.
    public enum Weights {
        /// Each statistic's own: of PSCF by the mean number of points, of CWT by their number.
        USUAL,
        NONE,
        COUNT,
        MEAN
    }

    /// @param value heading of the concentrations; empty for frequencies
    /// @param receptorLonDeg where the trajectories end; NaN if the file has no such points
    /// @param trajectories how many there are
    public record Found(
            Provenance provenance,
            Name place,
            String value,
            TrajectoryRules rules,
            TrajectoryField field,
            double receptorLonDeg,
            double receptorLatDeg,
            int trajectories)
            implements Finding {

        /// Middles of the cells, degrees.
        public double[] lonDeg() {
            return field.lonDeg();
        }

        public double[] latDeg() {
            return field.latDeg();
        }

        /// Of each cell; NaN for none.
        public double[] values() {
            return field.value();
        }

        /// A side of a cell, degrees.
        public double stepDeg() {
            return rules.stepDeg();
        }

        /// So that single cells do not take the whole scale: the value below which most cells lie.
        public double nearlyMost(double share) {
            return Quantiles.of(field.value(), share);
        }

        /// `frequency`, `pscf`, `cwt` or `sqtba`
        public String statistic() {
            return Parameter.word(rules.statistic());
        }

        @Override
        public ResultTable table() {
            return ResultTable.of(
                    new ResultTable.Numbers("lon", field.lonDeg()),
                    new ResultTable.Numbers("lat", field.latDeg()),
                    ResultTable.Counts.of("n", field.n()),
                    new ResultTable.Numbers("value", field.value()),
                    new ResultTable.Numbers("lower", field.lower()),
                    new ResultTable.Numbers("upper", field.upper()));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("trajectories", trajectories);
            details.put("cells", field.n().length);
            details.put("receptor_lon", receptorLonDeg);
            details.put("receptor_lat", receptorLatDeg);
            return details;
        }
    }

    @Override
    public String id() {
        return "trajectories";
    }

    @Override
    public Name title() {
        return Name.of(
                "역궤적 통계(통과 빈도·PSCF·CWT·SQTBA)",
                "Statistics of a file of back trajectories: frequency, PSCF, CWT, SQTBA");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("statistic", TrajectoryStatistic.CWT, "통계량", "what is computed"),
                Parameter.of("grid", Kind.NUMBER, "0.25", "격자 간격(도)", "size of a cell, degrees"),
                Parameter.of("percentile", Kind.NUMBER, "90", "PSCF의 기준 백분위", "PSCF: what counts as high"),
                Parameter.choice(
                        "weights",
                        Weights.USUAL,
                        "지나간 점이 적은 격자의 가중치",
                        "weights of cells with few points: each statistic's own, none, by count or by mean count"),
                Parameter.of(
                        "spread",
                        Kind.NUMBER,
                        "1.5",
                        "SQTBA: 한 시간마다 커지는 퍼짐(km)",
                        "SQTBA: growth of the spread in an hour back, km"),
                Parameter.of("level", Kind.NUMBER, "0.95", "구간의 신뢰수준", "level of the intervals"),
                Parameter.of("resamples", Kind.COUNT, "499", "붓스트랩 표본 수", "samples of the bootstrap"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "seed of what is random"),
                Parameter.of("hour-column", Kind.TEXT, "hour.inc", "도착까지의 시간 열", "column of hours from the arrival"),
                Parameter.of("lon-column", Kind.TEXT, "lon", "경도 열", "column of longitudes"),
                Parameter.of("lat-column", Kind.TEXT, "lat", "위도 열", "column of latitudes"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        TrajectoryStatistic statistic = settings.choice("statistic", TrajectoryStatistic.class);
        Weights weights = settings.choice("weights", Weights.class);
        TrajectoryRules usual = TrajectoryRules.of(
                statistic, settings.number("grid", 0.01, 45), settings.count("seed", 0, Integer.MAX_VALUE));
        TrajectoryRules rules = new TrajectoryRules(
                statistic,
                usual.stepDeg(),
                switch (weights) {
                    case USUAL -> usual.weights();
                    case NONE -> CellWeights.NONE;
                    case COUNT -> CellWeights.COUNT;
                    case MEAN -> CellWeights.MEAN;
                },
                settings.number("percentile", 0, 100),
                settings.number("spread", 0.01, 100),
                settings.count("resamples", 19, 100_000),
                settings.number("level", 0.5, 0.999),
                usual.seed());
        String value =
                statistic == TrajectoryStatistic.FREQUENCY && data.values().isEmpty() ? "" : data.value();
        List<String> columns =
                new java.util.ArrayList<>(List.of(settings.text("lon-column"), settings.text("lat-column")));
        if (!value.isEmpty()) {
            columns.add(value);
        }
        AirData.Groups groups = data.groups(settings.text("hour-column"), columns);
        Table table = Table.of(groups.tables());
        TrajectoryField field = TrajectoryStatistics.of(table.points, rules);
        return new Found(
                data.provenance(id(), groups.inputs(), settings.used()),
                groups.place(),
                value,
                rules,
                field,
                table.receptor(table.points.lonDeg()),
                table.receptor(table.points.latDeg()),
                table.points.blockOfTrajectory().length);
    }

    /// The points of all hours back, one after another.
    private record Table(TrajectoryPoints points) {

        static Table of(Map<String, TimeTable> byHour) {
            long[] arrivals = byHour.values().stream()
                    .flatMapToLong(table -> Arrays.stream(table.startS()))
                    .sorted()
                    .distinct()
                    .toArray();
            TimeTable any = byHour.values().iterator().next();
            int size = byHour.values().stream().mapToInt(TimeTable::size).sum();
            int[] trajectory = new int[size];
            double[] hour = new double[size];
            double[][] numbers = new double[3][size];
            Arrays.fill(numbers[2], Double.NaN);
            int at = 0;
            for (Map.Entry<String, TimeTable> entry : byHour.entrySet()) {
                TimeTable table = entry.getValue();
                Arrays.fill(hour, at, at + table.size(), hour(entry.getKey()));
                for (int c = 0; c < table.columns().size(); c++) {
                    System.arraycopy(table.columns().get(c).values(), 0, numbers[c], at, table.size());
                }
                for (long start : table.startS()) {
                    trajectory[at++] = Arrays.binarySearch(arrivals, start);
                }
            }
            TrajectoryPoints points =
                    new TrajectoryPoints(trajectory, days(arrivals, any), hour, numbers[1], numbers[0], numbers[2]);
            return new Table(points);
        }

        private static double hour(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException _) {
                throw new BadSetting("hour-column", "hours from the arrival, such as -12", text);
            }
        }

        /// For each arrival the number of its day among the days that have arrivals.
        private static int[] days(long[] arrivals, TimeTable table) {
            Map<Long, Integer> numbers = new TreeMap<>();
            int[] days = new int[arrivals.length];
            for (int i = 0; i < days.length; i++) {
                int offset = table.calendar()
                        .getRules()
                        .getStandardOffset(java.time.Instant.ofEpochSecond(arrivals[i]))
                        .getTotalSeconds();
                long day = Math.floorDiv(arrivals[i] + offset, DAY_S);
                days[i] = numbers.computeIfAbsent(day, _ -> numbers.size());
            }
            return days;
        }

        /// The mean place of the points at hour 0.
        double receptor(double[] degrees) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < degrees.length; i++) {
                if (points.hour()[i] == 0 && Double.isFinite(degrees[i])) {
                    sum += degrees[i];
                    count++;
                }
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
