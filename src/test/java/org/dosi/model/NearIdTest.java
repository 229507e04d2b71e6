package org.dosi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearIdTest {
    private static final List<String> KNOWN =
            List.of("pm25", "pm10", "o3", "seoul-air-stations", "seoul-air-station-info", "vehicle-flow");

    @ParameterizedTest
    @CsvSource({
        "PM10, pm10",
        "pm1O, pm10",
        "pm10x, pm10",
        "m10, pm10",
        "seoul-air-station, seoul-air-stations",
        "soul_air_statons, seoul-air-stations"
    })
    void aSlipIsSeenThrough(String typed, String meant) {
        assertThat(NearId.find(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"pm1OO", "noise", "''", "x"})
    void whatIsFarFromAllIsNearNone(String typed) {
        assertThat(NearId.find(typed, KNOWN)).isEmpty();
        assertThat(NearId.hint(typed, KNOWN)).isEmpty();
    }

    /// Of twelve letters three may be wrong, and not four.
    @Test
    void aLongIdMayHaveMoreSlips() {
        assertThat(NearId.find("vehicle-xxxw", KNOWN)).contains("vehicle-flow");
        assertThat(NearId.find("vehicle-xxxx", KNOWN)).isEmpty();
    }

    @Test
    void ofEquallyNearOnesTheFirstIsNamed() {
        assertThat(NearId.hint("pm15", KNOWN)).isEqualTo("; did you mean pm10?");
    }
}
