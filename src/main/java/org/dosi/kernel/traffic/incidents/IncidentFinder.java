package org.dosi.kernel.traffic.incidents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dosi.kernel.traffic.CityBaseline;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.kernel.traffic.Panel;

/// Finds incidents: what all of the city shares and what single points have beside it are looked through for stretches
/// out of the ordinary ([StretchScan]); those of a point must be confirmed by a neighbour where neighbours are known;
/// stretches that touch in time and are beside each other, or fall into a stretch of the whole city, are one
/// incident. Its evidence is the sum of the city's and of each point's, and is judged by what the same search finds
/// in made months without incidents ([NoiseModel]).
public final class IncidentFinder {
    /// A candidate of less is not worth joining.
    private static final double LEAST_EVIDENCE = 0.5;

    /// A neighbour confirms that deviates so much to the same side, in spreads.
    private static final double CONFIRMING = 1;

    private static final double JOINED_H = 3;
    private static final double CITY_JOINED_H = 12;
    private static final double MADE_MONTHS = 36;
    private static final int MOST_MADE = 60;
    private static final int LEAST_MADE = 3;

    private final CityBaseline city;
    private final Neighbours neighbours;
    private final IncidentSettings settings;
    private final LongFunction<Explanation> explanation;
    private final Panel panel;
    private final byte[] classOfStep;
    private final int[] dayOf;
    private final int joined;
    private final int cityJoined;

    private IncidentFinder(
            CityBaseline city,
            Neighbours neighbours,
            byte[] classOfDay,
            LongFunction<Explanation> explanation,
            IncidentSettings settings) {
        this.city = city;
        this.neighbours = neighbours;
        this.settings = settings;
        this.explanation = explanation;
        this.panel = city.panel();
        this.classOfStep = new byte[panel.steps()];
        this.dayOf = new int[panel.steps()];
        for (int t = 0; t < dayOf.length; t++) {
            dayOf[t] = (int) (panel.day(t) - panel.day(0));
            classOfStep[t] = classOfDay[dayOf[t]];
        }
        this.joined = (int) Math.max(1, JOINED_H * 3600 / panel.stepSeconds());
        this.cityJoined = (int) Math.max(1, CITY_JOINED_H * 3600 / panel.stepSeconds());
    }

    /// @param classOfDay by day of the panel: 0 for working days, 1 for Saturdays, 2 for days off, as they scatter alike
    /// @param explanation of what falls on a day, counted from 1970-01-01
    public static Incidents find(
            CityBaseline city,
            Neighbours neighbours,
            byte[] classOfDay,
            LongFunction<Explanation> explanation,
            IncidentSettings settings) {
        return new IncidentFinder(city, neighbours, classOfDay, explanation, settings).find();
    }

    /// How a holiday explains a deviation.
    public enum Explanation {
        NONE,
        /// The day before or after: what all of the city shares is explained, what single roads have is not.
        BESIDE_HOLIDAY,
        /// Everything is.
        HOLIDAY
    }

    /// What one look through a record gives.
    private record Look(List<Group> groups, int explained, int unconfirmed) {}

    /// Stretches that are one incident, with what confirms each.
    private record Group(List<Stretch> stretches, List<Boolean> confirmed, double evidence) {}

    private Incidents find() {
        if (panel.steps() == 0) {
            return new Incidents(List.of(), 0, 0, 0, 0, 0, new double[0]);
        }
        Deviations deviations = Deviations.of(city, neighbours);
        Look look = look(deviations, explanation);
        NoiseModel noise = NoiseModel.fit(deviations, dayOf, neighbours);
        double months = panel.steps() * (double) panel.stepSeconds() / (30 * 86_400.0);
        int made = (int) Math.max(LEAST_MADE, Math.min(MOST_MADE, Math.ceil(MADE_MONTHS / months)));
        MadeMonths chance = chance(noise, made, months);
        double least = chance.least(settings.budget());
        List<Incident> list = look.groups.stream()
                .filter(group -> group.evidence >= least)
                .map(group -> incident(group, deviations, chance))
                .sorted(Comparator.comparingDouble(Incident::evidence)
                        .reversed()
                        .thenComparingInt(Incident::fromStep))
                .toList();
        return new Incidents(
                list,
                least,
                chance.perMonth(least),
                made * months,
                look.explained,
                look.unconfirmed,
                deviations.common());
    }

    private MadeMonths chance(NoiseModel noise, int made, double months) {
        List<double[]> records = IntStream.range(0, made)
                .mapToObj(k -> look(noise.draw(settings.seed() + k), _ -> Explanation.NONE).groups.stream()
                        .mapToDouble(Group::evidence)
                        .toArray())
                .toList();
        return new MadeMonths(records, months);
    }

