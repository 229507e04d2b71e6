package org.dosi.analysis.air.direction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.stat.Directions;
import org.dosi.kernel.wind.ClusterStability;
import org.dosi.kernel.wind.ClusterSurface;
import org.dosi.kernel.wind.DirectionSteps;
import org.dosi.kernel.wind.PolarBins;
import org.dosi.kernel.wind.PolarClusters;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;
import org.jspecify.annotations.Nullable;

/// The parts of a polar plot, and the hours in each.
public final class ClusterAnalysis implements AirAnalysis<ClusterAnalysis.Found> {
    /// Beyond this, colours on a plot are no longer told apart.
    public static final int MOST = 10;

    private static final int MOST_TRIED = 8;
    private static final int REPLICATES = 20;
    private static final int FEWEST_CELLS = 100;

    /// What the table holds.
    public enum Rows {
        /// One row an hour, with its cluster.
        HOURS,
        /// One row a cluster.
        CLUSTERS,
        /// One row a place of the surface.
        SURFACE
    }

    /// The hours of one cluster.
    ///
    /// @param load share in the sum of all hours' values
    /// @param directionDeg mean wind direction; NaN if directions cancel out
    public record Part(
            int number, int n, double share, double mean, double load, double directionDeg, double speedMPerS) {}

    /// @param clusterOfHour from 0; -1 for none
    /// @param stability null if the number of clusters was given
    public record Found(
            Provenance provenance,
            Series series,
            ClusterSurface surface,
            PolarClusters clusters,
            int[] clusterOfHour,
            List<Part> parts,
            @Nullable ClusterStability stability,
            Rows rows)
            implements Finding {
        public Found {
            parts = List.copyOf(parts);
        }

        public TimeTable.Column column() {
            return series.table().columns().getFirst();
        }

        /// How many clusters there are.
        public int count() {
            return clusters.clusters();
        }

        public double meanSilhouette() {
            return clusters.meanSilhouette();
        }

        /// How far other draws of days agree on this number of clusters; NaN if the number was given.
        public double agreement() {
            return stability == null ? Double.NaN : stability.agreement()[clusters.clusters() - 2];
        }

        public boolean isStable() {
            return agreement() >= ClusterStability.STABLE;
        }

        /// Places of the surface, eastward, m/s above the least speed.
        public double[] u() {
            return surface.u();
        }

        /// The same northward.
        public double[] v() {
            return surface.v();
        }

        /// Of each place, from 0; -1 for none.
        public int[] clusterOfPlace() {
            return clusters.clusterOfCell();
        }

        /// The least speed, at the middle of the plot.
        public double slowestMPerS() {
            return surface.grid().leastSpeedMPerS();
        }

        /// The largest speed above the least.
        public double spanMPerS() {
            return surface.grid().spanMPerS();
        }

        @Override
        public ResultTable table() {
            return switch (rows) {
                case HOURS ->
                    ResultTable.of(
                            new ResultTable.Times(
                                    "time",
                                    series.table().startS(),
                                    series.table().zone()),
                            new ResultTable.Numbers(
                                    "wind_direction_deg", series.wind().fromDeg()),
                            new ResultTable.Numbers(
                                    "wind_speed_m_s", series.wind().speedMPerS()),
                            new ResultTable.Numbers("value", column().values()),
                            numbers(clusterOfHour));
                case CLUSTERS ->
                    ResultTable.of(
                            ResultTable.Counts.of(
                                    "cluster",
                                    parts.stream().mapToInt(Part::number).toArray()),
                            ResultTable.Counts.of(
                                    "n", parts.stream().mapToInt(Part::n).toArray()),
                            of("share", Part::share),
                            of("mean", Part::mean),
                            of("load", Part::load),
                            of("wind_direction_deg", Part::directionDeg),
                            of("wind_speed_m_s", Part::speedMPerS));
                case SURFACE ->
                    ResultTable.of(
                            new ResultTable.Numbers("u", surface.u()),
                            new ResultTable.Numbers("v", surface.v()),
                            new ResultTable.Numbers("value", surface.values()),
                            numbers(clusters.clusterOfCell()));
            };
        }

        private ResultTable.Numbers of(String name, java.util.function.ToDoubleFunction<Part> of) {
            return new ResultTable.Numbers(name, parts.stream().mapToDouble(of).toArray());
        }

        /// Counted from 1 for people; an empty cell for none.
        private static ResultTable.Numbers numbers(int[] clusterOf) {
            return new ResultTable.Numbers(
                    "cluster",
                    Arrays.stream(clusterOf)
                            .mapToDouble(c -> c < 0 ? Double.NaN : c + 1)
                            .toArray());
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("clusters", clusters.clusters());
            details.put(
                    "direction_step_deg",
                    DirectionSteps.of(series.wind().fromDeg()).stepDeg());
            details.put("mean_silhouette", clusters.meanSilhouette());
            details.put("converged", clusters.converged());
            if (stability != null) {
                details.put("tried", stability.clusters());
                details.put("agreement", stability.agreement());
                details.put("silhouette", stability.meanSilhouette());
            }
            return details;
        }
    }

