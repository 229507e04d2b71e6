package org.dosi.kernel.plume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InjectedPlumeTest {
    private static final double X = 700;
    private static final double Y = -400;

    private final SyntheticCity city = new SyntheticCity(11);
    private final NetworkHours hours = city.hours();

    private double[] plume(Set<PlumeError> errors, NetworkHours hours) {
        return InjectedPlume.of(
                X,
                Y,
                hours,
                new SourceRecovery.Place(SyntheticCity.X, SyntheticCity.Y, city.footprints),
                SyntheticCity.PLUME,
                errors,
                new SplittableRandom(5));
    }

    /// The plume of a point from the formula of an hour, with the speed's class of that hour.
    @Test
    void withoutErrorsItIsTheMapsOwnPlume() {
        double[] plume = plume(Set.of(), hours);
        for (int t = 0; t < 200; t++) {
            int state = city.state[t];
            HourlyPlume hour = new HourlyPlume(
                    WindStates.curveOf(state, 16), WindStates.speedClassOf(state, 16), SyntheticCity.PLUME);
            for (int j = 0; j < SyntheticCity.X.length; j++) {
                double one = hour.fromSquare(
                        SyntheticCity.X[j] - X, SyntheticCity.Y[j] - Y, 1e-3, WindStates.windFromRad(state, 16));
                assertThat(plume[t * SyntheticCity.X.length + j])
                        .isCloseTo(one / city.speed[t], within(1e-9 * one + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlumeError.class)
    void everyErrorChangesItAndNoneMakesItAnotherSource(PlumeError error) {
        // One calm hour in ten, so that there is something to leave with the wind.
        int[] state = hours.windState().clone();
        for (int t = 5; t < state.length; t += 10) {
            state[t] = WindStates.NONE;
        }
        NetworkHours calm = new NetworkHours(
                hours.stations(),
                hours.concentrationUgPerM3(),
                state,
                hours.windSpeedMPerS(),
                hours.firstHourOfDay(),
                hours.offsetGroup());
        double[] none = plume(Set.of(), calm);
        double[] with = plume(EnumSet.of(error), calm);
        assertThat(with).isNotEqualTo(none);
        assertThat(with).isEqualTo(plume(EnumSet.of(error), calm));
        double ratio = Arrays.stream(with).sum() / Arrays.stream(none).sum();
        assertThat(ratio).as("%s", error).isBetween(0.4, 2.5);
        assertThat(with[5 * SyntheticCity.X.length]).as("a calm hour").isZero();
    }
}
