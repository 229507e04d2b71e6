package org.dosi.source;

import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// The tables of Seoul's commercial-area service that are read.
final class CommerceSources {
    private static final String SERVICE = "서울시 상권분석서비스";

    private CommerceSources() {}

    static ObservationSource changeOfDong() {
        return source(
                "seoul-change-dong",
                CommercePlaces.DONG,
                Name.of(SERVICE + "(상권변화지표-행정동), CSV", "the commercial change index of Seoul by dong, CSV"),
                Name.of("상권변화지표(행정동)", "Commercial change index by dong"),
                Name.of(
                        "행정동별·분기별 상권변화지표와 운영·폐업 점포의 평균 영업 개월. 2024년에 바뀐 판이며 이전 판과는 이어 붙일 수 없다.",
                        "The change index of every dong and quarter, with the mean months in business of open and of closed "
                                + "shops. This is the later vintage: never join it to the earlier one."),
                "상권_변화_지표",
                "운영_영업_개월_평균",
                "폐업_영업_개월_평균");
    }

    static ObservationSource changeOfArea() {
        return source(
                "seoul-change-area",
                CommercePlaces.AREA,
                Name.of(SERVICE + "(상권변화지표-상권), CSV", "the commercial change index of Seoul by commercial area, CSV"),
                Name.of("상권변화지표(상권)", "Commercial change index by commercial area"),
                Name.of(
                        "상권별·분기별 상권변화지표와 운영·폐업 점포의 평균 영업 개월. 운영 개월 0은 발표된 그대로이다.",
                        "The change index of every commercial area and quarter. A few areas have 0 operating months: as "
                                + "published."),
                "상권_변화_지표",
                "운영_영업_개월_평균",
                "폐업_영업_개월_평균");
    }

    static ObservationSource footfallOfDong() {
        return source(
                "seoul-footfall-dong",
                CommercePlaces.DONG,
                Name.of(SERVICE + "(길단위인구-행정동), CSV", "the footfall of Seoul by dong, CSV"),
                Name.of("길단위인구(행정동)", "Footfall by dong"),
                Name.of(
                        "행정동별·분기별 길단위(유동)인구 추정: 성·연령·시간대·요일별.",
                        "Estimated footfall of every dong and quarter, by sex, age, time of day and weekday."),
                "총_유동인구_수");
    }

    static ObservationSource workersOfDong() {
        return source(
                "seoul-workers-dong",
                CommercePlaces.DONG,
                Name.of(SERVICE + "(직장인구-행정동), CSV", "the workers of Seoul by dong, CSV"),
                Name.of("직장인구(행정동)", "Workers by dong"),
                Name.of(
                        "행정동별·분기별 직장인구: 성·연령별. 425개 동 가운데 414개 동만 있다.",
                        "People who work in each dong, by quarter, sex and age. Covers 414 of the 425 dong."),
                "총_직장_인구_수");
    }

    static ObservationSource salesOfArea() {
        return source(
                "seoul-sales-area",
                CommercePlaces.AREA,
                Name.of(
                        SERVICE + " 병합 자료(골목상권 외식업 매출), CSV",
                        "merged food-service sales, residents and footfall of Seoul's commercial areas, CSV"),
                Name.of("골목상권 외식업 추정 매출", "Estimated food-service sales of alley areas"),
                Name.of(
                        "골목상권별·분기별 외식업 9개 업종의 추정 매출(당월)과 상주·유동인구. 제3자가 상권분석서비스의 표를 합친 자료이다.",
                        "Estimated monthly sales of nine food-service trades in each alley commercial area and quarter, "
                                + "with residents and footfall. Merged from the service's tables by a third party, which "
                                + "also added the sums of residents and footfall."),
                "당월_매출_금액");
    }

    private static ObservationSource source(
            String id, CommercePlaces places, Name reads, Name title, Name description, String... needed) {
        Dataset dataset = Publishers.openData(id, title, description);
        return new CommerceSource(
                new SourceDescription(id, reads, dataset, 1, SourceDescription.Counts.OBSERVATIONS, false),
                places,
                needed);
    }
}
