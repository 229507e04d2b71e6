package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.model.Name;

/// A finding for each group of `--by`; without `--by` the one finding, as it is.
///
/// @param heading of the leading column; empty where no groups were asked for
/// @param meaning what the groups are of
/// @param groups at least one, in their order
/// @param leftOut groups that have too little data, with the reason
/// @param outside rows in no group: calm where groups are of wind
public record GroupedFinding<F extends Finding>(
        Provenance provenance, String heading, Name meaning, List<Group<F>> groups, List<LeftOut> leftOut, int outside)
        implements Finding {

    public GroupedFinding {
        groups = List.copyOf(groups);
        leftOut = List.copyOf(leftOut);
    }

    /// @param id as in the table
    public record Group<F extends Finding>(String id, Name name, F finding) {}

    /// A group without a finding.
    public record LeftOut(Name name, String reason) {}

    static <F extends Finding> GroupedFinding<F> whole(F finding) {
        Name none = Name.of(finding.provenance().analysis());
        return new GroupedFinding<>(
                finding.provenance(), "", none, List.of(new Group<>("", none, finding)), List.of(), 0);
    }

    public boolean isGrouped() {
        return !heading.isEmpty();
    }

    /// The finding of all rows, where no groups were asked for; of the first group otherwise.
    public F first() {
        return groups.getFirst().finding();
    }

    public List<F> findings() {
        return groups.stream().map(Group::finding).toList();
    }

    @Override
    public ResultTable table() {
        if (!isGrouped()) {
            return first().table();
        }
        List<ResultTable> tables =
                groups.stream().map(group -> group.finding().table()).toList();
        List<String> ids = new ArrayList<>();
        for (int g = 0; g < tables.size(); g++) {
            for (int row = 0; row < tables.get(g).rows(); row++) {
                ids.add(groups.get(g).id());
            }
        }
        List<ResultTable.Column> columns = new ArrayList<>();
        columns.add(new ResultTable.Texts(heading, ids));
        columns.addAll(ResultTable.stacked(tables).columns());
        return new ResultTable(columns);
    }

    @Override
    public Map<String, Object> details() {
        if (!isGrouped()) {
            return first().details();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("by", meaning);
        details.put("rows_in_no_group", outside);
        details.put("groups", groups.stream().map(GroupedFinding::details).toList());
        details.put(
                "left_out",
                leftOut.stream()
                        .map(each -> Map.<String, Object>of("name", each.name, "reason", each.reason))
                        .toList());
        return details;
    }

    private static Map<String, Object> details(Group<?> group) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("group", group.id());
        details.put("name", group.name());
        details.putAll(group.finding().details());
        return details;
    }
}
