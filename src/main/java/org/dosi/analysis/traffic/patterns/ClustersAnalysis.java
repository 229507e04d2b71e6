package org.dosi.analysis.traffic.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.dosi.kernel.stat.RandIndex;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.patterns.ProfileClusters;
import org.dosi.kernel.traffic.patterns.WeekProfiles;
import org.dosi.model.Name;

/// Points whose weeks have the same shape, and days on which the whole city moved alike.
public final class ClustersAnalysis implements TrafficAnalysis<ClustersAnalysis.Found> {
    private static final int FEWEST_DAYS = 6;
    private static final int MOST = 7;

    /// Below it there is no structure to speak of (Kaufman and Rousseeuw 1990, table 4 of chapter 2).
    private static final double FAINT = 0.25;

    @Override
    public String id() {
        return "clusters";
    }

    @Override
    public Name title() {
        return Name.of("닮은 지점과 닮은 날", "Points and days that are alike");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("points", Parameter.Kind.COUNT, "0", "지점 묶음 수(0이면 정해 줌)", "clusters of points; 0: chosen"),
                Parameter.of("days", Parameter.Kind.COUNT, "0", "날 묶음 수(0이면 정해 줌)", "clusters of days; 0: chosen"),
                Parameter.of("seed", Parameter.Kind.COUNT, "1", "난수 씨앗", "seed of the random halves"));
    }

    @Override
    public Found find(TrafficData data, Settings settings) {
        int points = settings.count("points", 0, 20);
        int days = settings.count("days", 0, 20);
        int seed = settings.count("seed", 0, Integer.MAX_VALUE);
        Detectors detectors = data.detectors();
        CityCalendar calendar = data.calendar();
        CityBaseline city = CityBaseline.of(detectors.panel(), calendar::dayClass);
        WeekProfiles week = PatternsAnalysis.week(detectors, city, data);
        double[][] shapes = week.shapes();
        double[][] cityDays = week.cityDays();
        int[] whole = IntStream.range(0, cityDays.length)
                .filter(day -> Arrays.stream(cityDays[day]).allMatch(Double::isFinite))
                .toArray();
        if (shapes.length < 4 || whole.length < FEWEST_DAYS) {
            throw BadSetting.of(
                    "지점 4곳과 온전한 날 %d일이 필요한데 %d곳, %d일뿐입니다".formatted(FEWEST_DAYS, shapes.length, whole.length),
                    "expected at least 4 detectors and %d whole days, found %d and %d"
                            .formatted(FEWEST_DAYS, shapes.length, whole.length));
        }
        ProfileClusters ofPoints = ProfileClusters.of(shapes, points, MOST, seed);
        double[][] wholeDays =
                Arrays.stream(whole).mapToObj(day -> cityDays[day]).toArray(double[][]::new);
        ProfileClusters ofDays = ProfileClusters.of(wholeDays, days, MOST, seed);
        List<LocalDate> dates = Arrays.stream(whole)
                .mapToObj(day -> LocalDate.ofEpochDay(week.epochDay(day)))
                .toList();
        Provenance provenance = data.provenance(id(), detectors.inputs(), settings.used())
                .with(PatternsAnalysis.remarks(detectors, week))
                .with(
                        whole.length == cityDays.length
                                ? List.of()
                                : List.of(Name.of(
                                        "관측이 모자란 %d일은 뺐습니다".formatted(cityDays.length - whole.length),
                                        "%d days with hours that fewer than half of the detectors saw are left out"
                                                .formatted(cityDays.length - whole.length))));
        if (Arrays.stream(ofPoints.silhouette()).average().orElse(0) < FAINT) {
            provenance = provenance.with(List.of(Name.of(
                    "지점 묶음은 뚜렷하지 않습니다: 지점들은 서서히 이어집니다",
                    "the clusters of points are faint: points pass gradually into each other")));
        }
        List<Detectors.Detector> chosen = Arrays.stream(week.datastreams())
                .mapToObj(detectors.list()::get)
                .toList();
        return new Found(provenance, calendar, new Points(chosen, ofPoints), new Dates(dates, wholeDays, ofDays));
    }

    /// @param detectors by place in the clusters
    public record Points(List<Detectors.Detector> detectors, ProfileClusters clusters) {
        public Points {
            detectors = List.copyOf(detectors);
        }

        /// By place, the cluster, from 0.
        public int[] clusterOf() {
            return clusters.clusterOf();
        }

        /// How many clusters there are.
        public int count() {
            return clusters.clusters();
        }

        public int size(int cluster) {
            return clusters.size(cluster);
        }

        public double silhouette(int point) {
            return clusters.silhouette()[point];
        }
    }

    /// @param dates by place in the clusters
    /// @param profiles of the whole city, by date, then slot: times its mean
    public record Dates(List<LocalDate> dates, double[][] profiles, ProfileClusters clusters) {
        public Dates {
            dates = List.copyOf(dates);
        }

        /// By place, the cluster, from 0.
        public int[] clusterOf() {
            return clusters.clusterOf();
        }

        /// How many clusters there are.
        public int count() {
            return clusters.clusters();
        }

        public int size(int cluster) {
            return clusters.size(cluster);
        }

        /// The mean day of a cluster, by slot.
        public double[] mean(int cluster) {
            double[] sum = new double[profiles[0].length];
            for (int day = 0; day < profiles.length; day++) {
                for (int slot = 0; slot < sum.length && clusters.clusterOf()[day] == cluster; slot++) {
                    sum[slot] += profiles[day][slot] / clusters.size(cluster);
                }
            }
            return sum;
        }
    }

    public record Found(Provenance provenance, CityCalendar calendar, Points points, Dates days) implements Finding {

        /// A row for each point, then for each day; clusters are numbered from 1, the largest first.
        @Override
        public ResultTable table() {
            int p = points.detectors().size();
            int rows = p + days.dates().size();
            List<String> kind = new ArrayList<>();
            List<String> id = new ArrayList<>();
            List<String> dayClass = new ArrayList<>();
            long[] cluster = new long[rows];
            double[][] number = new double[3][rows];
            for (int row = 0; row < rows; row++) {
                boolean point = row < p;
                ProfileClusters clusters = point ? points.clusters() : days.clusters();
                int at = point ? row : row - p;
                kind.add(point ? "point" : "day");
                id.add(
                        point
                                ? points.detectors().get(at).id()
                                : days.dates().get(at).toString());
                dayClass.add(
                        point
                                ? ""
                                : Parameter.word(calendar.dayClass(days.dates().get(at))));
                cluster[row] = clusters.clusterOf()[at] + 1L;
                number[0][row] = clusters.silhouette()[at];
                number[1][row] = point ? points.detectors().get(at).lon() : Double.NaN;
                number[2][row] = point ? points.detectors().get(at).lat() : Double.NaN;
            }
            return ResultTable.of(
                    new ResultTable.Texts("kind", kind),
                    new ResultTable.Texts("id", id),
                    new ResultTable.Counts("cluster", cluster),
                    new ResultTable.Numbers("silhouette", number[0]),
                    new ResultTable.Texts("day_class", dayClass),
                    new ResultTable.Numbers("lon", number[1]),
                    new ResultTable.Numbers("lat", number[2]));
        }

        /// How far the clusters of days agree with the classes of days (adjusted Rand index): 1 in full, 0 as by
        /// chance.
        public double agreement() {
            int[] classes = days.dates().stream()
                    .mapToInt(date -> List.of(DayClass.values()).indexOf(calendar.dayClass(date)))
                    .toArray();
            return RandIndex.adjusted(days.clusters().clusterOf(), classes);
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("agreement_with_day_classes", agreement());
            details.put("point_trials", trials(points.clusters()));
            details.put("day_trials", trials(days.clusters()));
            details.put(
                    "point_clusters",
                    IntStream.range(0, points.clusters().clusters())
                            .mapToObj(this::pointCluster)
                            .toList());
            details.put(
                    "day_clusters",
                    IntStream.range(0, days.clusters().clusters())
                            .mapToObj(this::dayCluster)
                            .toList());
            return details;
        }

        private static List<Map<String, Object>> trials(ProfileClusters clusters) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (ProfileClusters.Trial trial : clusters.trials()) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("clusters", trial.clusters());
                map.put("silhouette", trial.silhouette());
                map.put("stability", trial.stability());
                list.add(map);
            }
            return list;
        }

        private Map<String, Object> pointCluster(int c) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("cluster", c + 1);
            map.put("points", points.clusters().size(c));
            Detectors.Detector typical =
                    points.detectors().get(points.clusters().medoids()[c]);
            map.put("typical", typical.id());
            map.put("typical_name", typical.name());
            return map;
        }

        private Map<String, Object> dayCluster(int c) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("cluster", c + 1);
            map.put("days", days.clusters().size(c));
            map.put("typical", days.dates().get(days.clusters().medoids()[c]).toString());
            map.put("profile", days.mean(c));
            return map;
        }
    }
}
