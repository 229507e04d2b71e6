package org.dosi.analysis.traffic.baseline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.DetectorFault;
import org.dosi.model.Name;
import org.dosi.model.NearId;

/// What is expected of each datastream by class of day and time of day, with its spread; and the faults that were left
/// out of it.
public final class BaselineAnalysis implements TrafficAnalysis<BaselineAnalysis.Found> {
    /// Classes are looked for so many days around the date that is asked for.
    private static final int AROUND_DAYS = 366;

    private static final long DAY_S = 86_400;

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public Name title() {
        return Name.of(
                "평소: 날의 종류와 시각에 따른 기댓값과 흩어짐, 검지기 고장",
                "Baseline: what is expected by class of day and time, its spread, and faulty detectors");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "detector",
                        Parameter.Kind.TEXT,
                        "",
                        "지점(쉼표로 여럿; 없으면 모두)",
                        "ids of detectors, with commas between them (all where none is named)"),
                Parameter.of(
                        "at",
                        Parameter.Kind.DATE,
                        "",
                        "어느 날의 계절로 볼 것인가(없으면 마지막 날)",
                        "the day whose season is meant (the last where none is given)"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        Detectors detectors = data.detectors();
        CityCalendar calendar = data.calendar();
        int[] chosen = chosen(detectors, settings.find("detector"));
        CityBaseline city = CityBaseline.of(detectors.panel(), calendar::dayClass);
        LocalDate at = settings.findDate("at")
                .orElse(LocalDate.ofEpochDay(detectors.panel().day(detectors.steps() - 1)));
        Map<DayClass, LocalDate> days = new LinkedHashMap<>();
        for (DayClass dayClass : DayClass.values()) {
            nearest(calendar, dayClass, at).ifPresent(date -> days.put(dayClass, date));
        }
        List<Profile> profiles = new ArrayList<>();
        for (int i : chosen) {
            days.forEach((dayClass, date) -> profiles.add(profile(city, detectors, i, dayClass, date)));
        }
        return new Found(data.provenance(id(), detectors.inputs(), settings.used()), detectors, at, profiles, city);
    }

    private static int[] chosen(Detectors detectors, Optional<String> asked) {
        List<String> ids = detectors.list().stream().map(Detectors.Detector::id).toList();
        if (asked.isEmpty()) {
            int[] all = new int[ids.size()];
            Arrays.setAll(all, i -> i);
            return all;
        }
        return Arrays.stream(asked.get().split(","))
                .map(String::strip)
                .mapToInt(id -> {
                    int at = ids.indexOf(id);
                    if (at < 0) {
                        throw new BadSetting("detector: expected ids of the data (%s, …), found '%s'%s"
                                .formatted(ids.getFirst(), id, NearId.hint(id, ids)));
                    }
                    return at;
                })
                .toArray();
    }

    /// Of weekdays a Wednesday, which is the least like a weekend.
    private static Optional<LocalDate> nearest(CityCalendar calendar, DayClass wanted, LocalDate at) {
        for (int away = 0; away <= AROUND_DAYS; away++) {
            for (LocalDate date : new LocalDate[] {at.minusDays(away), at.plusDays(away)}) {
                boolean fits = calendar.dayClass(date) == wanted
                        && (wanted != DayClass.WEEKDAY || date.getDayOfWeek() == DayOfWeek.WEDNESDAY);
                if (fits) {
                    return Optional.of(date);
                }
            }
        }
        return Optional.empty();
    }

    private static Profile profile(CityBaseline city, Detectors detectors, int i, DayClass dayClass, LocalDate date) {
        int slots = detectors.panel().slotsPerDay();
        double[] expected = new double[slots];
        double[] spread = new double[slots];
        long[] days = new long[slots];
        for (int slot = 0; slot < slots; slot++) {
            long localS = date.toEpochDay() * DAY_S + slot * detectors.panel().stepSeconds();
            expected[slot] = city.baseline().expected(i, localS);
            spread[slot] = city.baseline().spread(i, localS);
            days[slot] = city.baseline().days(i, localS);
        }
        return new Profile(detectors.list().get(i), dayClass, expected, spread, days);
    }

    /// One class of day of one datastream.
    ///
    /// @param expected by time of day; NaN where nothing comparable was ever seen
    /// @param spread a standard deviation, the same
    /// @param days how many days were seen, the same
    public record Profile(
            Detectors.Detector detector, DayClass dayClass, double[] expected, double[] spread, long[] days) {

        public boolean isOf(String word) {
            return Parameter.word(dayClass).equals(word);
        }
    }

    /// What is expected at the season of a day.
    public record Found(
            Provenance provenance, Detectors detectors, LocalDate at, List<Profile> profiles, CityBaseline city)
            implements Finding {

        /// The time of day at which a slot begins: `08:05`.
        public String time(int slot) {
            long minutes = slot * stepSeconds() / 60;
            return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }

        public long stepSeconds() {
            return detectors.panel().stepSeconds();
        }

        @Override
        public ResultTable table() {
            int slots = detectors.panel().slotsPerDay();
            int rows = profiles.size() * slots;
            List<String> datastream = new ArrayList<>(rows);
            List<String> dayClass = new ArrayList<>(rows);
            List<String> time = new ArrayList<>(rows);
            double[] expected = new double[rows];
            double[] spread = new double[rows];
            long[] days = new long[rows];
            int row = 0;
            for (Profile profile : profiles) {
                for (int slot = 0; slot < slots; slot++) {
                    datastream.add(profile.detector.id());
                    dayClass.add(Parameter.word(profile.dayClass));
                    time.add(time(slot));
                    expected[row] = profile.expected[slot];
                    spread[row] = profile.spread[slot];
                    days[row++] = profile.days[slot];
                }
            }
            return ResultTable.of(
                    new ResultTable.Texts("datastream", datastream),
                    new ResultTable.Texts("day_class", dayClass),
                    new ResultTable.Texts("time", time),
                    new ResultTable.Numbers("expected", expected),
                    new ResultTable.Numbers("spread", spread),
                    new ResultTable.Counts("days", days));
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("unit", detectors.variable().unit());
            details.put("season_of", at.toString());
            details.put("levels", levels());
            details.put("faults", city.faults().stream().map(this::fault).toList());
            return details;
        }

        /// The level of each datastream on every Monday: what the season multiplies its profile by.
        private Map<String, Object> levels() {
            Map<String, Object> levels = new LinkedHashMap<>();
            List<String> mondays = new ArrayList<>();
            long first = detectors.panel().day(0);
            long last = detectors.panel().day(detectors.steps() - 1);
            for (long day = first; day <= last; day++) {
                if (LocalDate.ofEpochDay(day).getDayOfWeek() == DayOfWeek.MONDAY) {
                    mondays.add(LocalDate.ofEpochDay(day).toString());
                }
            }
            levels.put("date", mondays);
            for (Profile profile : profiles) {
                levels.computeIfAbsent(profile.detector.id(), _ -> {
                    int i = detectors.list().indexOf(profile.detector);
                    return mondays.stream()
                            .mapToDouble(day -> city.baseline()
                                    .level(i, LocalDate.parse(day).toEpochDay() * DAY_S))
                            .toArray();
                });
            }
            return levels;
        }

        private Map<String, Object> fault(DetectorFault fault) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("datastream", detectors.list().get(fault.datastream()).id());
            map.put("kind", Parameter.word(fault.kind()));
            map.put("start", detectors.time(fault.fromStep()));
            map.put("end", detectors.time(fault.toStep()));
            map.put("size", fault.size());
            return map;
        }
    }
}
