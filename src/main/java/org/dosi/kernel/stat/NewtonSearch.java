package org.dosi.kernel.stat;

/// Minimises [CrossValidation] by Newton's method, with the safeguards and the end of R's mgcv (`magic`;
/// Wood 2004, JASA 99, 673-686, section 4), so that the smoothing parameter is the same in six digits and
/// more.
///
/// One thing is mended: mgcv ends by the score plus 1, so that where the score is far below 1, as of concentrations in
/// ppm or of shares, it ends early, and a surface depended on the unit by up to 1 % of its maximum. Here it
/// is the score alone. Tried: to go on to the very minimum. That moves the surface of London's NOx by 6e-7 of its
/// maximum away from mgcv's, whose end is met to 1e-10, and no surface by more.
final class NewtonSearch {
    private static final double TOLERANCE = 1e-7;
    private static final double LONGEST = 5;
    private static final int FEWEST_STEPS = 3;
    private static final int MOST_STEPS = 400;

    /// After so many halvings a step down the slope is tried instead, and after `MOST_HALVINGS` none.
    private static final int NEWTON_HALVINGS = 3;

    private static final int MOST_HALVINGS = 15;

    /// Beyond a flat end the score may fall for ever: so often, by so much, it is followed.
    private static final int OUTWARD_STEPS = 5;

    private static final double OUTWARD = 2;

    private final CrossValidation criterion;

    NewtonSearch(CrossValidation criterion) {
        this.criterion = criterion;
    }

    double minimise(double start) {
        double at = start;
        double score = criterion.score(at);
        for (int steps = 1; steps <= MOST_STEPS; steps++) {
            double[] slope = criterion.derivatives(at);
            double next = step(at, score, slope);
            double nextScore = criterion.score(next);
            double gain = score - nextScore;
            at = next;
            score = nextScore;
            boolean flat = Math.abs(slope[0]) <= Math.cbrt(TOLERANCE) * score;
            if (gain == 0 || (steps >= FEWEST_STEPS && gain <= TOLERANCE * score && flat)) {
                break;
            }
        }
        return outward(at, score);
    }

    /// The next place with a lower score; the same place if there is none.
    private double step(double at, double score, double[] slope) {
        double down = -Math.signum(slope[0]);
        double newton = Math.clamp(-slope[0] / slope[1], -LONGEST, LONGEST);
        double step = slope[1] > 0 ? newton : down;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            if (halving == NEWTON_HALVINGS && slope[1] > 0) {
                step = down;
            }
            if (criterion.score(at + step) < score) {
                return at + step;
            }
            step /= 2;
        }
        return at;
    }

    private double outward(double at, double score) {
        double direction = criterion.derivatives(at)[0] < 0 ? OUTWARD : -OUTWARD;
        double best = score;
        double place = at;
        for (int i = 0; i < OUTWARD_STEPS; i++) {
            double next = criterion.score(place + direction);
            if (!(next < best)) {
                break;
            }
            best = next;
            place += direction;
        }
        return place;
    }
}
