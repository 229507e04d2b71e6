package org.dosi.analysis.traffic.incidents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.TrafficAnalysis;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.incidents.Incident;
import org.dosi.kernel.traffic.incidents.IncidentFinder;
import org.dosi.kernel.traffic.incidents.IncidentSettings;
import org.dosi.kernel.traffic.incidents.Incidents;
import org.dosi.model.Name;
import org.dosi.model.TimeWindow;

/// What was out of the ordinary: judged on all the data, told of the window.
public final class IncidentsAnalysis implements TrafficAnalysis<IncidentsAnalysis.Found> {

    /// What becomes of deviations on public holidays.
    public enum Holidays {
        /// They are what a holiday brings.
        EXPLAINED,
        REPORTED
    }

    @Override
    public String id() {
        return "incidents";
    }

    @Override
    public Name title() {
        return Name.of(
                "평소와 다른 일: 언제, 어디서, 얼마나 드문가",
                "Incidents: what was out of the ordinary, when, where and how unusual");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice(
                        "holidays",
                        Holidays.EXPLAINED,
                        "공휴일의 변화는 빼거나(explained) 보고한다(reported)",
                        "deviations on public holidays are left out, since the holiday explains them, or reported"),
                Parameter.of(
                        "budget",
                        Parameter.Kind.NUMBER,
                        "0.5",
                        "받아들일 잘못된 경보 수, 달마다",
                        "false alarms a month that are accepted"),
                Parameter.of(
                        "top", Parameter.Kind.COUNT, "1000", "가장 드문 것부터 몇 건", "so many, the most significant first"),
                Parameter.of("seed", Parameter.Kind.COUNT, "1", "우연을 가늠하는 난수의 씨앗", "of the made months without incidents"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        Holidays holidays = settings.choice("holidays", Holidays.class);
        IncidentSettings chosen = new IncidentSettings(
                settings.number("budget", 0.01, 100), settings.count("seed", 0, Integer.MAX_VALUE));
        int top = settings.count("top", 1, 100_000);
        Detectors detectors = data.in(TimeWindow.ALL).detectors();
        CityCalendar calendar = data.calendar();
        CityBaseline city = CityBaseline.of(detectors.panel(), calendar::dayClass);
        Neighbours neighbours = data.neighbours(detectors);
        HolidayStretches stretches = new HolidayStretches(calendar);
        Incidents all = IncidentFinder.find(
                city,
                neighbours,
                classes(detectors, calendar),
                day -> holidays == Holidays.EXPLAINED
                        ? stretches.of(day)
                        : IncidentFinder.Explanation.NONE,
                chosen);
        List<Told> told = new ArrayList<>();
        for (Incident incident : all.list()) {
            long from = detectors.start(incident.fromStep());
            long to = detectors.start(incident.toStep());
            if (to > data.window().from().getEpochSecond()
                    && from < data.window().to().getEpochSecond()
                    && told.size() < top) {
                told.add(new Told(told.size() + 1, incident, from, to, IncidentSentence.of(detectors, incident)));
            }
        }
        return new Found(
                data.provenance(id(), detectors.inputs(), settings.used())
                        .with(remarks(city, neighbours)),
                detectors,
                all,
                neighbours.basis(),
                told);
    }

    /// Working days scatter alike, Saturdays, and days off.
    private static byte[] classes(Detectors detectors, CityCalendar calendar) {
        int days = detectors.steps() == 0
                ? 0
                : (int) (detectors.panel().day(detectors.steps() - 1) - detectors.panel().day(0)) + 1;
        byte[] classes = new byte[days];
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.ofEpochDay(detectors.panel().day(0) + day);
            DayClass dayClass = calendar.dayClass(date);
            boolean saturday = date.getDayOfWeek() == java.time.DayOfWeek.SATURDAY;
            classes[day] = (byte) (dayClass == DayClass.DAY_OFF ? 2 : saturday ? 1 : 0);
        }
        return classes;
    }

