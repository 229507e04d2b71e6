package org.dosi.analysis.air.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.WindRose;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// How often the wind blows from each sector: by classes of speed, the wind rose, or of a concentration,
/// the pollution rose.
public final class WindRoseAnalysis implements AirAnalysis<WindRoseAnalysis.Found> {
    private static final int CLASSES = 6;
    private static final int SECTORS = 12;

    /// Which rose.
    public enum Rose {
        WIND,
        POLLUTION
    }

    /// @param column whose classes the rose shows: the wind speed or a concentration
    public record Found(
            Provenance provenance,
            Name place,
            TimeTable.Column column,
            Rose kind,
            WindRose.Share share,
            WindRose rose,
            DirectionSteps steps)
            implements Finding {

        @Override
        public ResultTable table() {
            int classes = rose.edges().length;
            List<String> direction = new ArrayList<>();
            List<Double> from = new ArrayList<>();
            List<Double> to = new ArrayList<>();
            List<Integer> hours = new ArrayList<>();
            List<Double> percent = new ArrayList<>();
            for (int s = 0; s < rose.hours().length; s++) {
                for (int j = 0; j < classes; j++) {
                    direction.add(degrees(rose.windFromDeg(s)));
                    from.add(rose.edges()[j]);
                    to.add(j + 1 < classes ? rose.edges()[j + 1] : Double.NaN);
                    hours.add(rose.hours()[s][j]);
                    percent.add(rose.percent()[s][j]);
                }
            }
            for (String without : List.of("calm", "unknown")) {
                int n = without.equals("calm") ? rose.calms() : rose.undirected();
                direction.add(without);
                from.add(Double.NaN);
                to.add(Double.NaN);
                hours.add(n);
                percent.add(share == WindRose.Share.HOURS ? 100.0 * n / rose.total() : Double.NaN);
            }
            return ResultTable.of(
                    new ResultTable.Texts("wind_direction_deg", direction),
                    numbers("from", from),
                    numbers("to", to),
                    ResultTable.Counts.of(
                            "n", hours.stream().mapToInt(Integer::intValue).toArray()),
                    numbers("percent", percent));
        }

        private static String degrees(double deg) {
            return deg == Math.rint(deg) ? Long.toString((long) deg) : Double.toString(deg);
        }

        private static ResultTable.Numbers numbers(String name, List<Double> values) {
            return new ResultTable.Numbers(
                    name, values.stream().mapToDouble(Double::doubleValue).toArray());
        }

        public double[] edges() {
            return rose.edges();
        }

        /// Of each sector and class.
        public double[][] percent() {
            return rose.percent();
        }

        public double windFromDeg(int sector) {
            return rose.windFromDeg(sector);
        }

        public double calmPercent() {
            return rose.calmPercent();
        }

        /// Hours with wind whose direction is missing.
        public double unknownPercent() {
            return 100.0 * rose.undirected() / rose.total();
        }

        public double mean() {
            return rose.mean();
        }

        public int hours() {
            return rose.total();
        }

        public boolean corrected() {
            return rose.corrected();
        }

        /// Whether shares are of hours; otherwise they are contributions to the mean.
        public boolean sharesHours() {
            return share == WindRose.Share.HOURS;
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = Columns.details(place, column, rose.total());
            details.put("calm_hours", rose.calms());
            details.put("calm_percent", rose.calmPercent());
            details.put("hours_without_direction", rose.undirected());
            details.put("mean", rose.mean());
            details.put("corrected_for_direction_steps", rose.corrected());
            details.put("direction_step_deg", steps.stepDeg());
            return details;
        }
    }

    private final Rose kind;

    public WindRoseAnalysis(Rose kind) {
        this.kind = kind;
    }

    @Override
    public String id() {
        return switch (kind) {
            case WIND -> "wind-rose";
            case POLLUTION -> "pollution-rose";
        };
    }

    @Override
    public Name title() {
        return switch (kind) {
            case WIND -> Name.of("바람장미", "Wind rose");
            case POLLUTION -> Name.of("오염장미: 풍향별 농도 계급", "Pollution rose: classes of concentration by wind direction");
        };
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Sectors.parameter(SECTORS),
                Parameter.of(
                        "breaks",
                        Kind.TEXT,
                        kind == Rose.WIND ? "0,2,4,6" : "",
                        "계급의 아래 끝, 쉼표로",
                        kind == Rose.WIND
                                ? "lower ends of the classes, with commas"
                                : "lower ends of the classes, with commas (default: about six round ones)"),
                Parameter.choice(
                        "share",
                        WindRose.Share.HOURS,
                        "시간의 비율 또는 평균에 대한 기여",
                        "share of the hours, or contribution to the mean"),
                Parameter.of("calm", Kind.NUMBER, "0", "정온의 최대 풍속(m/s)", "the fastest wind that is calm, m/s"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Series series = kind == Rose.WIND
                ? data.series(data.values(), AirData.Need.REQUIRED, List.of())
                : data.series(AirData.Need.REQUIRED);
        Series.Wind wind = series.wind();
        TimeTable.Column column = kind == Rose.WIND
                ? new TimeTable.Column(wind.speedId(), Name.of("풍속", "Wind speed"), "m/s", wind.speedMPerS())
                : series.table().column(data.value());
        double[] edges = settings.find("breaks").isPresent()
                ? settings.numbers("breaks", -1e9, 1e9)
                : roundEdges(data.whole(series, List.of(column.id())).table().values(column.id()));
        for (int j = 1; j < edges.length; j++) {
            if (!(edges[j] > edges[j - 1])) {
                throw new BadSetting("breaks", "numbers that rise", settings.text("breaks"));
            }
        }
        WindRose.Share share = settings.choice("share", WindRose.Share.class);
        // A publisher's mark for calm has no direction, whatever the speed.
        double[] speed = wind.speedMPerS().clone();
        Arrays.setAll(speed, h -> wind.calm()[h] && Double.isFinite(speed[h]) ? 0 : speed[h]);
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, kind == Rose.WIND ? data.values() : List.of(data.value()))
                        .wind(),
                wind.fromDeg(),
                SECTORS,
                4);
        WindRose rose = WindRose.of(
                speed,
                wind.fromDeg(),
                column.values(),
                new WindRose.Options(sectors.count(), edges, settings.number("calm", 0, 100), share));
        Columns.requireHours(rose.total(), column.id());
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series.place(),
                column,
                kind,
                share,
                rose,
                sectors.steps());
    }

    /// Round steps up to the 95th percentile, so that few large values do not take all classes.
    private static double[] roundEdges(double[] values) {
        double most = Quantiles.of(values, 0.95);
        if (!(most > 0)) {
            return new double[] {Math.min(0, Double.isNaN(most) ? 0 : most)};
        }
        double rough = most / CLASSES;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        double step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
        double[] edges = new double[Math.max(1, (int) Math.ceil(most / step - 1e-9))];
        // Division by a power of ten keeps 0.03 from becoming 0.030000000000000002.
        Arrays.setAll(edges, j -> Math.rint(j * step / power) * power);
        return edges;
    }
}