    private Look look(Deviations deviations, LongFunction<Explanation> ofDay) {
        double[][] local = deviations.local();
        StretchScan single = new StretchScan(panel.stepSeconds(), classOfStep, local.length);
        StretchScan whole = new StretchScan(panel.stepSeconds(), classOfStep, 1);
        List<Stretch> all = new ArrayList<>(whole.scan(Stretch.CITY, deviations.common(), LEAST_EVIDENCE));
        IntStream.range(0, local.length)
                .parallel()
                .mapToObj(i -> single.scan(i, local[i], LEAST_EVIDENCE))
                .flatMap(List::stream)
                .sequential()
                .forEachOrdered(all::add);
        int before = all.size();
        all.removeIf(stretch -> isExplained(stretch, ofDay));
        int explained = before - all.size();
        List<Stretch> kept = new ArrayList<>();
        List<Boolean> confirmed = new ArrayList<>();
        int unconfirmed = 0;
        for (Stretch stretch : all) {
            boolean known = !stretch.isCity() && !neighbours.of().get(stretch.series()).isEmpty();
            if (!known || isConfirmed(stretch, local)) {
                kept.add(stretch);
                confirmed.add(known);
            } else {
                unconfirmed++;
            }
        }
        return new Look(groups(kept, confirmed), explained, unconfirmed);
    }

    private boolean isExplained(Stretch stretch, LongFunction<Explanation> ofDay) {
        int on = 0;
        for (int t = stretch.fromStep(); t < stretch.toStep(); t++) {
            on += switch (ofDay.apply(panel.day(t))) {
                case NONE -> 0;
                case BESIDE_HOLIDAY -> stretch.isCity() ? 1 : 0;
                case HOLIDAY -> 1;
            };
        }
        return 2 * on >= stretch.steps();
    }

    private boolean isConfirmed(Stretch stretch, double[][] local) {
        double side = Math.signum(stretch.mean());
        return neighbours.of().get(stretch.series()).stream()
                .anyMatch(near -> side * Deviations.mean(local[near.detector()], stretch.fromStep(), stretch.toStep())
                        >= CONFIRMING);
    }

