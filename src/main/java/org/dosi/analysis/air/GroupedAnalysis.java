package org.dosi.analysis.air;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.Parameter.Kind;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Name;

/// An analysis that can be asked by groups: of time, of wind, or of the quarters of a column (what openair calls
/// `type`). Each group is analysed as if its rows were all; what groups are compared by comes from all rows
/// ([AirData#whole]).
///
/// @param <F> what it finds of a group
public final class GroupedAnalysis<F extends Finding> implements AirAnalysis<GroupedFinding<F>> {
    private static final String BY = "by";

    /// More would fit on no page: a column with a year for each row is a mistake.
    private static final int MOST = 60;

    private final AirAnalysis<F> analysis;

    public GroupedAnalysis(AirAnalysis<F> analysis) {
        this.analysis = analysis;
    }

    @Override
    public String id() {
        return analysis.id();
    }

    @Override
    public Name title() {
        return analysis.title();
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(analysis.parameters());
        all.add(Parameter.of(
                BY,
                Kind.TEXT,
                "",
                "묶음마다 따로: season, month, year, weekday, weekend, hour, wind-sector 또는 항목 이름(사분위로 나눔)",
                "for each group by itself: season, month, year, weekday, weekend, hour, wind-sector, or a column,"
                        + " parted at its quartiles"));
        return List.copyOf(all);
    }

    @Override
    public GroupedFinding<F> find(AirData data, Settings settings) {
        Settings own = settings.of(analysis.parameters());
        String by = settings.find(BY).orElse("");
        if (by.isEmpty()) {
            return GroupedFinding.whole(analysis.find(data, own));
        }
        if (!RowGroups.columns(by).isEmpty()) {
            data.requireGroupColumn(by, GroupBy.words());
        }
        GroupData.Source source = new GroupData.Source(data, by);
        Series series = source.series(data.values(), AirData.Need.NONE, List.of());
        RowGroups groups = RowGroups.of(by, series);
        if (groups.groups().length > MOST) {
            throw new BadSetting(BY, "at most " + MOST + " groups", groups.groups().length + " of " + by);
        }
        List<GroupedFinding.Group<F>> found = new ArrayList<>();
        List<GroupedFinding.LeftOut> leftOut = new ArrayList<>();
        BadSetting first = new BadSetting("by: expected rows with %s, found none".formatted(by));
        for (int group : groups.groups()) {
            try {
                F finding = analysis.find(new GroupData(source, groups, group), own);
                found.add(new GroupedFinding.Group<>(groups.id(group), groups.name(group), finding));
            } catch (BadSetting e) {
                // A group may hold too little. If all refuse, the fault lies elsewhere and is told.
                first = leftOut.isEmpty() ? e : first;
                leftOut.add(new GroupedFinding.LeftOut(groups.name(group), String.valueOf(e.getMessage())));
            }
        }
        if (found.isEmpty()) {
            throw first;
        }
        Provenance all = data.provenance(id(), series.inputs(), settings.used());
        return new GroupedFinding<>(
                all.with(remarks(all, found)), groups.heading(), groups.meaning(), found, leftOut, groups.outside());
    }

    /// What was remarked of groups and not of all, with the names of those that it is said of.
    private static <F extends Finding> List<Name> remarks(Provenance all, List<GroupedFinding.Group<F>> groups) {
        Map<Name, List<Name>> said = new LinkedHashMap<>();
        for (GroupedFinding.Group<F> group : groups) {
            for (Name remark : group.finding().provenance().remarks()) {
                if (!all.remarks().contains(remark)) {
                    said.computeIfAbsent(remark, _ -> new ArrayList<>()).add(group.name());
                }
            }
        }
        List<Name> remarks = new ArrayList<>();
        said.forEach((remark, names) -> remarks.add(Name.of(
                String.join(", ", names.stream().map(Name::ko).toList()) + ": " + remark.ko(),
                String.join(", ", names.stream().map(Name::en).toList()) + ": " + remark.en())));
        return remarks;
    }
}
