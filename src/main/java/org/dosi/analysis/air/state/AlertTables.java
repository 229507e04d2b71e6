package org.dosi.analysis.air.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.kernel.air.AlertRule;
import org.dosi.kernel.air.IndexItem;
import org.dosi.model.Name;

/// The rules of alerts, from the tables `alert-rules.csv` and `alert-regions.csv`.
///
/// @param inForceFrom the first day of the edition
/// @param documents the remarks at the head of the tables
/// @param rules of the edition, by pollutant, in the table's order
record AlertTables(
        String edition,
        LocalDate inForceFrom,
        List<String> documents,
        Map<IndexItem, Rule> rules,
        List<District> districts,
        List<RuleNote> notes) {
    /// The share of a region's stations that an hour needs. The rule says nothing of it.
    static final double CAPTURE = 0.5;

    /// @param unit UCUM code
    record Rule(AlertRule rule, String unit) {}

    /// A district, and the region to which it belongs for one pollutant.
    record District(IndexItem item, String region, Name regionName, Name name) {}

    /// All editions, the oldest first.
    static List<AlertTables> all() {
        RuleRows rows = rows();
        return rows.rows().stream()
                .map(List::getFirst)
                .distinct()
                .map(edition -> of(rows, edition))
                .sorted(Comparator.comparing(AlertTables::inForceFrom))
                .toList();
    }

    /// One edition.
    static Optional<AlertTables> find(String edition) {
        return all().stream().filter(one -> one.edition.equals(edition)).findFirst();
    }

    /// The edition in force on a day; before the first that is known, the first.
    ///
    /// @param editions the oldest first
    static AlertTables on(List<AlertTables> editions, LocalDate day) {
        AlertTables found = editions.getFirst();
        for (AlertTables one : editions) {
            found = one.inForceFrom.isAfter(day) ? found : one;
        }
        return found;
    }

    private static RuleRows rows() {
        return RuleRows.of(
                "alert-rules.csv",
                "edition,in_force_from,pollutant,unit,statistic,hours,level,issue_from,lower_below,confirmed,remark");
    }

    private static AlertTables of(RuleRows rows, String edition) {
        LocalDate from = LocalDate.MAX;
        Map<IndexItem, List<List<String>>> byItem = new LinkedHashMap<>();
        List<RuleNote> notes = new ArrayList<>();
        for (List<String> row : rows.rows()) {
            if (row.get(0).equals(edition)) {
                from = LocalDate.parse(row.get(1));
                byItem.computeIfAbsent(item(row.get(2)), _ -> new ArrayList<>()).add(row);
                notes.add(new RuleNote(
                        edition + " " + row.get(2) + " " + row.get(6),
                        "from %s, gives way below %s %s".formatted(row.get(7), row.get(8), row.get(3)),
                        RuleRows.isConfirmed(row.get(9)),
                        row.get(10)));
            }
        }
        notes.add(new RuleNote("capture", Double.toString(CAPTURE), false, "the rule does not say; ours"));
        Map<IndexItem, Rule> rules = new LinkedHashMap<>();
        byItem.forEach((item, levels) -> rules.put(item, rule(levels)));
        RuleRows regions = RuleRows.of("alert-regions.csv", "pollutant,region,ko,en,district_ko,district_en");
        List<District> districts = regions.rows().stream()
                .map(row -> new District(
                        item(row.get(0)),
                        row.get(1),
                        new Name(row.get(2), row.get(3)),
                        new Name(row.get(4), row.get(5))))
                .toList();
        return new AlertTables(
                edition, from, List.of(rows.document(), regions.document()), rules, districts, List.copyOf(notes));
    }

    private static Rule rule(List<List<String>> levels) {
        List<String> first = levels.getFirst();
        List<AlertRule.Limit> limits = levels.stream()
                .map(row -> new AlertRule.Limit(Double.parseDouble(row.get(7)), Double.parseDouble(row.get(8))))
                .toList();
        AlertRule.Statistic statistic = AlertRule.Statistic.valueOf(first.get(4).toUpperCase(Locale.ROOT));
        return new Rule(new AlertRule(statistic, Integer.parseInt(first.get(5)), CAPTURE, limits), first.get(3));
    }

    private static IndexItem item(String name) {
        return IndexItem.valueOf(name.replace(".", ""));
    }
}
