package org.dosi.kernel.stat;

/// What a boosted model is to keep small: the loss of a residual (observed less predicted).
///
/// Sources: Friedman (2001), Annals of Statistics 29(5), 1189-1232, algorithms 2 to 4 (squares, least
/// absolute deviation, Huber's M); Koenker and Bassett (1978), Econometrica 46(1), 33-50 (quantiles).
public sealed interface Loss {

    /// Half the square: the model predicts the mean.
    record Squared() implements Loss {}

    /// Half the square up to `delta`, linear beyond it: a mean that single wild values cannot pull.
    record Huber(double delta) implements Loss {
        public Huber {
            Check.positive("delta", delta);
        }
    }

    /// The pinball loss: the model predicts the quantile at `share`; at one half the median, by absolute
    /// values.
    record Quantile(double share) implements Loss {
        public Quantile {
            Check.within(0, 1, "share", share);
        }
    }

    static Loss absolute() {
        return new Quantile(0.5);
    }

    /// The loss of one residual.
    default double of(double residual) {
        return switch (this) {
            case Squared _ -> 0.5 * residual * residual;
            case Huber(double delta) -> {
                double size = Math.abs(residual);
                yield size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
            }
            case Quantile(double share) -> residual >= 0 ? share * residual : (share - 1) * residual;
        };
    }

    /// How fast the loss falls when the prediction rises: the negative gradient, to which each tree is
    /// fitted.
    default double descent(double residual) {
        return switch (this) {
            case Squared _ -> residual;
            case Huber(double delta) -> Math.clamp(residual, -delta, delta);
            case Quantile(double share) -> residual > 0 ? share : residual < 0 ? share - 1 : 0;
        };
    }

    /// The one number that is best for the first `count` residuals, which are left in another order; NaN of
    /// none. Huber's is Friedman's one step from the median.
    default double best(double[] residuals, int count) {
        return switch (this) {
            case Squared _ -> mean(residuals, count);
            case Huber(double delta) -> {
                double median = Quantiles.median(residuals, count);
                double sum = 0;
                for (int i = 0; i < count; i++) {
                    sum += Math.clamp(residuals[i] - median, -delta, delta);
                }
                yield median + sum / count;
            }
            case Quantile(double share) -> Quantiles.select(residuals, count, share);
        };
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
