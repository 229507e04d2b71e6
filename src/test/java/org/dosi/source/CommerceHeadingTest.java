package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceHeadingTest {

    @ParameterizedTest
    @CsvSource({
        "당월_매출_금액,sales_amount,{KRW}",
        "당월_매출_건수,sales_count,{sales}",
        "월요일_매출_금액,sales_amount.mon,{KRW}",
        "주중_매출_건수,sales_count.weekday,{sales}",
        "시간대_06~11_매출_금액,sales_amount.h06_11,{KRW}",
        "시간대_00_06_유동인구_수,footfall.h00_06,{persons}",
        "시간대_건수~06_매출_건수,sales_count.h00_06,{sales}",
        "시간대_건수~24_매출_건수,sales_count.h21_24,{sales}",
        "연령대_60_이상_상주인구_수,residents.age60,{persons}",
        "남성연령대_10_직장_인구_수,workers.male_age10,{persons}",
        "여성연령대_60_이상_직장_인구_수,workers.female_age60,{persons}",
        "남성_매출_금액,sales_amount.male,{KRW}",
        "총_상주인구_수,residents,{persons}",
        "연령대_10_총_인구_수,residents_and_footfall.age10,{persons}",
        "서울_폐업_영업_개월_평균,city_closing_months,mo"
    })
    void headingsOfTheFamilyAreUnderstood(String heading, String property, String unit) {
        Quantity meaning = CommerceHeading.find(heading).orElseThrow();

        assertThat(meaning.property().id()).isEqualTo(property);
        assertThat(meaning.unit()).isEqualTo(unit);
        int dot = property.indexOf('.');
        assertThat(meaning.property().parentId()).isEqualTo(dot < 0 ? null : property.substring(0, dot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"점포_수", "기준_년분기_코드", "휴일_매출_금액", "시간대_건수~12_매출_건수", "매출_금액_비고", "연령대_65_매출_금액", ""})
    void headingsOfAnotherFamilyAreNot(String heading) {
        assertThat(CommerceHeading.find(heading)).isEmpty();
    }

    @Test
    void partsAreNamedInBothLanguages() {
        var property = CommerceHeading.find("연령대_60_이상_매출_금액").orElseThrow().property();

        assertThat(property.name().ko()).isEqualTo("추정 매출액 · 60대 이상");
        assertThat(property.name().en()).isEqualTo("Estimated sales, aged 60 and over");
    }
}
