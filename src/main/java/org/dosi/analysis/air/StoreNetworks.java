package org.dosi.analysis.air;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.model.Name;
import org.dosi.model.NearId;
import org.dosi.model.ObservedProperty;
import org.dosi.store.DatastreamSummary;
import org.jspecify.annotations.Nullable;

/// Which network a question means where the store holds several: the stations of one collection, as one data set
/// has them.
///
/// The rule: of the networks that observe anything of what is asked, those that observe most of the properties; of
/// these, those whose observations reach into the time of the latest; of these, the one with most observations. So
/// a question about gases and particles goes to the stations that measure both, and a question about particles
/// alone to the newest that measure them. What the question does not ask for (weather) is taken from the same
/// time. A choice between several is never silent: [#remark] tells it.
final class StoreNetworks {
    /// The mean of a whole city is no station of its network.
    static final String WHOLE_CITY = "city";

    private final Inventory inventory;
    private final StoreAirData.Choice choice;
    private final ZoneId zone;

    /// @param choice with the window that was asked for, before anything widens it
    /// @throws BadSetting if the store knows no such collection or data set, whether or not the question needs one
    StoreNetworks(Inventory inventory, StoreAirData.Choice choice, ZoneId zone) {
        this.inventory = inventory;
        this.choice = choice;
        this.zone = zone;
        requireKnown();
    }

    private void requireKnown() {
        List<DatastreamSummary> all = inventory.listDatastreams();
        Set<String> collections =
                all.stream().map(StoreNetworks::collection).collect(Collectors.toCollection(TreeSet::new));
        Set<String> datasets = all.stream()
                .map(summary -> summary.datastream().dataset())
                .collect(Collectors.toCollection(TreeSet::new));
        if (choice.collection() != null && !collections.contains(choice.collection())) {
            throw unknown("collection", "관측소 모음", "a collection", choice.collection(), collections);
        }
        if (choice.dataset() != null && !datasets.contains(choice.dataset())) {
            throw unknown("dataset", "데이터셋", "a data set", choice.dataset(), datasets);
        }
    }

    /// The stations of a collection, as one data set has them.
    private record Network(String collection, String dataset, List<DatastreamSummary> streams) {
        Set<String> properties() {
            return streams.stream().map(s -> s.datastream().property().id()).collect(Collectors.toSet());
        }

