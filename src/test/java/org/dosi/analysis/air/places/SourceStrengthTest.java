package org.dosi.analysis.air.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.dosi.analysis.air.places.SourcesFound.Strength;
import org.junit.jupiter.api.Test;

class SourceStrengthTest {
    @Test
    void aSourceIsDoubtfulWhereItsIntervalBeginsAtNothing() {
        assertThat(new Strength(2, 0, 5).isDoubtful()).isTrue();
        assertThat(new Strength(2, 0.1, 5).isDoubtful()).isFalse();
        assertThat(new Strength(2, Double.NaN, Double.NaN).isDoubtful())
                .as("days were not resampled")
                .isFalse();
    }
}
