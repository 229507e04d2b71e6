package org.dosi.app.traffic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.source.PlainTable;
import org.dosi.source.SourceFile;

/// A user's table of who is beside whom: a square of weights, with or without ids above it, in the order of the file's
/// detectors, or a table of pairs `from,to,weight`. A weight of 0 means that two are not beside each other.
final class AdjacencyTable {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?\\d+)?");

    private AdjacencyTable() {}

    /// @param inFile ids of the detectors in the order of the columns of the file
    /// @param wanted ids of the detectors in the order of the result
    static Neighbours read(Path file, List<String> inFile, List<String> wanted) {
        PlainTable.TextTable table = PlainTable.readTexts(new SourceFile(file), "a table of adjacencies");
        Map<String, Map<String, Double>> weights = new HashMap<>();
        int from = table.headings().indexOf("from");
        int to = table.headings().indexOf("to");
        if (from >= 0 && to >= 0) {
            readPairs(table, from, to, weights);
        } else {
            readSquare(table, inFile, weights);
        }
        return neighbours(weights, wanted);
    }

    private static void readPairs(
            PlainTable.TextTable table, int from, int to, Map<String, Map<String, Double>> weights) {
        int weight = table.headings().indexOf("weight");
        for (List<String> row : table.rows()) {
            put(weights, row.get(from), row.get(to), weight < 0 ? 1 : number(row.get(weight)));
        }
    }

    private static void readSquare(
            PlainTable.TextTable table, List<String> inFile, Map<String, Map<String, Double>> weights) {
        List<String> first = table.headings();
        boolean bare = !inFile.containsAll(first)
                && first.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
        List<String> ids = bare ? inFile : first;
        List<List<String>> rows = new ArrayList<>();
        if (bare) {
            rows.add(first);
        }
        rows.addAll(table.rows());
        if (rows.size() != ids.size() || first.size() != ids.size()) {
            throw new BadSetting(
                    "adjacency: expected a square of %d rows and columns, one for each detector, found %d by %d"
                            .formatted(ids.size(), rows.size(), first.size()));
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < ids.size(); j++) {
                double weight = number(rows.get(i).get(j));
                if (i != j && weight > 0) {
                    put(weights, ids.get(i), ids.get(j), weight);
                }
            }
        }
    }

    private static void put(Map<String, Map<String, Double>> weights, String a, String b, double weight) {
        if (!a.equals(b) && weight > 0) {
            weights.computeIfAbsent(a, _ -> new HashMap<>()).merge(b, weight, Math::max);
            weights.computeIfAbsent(b, _ -> new HashMap<>()).merge(a, weight, Math::max);
        }
    }

    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadSetting("adjacency", "weights", text);
        }
        return Double.parseDouble(text);
    }

    private static Neighbours neighbours(Map<String, Map<String, Double>> weights, List<String> wanted) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            index.put(wanted.get(i), i);
        }
        double most = weights.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        List<List<Neighbours.Near>> all = new ArrayList<>();
        for (String id : wanted) {
            List<Neighbours.Near> near = new ArrayList<>();
            weights.getOrDefault(id, Map.of()).forEach((other, weight) -> {
                Integer at = index.get(other);
                if (at != null) {
                    near.add(new Neighbours.Near(at, weight / most));
                }
            });
            near.sort(Comparator.comparingDouble((Neighbours.Near other) -> -other.weight())
                    .thenComparingInt(Neighbours.Near::detector));
            all.add(near);
        }
        if (all.stream().allMatch(List::isEmpty)) {
            throw new BadSetting("adjacency", "pairs of the file's detectors", "none");
        }
        return new Neighbours(Neighbours.Basis.ADJACENCY, all);
    }
}
