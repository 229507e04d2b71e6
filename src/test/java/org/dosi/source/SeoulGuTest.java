package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeoulGuTest {

    @Test
    void seoulHasTwentyFiveGuWithDistinctCodes() {
        assertThat(SeoulGu.listAll()).hasSize(25);
        assertThat(SeoulGu.listAll())
                .extracting(SeoulGu::code)
                .doesNotHaveDuplicates()
                .startsWith("11110")
                .endsWith("11740");
        assertThat(SeoulGu.listAll()).extracting(SeoulGu::kostat).doesNotHaveDuplicates();
    }

    @Test
    void aGuIsFoundByEveryNameItsPublishersUse() {
        SeoulGu gangdong = new SeoulGu("11740", "11250", "강동구", "Gangdong-gu");

        assertThat(SeoulGu.findByCode("11740")).contains(gangdong);
        assertThat(SeoulGu.findByKostat("11250")).contains(gangdong);
        assertThat(SeoulGu.findByName("강동구")).contains(gangdong);
        assertThat(SeoulGu.findByEnglishName("gangdong-gu")).contains(gangdong);
        assertThat(SeoulGu.findByCode("11250")).as("a code of the other list").isEmpty();
        assertThat(gangdong.featureId()).isEqualTo("gu:11740");
    }
}
