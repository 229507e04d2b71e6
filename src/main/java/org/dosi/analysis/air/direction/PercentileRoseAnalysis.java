package org.dosi.analysis.air.direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Figures;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.PercentileRose;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Mean and percentiles of a concentration by wind direction.
public final class PercentileRoseAnalysis implements AirAnalysis<PercentileRoseAnalysis.Found> {

    /// @param percentiles that were asked for, 0 to 100, one row of the rose each
    /// @param smooth whether a plot draws smooth lines
    public record Found(
            Provenance provenance,
            Name place,
            TimeTable.Column column,
            double[] percentiles,
            boolean smooth,
            PercentileRose rose,
            DirectionSteps steps)
            implements Finding {

        @Override
        public ResultTable table() {
            int sectors = rose.hours().length;
            int[] all = IntStream.range(0, sectors).toArray();
            List<ResultTable.Column> columns = new ArrayList<>();
            columns.add(Columns.of("wind_direction_deg", all, s -> (s + 1) * (360.0 / sectors)));
            columns.add(ResultTable.Counts.of("n", rose.hours()));
            columns.add(new ResultTable.Numbers("mean", rose.means()));
            for (int p = 0; p < percentiles.length; p++) {
                columns.add(new ResultTable.Numbers("p" + Figures.exact(percentiles[p]), rose.percentiles()[p]));
            }
            return new ResultTable(columns);
        }

        /// How many hours take part.
        public int hours() {
            return Arrays.stream(rose.hours()).sum();
        }

        /// The largest of all percentiles; 1 without any.
        public double greatest() {
            return Arrays.stream(rose.percentiles())
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .max()
                    .orElse(1);
        }

        /// A percentile by degree, from 0: steps, or a smooth line.
        public double[] percentileLine(int p) {
            return line(rose.percentiles()[p]);
        }

        /// The mean, as [#percentileLine].
        public double[] meanLine() {
            return line(rose.means());
        }

        private double[] line(double[] bySector) {
            if (smooth) {
                return PercentileRose.smooth(bySector);
            }
            double[] line = new double[360];
            double width = 360.0 / bySector.length;
            Arrays.setAll(line, d -> bySector[Math.floorMod((int) Math.ceil(d / width - 0.5) - 1, bySector.length)]);
            return line;
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details =
                    Columns.details(place, column, Arrays.stream(rose.hours()).sum());
            details.put("direction_step_deg", directionStepDeg());
            return details;
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }
    }

    @Override
    public String id() {
        return "percentile-rose";
    }

    @Override
    public Name title() {
        return Name.of("백분위수 장미: 풍향별 농도 분포", "Percentile rose: concentration by wind direction");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("percentile", Kind.TEXT, "25,50,75,90,95", "백분위수, 쉼표로", "percentiles, with commas"),
                Sectors.parameter(36),
                Parameter.of("smooth", Kind.SWITCH, "off", "그림의 선을 매끈하게", "smooth lines in the plot"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        String value = data.value();
        double[] percentiles = settings.numbers("percentile", 0, 100);
        Arrays.sort(percentiles);
        Series series = data.series(AirData.Need.REQUIRED);
        TimeTable.Column column = series.table().column(value);
        Sectors sectors =
                Sectors.of(settings, data.whole(series, List.of(value)).wind(), directions(data, series), 36, 3);
        PercentileRose rose = PercentileRose.of(
                sectors.fromDeg(),
                column.values(),
                sectors.count(),
                Arrays.stream(percentiles).map(p -> p / 100).toArray());
        Columns.requireHours(Arrays.stream(rose.hours()).sum(), value);
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series.place(),
                column,
                percentiles,
                settings.flag("smooth"),
                rose,
                sectors.steps());
    }

    /// Directions without those of vanes that rest at 0 in still air, which is no direction; openair leaves
    /// them out of this rose alone. A 360 in still air is read as north, as written, so the file is asked
    /// for what it says where there is doubt.
    private static double[] directions(AirData data, Series series) {
        Series.Wind wind = series.wind();
        double[] from = wind.fromDeg().clone();
        boolean doubt = IntStream.range(0, from.length).anyMatch(h -> isStillNorth(wind, h));
        if (doubt) {
            Series raw = data.series(List.of(data.value()), AirData.Need.REQUIRED, List.of(wind.directionId()));
            double[] written = raw.table()
                    .findColumn(wind.directionId())
                    .map(TimeTable.Column::values)
                    .orElse(from);
            Arrays.setAll(from, h -> isStillNorth(wind, h) && written[h] == 0 ? Double.NaN : from[h]);
        }
        return from;
    }

    private static boolean isStillNorth(Series.Wind wind, int hour) {
        return wind.speedMPerS()[hour] == 0 && wind.fromDeg()[hour] == 360;
    }
}
