package org.dosi.kernel.air;

import java.util.List;
import org.dosi.kernel.stat.Check;

/// How one pollutant's concentration becomes its sub-index.
///
/// @param decimals the concentration is cut (not rounded) to this many decimals before it is looked up, for
///     the brackets leave gaps of one last digit between them
/// @param brackets ascending, one for each [IndexGrade] in order
public record IndexScale(int decimals, List<Bracket> brackets) {

    public IndexScale {
        Check.within(0, 6, "decimals", decimals);
        brackets = List.copyOf(brackets);
        Check.atLeast(IndexGrade.ALL.size(), "brackets", brackets.size());
        for (int b = 1; b < brackets.size(); b++) {
            Check.positive(
                    "step between brackets",
                    brackets.get(b).low() - brackets.get(b - 1).high());
        }
    }

    /// From `low` to `high`, both of them included, in the unit of the scale, the sub-index rises linearly.
    public record Bracket(double low, double high, double indexLow, double indexHigh) {

        public Bracket {
            Check.positive("high - low", high - low);
            Check.within(indexLow, Double.MAX_VALUE, "indexHigh", indexHigh);
        }
    }
}
