package org.dosi.kernel.traffic.forecast;

import java.time.LocalDate;
import java.util.function.Function;
import org.dosi.kernel.traffic.DayClass;
import org.dosi.kernel.traffic.Panel;

/// A way to forecast.
public interface ForecastMethod {

    /// What it is called in tables: `baseline_anomaly`.
    String name();

    /// @param past all that may be known
    /// @param classOf the class of a day
    /// @param ahead the most steps that will be asked for
    Forecaster fit(Panel past, Function<LocalDate, DayClass> classOf, int ahead);
}
