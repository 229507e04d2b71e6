package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Periods;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.air.StatisticChoice;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.Averages;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Averages of any period with data capture; the wind as a vector.
public final class AverageAnalysis implements AirAnalysis<AverageAnalysis.Found> {
    /// How the direction and the speed of a period's wind are made.
    public enum WindMean {
        UNIT,
        VECTOR
    }

    /// @param averages one row a period
    public record Found(Provenance provenance, Name place, TimeTable averages) implements Finding {
        @Override
        public ResultTable table() {
            List<ResultTable.Column> columns = new ArrayList<>();
            columns.add(new ResultTable.Times("time", averages.startS(), averages.zone()));
            for (TimeTable.Column column : averages.columns()) {
                columns.add(new ResultTable.Numbers(column.id(), column.values()));
            }
            return new ResultTable(columns);
        }
    }

    @Override
    public String id() {
        return "average";
    }

    @Override
    public Name title() {
        return Name.of("기간 평균(자료 수집률 반영)", "Averages of a period, with data capture");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("period", Periods.Period.DAY, "평균 기간", "length of a period"),
                Parameter.of("capture", Kind.NUMBER, "75", "필요한 자료 수집률(%)", "data capture that a period needs, %"),
                StatisticChoice.parameter(),
                Parameter.choice(
                        "wind-mean",
                        WindMean.UNIT,
                        "바람 평균: 단위 벡터(풍속은 값과 같은 통계량) 또는 풍속 가중 벡터",
                        "mean wind: unit vectors and the statistic of the speeds, or vectors weighted by speed"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Periods.Period period = settings.choice("period", Periods.Period.class);
        double capture = settings.number("capture", 0, 100) / 100;
        StatisticChoice statistic = StatisticChoice.of(settings);
        Series series = data.series(data.values(), AirData.Need.OPTIONAL, List.of());
        Periods periods = Periods.of(series.table(), period);
        List<TimeTable.Column> columns = new ArrayList<>();
        if (series.hasWind()) {
            addWind(columns, series.wind(), periods, settings.choice("wind-mean", WindMean.class), statistic, capture);
        }
        for (TimeTable.Column column : series.table().columns()) {
            double[] averages = statistic.byGroup(column.values(), periods, capture);
            columns.add(new TimeTable.Column(column.id(), column.name(), column.unit(), averages));
        }
        TimeTable averages =
                new TimeTable(series.table().zone(), TimeTable.usualStep(periods.startS()), periods.startS(), columns);
        return new Found(data.provenance(id(), series.inputs(), settings.used()), series.place(), averages);
    }

    private static void addWind(
            List<TimeTable.Column> columns,
            Series.Wind wind,
            Periods periods,
            WindMean mean,
            StatisticChoice statistic,
            double capture) {
        Averages.Wind found = Averages.wind(
                wind.speedMPerS(),
                wind.fromDeg(),
                periods.groupStart(),
                periods.expected(),
                mean == WindMean.VECTOR,
                statistic.kind(),
                statistic.percentile(),
                capture);
        columns.add(new TimeTable.Column(wind.speedId(), Name.of("풍속", "Wind speed"), "m/s", found.speedMPerS()));
        columns.add(new TimeTable.Column(wind.directionId(), Name.of("풍향", "Wind direction"), "deg", found.fromDeg()));
    }
}