        Instant from() {
            return streams.stream()
                    .map(DatastreamSummary::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        Instant to() {
            return streams.stream()
                    .map(DatastreamSummary::to)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        long count() {
            return streams.stream().mapToLong(DatastreamSummary::count).sum();
        }

        boolean overlaps(Network other) {
            return from().isBefore(other.to()) && other.from().isBefore(to());
        }
    }

    /// By its title, with what chooses it and from when to when it is.
    private Name text(Network network) {
        LocalDate first = network.from().atZone(zone).toLocalDate();
        LocalDate last = network.to().minusSeconds(1).atZone(zone).toLocalDate();
        Name title = inventory.titleOf(network.dataset);
        String chosenBy = "collection=%s dataset=%s".formatted(network.collection, network.dataset);
        return Name.of(
                "%s(%s~%s, %s)".formatted(title.ko(), first, last, chosenBy),
                "%s (%s to %s, %s)".formatted(title.en(), first, last, chosenBy));
    }

    boolean touches(DatastreamSummary summary) {
        return summary.count() > 0
                && summary.from().isBefore(choice.window().to())
                && summary.to().isAfter(choice.window().from());
    }

    private List<String> asked() {
        return choice.values().isEmpty() ? Pollutants.IDS : choice.values();
    }

    /// Datastreams of one property at the stations of the network, one for each station.
    ///
    /// @throws BadSetting if nobody observes it there in the window
    List<DatastreamSummary> ofNetwork(ObservedProperty observed) {
        String property = observed.id();
        List<Network> all = networks(asked().contains(property) ? asked() : List.of(property));
        Optional<Network> chosen = choose(all);
        if (!asked().contains(property)) {
            Optional<Network> main = choose(networks(asked()));
            chosen = choose(all.stream()
                            .filter(n -> main.isEmpty() || n.overlaps(main.get()))
                            .toList())
                    .or(() -> choose(all));
        }
        Network network = chosen.orElseThrow(() -> nobody(observed));
        List<DatastreamSummary> streams = observing(List.of(network), property);
        if (streams.isEmpty()) {
            // Another data set of the same stations and the same time.
            streams = observing(
                    all.stream()
                            .filter(n -> n.collection.equals(network.collection) && n.overlaps(network))
                            .toList(),
                    property);
        }
        if (streams.isEmpty()) {
            throw unobserved(
                    observed,
                    Optional.of(text(network))
                            .map(taken -> Name.of(" (고른 자료: %s)".formatted(taken.ko()), " at " + taken.en())));
        }
        return onePerFeature(streams);
    }

    private BadSetting nobody(ObservedProperty observed) {
        String property = observed.id();
        Set<String> collections = new TreeSet<>();
        Set<String> datasets = new TreeSet<>();
        for (DatastreamSummary summary : inventory.listOfProperty(property)) {
            collections.add(collection(summary));
            datasets.add(summary.datastream().dataset());
        }
        if (choice.collection() != null && !collections.contains(choice.collection())) {
            return unknown(
                    "collection",
                    "%s 값을 관측하는 관측소 모음".formatted(property),
                    "a collection whose stations observe " + property,
                    choice.collection(),
                    collections);
        }
        if (choice.dataset() != null && !datasets.contains(choice.dataset())) {
            return unknown(
                    "dataset",
                    "%s 관측값이 있는 데이터셋".formatted(property),
                    "a data set with observations of " + property,
                    choice.dataset(),
                    datasets);
        }
        return unobserved(
                observed,
                span(inventory.listOfProperty(property))
                        .map(span -> Name.of(
                                " (%s에는 있습니다)".formatted(span.ko()), " (there are some %s)".formatted(span.en()))));
    }

    /// @param where it was looked for, or when there are some; a sentence's end in each language
    private static BadSetting unobserved(ObservedProperty property, Optional<Name> where) {
        return BadSetting.of(
                "이 기간에 %s 관측값이 있는 측정소가 없습니다%s"
                        .formatted(property.name().ko(), where.map(Name::ko).orElse("")),
                "expected %s at stations in the window, found no observation of it%s"
                        .formatted(property.id(), where.map(Name::en).orElse("")));
    }

    private static BadSetting unknown(
            String parameter, String korean, String expected, String found, Set<String> known) {
        String list = known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
        return BadSetting.of(
                "%s: '%s'이라는 %s이(가) 없습니다%s".formatted(parameter, found, korean, list),
                "%s: expected %s%s, found '%s'%s"
                        .formatted(parameter, expected, list, found, NearId.hint(found, known)));
    }

    /// From when to when, in days; empty for nothing.
    Optional<Name> span(List<DatastreamSummary> streams) {
        List<DatastreamSummary> some =
                streams.stream().filter(s -> s.count() > 0).toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        Network all = network(some);
        LocalDate first = all.from().atZone(zone).toLocalDate();
        LocalDate last = all.to().minusSeconds(1).atZone(zone).toLocalDate();
        return Optional.of(Name.of("%s~%s".formatted(first, last), "%s to %s".formatted(first, last)));
    }

    private List<Network> networks(List<String> properties) {
        Map<String, List<DatastreamSummary>> byNetwork = new TreeMap<>();
        for (String property : properties) {
            for (DatastreamSummary summary : inventory.listOfProperty(property)) {
                String collection = collection(summary);
                boolean wanted = choice.collection() == null
                        ? !collection.equals(WHOLE_CITY)
                        : collection.equals(choice.collection());
                if (wanted && touches(summary) && isOf(summary, choice.dataset())) {
                    byNetwork
                            .computeIfAbsent(
                                    collection + " " + summary.datastream().dataset(), _ -> new ArrayList<>())
                            .add(summary);
                }
            }
        }
        return byNetwork.values().stream().map(StoreNetworks::network).toList();
    }

    private static Network network(List<DatastreamSummary> streams) {
        DatastreamSummary first = streams.getFirst();
        return new Network(collection(first), first.datastream().dataset(), streams);
    }

    private static String collection(DatastreamSummary summary) {
        String feature = summary.datastream().feature();
        return feature.substring(0, feature.indexOf(':'));
    }

    private static boolean isOf(DatastreamSummary summary, @Nullable String dataset) {
        return dataset == null || summary.datastream().dataset().equals(dataset);
    }

    private static Optional<Network> choose(List<Network> networks) {
        int most = networks.stream().mapToInt(n -> n.properties().size()).max().orElse(0);
        List<Network> fullest =
                networks.stream().filter(n -> n.properties().size() == most).toList();
        Optional<Network> latest = fullest.stream().max(Comparator.comparing(Network::to));
        return fullest.stream()
                .filter(n -> n.overlaps(latest.orElseThrow()))
                .max(Comparator.comparingLong(Network::count));
    }

    /// One line that says which of several networks was taken; empty where there was only one.
    ///
    /// @param feature the station, if one was named: then which of several data sets that observe it
    Optional<Name> remark(Optional<String> feature) {
        List<Network> all = feature.map(this::networksAt).orElseGet(() -> networks(asked()));
        if (all.size() < 2) {
            return Optional.empty();
        }
        Network chosen = choose(all).orElseThrow();
        Name taken = text(chosen);
        List<Name> others =
                all.stream().filter(n -> !n.equals(chosen)).map(this::text).toList();
        return Optional.of(Name.of(
                "쓴 자료: %s. 다른 자료도 있습니다: %s (collection, dataset, from과 to로 고릅니다)"
                        .formatted(taken.ko(), joined(others, Name::ko)),
                "taken from %s; there is also %s (choose by collection, dataset, from and to)"
                        .formatted(taken.en(), joined(others, Name::en))));
    }

    private static String joined(List<Name> names, Function<Name, String> language) {
        return names.stream().map(language).collect(Collectors.joining(", "));
    }

    /// What observes one feature, by data set.
    private List<Network> networksAt(String feature) {
        Map<String, List<DatastreamSummary>> byDataset = inventory.listOfFeature(feature).stream()
                .filter(s -> touches(s) && isOf(s, choice.dataset()))
                .filter(s -> choice.values().isEmpty()
                        || choice.values().contains(s.datastream().property().id()))
                .collect(Collectors.groupingBy(s -> s.datastream().dataset(), TreeMap::new, Collectors.toList()));
        return byDataset.values().stream().map(StoreNetworks::network).toList();
    }

    /// One feature's observations of a property, from the data set that the rule takes, else from any.
    Optional<DatastreamSummary> ofFeature(String feature, String property) {
        List<DatastreamSummary> streams = inventory.listOfFeature(feature).stream()
                .filter(s -> touches(s) && isOf(s, choice.dataset()))
                .filter(s -> s.datastream().property().id().equals(property))
                .toList();
        Optional<Network> chosen = choose(networksAt(feature));
        return streams.stream()
                .filter(s -> chosen.isPresent() && isOf(s, chosen.get().dataset))
                .findFirst()
                .or(() -> streams.stream().max(Comparator.comparingLong(DatastreamSummary::count)));
    }

    /// Of several datastreams the one that has most time in common with others, and of equal ones the fullest.
    static Optional<DatastreamSummary> together(List<DatastreamSummary> streams, List<DatastreamSummary> others) {
        return streams.stream()
                .max(Comparator.<DatastreamSummary>comparingLong(stream -> others.stream()
                                .mapToLong(other -> commonSeconds(stream, other))
                                .max()
                                .orElse(0))
                        .thenComparingLong(DatastreamSummary::count));
    }

    /// Whether it has any time in common with one of the others.
    static boolean areTogether(DatastreamSummary stream, List<DatastreamSummary> others) {
        return others.stream().anyMatch(other -> commonSeconds(stream, other) > 0);
    }

    private static long commonSeconds(DatastreamSummary a, DatastreamSummary b) {
        Instant from = a.from().isAfter(b.from()) ? a.from() : b.from();
        Instant to = a.to().isBefore(b.to()) ? a.to() : b.to();
        return Math.max(0, to.getEpochSecond() - from.getEpochSecond());
    }

    private static List<DatastreamSummary> observing(List<Network> networks, String property) {
        return networks.stream()
                .flatMap(network -> network.streams.stream())
                .filter(s -> s.datastream().property().id().equals(property))
                .toList();
    }

    private static List<DatastreamSummary> onePerFeature(List<DatastreamSummary> streams) {
        Map<String, DatastreamSummary> best = new TreeMap<>();
        for (DatastreamSummary stream : streams) {
            best.merge(stream.datastream().feature(), stream, (a, b) -> b.count() > a.count() ? b : a);
        }
        return List.copyOf(best.values());
    }
}
