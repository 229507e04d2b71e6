package org.dosi.kernel.traffic.environment;

import org.dosi.kernel.stat.Check;

/// A hot exhaust factor as a function of the mean speed.
///
/// Source: EMEP/EEA air pollutant emission inventory guidebook, 1.A.3.b.i-iv Road transport, appendix of hot factors
/// (editions 2016 and 2019). Outside of the speeds for which a function was fitted the factor at the nearest of them
/// is taken, as the guidebook asks; a negative value of a fit is 0.
///
/// @param coefficients as many as the form has
/// @param reduction the share by which the factor is reduced against the fit, 0 to 1
/// @param fromKmPerH least speed of the fit
/// @param toKmPerH greatest speed of the fit
@SuppressWarnings("ArrayRecordComponent") // handed over and not compared
public record EmissionFunction(Form form, double[] coefficients, double reduction, double fromKmPerH, double toKmPerH) {

    /// How the coefficients a, b, c, … and the speed V make a factor.
    public enum Form {
        /// `(aV² + bV + c + d/V) / (eV² + fV + g)`: heavy vehicles, edition 2019.
        HEAVY_RATIONAL(7),
        /// `(a + cV + eV² + f/V) / (1 + bV + dV²)`: light vehicles, equation 1 of edition 2016.
        LIGHT_RATIONAL(6),
        /// `aV⁵ + bV⁴ + cV³ + dV² + eV + f`: equation 17, and motorcycles.
        POLYNOMIAL(6),
        /// `aVᵇ + cVᵈ`: equation 9.
        TWO_POWERS(4),
        /// `a + b / (1 + exp(-c + d ln V + eV))`: equation 6.
        LOGISTIC(5);

        private final int coefficients;

        Form(int coefficients) {
            this.coefficients = coefficients;
        }

        public int coefficients() {
            return coefficients;
        }
    }

    public EmissionFunction {
        Check.within(form.coefficients, form.coefficients, "coefficients of " + form, coefficients.length);
        Check.within(0, 1, "reduction", reduction);
        Check.within(0, toKmPerH, "fromKmPerH", fromKmPerH);
    }

    /// @param speedKmPerH mean speed of the traffic; NaN gives NaN
    public double gramsPerKm(double speedKmPerH) {
        double v = Math.clamp(speedKmPerH, fromKmPerH, toKmPerH);
        double[] k = coefficients;
        double factor = switch (form) {
            case HEAVY_RATIONAL -> (k[0] * v * v + k[1] * v + k[2] + over(k[3], v)) / (k[4] * v * v + k[5] * v + k[6]);
            case LIGHT_RATIONAL -> (k[0] + k[2] * v + k[4] * v * v + over(k[5], v)) / (1 + k[1] * v + k[3] * v * v);
            case POLYNOMIAL -> ((((k[0] * v + k[1]) * v + k[2]) * v + k[3]) * v + k[4]) * v + k[5];
            case TWO_POWERS -> k[0] * Math.pow(v, k[1]) + k[2] * Math.pow(v, k[3]);
            case LOGISTIC -> k[0] + k[1] / (1 + Math.exp(-k[2] + k[3] * Math.log(v) + k[4] * v));
        };
        return factor < 0 ? 0 : factor * (1 - reduction);
    }

    private static double over(double coefficient, double v) {
        return coefficient == 0 ? 0 : coefficient / v;
    }
}
