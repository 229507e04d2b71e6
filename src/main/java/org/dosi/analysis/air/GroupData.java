package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Provenance;
import org.dosi.model.TimeTable;

/// The rows of one group of `--by`, as data of their own.
final class GroupData implements AirData {
    private final Source source;
    private final RowGroups groups;
    private final int group;

    GroupData(Source source, RowGroups groups, int group) {
        this.source = source;
        this.groups = groups;
        this.group = group;
    }

    /// The data that all groups are taken from; each question is asked once. For one thread.
    static final class Source {
        private final AirData data;
        private final String by;
        private final Map<Question, Series> answers = new HashMap<>();

        private record Question(List<String> values, Need need, List<String> others) {}

        Source(AirData data, String by) {
            this.data = data;
            this.by = by;
        }

        /// With what tells the group of each row.
        Series series(List<String> values, Need need, List<String> others) {
            List<String> more = new ArrayList<>(others);
            RowGroups.columns(by).stream()
                    .filter(column -> !values.contains(column) && !others.contains(column))
                    .forEach(more::add);
            Question question = new Question(List.copyOf(values), RowGroups.wind(by, need), List.copyOf(more));
            return answers.computeIfAbsent(question, q -> data.series(q.values, q.need, q.others));
        }
    }

    @Override
    public List<String> values() {
        return source.data.values();
    }

    @Override
    public Series whole(Series part, List<String> values) {
        Need wind = part.hasWind() ? Need.REQUIRED : Need.NONE;
        return asked(source.series(values, wind, List.of()), values, List.of(), groups.column());
    }

    @Override
    public Series series(List<String> values, Need wind, List<String> others) {
        Series part = groups.part(source.series(values, wind, others), group);
        return asked(part, values, others, groups.column());
    }

    /// Without the column that was read for the groups alone.
    private static Series asked(Series series, List<String> values, List<String> others, String column) {
        if (values.isEmpty() || values.contains(column) || others.contains(column)) {
            return series;
        }
        TimeTable table = series.table();
        List<TimeTable.Column> columns = table.columns().stream()
                .filter(each -> !each.id().equals(column))
                .toList();
        return new Series(
                new TimeTable(table.zone(), table.stepSeconds(), table.startS(), columns),
                series.place(),
                series.hasWind() ? series.wind() : null,
                series.inputs());
    }

    @Override
    public Network network(String value, Need wind) {
        return source.data.network(value, wind);
    }

    @Override
    public List<String> knownWeather() {
        return source.data.knownWeather();
    }

    @Override
    public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("by", source.by);
        all.put(groups.heading(), groups.id(group));
        return source.data.provenance(analysis, inputs, all);
    }
}
