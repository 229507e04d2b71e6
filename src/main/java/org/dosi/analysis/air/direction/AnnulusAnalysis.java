package org.dosi.analysis.air.direction;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.PolarAnnulus;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Concentration by wind direction and hour, weekday, month of the year, or month of the record.
public final class AnnulusAnalysis implements AirAnalysis<AnnulusAnalysis.Found> {
    private static final int DIRECTIONS = 36;

    /// The division of time; the innermost ring is its first.
    public enum Period {
        HOUR,
        WEEKDAY,
        SEASON,
        TREND
    }

    /// @param labels of the divisions, innermost first: 0 to 23, 1 (Monday) to 7, 1 to 12, or `2001-03`
    public record Found(
            Provenance provenance,
            Name place,
            TimeTable.Column column,
            Period period,
            List<String> labels,
            PolarAnnulus annulus,
            DirectionSteps steps)
            implements Finding {

        public Found {
            labels = List.copyOf(labels);
        }

        @Override
        public ResultTable table() {
            int directions = annulus.directions();
            int[] all = IntStream.range(0, annulus.hours().length).toArray();
            return ResultTable.of(
                    new ResultTable.Texts(
                            "period",
                            Arrays.stream(all)
                                    .mapToObj(c -> labels.get(c / directions))
                                    .toList()),
                    Columns.of("wind_direction_deg", all, c -> (c % directions + 1) * (360.0 / directions)),
                    ResultTable.Counts.of("n", annulus.hours()),
                    new ResultTable.Numbers("value", annulus.means()),
                    new ResultTable.Numbers("smooth", annulus.smooth()));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = Columns.details(place, column, hours());
            details.put("direction_step_deg", directionStepDeg());
            return details;
        }

        /// From one reported direction to the next; NaN if not known.
        public double directionStepDeg() {
            return steps.stepDeg();
        }

        public int directions() {
            return annulus.directions();
        }

        public int slots() {
            return annulus.slots();
        }

        /// What a plot shows of each cell: the surface, or the means where there is none.
        public double[] shown() {
            boolean smooth = Arrays.stream(annulus.smooth()).anyMatch(Double::isFinite);
            return smooth ? annulus.smooth() : annulus.means();
        }

        /// Whether a division of time holds any hour: a surface over one that does not is no finding.
        public boolean isHeld(int slot) {
            return IntStream.range(0, annulus.directions())
                    .anyMatch(d -> annulus.hours()[slot * annulus.directions() + d] > 0);
        }

        /// How many hours the cells hold.
        public int hours() {
            return Arrays.stream(annulus.hours()).sum();
        }
    }

    @Override
    public String id() {
        return "annulus";
    }

    @Override
    public Name title() {
        return Name.of("극좌표 고리: 풍향과 시각별 농도", "Polar annulus: concentration by wind direction and time");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "period",
                        Period.HOUR,
                        "시간의 나눔: 시각, 요일, 월, 추이",
                        "hour, weekday, month of the year, or the record's months"),
                Sectors.parameter(DIRECTIONS));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        String value = data.value();
        Period period = settings.choice("period", Period.class);
        Series series = data.series(AirData.Need.REQUIRED);
        TimeTable table = series.table();
        TimeTable.Column column = table.column(value);
        ZonedDateTime[] times = Arrays.stream(table.startS())
                .mapToObj(s -> Instant.ofEpochSecond(s).atZone(table.calendar()))
                .toArray(ZonedDateTime[]::new);
        List<String> labels = labels(period, times);
        int[] slot = new int[times.length];
        Arrays.setAll(slot, h -> slot(period, times[h], times[0]));
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, List.of(value)).wind(),
                series.wind().fromDeg(),
                DIRECTIONS,
                4);
        PolarAnnulus annulus = PolarAnnulus.of(
                slot, labels.size(), period != Period.TREND, sectors.fromDeg(), column.values(), sectors.count());
        Columns.requireHours(Arrays.stream(annulus.hours()).sum(), value);
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series.place(),
                column,
                period,
                labels,
                annulus,
                sectors.steps());
    }

    private static int slot(Period period, ZonedDateTime time, ZonedDateTime first) {
        return switch (period) {
            case HOUR -> time.getHour();
            case WEEKDAY -> time.getDayOfWeek().getValue() - 1;
            case SEASON -> time.getMonthValue() - 1;
            case TREND -> months(time) - months(first);
        };
    }

    private static int months(ZonedDateTime time) {
        return time.getYear() * 12 + time.getMonthValue() - 1;
    }

    private static List<String> labels(Period period, ZonedDateTime[] times) {
        return switch (period) {
            case HOUR -> numbers(0, 24);
            case WEEKDAY -> numbers(1, 8);
            case SEASON -> numbers(1, 13);
            case TREND ->
                times.length == 0
                        ? List.of("")
                        : IntStream.rangeClosed(months(times[0]), months(times[times.length - 1]))
                                .mapToObj(m -> "%d-%02d".formatted(m / 12, m % 12 + 1))
                                .toList();
        };
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }
}
