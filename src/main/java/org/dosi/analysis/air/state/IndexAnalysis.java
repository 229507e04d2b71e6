package org.dosi.analysis.air.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Pollutants;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.air.AirQualityIndex;
import org.dosi.kernel.air.IndexGrade;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.air.IndexScale;
import org.dosi.kernel.air.IndexSeries;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.dosi.model.Zoned;
import org.jspecify.annotations.Nullable;

/// The Korean air-quality index, hour by hour, of one station or of all.
public final class IndexAnalysis implements AirAnalysis<IndexAnalysis.Found> {

    /// A predicted mean knows the eleven hours before.
    private static final Duration BEFORE = Duration.ofHours(12);

    /// The pollutants in the order of [Place#subIndex].
    public static final List<Name> ITEMS =
            IndexItem.ALL.stream().map(Pollutants::name).toList();

    private static final List<String> ITEM_IDS =
            IndexItem.ALL.stream().map(Pollutants::id).toList();

    /// The grades from best to worst: `very_bad` is the last.
    public static final List<String> GRADE_IDS =
            IndexGrade.ALL.stream().map(IndexAnalysis::word).toList();

    /// One station's index, hour by hour.
    ///
    /// @param spot where it is: of a file its name alone
    /// @param index NaN where there is none
    /// @param added the part of it that was added because several pollutants are bad
    /// @param grade 0 good, 1 moderate, 2 bad, 3 very bad, -1 none
    /// @param responsible the place in [#ITEMS] of the highest sub-index, or -1
    /// @param subIndex by pollutant, then hour
    /// @param concentration what was looked up: the hour's or, of particles, the 24-h predicted mean
    public record Place(
            Network.Station spot,
            double[] index,
            double[] added,
            int[] grade,
            int[] responsible,
            double[][] subIndex,
            double[][] concentration) {

        /// Its id, or the file's name.
        public String station() {
            return spot.id();
        }

        public Name name() {
            return spot.name();
        }
    }

    /// @param startS the beginning of each hour
    /// @param notes every coefficient that was used, and whether its document confirms it
    /// @param doubts what no document confirms of the hours in the window, in words
    public record Found(
            Provenance provenance,
            @Nullable ZoneId zone,
            long stepSeconds,
            long[] startS,
            List<Place> places,
            List<String> documents,
            List<RuleNote> notes,
            List<Name> doubts)
            implements Finding, Zoned {

        public Found {
            doubts = List.copyOf(doubts);
            places = List.copyOf(places);
            documents = List.copyOf(documents);
            notes = List.copyOf(notes);
        }

        /// Why stations have no index at any hour; empty where all have one.
        public List<Name> lacking() {
            return lacking(places);
        }

        private static List<Name> lacking(List<Place> places) {
            return IndexLacking.of(places, IndexTables.read().rules().required());
        }

        @Override
        public ResultTable table() {
            return IndexAnalysis.table(this);
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = RuleNote.details(documents, notes);
            details.put(
                    "unconfirmed",
                    notes.stream()
                            .filter(note -> !note.confirmed())
                            .map(RuleNote::rule)
                            .toList());
            details.put("doubts", doubts);
            details.put(
                    "hours_by_grade",
                    places.stream().map(IndexAnalysis::hoursByGrade).toList());
            return details;
        }
    }

    @Override
    public String id() {
        return "index";
    }

