package org.dosi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollutantNamesTest {
    @Test
    void pollutantsAreKnownInBothLanguages() {
        is("pm10", "pm10", "PM-10", "PM 10 (µg/m³)", "pm10_ugm3", "미세먼지", "미세먼지(㎍/㎥)", "미세먼지 (PM10)", "미세먼지농도(㎍/㎥)");
        is("pm25", "PM2.5", "PM₂.₅", "pm2_5_ugm3", "PM-2.5", "초미세먼지", "초미세먼지 (㎍/㎥)", "미세먼지(PM2.5)", "미세먼지 (PM-2.5)");
        is("o3", "O3 [ppm]", "ozone", "Ozone (ppb)", "오존", " 오존(ppm) ", "오존 농도");
        is("no2", "NO₂", "nitrogen dioxide", "Nitrogen_Dioxide [ppb]", "이산화질소", "이산화질소농도(ppm)");
        is("so2", "so2", "sulphur dioxide", "sulfur dioxide (ppb)", "아황산가스", "아황산가스농도(ppm)", "이산화황");
        is("co", "CO", "co_ppm", "carbon monoxide", "일산화탄소", "일산화탄소 (ppm)");
    }

    /// Some systems write a syllable as its letters.
    @Test
    void lettersOfASyllableAreTheSyllable() {
        is("o3", Normalizer.normalize("오존", Normalizer.Form.NFD));
    }

    @Test
    void whatOnlyBeginsAlikeIsNoPollutant() {
        List<String> others =
                List.of("co2", "pm100", "nox", "no", "이산화탄소", "carbon dioxide", "오존층", "coarse", "", "미세먼지주의보");

        assertThat(others)
                .allSatisfy(other -> assertThat(PollutantNames.find(other)).isEmpty());
    }

    private static void is(String id, String... headings) {
        assertThat(headings)
                .allSatisfy(heading -> assertThat(PollutantNames.find(heading)).contains(id));
    }
}
