package org.dosi.kernel.air;

import java.util.List;

/// How sub-indices become the index, made ready for many of them.
///
/// The index is the highest sub-index; if two pollutants are of the grade [IndexRules#addFrom] or worse
/// something is added, if three or more are something else. Without a required pollutant there is none.
final class IndexCombination {
    private final boolean[] required;

    /// By pollutant, then grade but the last: the highest index of it.
    private final double[][] upTo;

    private final int addFrom;
    private final double addForTwo;
    private final double addForThree;
    private final double highest;

    IndexCombination(IndexRules rules) {
        List<IndexItem> items = IndexItem.ALL;
        required = new boolean[items.size()];
        upTo = new double[items.size()][IndexGrade.ALL.size() - 1];
        for (int i = 0; i < required.length; i++) {
            IndexScale scale = rules.scales().get(items.get(i));
            if (scale == null) {
                throw new IllegalArgumentException("scales: expected one of " + items.get(i));
            }
            required[i] = rules.required().contains(items.get(i));
            for (int g = 0; g < upTo[i].length; g++) {
                upTo[i][g] = scale.brackets().get(g).indexHigh();
            }
        }
        addFrom = IndexGrade.ALL.indexOf(rules.addFrom());
        addForTwo = rules.addForTwo();
        addForThree = rules.addForThree();
        highest = rules.highest();
    }

    /// The place of the highest sub-index (of equal ones the first), or -1 where a required one is missing.
    ///
    /// @param subIndex by place in [IndexItem#ALL]; NaN for missing
    int responsible(double[] subIndex) {
        int most = -1;
        for (int i = 0; i < subIndex.length; i++) {
            if (Double.isNaN(subIndex[i])) {
                if (required[i]) {
                    return -1;
                }
            } else if (most < 0 || subIndex[i] > subIndex[most]) {
                most = i;
            }
        }
        return most;
    }

    double added(double[] subIndex) {
        int count = 0;
        for (int i = 0; i < subIndex.length; i++) {
            if (!Double.isNaN(subIndex[i]) && grade(subIndex[i], i) >= addFrom) {
                count++;
            }
        }
        return count >= 3 ? addForThree : count == 2 ? addForTwo : 0;
    }

    double index(double highestSubIndex, double added) {
        return Math.min(highest, highestSubIndex + added);
    }

    /// @param item whose scale says where grades end
    int grade(double index, int item) {
        int grade = 0;
        while (grade < upTo[item].length && index > upTo[item][grade]) {
            grade++;
        }
        return grade;
    }

    int highest() {
        return (int) Math.ceil(highest);
    }
}