    @Override
    public Name title() {
        return Name.of("통합대기환경지수(CAI)", "Korean air-quality index (CAI)");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Found find(AirData data, Settings settings) {
        IndexTables tables = IndexTables.read();
        AirData wider = data.wider(BEFORE, Duration.ZERO);
        Hours hours = data.isNetwork() ? ofNetwork(wider, tables) : ofSeries(wider, tables);
        int first = 0;
        while (first < hours.startS.length
                && hours.startS[first] < data.window().from().getEpochSecond()) {
            first++;
        }
        if (first == hours.startS.length) {
            throw BadSetting.of("이 기간에 관측값이 없습니다", "expected observations in the window, found none");
        }
        int cut = first;
        List<Place> places = new ArrayList<>();
        hours.byStation.forEach((station, measured) -> places.add(place(
                hours.spots.getOrDefault(station, nowhere(Name.of(station))),
                AirQualityIndex.of(measured, hours.startS.length, tables.rules()),
                cut)));
        LocalDate day = day(hours.zone, hours.startS[cut]);
        return new Found(
                data.provenance(id(), List.copyOf(hours.inputs), settings.used())
                        .with(tables.laterRules(day))
                        .with(Found.lacking(places)),
                hours.zone,
                hours.stepSeconds,
                Arrays.copyOfRange(hours.startS, cut, hours.startS.length),
                places,
                tables.documents(),
                tables.notes(),
                tables.doubtsFrom(day));
    }

    /// The day of an hour; of a file without a zone its own.
    static LocalDate day(@Nullable ZoneId zone, long startS) {
        return Instant.ofEpochSecond(startS)
                .atZone(zone == null ? ZoneOffset.UTC : zone)
                .toLocalDate();
    }

    private static Network.Station nowhere(Name name) {
        return new Network.Station(name.en(), name, Double.NaN, Double.NaN);
    }

    /// @param first the first hour of the window
    private static Place place(Network.Station spot, IndexSeries index, int first) {
        int hours = index.hours();
        return new Place(
                spot,
                Arrays.copyOfRange(index.index(), first, hours),
                Arrays.copyOfRange(index.added(), first, hours),
                Arrays.copyOfRange(index.gradeAt(), first, hours),
                Arrays.copyOfRange(index.responsibleAt(), first, hours),
                cut(index.subIndex(), first, hours),
                cut(index.looked(), first, hours));
    }

    private static double[][] cut(double[][] rows, int from, int to) {
        return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
    }

    /// What was measured, on one axis of hours without a gap.
    private static final class Hours {
        @Nullable
        ZoneId zone;

        long stepSeconds = 3600;
        long[] startS = new long[0];
        final Map<String, Map<IndexItem, double[]>> byStation = new TreeMap<>();
        final Map<String, Network.Station> spots = new TreeMap<>();
        final Set<String> inputs = new LinkedHashSet<>();
    }

    private static Hours ofSeries(AirData data, IndexTables tables) {
        List<String> asked = data.values();
        Series series = data.series(asked, AirData.Need.NONE, List.of());
        TimeTable table = series.table();
        Hours hours = new Hours();
        hours.zone = table.zone();
        hours.inputs.addAll(series.inputs());
        hourly(table.stepSeconds());
        hours.startS = axis(List.of(table.startS()));
        Map<IndexItem, double[]> measured = new EnumMap<>(IndexItem.class);
        for (TimeTable.Column column : table.columns()) {
            // Of a whole file, what is no pollutant of the index is passed over; what was asked for is not.
            if (asked.isEmpty() && Pollutants.find(column.id()).isEmpty()) {
                continue;
            }
            IndexItem item = Pollutants.get(column.id());
            double factor = Pollutants.factor(column.id(), column.unit(), unit(tables, item));
            demandPlausible(column.id(), column.unit(), item, column.values(), tables);
            double[] values = Pollutants.times(along(hours.startS, table.startS(), column.values()), factor);
            if (measured.putIfAbsent(item, values) != null && !asked.isEmpty()) {
                throw new BadSetting("value", "each pollutant once", String.join(",", asked));
            }
        }
        String station = series.place().en();
        hours.byStation.put(station, measured);
        hours.spots.put(station, nowhere(series.place()));
        return hours;
    }

    private static void demandPlausible(
            String column, String unit, IndexItem item, double[] values, IndexTables tables) {
        IndexScale scale = tables.rules().scales().get(item);
        if (scale != null) {
            double highest = scale.brackets().getLast().high();
            Pollutants.demandPlausible(column, unit, unit(tables, item), values, highest);
        }
    }

    private static String unit(IndexTables tables, IndexItem item) {
        return tables.units().getOrDefault(item, "");
    }

    private static Hours ofNetwork(AirData data, IndexTables tables) {
        List<Network> networks = new ArrayList<>();
        for (String value : data.values().isEmpty() ? Pollutants.IDS : data.values()) {
            try {
                networks.add(data.network(value, AirData.Need.NONE));
            } catch (BadSetting e) {
                // Without being asked for, a pollutant need not be there; the index says what it lacks.
                if (!data.values().isEmpty() || (networks.isEmpty() && value.equals(Pollutants.IDS.getLast()))) {
                    throw e;
                }
            }
        }
        Hours hours = new Hours();
        hours.zone = networks.getFirst().zone();
        networks.forEach(network -> hourly(network.stepSeconds()));
        hours.startS = axis(networks.stream().map(Network::startS).toList());
        for (Network network : networks) {
            IndexItem item = Pollutants.get(network.variable().id());
            hours.inputs.addAll(network.inputs());
            double factor = Pollutants.factor(
                    network.variable().id(), network.variable().unit(), unit(tables, item));
            for (int s = 0; s < network.stations().size(); s++) {
                Network.Station station = network.stations().get(s);
                demandPlausible(network.variable().id(), network.variable().unit(), item, network.values()[s], tables);
                hours.spots.put(station.id(), station);
                hours.byStation
                        .computeIfAbsent(station.id(), _ -> new EnumMap<>(IndexItem.class))
                        .put(
                                item,
                                Pollutants.times(along(hours.startS, network.startS(), network.values()[s]), factor));
            }
        }
        return hours;
    }

    private static void hourly(long stepSeconds) {
        if (stepSeconds != 3600) {
            throw BadSetting.of(
                    "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(stepSeconds),
                    "expected hourly values, found a step of %d s".formatted(stepSeconds));
        }
    }

    /// Every hour from the first to the last.
    private static long[] axis(List<long[]> times) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long[] each : times) {
            if (each.length > 0) {
                first = Math.min(first, each[0]);
                last = Math.max(last, each[each.length - 1]);
            }
        }
        long[] axis = new long[first > last ? 0 : (int) ((last - first) / 3600) + 1];
        for (int i = 0; i < axis.length; i++) {
            axis[i] = first + 3600L * i;
        }
        return axis;
    }

    private static double[] along(long[] axis, long[] times, double[] values) {
        double[] onto = new double[axis.length];
        Arrays.fill(onto, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            int at = Arrays.binarySearch(axis, times[i]);
            if (at >= 0) {
                onto[at] = values[i];
            }
        }
        return onto;
    }

    private static ResultTable table(Found found) {
        int hours = found.startS.length;
        int rows = hours * found.places.size();
        long[] time = new long[rows];
        List<String> station = new ArrayList<>(rows);
        double[] index = new double[rows];
        List<String> grade = new ArrayList<>(rows);
        List<String> responsible = new ArrayList<>(rows);
        double[] added = new double[rows];
        double[][] sub = new double[IndexItem.ALL.size()][rows];
        double[][] mean = new double[2][rows];
        int row = 0;
        for (Place place : found.places) {
            for (int h = 0; h < hours; h++, row++) {
                time[row] = found.startS[h];
                station.add(place.station());
                index[row] = place.index()[h];
                grade.add(place.grade()[h] < 0 ? "" : GRADE_IDS.get(place.grade()[h]));
                responsible.add(place.responsible()[h] < 0 ? "" : ITEM_IDS.get(place.responsible()[h]));
                added[row] = place.grade()[h] < 0 ? Double.NaN : place.added()[h];
                for (int i = 0; i < sub.length; i++) {
                    sub[i][row] = place.subIndex()[i][h];
                }
                mean[0][row] = place.concentration()[IndexItem.ALL.indexOf(IndexItem.PM10)][h];
                mean[1][row] = place.concentration()[IndexItem.ALL.indexOf(IndexItem.PM25)][h];
            }
        }
        List<ResultTable.Column> columns = new ArrayList<>(List.of(
                new ResultTable.Times("time", time, found.zone),
                new ResultTable.Texts("station", station),
                new ResultTable.Numbers("index", index),
                new ResultTable.Texts("grade", grade),
                new ResultTable.Texts("responsible", responsible)));
        for (int i = 0; i < sub.length; i++) {
            columns.add(new ResultTable.Numbers(ITEM_IDS.get(i), sub[i]));
        }
        columns.add(new ResultTable.Numbers("added", added));
        columns.add(new ResultTable.Numbers("pm10_24h", mean[0]));
        columns.add(new ResultTable.Numbers("pm25_24h", mean[1]));
        return new ResultTable(columns);
    }

    private static String word(IndexGrade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> hoursByGrade(Place place) {
        Map<String, Object> hours = new LinkedHashMap<>();
        hours.put("station", place.station());
        hours.put("name", place.name());
        for (int g = 0; g < GRADE_IDS.size(); g++) {
            int grade = g;
            hours.put(GRADE_IDS.get(g), (int)
                    Arrays.stream(place.grade()).filter(at -> at == grade).count());
        }
        hours.put(
                "none", (int) Arrays.stream(place.grade()).filter(at -> at < 0).count());
        return hours;
    }
}