    @Override
    public String id() {
        return "cluster";
    }

    @Override
    public Name title() {
        return Name.of("극좌표 농도 분포의 군집", "Clusters of the polar plot, and the hours in each");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(
                        "clusters",
                        Kind.TEXT,
                        "auto",
                        "군집 수(2~10) 또는 auto: 다시 뽑은 날에서도 유지되는 가장 큰 수",
                        "number of clusters, 2 to 10, or auto: the largest that other days would show again"),
                Parameter.choice("rows", Rows.HOURS, "표의 행", "rows of the table"),
                Parameter.of("seed", Kind.COUNT, "1", "난수 씨앗", "seed of what is random"),
                Sectors.parameter(PolarBins.DIRECTIONS));
    }

    @Override
    public Found find(AirData data, Settings settings) {
        Series series = data.series(AirData.Need.REQUIRED);
        double[] speed = series.wind().speedMPerS();
        Sectors sectors = Sectors.of(
                settings,
                data.whole(series, List.of(data.value())).wind(),
                series.wind().fromDeg(),
                PolarBins.DIRECTIONS,
                4);
        double[] from = sectors.fromDeg();
        double[] value = series.table().columns().getFirst().values();
        ClusterSurface surface = ClusterSurface.of(speed, from, value, sectors.count());
        if (Arrays.stream(surface.values()).filter(Double::isFinite).count() < FEWEST_CELLS) {
            throw BadSetting.of(
                    "극좌표 그림을 그리기에는 바람과 값이 함께 있는 시간이 너무 적습니다",
                    "expected hours with wind and value for a polar plot, found too few");
        }
        String asked = settings.text("clusters");
        ClusterStability stability = null;
        int clusters;
        if (asked.equals("auto")) {
            stability = surface.stability(
                    speed,
                    from,
                    value,
                    days(series.table()),
                    new ClusterSurface.ClusterRules(
                            2, MOST_TRIED, REPLICATES, settings.count("seed", 0, Integer.MAX_VALUE)));
            clusters = stability.suggested();
        } else {
            clusters = settings.count("clusters", 2, MOST);
        }
        PolarClusters found = PolarClusters.of(surface.u(), surface.v(), surface.values(), clusters);
        int[] ofHour = surface.clusterOfHours(found, from, speed);
        return new Found(
                data.provenance(id(), series.inputs(), sectors.used(settings)),
                series,
                surface,
                found,
                ofHour,
                parts(ofHour, clusters, series),
                stability,
                settings.choice("rows", Rows.class));
    }

    private static long[] days(TimeTable table) {
        return Arrays.stream(table.startS())
                .map(start -> Instant.ofEpochSecond(start)
                        .atZone(table.calendar())
                        .toLocalDate()
                        .toEpochDay())
                .toArray();
    }

    private static List<Part> parts(int[] ofHour, int clusters, Series series) {
        double[] value = series.table().columns().getFirst().values();
        int[] n = new int[clusters];
        double[] sum = new double[clusters];
        double[] speed = new double[clusters];
        int all = 0;
        double total = 0;
        for (int h = 0; h < ofHour.length; h++) {
            if (ofHour[h] >= 0 && Double.isFinite(value[h])) {
                n[ofHour[h]]++;
                sum[ofHour[h]] += value[h];
                speed[ofHour[h]] += series.wind().speedMPerS()[h];
                all++;
                total += value[h];
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            double[] from = series.wind().fromDeg().clone();
            for (int h = 0; h < from.length; h++) {
                from[h] = ofHour[h] == c && Double.isFinite(value[h]) ? from[h] : Double.NaN;
            }
            parts.add(new Part(
                    c + 1,
                    n[c],
                    (double) n[c] / all,
                    sum[c] / n[c],
                    sum[c] / total,
                    Directions.mean(from).meanDeg(),
                    speed[c] / n[c]));
        }
        return parts;
    }
}
