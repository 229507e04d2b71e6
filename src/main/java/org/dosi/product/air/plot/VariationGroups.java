package org.dosi.product.air.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.time.VariationAnalysis;
import org.dosi.analysis.air.time.VariationAnalysis.Variable;
import org.dosi.model.Name;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Variation of several groups: each a line of its own in the same fields, where they are best compared.
public final class VariationGroups {

    private VariationGroups() {}

    public static Drawing draw(GroupedFinding<VariationAnalysis.Found> found, Style style) {
        VariationAnalysis.Found first = found.first();
        if (!found.isGrouped()) {
            return VariationPlot.draw(first, style);
        }
        List<Variable> lines = new ArrayList<>();
        boolean several = first.variables().size() > 1;
        for (int v = 0; v < first.variables().size(); v++) {
            for (GroupedFinding.Group<VariationAnalysis.Found> group : found.groups()) {
                Variable own = group.finding().variables().get(v);
                Name name = several
                        ? Name.of(
                                own.name().ko() + " " + group.name().ko(),
                                own.name().en() + " " + group.name().en())
                        : group.name();
                lines.add(new Variable(own.id() + " " + group.id(), name, own.unit(), own.parts()));
            }
        }
        String names =
                first.variables().stream().map(each -> style.say(each.name())).collect(Collectors.joining(", "));
        String title = names + " · " + style.say(first.place()) + " · "
                + style.say(style.say(found.meaning()) + "별", "by " + style.say(found.meaning()));
        VariationAnalysis.Found together = new VariationAnalysis.Found(first.provenance(), first.place(), lines);
        return VariationPlot.draw(together, title, style);
    }
}