    /// Joins what touches in time and lies beside each other, and what falls into a stretch of the whole city.
    private List<Group> groups(List<Stretch> stretches, List<Boolean> confirmed) {
        int[] parent = IntStream.range(0, stretches.size()).toArray();
        Map<Integer, List<Integer>> bySeries = new TreeMap<>();
        for (int k = 0; k < stretches.size(); k++) {
            bySeries.computeIfAbsent(stretches.get(k).series(), _ -> new ArrayList<>()).add(k);
        }
        List<Integer> cities = bySeries.getOrDefault(Stretch.CITY, List.of());
        for (int k = 0; k < stretches.size(); k++) {
            Stretch a = stretches.get(k);
            if (a.isCity()) {
                for (int other : cities) {
                    join(parent, k, other, isSameCity(a, stretches.get(other)));
                }
                continue;
            }
            for (int other : cities) {
                join(parent, k, other, 2 * a.common(stretches.get(other)) >= a.steps());
            }
            for (int other : bySeries.getOrDefault(a.series(), List.of())) {
                join(parent, k, other, isSameSide(a, stretches.get(other)));
            }
            for (Neighbours.Near near : neighbours.of().get(a.series())) {
                for (int other : bySeries.getOrDefault(near.detector(), List.of())) {
                    join(parent, k, other, isSameSide(a, stretches.get(other)));
                }
            }
        }
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int k = 0; k < parent.length; k++) {
            members.computeIfAbsent(root(parent, k), _ -> new ArrayList<>()).add(k);
        }
        return members.values().stream()
                .map(list -> {
                    List<Stretch> own = list.stream().map(stretches::get).toList();
                    return new Group(own, list.stream().map(confirmed::get).toList(), evidence(own));
                })
                .toList();
    }

    private boolean isSameCity(Stretch a, Stretch b) {
        return Math.signum(a.mean()) == Math.signum(b.mean()) && a.overlaps(b, cityJoined);
    }

    private boolean isSameSide(Stretch a, Stretch b) {
        return Math.signum(a.mean()) == Math.signum(b.mean()) && a.overlaps(b, joined);
    }

    private static void join(int[] parent, int a, int b, boolean isOne) {
        if (isOne) {
            parent[root(parent, a)] = root(parent, b);
        }
    }

    private static int root(int[] parent, int k) {
        int at = k;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /// A point that stays out of the ordinary for long counts once.
    private static double evidence(List<Stretch> stretches) {
        Map<Integer, Double> most = new TreeMap<>();
        for (Stretch stretch : stretches) {
            most.merge(stretch.series(), stretch.evidence(), Math::max);
        }
        return most.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Incident incident(Group group, Deviations deviations, MadeMonths chance) {
        List<Stretch> cities = group.stretches.stream().filter(Stretch::isCity).toList();
        // The city's own time where it shared it: points that stay closed longer have times of their own.
        List<Stretch> timing = cities.isEmpty() ? group.stretches : cities;
        int from = timing.stream().mapToInt(Stretch::fromStep).min().orElseThrow();
        int to = timing.stream().mapToInt(Stretch::toStep).max().orElseThrow();
        double cityMean = cities.isEmpty() ? 0 : Deviations.mean(deviations.common(), from, to);
        List<Incident.Part> parts = new ArrayList<>();
        Map<Integer, List<Integer>> byPoint = new TreeMap<>();
        for (int k = 0; k < group.stretches.size(); k++) {
            if (!group.stretches.get(k).isCity()) {
                byPoint.computeIfAbsent(group.stretches.get(k).series(), _ -> new ArrayList<>())
                        .add(k);
            }
        }
        byPoint.forEach((point, list) -> parts.add(part(
                point,
                list.stream().map(group.stretches::get).toList(),
                list.stream().allMatch(group.confirmed::get),
                deviations)));
        parts.sort(Comparator.comparingDouble(Incident.Part::evidence)
                .reversed()
                .thenComparingInt(Incident.Part::datastream));
        Departure departure = new Departure();
        if (cities.isEmpty()) {
            parts.forEach(part -> add(departure, part.datastream(), part.fromStep(), part.toStep(), deviations));
        } else {
            for (int i = 0; i < panel.datastreams(); i++) {
                add(departure, i, from, to, deviations);
            }
        }
        return new Incident(
                from,
                to,
                !cities.isEmpty(),
                cityMean,
                group.evidence,
                1 - chance.ofMonth(group.evidence),
                departure.sum * panel.stepSeconds() / 3600.0,
                departure.steps == 0 ? 0 : departure.sum / departure.steps,
                parts);
    }

    /// Of the stretches of a point the one that cost or brought most hours of its usual traffic.
    private Incident.Part part(int point, List<Stretch> stretches, boolean confirmed, Deviations deviations) {
        return stretches.stream()
                .map(stretch -> part(stretch, confirmed, deviations))
                .max(Comparator.comparingDouble(
                        part -> Math.abs(part.change()) * (part.toStep() - part.fromStep())))
                .map(part -> new Incident.Part(
                        point,
                        part.fromStep(),
                        part.toStep(),
                        part.change(),
                        part.closedSteps(),
                        stretches.stream().mapToDouble(Stretch::evidence).max().orElse(0),
                        confirmed))
                .orElseThrow();
    }

    private Incident.Part part(Stretch stretch, boolean confirmed, Deviations deviations) {
        double missed = 0;
        double usual = 0;
        int closedSteps = 0;
        for (int t = stretch.fromStep(); t < stretch.toStep(); t++) {
            double expected = city.baseline().expected(stretch.series(), panel.localS(t));
            double value = panel.value(stretch.series(), t);
            boolean closed = deviations.closed()[stretch.series()][t];
            if (expected > 0 && (closed || !Double.isNaN(value))) {
                missed += (closed ? 0 : value) - expected;
                usual += expected;
            }
            closedSteps += closed ? 1 : 0;
        }
        return new Incident.Part(
                stretch.series(),
                stretch.fromStep(),
                stretch.toStep(),
                usual == 0 ? 0 : missed / usual,
                closedSteps,
                stretch.evidence(),
                confirmed);
    }

    /// How many steps of its usual traffic points had too much or, below 0, too little of.
    private static final class Departure {
        private double sum;
        private int steps;
    }

    private void add(Departure departure, int i, int from, int to, Deviations deviations) {
        for (int t = from; t < to; t++) {
            double expected = city.baseline().expected(i, panel.localS(t));
            double value = deviations.closed()[i][t] ? 0 : panel.value(i, t);
            if (expected > 0 && !Double.isNaN(value)) {
                departure.sum += (value - expected) / expected;
                departure.steps++;
            }
        }
    }

    /// What the search finds in months without incidents.
    private static final class MadeMonths {
        private final double[] ascending;
        private final double months;
        private final double place;
        private final double scale;

        MadeMonths(List<double[]> records, double monthsEach) {
            this.ascending = records.stream()
                    .flatMapToDouble(Arrays::stream)
                    .sorted()
                    .toArray();
            this.months = monthsEach * records.size();
            // The tail is exponential beyond the level that comes ten times a month, or as often as anything.
            int beyond = (int) Math.max(10, Math.min(ascending.length, months));
            int from = Math.max(0, ascending.length - beyond);
            this.place = ascending.length == 0 ? 0 : ascending[from];
            double mean = Stream.of(ascending)
                    .flatMapToDouble(all -> Arrays.stream(all, from, all.length))
                    .average()
                    .orElse(place);
            this.scale = Math.max(1, mean - place);
            this.rate = (ascending.length - from) / months;
        }

        /// How often a month the level [#place] is passed.
        private final double rate;

        /// The evidence that is passed as often as the budget allows.
        double least(double budget) {
            int allowed = (int) Math.floor(budget * months);
            return allowed >= ascending.length
                    ? LEAST_EVIDENCE
                    : Math.nextUp(ascending[ascending.length - 1 - allowed]);
        }

        double perMonth(double least) {
            int at = Arrays.binarySearch(ascending, least);
            return (ascending.length - (at < 0 ? -at - 1 : at)) / months;
        }

        /// The chance that a month holds one with so much evidence: of the exponential tail, as a Poisson count.
        double ofMonth(double evidence) {
            double expected = evidence <= place
                    ? perMonth(evidence)
                    : rate * Math.exp(-(evidence - place) / scale);
            return -Math.expm1(-expected);
        }
    }
}
