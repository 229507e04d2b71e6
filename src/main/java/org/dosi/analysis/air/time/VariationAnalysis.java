package org.dosi.analysis.air.time;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.GroupWords;
import org.dosi.analysis.air.HourRows;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.GroupIntervals;
import org.dosi.kernel.air.HourSeries;
import org.dosi.kernel.air.TimeVariation;
import org.dosi.kernel.air.VariationPart;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// How values vary over the day, the week and the year, with intervals.
public final class VariationAnalysis implements AirAnalysis<VariationAnalysis.Found> {
    /// What stands in the middle of an interval.
    public enum Centre {
        MEAN,
        MEDIAN
    }

    /// By what hours are put into groups.
    public enum Part {
        HOUR(VariationPart.HOUR),
        WEEKDAY(VariationPart.WEEKDAY),
        MONTH(VariationPart.MONTH),
        HOUR_OF_WEEKDAY(VariationPart.HOUR_OF_WEEKDAY);

        private final VariationPart part;

        Part(VariationPart part) {
            this.part = part;
        }

        public int groups() {
            return part.groups();
        }
    }

    /// The groups of a part, in the order of the clock and the calendar; weeks begin on Monday.
    ///
    /// @param n values of each
    /// @param centre mean or median; NaN of an empty group
    /// @param lower lower end of its interval; NaN below two values
    /// @param upper upper end of its interval
    public record Groups(Part part, int[] n, double[] centre, double[] lower, double[] upper) {}

    /// The parts of one variable.
    ///
    /// @param unit UCUM code; `1` of normalised ones, empty where nobody says
    public record Variable(String id, Name name, String unit, List<Groups> parts) {
        public Variable {
            parts = List.copyOf(parts);
        }
    }

    public record Found(Provenance provenance, Name place, List<Variable> variables) implements Finding {
        public Found {
            variables = List.copyOf(variables);
        }

        /// With a column `value` before the others where there is more than one.
        @Override
        public ResultTable table() {
            List<String> values = new ArrayList<>();
            List<String> parts = new ArrayList<>();
            List<String> groups = new ArrayList<>();
            List<Long> n = new ArrayList<>();
            List<double[]> numbers = new ArrayList<>();
            for (Variable variable : variables) {
                for (Groups part : variable.parts()) {
                    for (int g = 0; g < part.n().length; g++) {
                        values.add(variable.id());
                        parts.add(Parameter.word(part.part()));
                        groups.add(group(part.part(), g));
                        n.add((long) part.n()[g]);
                        numbers.add(new double[] {part.centre()[g], part.lower()[g], part.upper()[g]});
                    }
                }
            }
            List<ResultTable.Column> columns = new ArrayList<>();
            if (variables.size() > 1) {
                columns.add(new ResultTable.Texts("value", values));
            }
            columns.add(new ResultTable.Texts("part", parts));
            columns.add(new ResultTable.Texts("group", groups));
            columns.add(new ResultTable.Counts(
                    "n", n.stream().mapToLong(Long::longValue).toArray()));
            columns.add(numbers("mean", numbers, 0));
            columns.add(numbers("lower", numbers, 1));
            columns.add(numbers("upper", numbers, 2));
            return new ResultTable(columns);
        }

        private static ResultTable.Numbers numbers(String name, List<double[]> rows, int column) {
            return new ResultTable.Numbers(
                    name, rows.stream().mapToDouble(row -> row[column]).toArray());
        }
    }

    /// What a group is called: an hour by its number, weekdays and months as openair calls them.
    static String group(Part part, int group) {
        return switch (part) {
            case HOUR -> Integer.toString(group);
            case WEEKDAY -> GroupWords.WEEKDAYS.get(group);
            case MONTH -> GroupWords.MONTHS.get(group);
            case HOUR_OF_WEEKDAY ->
                GroupWords.WEEKDAYS.get(group / HourSeries.HOURS_A_DAY) + " " + group % HourSeries.HOURS_A_DAY;
        };
    }

    @Override
    public String id() {
        return "variation";
    }

    @Override
    public Name title() {
        return Name.of("시간·요일·월별 변화와 신뢰구간", "Variation by hour, weekday and month, with intervals");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "statistic",
                        Centre.MEAN,
                        "평균(스튜던트 t 구간) 또는 중앙값(붓스트랩 구간)",
                        "mean with Student's interval, or median with the bootstrap's"),
                Parameter.of("confidence", Kind.NUMBER, "95", "신뢰수준(%)", "confidence of the intervals, %"),
                Parameter.of("normalise", Kind.FLAG, "", "각 값을 그 평균의 배수로", "each value in multiples of its own mean"),
                Parameter.of(
                        "difference",
                        Kind.FLAG,
                        "",
                        "두 값의 시간별 차이(둘째 - 첫째)도",
                        "of two values, their difference in the same hours too: the second less the first"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Centre centre = settings.choice("statistic", Centre.class);
        double confidence = settings.number("confidence", 50, 99.99) / 100;
        boolean normalise = settings.flag("normalise");
        Series series = data.series(data.values(), AirData.Need.NONE, List.of());
        TimeTable table = series.table();
        List<TimeTable.Column> columns = new ArrayList<>(table.columns());
        if (settings.flag("difference")) {
            columns.add(difference(columns));
        }
        List<Variable> variables = new ArrayList<>();
        for (TimeTable.Column column : columns) {
            HourSeries hours = HourRows.clock(table, column.values());
            List<Groups> parts = new ArrayList<>();
            for (Part part : Part.values()) {
                GroupIntervals found = centre == Centre.MEAN
                        ? TimeVariation.means(hours, part.part, confidence)
                        : TimeVariation.medians(hours, part.part, confidence);
                GroupIntervals shown = normalise ? found.normalised() : found;
                parts.add(new Groups(part, shown.n(), shown.centre(), shown.lower(), shown.upper()));
            }
            variables.add(new Variable(column.id(), column.name(), normalise ? "1" : column.unit(), parts));
        }
        return new Found(data.provenance(id(), series.inputs(), settings.used()), series.place(), variables);
    }

    private static TimeTable.Column difference(List<TimeTable.Column> columns) {
        if (columns.size() != 2) {
            throw new BadSetting("difference", "two values", Integer.toString(columns.size()));
        }
        TimeTable.Column first = columns.get(0);
        TimeTable.Column second = columns.get(1);
        double[] values = new double[first.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = second.values()[i] - first.values()[i];
        }
        Name name = Name.of(
                second.name().ko() + " − " + first.name().ko(),
                second.name().en() + " − " + first.name().en());
        String unit = first.unit().equals(second.unit()) ? first.unit() : "";
        return new TimeTable.Column(second.id() + " - " + first.id(), name, unit, values);
    }
}
