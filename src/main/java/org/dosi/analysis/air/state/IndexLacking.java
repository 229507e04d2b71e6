package org.dosi.analysis.air.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dosi.analysis.air.Pollutants;
import org.dosi.kernel.air.IndexItem;
import org.dosi.model.Name;

/// Why stations have no index at any hour: what of the required pollutants was not there.
final class IndexLacking {
    private IndexLacking() {}

    /// One remark for all stations that lack the same; none of stations that have an index at some hour.
    ///
    /// @param required pollutants without which there is no index
    static List<Name> of(List<IndexAnalysis.Place> places, Set<IndexItem> required) {
        Map<List<IndexItem>, List<Name>> stations = new LinkedHashMap<>();
        for (IndexAnalysis.Place place : places) {
            if (Arrays.stream(place.index()).noneMatch(Double::isFinite)) {
                stations.computeIfAbsent(lacking(place, required), _ -> new ArrayList<>())
                        .add(place.name());
            }
        }
        List<IndexItem> needed =
                IndexItem.ALL.stream().filter(required::contains).toList();
        List<Name> remarks = new ArrayList<>();
        stations.forEach((lacking, names) -> {
            boolean all = names.size() == places.size();
            String ko = all ? "" : list(names, Name::ko) + ": ";
            String en = all ? "" : list(names, Name::en) + ": ";
            remarks.add(
                    lacking.isEmpty()
                            ? Name.of(
                                    ko
                                            + "지수를 낼 수 없습니다. 모두 있어야 하는 %s 값이 같은 시각에 있는 때가 없습니다"
                                                    .formatted(pollutants(needed, Name::ko)),
                                    en
                                            + "no index: it needs %s, and no hour has all of them"
                                                    .formatted(pollutants(needed, Name::en)))
                            : Name.of(
                                    ko
                                            + "지수를 낼 수 없습니다. %s 값이 모두 있어야 하는데 없는 항목: %s"
                                                    .formatted(
                                                            pollutants(needed, Name::ko),
                                                            pollutants(lacking, Name::ko)),
                                    en
                                            + "no index: it needs %s; missing: %s"
                                                    .formatted(
                                                            pollutants(needed, Name::en),
                                                            pollutants(lacking, Name::en))));
        });
        return remarks;
    }

    private static List<IndexItem> lacking(IndexAnalysis.Place place, Set<IndexItem> required) {
        return IndexItem.ALL.stream()
                .filter(required::contains)
                .filter(item -> Arrays.stream(place.subIndex()[IndexItem.ALL.indexOf(item)])
                        .noneMatch(Double::isFinite))
                .toList();
    }

    private static String pollutants(List<IndexItem> items, Function<Name, String> language) {
        return list(items.stream().map(Pollutants::name).toList(), language);
    }

    private static String list(List<Name> names, Function<Name, String> language) {
        return String.join(", ", names.stream().map(language).toList());
    }
}
