/// Forecasts: plain ones, the baseline with a decaying anomaly, boosted trees on what is left, and the backtest that
/// judges them without a look at the future.
@NullMarked
package org.dosi.kernel.traffic.forecast;

import org.jspecify.annotations.NullMarked;
