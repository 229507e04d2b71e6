package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.HourRows;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.AirLimit;
import org.dosi.kernel.air.AnnualOptions;
import org.dosi.kernel.air.AnnualStatistics;
import org.dosi.kernel.air.LimitCheck;
import org.dosi.kernel.air.LimitKind;
import org.dosi.kernel.air.YearStatistics;
import org.dosi.kernel.stat.Alignment;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// The state of the air by calendar year, against the law.
public final class StatisticsAnalysis implements AirAnalysis<StatisticsAnalysis.Found> {
    private static final AirLimit EU_HOUR = new AirLimit(LimitKind.HOUR, 200, 100);
    private static final AirLimit EU_DAY = new AirLimit(LimitKind.DAY, 50, 100);
    private static final AirLimit EU_TARGET = new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 100, 100);
    private static final AirLimit EU_OZONE = new AirLimit(LimitKind.HIGHEST_EIGHT_HOURS_OF_DAY, 120, 100);
    private static final List<AirLimit> EUROPEAN = List.of(EU_HOUR, EU_DAY, EU_TARGET, EU_OZONE);

    private static final String KOREAN_ZONE = "Asia/Seoul";
    private static final double SEOUL_LATITUDE_DEG = 37.5665;
    private static final double SEOUL_LONGITUDE_DEG = 126.9780;

    /// The standards of a year.
    ///
    /// @param from the first day of the youngest limit, `2018-03-27`; empty where there is none
    /// @param confirmed whether a document shows that these limits held then
    /// @param todays checks of today's standards
    public record Law(String from, boolean confirmed, List<LimitCheck> todays) {
        public Law {
            todays = List.copyOf(todays);
        }
    }

    /// A year of one column.
    ///
    /// @param unit UCUM code; empty where nobody says
    /// @param pollutant as [Pollutants#find] tells it by the column's name
    /// @param european checks of openair's four thresholds, in µg/m³; empty in another unit
    /// @param korean checks of the Korean standards in force at the end of the year; empty where they say nothing
    ///     of it, or its unit is not known
    /// @param law which they are, and what today's would say
    public record Year(
            String id,
            Name name,
            String unit,
            String pollutant,
            YearStatistics statistics,
            List<LimitCheck> european,
            List<LimitCheck> korean,
            Law law) {
        public Year {
            european = List.copyOf(european);
            korean = List.copyOf(korean);
        }

        public int year() {
            return statistics.year();
        }

        public double capturePercent() {
            return statistics.capturePercent();
        }

        public double mean() {
            return statistics.spread().mean();
        }

        /// Of the hours there are, too few to judge the year or not.
        public double meanOfKnown() {
            return statistics.meanOfKnown();
        }

        /// In the order asked for.
        public double[] percentiles() {
            return statistics.spread().percentiles();
        }

        /// The limits of the Korean standards: `hour`, `eight-hours`, `day` and `year`, in the unit of the data.
        public Map<String, Double> limits() {
            Map<String, Double> limits = new LinkedHashMap<>();
            for (LimitCheck check : korean) {
                limits.put(Parameter.word(check.limit().kind()), check.limit().threshold());
            }
            return limits;
        }

        /// What the Korean standards say to the year: the worst of their limits. Empty if they say nothing.
        public String verdict() {
            return verdict(korean);
        }

        /// What today's standards would say.
        public String verdictOfToday() {
            return verdict(law.todays());
        }

        private static String verdict(List<LimitCheck> checks) {
            if (checks.isEmpty()) {
                return "";
            }
            LimitCheck.Verdict worst = LimitCheck.Verdict.MET;
            for (LimitCheck check : checks) {
                if (check.verdict() == LimitCheck.Verdict.EXCEEDED) {
                    return Parameter.word(LimitCheck.Verdict.EXCEEDED);
                }
                if (check.verdict() == LimitCheck.Verdict.TOO_FEW_DATA) {
                    worst = LimitCheck.Verdict.TOO_FEW_DATA;
                }
            }
            return Parameter.word(worst);
        }
    }

    /// @param percentiles that were asked for
    /// @param years of each column, one after the other
    public record Found(Provenance provenance, Name place, double[] percentiles, List<Year> years) implements Finding {
        public Found {
            years = List.copyOf(years);
        }

        @Override
        public ResultTable table() {
            return StatisticsTable.of(percentiles, years);
        }

        @Override
        public Map<String, Object> details() {
            List<Map<String, Object>> checks = new ArrayList<>();
            for (Year year : years) {
                for (LimitCheck check : year.korean()) {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("pollutant", year.id());
                    one.put("year", year.statistics().year());
                    one.put("limit", Parameter.word(check.limit().kind()));
                    one.put("threshold", check.limit().threshold());
                    one.put("unit", year.unit());
                    one.put("percentile", check.limit().percentile());
                    one.put("means", check.means());
                    one.put("above", check.exceedances());
                    one.put("deciding", check.deciding());
                    one.put("verdict", Parameter.word(check.verdict()));
                    one.put("in_force_from", year.law().from());
                    one.put("confirmed", year.law().confirmed());
                    checks.add(one);
                }
            }
            return Map.of("place", place, "korean_standards", checks);
        }
    }

    @Override
    public String id() {
        return "statistics";
    }

    @Override
    public Name title() {
        return Name.of("연간 통계와 환경기준 달성 여부", "Annual statistics, and the law's standards");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "capture",
                        Kind.NUMBER,
                        "75",
                        "날·창·해에 필요한 자료 수집률(%)",
                        "data capture of a day, window or year, %"),
                Parameter.of("percentiles", Kind.TEXT, "95,99", "백분위수", "percentiles"),
                Parameter.choice(
                        "align",
                        Alignment.CENTRE,
                        "이동평균의 시각(자정에 걸친 창이 속하는 날)",
                        "where a rolling mean stands, which says to what day a window around midnight belongs"),
                Parameter.of(
                        "latitude", Kind.NUMBER, "", "낮을 정할 위도(AOT40)", "for the daylight of AOT40, degrees north"),
                Parameter.of(
                        "longitude", Kind.NUMBER, "", "낮을 정할 경도(AOT40)", "for the daylight of AOT40, degrees east"));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        double capture = settings.number("capture", 0, 100) / 100;
        double[] percentiles = settings.numbers("percentiles", 0, 100);
        Alignment alignment = settings.choice("align", Alignment.class);
        Series series = data.series(data.values(), AirData.Need.NONE, List.of());
        TimeTable table = series.table();
        List<Year> years = new ArrayList<>();
        LawRemarks remarks = new LawRemarks();
        for (TimeTable.Column column : table.columns()) {
            String pollutant = Pollutants.find(column.id()).map(Pollutants::id).orElse("");
            boolean particles = pollutant.startsWith("pm");
            String unit = column.unit().isEmpty() && particles ? "ug/m3" : column.unit();
            remarks.add(column.id(), pollutant, unit);
            List<AirLimit> today = AirStandards.today(pollutant, unit).limits();
            Map<AirStandards.Edition, List<YearStatistics>> byEdition = new LinkedHashMap<>();
            Function<AirStandards.Edition, List<YearStatistics>> judge = edition -> {
                List<AirLimit> limits = new ArrayList<>(edition.limits());
                limits.addAll(today);
                // openair, and the European law, count in µg/m³; a file that says nothing is taken so.
                if (unit.isEmpty() || unit.equals("ug/m3")) {
                    limits.addAll(EUROPEAN);
                }
                return AnnualStatistics.of(
                        HourRows.standard(table, column.values()),
                        new AnnualOptions(capture, alignment, percentiles, limits, aot(unit, table, settings)));
            };
            int first = table.size() == 0 ? 0 : HourRows.year(table, 0);
            int last = table.size() == 0 ? -1 : HourRows.year(table, table.size() - 1);
            for (int at = first; at <= last; at++) {
                AirStandards.Edition edition = AirStandards.in(at, pollutant, unit);
                YearStatistics year = byEdition.computeIfAbsent(edition, judge).get(at - first);
                List<LimitCheck> checks = year.checks();
                int own = edition.limits().size();
                int both = own + today.size();
                years.add(new Year(
                        column.id(),
                        column.name(),
                        unit,
                        pollutant,
                        year,
                        checks.subList(both, checks.size()),
                        checks.subList(0, own),
                        new Law(
                                edition.limits().isEmpty() ? "" : edition.from().toString(),
                                edition.confirmed(),
                                checks.subList(own, both))));
            }
        }
        return new Found(
                data.provenance(id(), series.inputs(), settings.used()).with(remarks.remarks()),
                series.place(),
                percentiles,
                years);
    }

    /// 40 ppb in the unit of the data; a µg/m³ of ozone is half a ppb, as openair and the directive have it.
    private static AnnualOptions.Aot aot(String unit, TimeTable table, Settings settings) {
        boolean korea = table.calendar().getId().equals(KOREAN_ZONE);
        AnnualOptions.Aot openair = AnnualOptions.Aot.OPENAIR;
        double latitude = settings.find("latitude").isPresent()
                ? settings.number("latitude", -90, 90)
                : korea ? SEOUL_LATITUDE_DEG : openair.latitudeDeg();
        double longitude = settings.find("longitude").isPresent()
                ? settings.number("longitude", -180, 180)
                : korea ? SEOUL_LONGITUDE_DEG : openair.longitudeDeg();
        double threshold = switch (unit) {
            case "[ppm]" -> 0.04;
            case "[ppb]" -> 40;
            default -> openair.threshold();
        };
        double factor = switch (unit) {
            case "[ppm]" -> 1000;
            case "[ppb]" -> 1;
            default -> openair.factor();
        };
        return new AnnualOptions.Aot(threshold, factor, latitude, longitude, HourRows.utcOffsetH(table));
    }
}
