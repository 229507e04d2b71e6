package org.dosi.product.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "ug/m3, µg/m³",
        "[ppm], ppm",
        "Cel, °C",
        "%, %",
        "m/s, m/s",
        "hPa, hPa",
        "dB[SPL]{A}, dB(A)",
        "{KRW}, ₩",
        "{vehicles}/h, vehicles/h",
        "mo, months",
        "W/m2, W/m²",
        "{unheard}/km2, unheard/km²",
        "10*3.m3, 10*3·m³"
    })
    void codesAreWrittenAsPeopleReadThem(String ucum, String label) {
        assertThat(Units.label(ucum).en()).isEqualTo(label);
    }

    @Test
    void koreansReadKorean() {
        assertThat(Units.label("{KRW}")).isEqualTo(Name.of("원", "₩"));
        assertThat(Units.label("{vehicles}/h").ko()).isEqualTo("대/h");
        assertThat(Units.label("mo").ko()).isEqualTo("개월");
    }
}