    private static List<Name> remarks(CityBaseline city, Neighbours neighbours) {
        List<Name> remarks = new ArrayList<>();
        long left = city.faults().stream().filter(fault -> fault.isMissing()).count();
        if (left > 0) {
            remarks.add(Name.of(
                    "검지기 고장으로 보이는 %d구간은 빼고 보았습니다".formatted(left),
                    "%d stretches that only a faulty detector can have seen are left out".formatted(left)));
        }
        if (neighbours.basis() == Neighbours.Basis.UNKNOWN && city.panel().datastreams() > 1) {
            remarks.add(Name.of(
                    "지점이 서로 이웃하는지 알 수 없어 한 지점의 변화를 이웃으로 확인하지 못했습니다",
                    "nobody says which detectors are beside each other (--locations or --adjacency would): what one saw"
                            + " could not be confirmed by another"));
        }
        return remarks;
    }

    /// An incident of the window.
    ///
    /// @param startS seconds since 1970 UTC
    /// @param endS the first second after it
    public record Told(int rank, Incident incident, long startS, long endS, Name sentence) {}

    /// The incidents of the window, most significant first.
    public record Found(
            Provenance provenance, Detectors detectors, Incidents all, Neighbours.Basis basis, List<Told> told)
            implements Finding {

        @Override
        public ResultTable table() {
            return ResultTable.of(
                    new ResultTable.Counts("rank", told.stream().mapToLong(Told::rank).toArray()),
                    new ResultTable.Times(
                            "start", told.stream().mapToLong(Told::startS).toArray(), detectors.zone()),
                    new ResultTable.Times(
                            "end", told.stream().mapToLong(Told::endS).toArray(), detectors.zone()),
                    new ResultTable.Numbers(
                            "probability",
                            told.stream()
                                    .mapToDouble(each -> each.incident.probability())
                                    .toArray()),
                    new ResultTable.Numbers(
                            "size",
                            told.stream().mapToDouble(each -> each.incident.size()).toArray()),
                    new ResultTable.Texts("points", told.stream().map(this::points).toList()),
                    new ResultTable.Texts(
                            "description",
                            told.stream().map(each -> each.sentence.en()).toList()));
        }

        private String points(Told each) {
            return String.join(
                    ";",
                    each.incident.parts().stream()
                            .map(part -> detectors.list().get(part.datastream()).id())
                            .toList());
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("false_alarms_per_month", all.falseAlarmsPerMonth());
            details.put("made_months", all.madeMonths());
            details.put("least_evidence", all.least());
            details.put("explained_by_holidays", all.explained());
            details.put("not_confirmed", all.unconfirmed());
            details.put("neighbours", Parameter.word(basis));
            details.put("incidents", told.stream().map(this::details).toList());
            return details;
        }

        private Map<String, Object> details(Told each) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("rank", each.rank);
            map.put("start", detectors.time(each.incident.fromStep()));
            map.put("end", detectors.time(each.incident.toStep()));
            map.put("city_wide", each.incident.cityWide());
            map.put("change", each.incident.change());
            map.put("size", each.incident.size());
            map.put("evidence", each.incident.evidence());
            map.put("probability", each.incident.probability());
            map.put("sentence", each.sentence);
            map.put(
                    "points",
                    each.incident.parts().stream()
                            .map(part -> {
                                Detectors.Detector detector = detectors.list().get(part.datastream());
                                Map<String, Object> point = new LinkedHashMap<>();
                                point.put("id", detector.id());
                                point.put("name", detector.name());
                                point.put("start", detectors.time(part.fromStep()));
                                point.put("end", detectors.time(part.toStep()));
                                point.put("change", part.change());
                                point.put("closed", part.isClosed());
                                point.put("confirmed", part.confirmed());
                                point.put("evidence", part.evidence());
                                return point;
                            })
                            .toList());
            return map;
        }
    }
}
