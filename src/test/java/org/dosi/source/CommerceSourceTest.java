package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.QualityElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Totals are from an independent count of the same files: numeric cells in the columns of counts and months.
class CommerceSourceTest {
    private static final Charset CP949 = Charset.forName("MS949");
    private static final String CHANGE = "commerce/dong-2019-2024/서울시_상권분석서비스(상권변화지표-행정동).csv.gz";
    private static final String SALES = "commerce/sangkwon-sales-2020-2024/merged_data_";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "seoul-change-dong,dong-2019-2024/서울시_상권분석서비스(상권변화지표-행정동).csv.gz,40800,425,10200",
        "seoul-change-area,sangkwon/서울시_상권분석서비스(상권변화지표-상권).csv.gz,171600,1650,42900",
        "seoul-footfall-dong,dong-2019-2024/서울시_상권분석서비스(길단위인구-행정동).csv.gz,224400,425,0",
        "seoul-workers-dong,dong-2019-2024/서울시_상권분석서비스(직장인구-행정동).csv.gz,208656,414,0",
        "seoul-sales-area,sangkwon-sales-2020-2024/merged_data_2024_1.csv.gz,55854,963,963"
    })
    void everyNumericCellOfTheRealFilesIsToldOnce(String id, String path, long cells, int places, int codes) {
        RecordingSink told = SourceFiles.readDemo(Sources.find(id).orElseThrow(), "commerce/" + path);

        assertThat(told.observations).hasSize((int) cells);
        assertThat(told.missing).isZero();
        assertThat(told.issues).isEmpty();
        assertThat(told.features).hasSize(places);
        assertThat(told.codes).hasSize(codes);
    }

    @ParameterizedTest
    @CsvSource({"2020,224054", "2021,225562", "2022,225446", "2023,225214"})
    void theOtherYearsOfSalesReadAsWell(String year, long cells) {
        RecordingSink told = SourceFiles.readDemo(CommerceSources.salesOfArea(), SALES + year + ".csv.gz");

        assertThat(told.observations).hasSize((int) cells);
        assertThat(told.issues).isEmpty();
    }

    /// By hand: the first row of the file, 20191 청운효자동 LH 86 52 93 48.
    @Test
    void aRowOfChangeBecomesFourNumbersAndACode() {
        RecordingSink told = SourceFiles.readDemo(CommerceSources.changeOfDong(), CHANGE);

        String quarter = "2019-01-01T00:00:00+09:00";
        assertThat(told.find("seoul-change-dong/11110515/operating_months", quarter)
                        .orElseThrow()
                        .value())
                .isEqualTo(86);
        var city = told.find("seoul-change-dong/11110515/city_closing_months", quarter)
                .orElseThrow();
        assertThat(city.value()).isEqualTo(48);
        assertThat(city.end()).isEqualTo(Instant.parse("2019-03-31T15:00:00Z"));
        assertThat(told.codes.getFirst().value()).as("LH, expanding").isEqualTo(2);
        assertThat(told.codes.getFirst().datastream()).isEqualTo("seoul-change-dong/11110515/change_index");
        assertThat(feature(told, "dong:11110515").name().en()).isEqualTo("Cheongunhyoja-dong");
    }

    @Test
    void theDotThatTheEncodingLostIsPutBackIntoNames() {
        RecordingSink told = SourceFiles.readDemo(CommerceSources.changeOfDong(), CHANGE);

        assertThat(feature(told, "dong:11350625").name().ko()).isEqualTo("중계2·3동");
        assertThat(told.features.values()).noneMatch(dong -> dong.name().ko().contains("?"));
    }

    /// By hand: area 3110001 in the first row of the file of 2024.
    @Test
    void salesAreToldWithTheirParts() {
        RecordingSink told = SourceFiles.readDemo(CommerceSources.salesOfArea(), SALES + "2024_1.csv.gz");

        String quarter = "2024-01-01T00:00:00+09:00";
        String area = "seoul-sales-area/3110001/";
        assertThat(told.find(area + "sales_amount", quarter).orElseThrow().value())
                .isEqualTo(594027340);
        assertThat(told.find(area + "sales_amount.weekend", quarter)
                        .orElseThrow()
                        .value())
                .isEqualTo(275317658);
        assertThat(told.find(area + "residents_and_footfall.age60", quarter)
                        .orElseThrow()
                        .value())
                .isEqualTo(40427);
        assertThat(Objects.requireNonNull(told.datastreams.get(area + "sales_amount.weekend"))
                        .unit())
                .isEqualTo("{KRW}");
    }

    /// Whoever spends does so on one day of the week: the parts of a whole add up to it.
    @Test
    void weekdaysOfSalesAddUpToTheWhole() {
        RecordingSink told = SourceFiles.readDemo(CommerceSources.salesOfArea(), SALES + "2024_1.csv.gz");

        double whole = sum(told, "/sales_amount");
        double days = Arrays.stream("mon tue wed thu fri sat sun".split(" "))
                .mapToDouble(day -> sum(told, "/sales_amount." + day))
                .sum();
        assertThat(days).isCloseTo(whole, org.assertj.core.data.Percentage.withPercentage(0.01));
    }

    @Test
    void shuffledColumnsInUtf8TellTheSame() {
        SourceFile shuffled =
                SourceFiles.of(folder, "utf8.csv", reversedColumns(new String(SourceFiles.bytes(CHANGE), CP949)));

        RecordingSink told = SourceFiles.read(CommerceSources.changeOfDong(), shuffled);

        assertThat(told.observations).hasSize(40_800);
        assertThat(told.issues).isEmpty();
        assertThat(sum(told, "/operating_months"))
                .isEqualTo(sum(SourceFiles.readDemo(CommerceSources.changeOfDong(), CHANGE), "/operating_months"));
    }

    @Test
    void badCellsAndRowsAreIssuesAndReadingGoesOn() {
        RecordingSink told = SourceFiles.read(CommerceSources.changeOfDong(), SourceFiles.of(folder, "bad.csv", """
                기준_년분기_코드,행정동_코드,행정동_코드_명,상권_변화_지표,상권_변화_지표_명,운영_영업_개월_평균,폐업_영업_개월_평균,비고_수
                20195,11110515,청운효자동,LH,상권확장,1,2,0
                20191,1111051,청운효자동,LH,상권확장,3,,0
                20191,11110515,청운효자동,XX,상권확장,4,n/a,0
                20191,11110530,사직동,LL,정체,5,-,0
                20191,11110540,삼청동,LL
                20192,11305590,번1동,HL,상권축소,7,8,0
                """));

        assertThat(told.observations).hasSize(4);
        assertThat(told.missing)
                .as("a blank, a dash, and two cells that are not there")
                .isEqualTo(4);
        assertThat(told.rejected())
                .as("two of the first row, one of the second and one of the third")
                .isEqualTo(4);
        assertThat(told.issues.stream().map(issue -> issue.element()).toList())
                .containsExactly(
                        QualityElement.COMPLETENESS_COMMISSION,
                        QualityElement.TEMPORAL_CONSISTENCY,
                        QualityElement.DOMAIN_CONSISTENCY,
                        QualityElement.FORMAT_CONSISTENCY,
                        QualityElement.DOMAIN_CONSISTENCY,
                        QualityElement.CONCEPTUAL_CONSISTENCY,
                        QualityElement.FORMAT_CONSISTENCY);
        assertThat(told.features).as("the new code of 번1동").containsKey("dong:11305595");
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        var source = CommerceSources.changeOfDong();

        assertThatThrownBy(() ->
                        SourceFiles.read(source, SourceFiles.of(folder, "page.html", "<html>\n<body>no</body>\n")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("기준_년분기_코드");
        assertThatThrownBy(() -> SourceFiles.read(source, SourceFiles.of(folder, "empty.csv", "")))
                .isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> SourceFiles.read(source, SourceFiles.cut(folder, CHANGE)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("truncated");
        assertThatThrownBy(() -> SourceFiles.readDemo(source, SALES + "2020.csv.gz"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("행정동_코드");
        assertThatThrownBy(() -> SourceFiles.readDemo(CommerceSources.workersOfDong(), CHANGE))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("총_직장_인구_수");
    }

    @Test
    void aTableByTradeIsRefusedBecauseItsRowsWouldOverwriteEachOther() {
        SourceFile trades = SourceFiles.of(folder, "trades.csv", """
                기준_년분기_코드,상권_코드,상권_코드_명,서비스_업종_코드,당월_매출_금액
                20191,3110001,이북5도청사,CS100001,5
                """);

        assertThatThrownBy(() -> SourceFiles.read(CommerceSources.salesOfArea(), trades))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("서비스_업종_코드");
    }

    private static double sum(RecordingSink told, String ending) {
        return told.observations.stream()
                .filter(o -> o.datastream().endsWith(ending))
                .mapToDouble(RecordingSink.Told::value)
                .sum();
    }

    private static byte[] reversedColumns(String csv) {
        return csv.lines()
                .map(line -> Arrays.asList(line.split(",")).reversed().stream().collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static FeatureOfInterest feature(RecordingSink told, String id) {
        return Objects.requireNonNull(told.features.get(id), id);
    }
}
