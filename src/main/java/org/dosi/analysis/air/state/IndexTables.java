package org.dosi.analysis.air.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dosi.kernel.air.IndexGrade;
import org.dosi.kernel.air.IndexItem;
import org.dosi.kernel.air.IndexRules;
import org.dosi.kernel.air.IndexScale;
import org.dosi.kernel.air.PredictionRule;
import org.dosi.model.Name;
import org.jspecify.annotations.Nullable;

/// The rules of the Korean index, from the tables `index-brackets.csv` and `index-rules.csv`.
///
/// @param documents the remarks at the head of the tables
/// @param units UCUM code of each pollutant's scale
/// @param notes every coefficient, with its source
/// @param doubts what no document confirms, in words: from `index-doubts.csv`
record IndexTables(
        IndexRules rules,
        List<String> documents,
        Map<IndexItem, String> units,
        List<RuleNote> notes,
        List<Doubt> doubts) {

    /// @param rules the coefficients that it is about
    /// @param before the day from which there is no such doubt; null where it holds always
    record Doubt(List<String> rules, @Nullable LocalDate before, Name words) {
        /// Whether hours from `day` on are touched by it.
        boolean holdsFrom(LocalDate day) {
            return before == null || day.isBefore(before);
        }
    }

    /// What is doubtful of hours from `day` on, in words.
    List<Name> doubtsFrom(LocalDate day) {
        return doubts.stream()
                .filter(doubt -> doubt.holdsFrom(day))
                .map(Doubt::words)
                .toList();
    }

    /// Of these, what is so because the rules in force on `day` are not here: worth a remark of its own.
    List<Name> laterRules(LocalDate day) {
        return doubts.stream()
                .filter(doubt -> doubt.before() != null && doubt.holdsFrom(day))
                .map(Doubt::words)
                .toList();
    }

    static IndexTables read() {
        RuleRows brackets = RuleRows.of(
                "index-brackets.csv", "pollutant,unit,grade,low,high,index_low,index_high,confirmed,remark");
        RuleRows rows = RuleRows.of("index-rules.csv", "rule,value,confirmed,source");
        List<RuleNote> notes = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> row : rows.rows()) {
            values.put(row.get(0), row.get(1));
            notes.add(new RuleNote(row.get(0), row.get(1), RuleRows.isConfirmed(row.get(2)), row.get(3)));
        }
        Map<IndexItem, List<IndexScale.Bracket>> scales = new EnumMap<>(IndexItem.class);
        Map<IndexItem, String> units = new EnumMap<>(IndexItem.class);
        for (List<String> row : brackets.rows()) {
            IndexItem item = item(row.get(0));
            units.put(item, row.get(1));
            scales.computeIfAbsent(item, _ -> new ArrayList<>())
                    .add(new IndexScale.Bracket(
                            number(row.get(3)), number(row.get(4)), number(row.get(5)), number(row.get(6))));
            notes.add(new RuleNote(
                    row.get(0) + " " + row.get(2),
                    row.get(3) + "-" + row.get(4) + " " + row.get(1) + " is " + row.get(5) + "-" + row.get(6),
                    RuleRows.isConfirmed(row.get(7)),
                    row.get(8)));
        }
        return new IndexTables(
                rules(values, scales),
                List.of(brackets.document(), rows.document()),
                units,
                List.copyOf(notes),
                RuleRows.of("index-doubts.csv", "doubt,rules,before,ko,en").rows().stream()
                        .map(row -> new Doubt(
                                List.of(row.get(1).split("\\|", -1)),
                                row.get(2).isEmpty() ? null : LocalDate.parse(row.get(2)),
                                new Name(row.get(3), row.get(4))))
                        .toList());
    }

    private static IndexRules rules(Map<String, String> values, Map<IndexItem, List<IndexScale.Bracket>> brackets) {
        Map<IndexItem, IndexScale> scales = new EnumMap<>(IndexItem.class);
        brackets.forEach((item, list) ->
                scales.put(item, new IndexScale((int) number(get(values, "decimals." + name(item))), list)));
        Set<IndexItem> required = EnumSet.noneOf(IndexItem.class);
        Arrays.stream(get(values, "required").split(" ")).forEach(name -> required.add(item(name)));
        return new IndexRules(
                scales,
                Map.of(
                        IndexItem.PM10, prediction(values, IndexItem.PM10),
                        IndexItem.PM25, prediction(values, IndexItem.PM25)),
                required,
                IndexGrade.valueOf(get(values, "add_from").toUpperCase(Locale.ROOT)),
                number(get(values, "add_for_two")),
                number(get(values, "add_for_three")),
                number(get(values, "highest")));
    }

    private static PredictionRule prediction(Map<String, String> values, IndexItem item) {
        return new PredictionRule(
                (int) number(get(values, "long_hours")),
                (int) number(get(values, "short_hours")),
                number(get(values, "threshold." + name(item))),
                number(get(values, "ratio_low")),
                number(get(values, "ratio_high")),
                number(get(values, "factor")),
                number(get(values, "capture")));
    }

    private static String get(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("index-rules.csv: expected a row " + key);
        }
        return value;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static IndexItem item(String name) {
        return IndexItem.valueOf(name.replace(".", ""));
    }

    /// As tables write it: PM2.5 with its point.
    static String name(IndexItem item) {
        return item == IndexItem.PM25 ? "PM2.5" : item.name();
    }
}
