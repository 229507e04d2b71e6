package org.dosi.analysis.traffic.environment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.analysis.traffic.Roads;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.kernel.stat.Quantiles;
import org.dosi.kernel.traffic.Panel;
import org.dosi.kernel.traffic.environment.FlowSpread;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// The flow of every link in every hour of a day: the mean day of the window, or one date. Counted links keep their
/// counts; the others get theirs from these, with an interval.
///
/// @param flow by link, then hour from midnight; vehicles/h; NaN where a counted link lacks the hour on that date:
///     closed and out of order look alike in counts
/// @param factor by link, then hour: the interval reaches from `flow / factor` to `flow × factor`; 1 for a count
/// @param capacity by link: the flow of the fullest hours, vehicles/h
/// @param date null for the mean day of the window
/// @param fit of the mean and of each hour; how the links were spread
@SuppressWarnings("ArrayRecordComponent") // columns, handed over and not compared
record LinkFlows(
        RoadLinks roads,
        double[][] flow,
        double[][] factor,
        double[] capacity,
        @Nullable LocalDate date,
        Detectors detectors,
        Fit fit) {

    static final int HOURS = 24;

    /// Of the intervals.
    static final double SHARE = 0.9;

    private static final long HOUR_S = 3600;

    /// The share of hours of the year that are fuller than what is called the capacity here.
    private static final double FULLEST = 0.995;

    private static final int FEWEST_PLACES = 10;

    /// @param medianFactor half of the left-out places are predicted within this factor, of the mean flow
    /// @param r2 share of the variance of the mean flow's logarithm that is predicted of left-out places
    /// @param coverage of the intervals of the mean flow, wanted 0.9
    /// @param hourlyCoverage the same over the 24 hours
    record Fit(
            int places,
            int directions,
            double medianFactor,
            double r2,
            double coverage,
            double hourlyCoverage,
            double rangeM,
            double nuggetShare) {}

    static LinkFlows of(TrafficData data, Optional<LocalDate> date) {
        Roads roads = data.roads();
        if (roads.isEmpty()) {
            throw BadSetting.of(
                    "도로 링크가 없습니다: 링크를 가져온 저장소(--data)가 필요합니다",
                    "expected the links of a road network, found none: a plain file has none, use --data");
        }
        Detectors detectors = data.detectors();
        if (detectors.panel().stepSeconds() != HOUR_S) {
            throw new BadSetting("expected hourly volumes, found steps of %d s"
                    .formatted(detectors.panel().stepSeconds()));
        }
        if (!detectors.variable().unit().contains("/h")) {
            throw BadSetting.of(
                    "시간당 대수가 필요합니다: '%s'".formatted(detectors.variable().id()),
                    "property: expected vehicles per hour, found %s in '%s'"
                            .formatted(
                                    detectors.variable().id(),
                                    detectors.variable().unit()));
        }
        return of(RoadLinks.of(roads, detectors), detectors, date);
    }

    static LinkFlows of(RoadLinks links, Detectors detectors, Optional<LocalDate> date) {
        Panel panel = detectors.panel();
        double[][] profile = new double[detectors.size()][];
        for (int d = 0; d < profile.length; d++) {
            profile[d] = profile(panel, d);
        }
        double[][] hours = date.map(day -> day(detectors, day)).orElse(profile);
        int[] counted = IntStream.range(0, links.size())
                .filter(i -> links.detector()[i] >= 0 && isWhole(profile[links.detector()[i]]))
                .toArray();
        int[] group = groups(links, detectors, counted);
        int places = (int) Arrays.stream(group).distinct().count();
        if (places < FEWEST_PLACES) {
            throw BadSetting.of(
                    "집계할 수 있는 지점이 %d곳뿐입니다(%d곳 이상 필요)".formatted(places, FEWEST_PLACES),
                    "expected counts at %d places on links or more, found %d".formatted(FEWEST_PLACES, places));
        }
        FlowSpread.Places known = places(links, counted, counted);
        double[][] fields = fields(links, counted, profile);
        FlowSpread.Model model = FlowSpread.fit(known, fields, group, SHARE);
        Builder builder = new Builder(links, counted, profile, hours);
        builder.count();
        builder.spread(model, fields);
        builder.capacities(panel);
        return new LinkFlows(
                links,
                builder.flow,
                builder.factor,
                builder.capacity,
                date.orElse(null),
                detectors,
                judge(model, fields, places));
    }

    /// The mean of each hour over the days of the window; NaN where it was never counted.
    private static double[] profile(Panel panel, int detector) {
        double[] sum = new double[HOURS];
        int[] count = new int[HOURS];
        for (int step = 0; step < panel.steps(); step++) {
            double value = panel.value(detector, step);
            if (Double.isFinite(value)) {
                sum[panel.slot(step)] += value;
                count[panel.slot(step)]++;
            }
        }
        for (int hour = 0; hour < HOURS; hour++) {
            sum[hour] /= count[hour] == 0 ? Double.NaN : count[hour];
        }
        return sum;
    }

    private static boolean isWhole(double[] profile) {
        return Arrays.stream(profile).allMatch(value -> value > 0);
    }

    private static double[][] day(Detectors detectors, LocalDate day) {
        Panel panel = detectors.panel();
        double[][] hours = new double[detectors.size()][HOURS];
        for (double[] row : hours) {
            Arrays.fill(row, Double.NaN);
        }
        boolean found = false;
        for (int step = 0; step < panel.steps(); step++) {
            if (panel.day(step) == day.toEpochDay()) {
                for (int d = 0; d < hours.length; d++) {
                    hours[d][panel.slot(step)] = panel.value(d, step);
                    found |= Double.isFinite(panel.value(d, step));
                }
            }
        }
        if (!found) {
            throw BadSetting.of("이 날짜의 관측값이 없습니다: " + day, "day: expected a date with observations, found " + day);
        }
        return hours;
    }

    /// The directions of one point are left out together.
    private static int[] groups(RoadLinks links, Detectors detectors, int[] counted) {
        List<String> points = Arrays.stream(counted)
                .mapToObj(i -> {
                    Detectors.Detector detector = detectors.list().get(links.detector()[i]);
                    return detector.attributes().getOrDefault("point", detector.id());
                })
                .toList();
        List<String> order = points.stream().distinct().toList();
        return points.stream().mapToInt(order::indexOf).toArray();
    }

    /// The trend's features: 1, whether it is an expressway, and the shape less its mean over the counted links.
    private static FlowSpread.Places places(RoadLinks links, int[] which, int[] counted) {
        int shapes = links.shape()[0].length;
        double[] mean = new double[shapes + 1];
        for (int i : counted) {
            mean[0] += isExpressway(links, i) / counted.length;
            for (int s = 0; s < shapes; s++) {
                mean[s + 1] += links.shape()[i][s] / counted.length;
            }
        }
        double[][] features = new double[which.length][shapes + 2];
        for (int k = 0; k < which.length; k++) {
            features[k][0] = 1;
            features[k][1] = isExpressway(links, which[k]) - mean[0];
            for (int s = 0; s < shapes; s++) {
                features[k][s + 2] = links.shape()[which[k]][s] - mean[s + 1];
            }
        }
        return new FlowSpread.Places(links.middle().only(which), features);
    }

    private static double isExpressway(RoadLinks links, int link) {
        return links.kind()[link] == RoadKind.EXPRESSWAY ? 1 : 0;
    }

    /// The logarithms of the mean and of each hour's mean, by counted link.
    private static double[][] fields(RoadLinks links, int[] counted, double[][] profile) {
        double[][] fields = new double[HOURS + 1][counted.length];
        for (int k = 0; k < counted.length; k++) {
            double[] hours = profile[links.detector()[counted[k]]];
            fields[0][k] = Math.log(Arrays.stream(hours).average().orElseThrow());
            for (int hour = 0; hour < HOURS; hour++) {
                fields[hour + 1][k] = Math.log(hours[hour]);
            }
        }
        return fields;
    }

    private static Fit judge(FlowSpread.Model model, double[][] fields, int places) {
        double[] leftOut = model.fields()[0].leftOut();
        double mean = Arrays.stream(fields[0]).average().orElseThrow();
        double error = 0;
        double all = 0;
        double[] size = new double[leftOut.length];
        for (int i = 0; i < leftOut.length; i++) {
            size[i] = Math.abs(fields[0][i] - leftOut[i]);
            error += size[i] * size[i];
            all += (fields[0][i] - mean) * (fields[0][i] - mean);
        }
        double hourly = Arrays.stream(model.fields(), 1, HOURS + 1)
                .mapToDouble(FlowSpread.Field::coverage)
                .average()
                .orElseThrow();
        return new Fit(
                places,
                leftOut.length,
                Math.exp(Quantiles.of(size, 0.5)),
                1 - error / all,
                model.fields()[0].coverage(),
                hourly,
                model.correlation().rangeM(),
                model.correlation().nuggetShare());
    }

    /// What is known of the links so far.
    private static final class Builder {
        private final RoadLinks links;
        private final int[] counted;
        private final double[][] profile;
        private final double[][] hours;
        private final double[][] flow;
        private final double[][] factor;
        private final double[] capacity;

        Builder(RoadLinks links, int[] counted, double[][] profile, double[][] hours) {
            this.links = links;
            this.counted = counted;
            this.profile = profile;
            this.hours = hours;
            this.flow = new double[links.size()][HOURS];
            this.factor = new double[links.size()][HOURS];
            this.capacity = new double[links.size()];
        }

        void count() {
            for (int i : counted) {
                flow[i] = hours[links.detector()[i]].clone();
                Arrays.fill(factor[i], 1);
            }
        }

        /// A counted link that lacks an hour of the date is spread from as its mean hour times what the others have
        /// in the middle more or less than theirs.
        private double[] field(int hour, double[] usual) {
            double[] field = new double[counted.length];
            for (int k = 0; k < field.length; k++) {
                field[k] = Math.log(hours[links.detector()[counted[k]]][hour]) - usual[k];
            }
            double[] finite = Arrays.stream(field).filter(Double::isFinite).toArray();
            double middle = finite.length == 0 ? 0 : Quantiles.of(finite, 0.5);
            for (int k = 0; k < field.length; k++) {
                field[k] = usual[k] + (Double.isFinite(field[k]) ? field[k] : middle);
            }
            return field;
        }

        void spread(FlowSpread.Model model, double[][] fields) {
            int[] others = IntStream.range(0, links.size())
                    .filter(i -> Arrays.binarySearch(counted, i) < 0)
                    .toArray();
            FlowSpread.Spread spread = model.at(places(links, others, counted));
            for (int hour = 0; hour < HOURS; hour++) {
                double[] predicted = spread.predict(hour + 1, field(hour, fields[hour + 1]));
                for (int k = 0; k < others.length; k++) {
                    double near = onStretch(others[k], hour);
                    flow[others[k]][hour] = Double.isFinite(near) ? near : Math.exp(predicted[k]);
                    factor[others[k]][hour] = Math.exp(spread.halfWidth(hour + 1, k));
                }
            }
        }

        /// What is counted near it on the same carriageway; NaN for nothing. Its interval is that of a link without
        /// such a count, and so too wide: what joins and leaves on the way is not known.
        private double onStretch(int link, int hour) {
            int detector = links.stretch()[link];
            return detector < 0 || !isWhole(profile[detector]) ? Double.NaN : hours[detector][hour];
        }

        /// That of a link that is not counted: its fullest mean hour, as much exceeded as counted links usually
        /// exceed theirs.
        void capacities(Panel panel) {
            double[] excess = new double[counted.length];
            for (int k = 0; k < counted.length; k++) {
                int detector = links.detector()[counted[k]];
                double[] values = panel.values(detector);
                double peak = Arrays.stream(profile[detector]).max().orElseThrow();
                capacity[counted[k]] = Math.max(peak, Quantiles.of(values, FULLEST));
                excess[k] = capacity[counted[k]] / peak;
            }
            double usual = Quantiles.of(excess, 0.5);
            for (int i = 0; i < capacity.length; i++) {
                if (capacity[i] == 0) {
                    capacity[i] = usual
                            * Arrays.stream(flow[i])
                                    .filter(Double::isFinite)
                                    .max()
                                    .orElse(1);
                }
            }
        }
    }

    boolean isCounted(int link) {
        return factor[link][0] == 1;
    }

    /// What is known of a link's flow, in a word.
    String method(int link) {
        return isCounted(link) ? "counted" : roads.stretch()[link] >= 0 ? "stretch" : "spread";
    }

    /// What whoever reads the flows should know.
    List<Name> remarks() {
        int inferred = (int) Arrays.stream(roads.origin())
                .filter(origin -> origin == RoadKind.Origin.INFERRED)
                .count();
        return List.of(
                Name.of(
                        "집계 지점 %d곳(%d개 방향)에서 링크 %,d개로 확산: 지점을 빼고 예측한 오차의 중앙값은 %.2f배, R² %.2f, 90%% 구간의 포함률 %.0f%%(시간별 %.0f%%)"
                                .formatted(
                                        fit.places,
                                        fit.directions,
                                        roads.size(),
                                        fit.medianFactor,
                                        fit.r2,
                                        100 * fit.coverage,
                                        100 * fit.hourlyCoverage),
                        String.format(
                                java.util.Locale.ROOT,
                                "spread from %d places (%d directions) to %d links: places left out are predicted within a factor"
                                        + " of %.2f in the middle, R² %.2f of the logarithm; 90 %% intervals hold %.0f %% (hours: %.0f %%)",
                                fit.places,
                                fit.directions,
                                roads.size(),
                                fit.medianFactor,
                                fit.r2,
                                100 * fit.coverage,
                                100 * fit.hourlyCoverage)),
                Name.of(
                        "링크 %,d개의 도로 등급은 모양으로 추정(도시고속도로 %.0f%%, 그 밖 %.0f%% 정답)"
                                .formatted(inferred, 100 * roads.expressways(), 100 * roads.streets()),
                        String.format(
                                java.util.Locale.ROOT,
                                "the kind of %d links is inferred from their shape (right of %.0f %% of known expressways, %.0f %% of"
                                        + " known streets, each asked without its own road)",
                                inferred,
                                100 * roads.expressways(),
                                100 * roads.streets())));
    }
}
