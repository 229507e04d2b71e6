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
import org.dosi.kernel.wind.PolarGrid;
import org.dosi.kernel.wind.WindRegression;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Non-parametric wind regression: the concentration to expect in each wind.
public final class WindRegressionAnalysis implements AirAnalysis<WindRegressionAnalysis.Found> {
    private static final String DIRECTION_SIGMA = "direction-sigma";

    /// @param regression its places in the order speed by speed; the table goes direction by direction
    public record Found(
            Provenance provenance, Name place, TimeTable.Column column, WindRegression regression, DirectionSteps steps)
            implements Finding {

        @Override
        public ResultTable table() {
            int[] places = places();
            PolarGrid grid = regression.grid();
            return ResultTable.of(
                    Columns.of("wind_speed_m_s", places, grid::radiusMPerS),
                    Columns.of("wind_direction_deg", places, grid::windFromDeg),
                    Columns.counts("n", places, regression.hours()),
                    Columns.of("value", places, i -> regression.values()[i]));
        }

        private int[] places() {
            int directions = regression.grid().directions();
            int speeds = regression.grid().speeds();
            return IntStream.range(0, directions * speeds)
                    .map(i -> i % speeds * directions + i / speeds)
                    .toArray();
        }

        /// The places whose own cell holds an hour.
        public PolarCells cells() {
            return PolarCells.of(regression.grid(), c -> regression.hours()[c] > 0);
        }

        /// How many hours take part.
        public int hours() {
            return Arrays.stream(regression.hours()).sum();
        }

        /// The estimates at places whose own cell holds an hour.
        public double[] shown() {
            return IntStream.range(0, regression.values().length)
                    .filter(c -> regression.hours()[c] > 0)
                    .mapToDouble(c -> regression.values()[c])
                    .filter(Double::isFinite)
                    .toArray();
        }

        /// The estimate between the places, by the four around.
        ///
        /// @param u eastward, in spans from the middle
        /// @param v northward
        public double valueAt(double u, double v) {
            int directions = regression.grid().directions();
            int speeds = regression.grid().speeds();
            double ring = Math.min(Math.hypot(u, v) * (speeds - 1), speeds - 1.000001);
            double turn = Math.toDegrees(Math.atan2(u, v)) * directions / 360 - 1;
            int left = (int) Math.floor(turn);
            double across = turn - left;
            int within = (int) ring;
            double out = ring - within;
            int a = Math.floorMod(left, directions);
            int b = (a + 1) % directions;
            int inner = within * directions;
            int outer = inner + directions;
            double[] values = regression.values();
            return (1 - out) * ((1 - across) * values[inner + a] + across * values[inner + b])
                    + out * ((1 - across) * values[outer + a] + across * values[outer + b]);
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = Columns.details(
                    place, column, Arrays.stream(regression.hours()).sum());
            details.put("least_speed_m_s", regression.grid().leastSpeedMPerS());
            details.put("direction_step_deg", directionStepDeg());
            details.put(
                    "standard_error",
                    Arrays.stream(places())
                            .mapToDouble(i -> regression.standardErrors()[i])
                            .toArray());
            return details;
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }
    }

    @Override
    public String id() {
        return "nwr";
    }

    @Override
    public Name title() {
        return Name.of("비모수 바람 회귀: 풍향·풍속별 기대 농도", "Non-parametric wind regression");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "speed-sigma", Kind.NUMBER, "1.5", "풍속 가우스 커널의 폭(m/s)", "width of the kernel in speed, m/s"),
                Parameter.of(
                        DIRECTION_SIGMA,
                        Kind.NUMBER,
                        "",
                        "풍향 가우스 커널의 폭(°, 기본: 5, 풍향 기록 간격이 더 넓으면 그 절반)",
                        "width of the kernel in direction, degrees (default: 5; half a step of wider directions)"),
                Sectors.parameter(WindRegression.Options.USUAL.directions()));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        String value = data.value();
        Series series = data.series(AirData.Need.REQUIRED);
        WindRegression.Options usual = WindRegression.Options.USUAL;
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, List.of(value)).wind(),
                series.wind().fromDeg(),
                usual.directions(),
                4);
        double sigma = settings.find(DIRECTION_SIGMA).isPresent()
                ? settings.number(DIRECTION_SIGMA, 0.01, 180)
                : sectors.steps().sigmaDeg(usual.directionSigmaDeg());
        WindRegression.Options options = new WindRegression.Options(
                settings.number("speed-sigma", 0.01, 100), sigma, usual.speeds(), sectors.count());
        TimeTable.Column column = series.table().column(value);
        WindRegression regression =
                WindRegression.of(series.wind().speedMPerS(), sectors.fromDeg(), column.values(), options);
        Columns.requireHours(Arrays.stream(regression.hours()).sum(), value);
        Map<String, String> used = sectors.used(settings);
        used.put(DIRECTION_SIGMA, sigma == Math.rint(sigma) ? Long.toString((long) sigma) : Double.toString(sigma));
        return new Found(
                data.provenance(id(), series.inputs(), used), series.place(), column, regression, sectors.steps());
    }
}
