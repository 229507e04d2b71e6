package org.dosi.kernel.wind;

/// What a cell's value is multiplied by when few points lie in it, so that a far corner with one
/// trajectory does not look like a source.
public enum CellWeights {
    NONE {
        @Override
        double of(int points, double meanPoints) {
            return 1;
        }
    },
    /// By the number of points: 1 above 80, 0.7 above 20, 0.42 above 10, otherwise 0.05 (Polissar et al.
    /// 1999, Environmental Science and Technology 33(24), 4542-4553; openair's rule for CWT).
    COUNT {
        @Override
        double of(int points, double meanPoints) {
            if (points > 80) {
                return 1;
            }
            return points > 20 ? 0.7 : points > 10 ? 0.42 : 0.05;
        }
    },
    /// By the number of points over the mean number: 1 above 2, 0.75 above 1, 0.5 above a half, otherwise
    /// 0.15 (after Zeng and Hopke 1989, Atmospheric Environment 23(7), 1499-1509; openair's rule for
    /// PSCF).
    MEAN {
        @Override
        double of(int points, double meanPoints) {
            double share = points / meanPoints;
            if (share > 2) {
                return 1;
            }
            return share > 1 ? 0.75 : share > 0.5 ? 0.5 : 0.15;
        }
    };

    abstract double of(int points, double meanPoints);
}
