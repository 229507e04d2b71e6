package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AirQualityIndexTest {
    private final IndexRules rules = Cai.rules();

    AirQualityIndexTest() throws IOException {}

    /// From the reference: O3 0.0785 → 90, CO 5 → 72, O3 far above the table → 500.
    @Test
    void subIndicesAreThoseOfTheReference() {
        assertThat(subIndex(IndexItem.O3, 0.0785)).isEqualTo(90);
        assertThat(subIndex(IndexItem.O3, 0.07853333)).isEqualTo(90);
        assertThat(subIndex(IndexItem.CO, 5)).isEqualTo(72);
        assertThat(subIndex(IndexItem.O3, 100)).isEqualTo(500);
        assertThat(subIndex(IndexItem.O3, 0)).isZero();
    }

    @Test
    void everyEndOfABracketHasTheIndexOfTheTable() {
        rules.scales()
                .forEach((item, scale) -> scale.brackets().forEach(bracket -> {
                    assertThat(subIndex(item, bracket.low()))
                            .as(item + " " + bracket)
                            .isEqualTo(bracket.indexLow());
                    assertThat(subIndex(item, bracket.high()))
                            .as(item + " " + bracket)
                            .isEqualTo(bracket.indexHigh());
                }));
    }

    /// Between 0.030 and 0.031 ppm the table has no number: the concentration is cut to three decimals.
    @Test
    void aConcentrationBetweenTwoBracketsBelongsToTheLowerOne() {
        assertThat(subIndex(IndexItem.O3, 0.0309999)).isEqualTo(50);
        assertThat(subIndex(IndexItem.PM25, 15.99)).isEqualTo(50);
        assertThat(subIndex(IndexItem.PM25, 16)).isEqualTo(51);
        assertThat(subIndex(IndexItem.O3, 0.077))
                .as("0.077 is a little less in binary")
                .isEqualTo(89);
    }

    /// By hand: 0.58 · 25 = 14.5 and 1.14 · 25 = 28.5, which in binary are a little less; 0.57 · 25 = 14.25.
    @Test
    void exactHalvesAreRoundedUp() {
        assertThat(subIndex(IndexItem.CO, 0.58)).isEqualTo(15);
        assertThat(subIndex(IndexItem.CO, 1.14)).isEqualTo(29);
        assertThat(subIndex(IndexItem.CO, 0.57)).isEqualTo(14);
    }

    /// Every step of every bracket against the formula in decimal fractions.
    @Test
    void everyStepOfEveryBracketIsRoundedAsInDecimal() {
        rules.scales().forEach((item, scale) -> {
            for (IndexScale.Bracket bracket : scale.brackets()) {
                BigDecimal low = BigDecimal.valueOf(bracket.low());
                BigDecimal width = BigDecimal.valueOf(bracket.high()).subtract(low);
                BigDecimal indices = BigDecimal.valueOf(bracket.indexHigh() - bracket.indexLow());
                BigDecimal step = BigDecimal.ONE.movePointLeft(scale.decimals());
                for (BigDecimal above = BigDecimal.ZERO; above.compareTo(width) <= 0; above = above.add(step)) {
                    BigDecimal expected = indices.multiply(above)
                            .add(BigDecimal.valueOf(bracket.indexLow()).multiply(width))
                            .divide(width, 0, RoundingMode.HALF_UP);
                    assertThat(subIndex(item, low.add(above).doubleValue()))
                            .as(item + " " + low.add(above))
                            .isEqualTo(expected.doubleValue());
                }
            }
        });
    }

    @Test
    void nothingAndLessThanNothingHaveNoSubIndex() {
        assertThat(subIndex(IndexItem.CO, Double.NaN)).isNaN();
        assertThat(subIndex(IndexItem.CO, -1)).isNaN();
    }

    /// Twenty-five records that AirKorea published. The particles are given as their predicted means, so
    /// the rules of this test take them hour by hour; the record of 2015 has no PM2.5.
    @Test
    void publishedIndicesComeOut() throws IOException {
        IndexRules hourly = new IndexRules(
                rules.scales(), Map.of(), Set.of(IndexItem.NO2, IndexItem.O3), IndexGrade.BAD, 50, 75, 500);
        List<String> lines = Files.readAllLines(Cai.FOLDER.resolve("airkorea-published.csv")).stream()
                .skip(2)
                .toList();
        assertThat(lines).hasSize(25);
        for (String line : lines) {
            String[] cell = line.split(",", -1);
            Map<IndexItem, double[]> hour = new EnumMap<>(IndexItem.class);
            for (IndexItem item : IndexItem.ALL) {
                String text = cell[2 + IndexItem.ALL.indexOf(item)];
                hour.put(item, new double[] {text.isEmpty() ? Double.NaN : Double.parseDouble(text)});
            }
            IndexSeries index = AirQualityIndex.of(hour, 1, hourly);

            assertThat(index.index()[0]).as(line).isEqualTo(Double.parseDouble(cell[8]));
            assertThat(index.gradeAt()[0] + 1).as(line).isEqualTo(Integer.parseInt(cell[9]));
        }
    }

    @Test
    void oneBadPollutantAddsNothingTwoAddFiftyThreeAddSeventyFive() {
        double[] none = constant(0.02);
        IndexSeries one = day(constant(40), constant(10), none, constant(0.091));
        IndexSeries two = day(constant(40), constant(36), none, constant(0.091));
        IndexSeries three = day(constant(81), constant(36), none, constant(0.091));

        assertThat(one.index()[23]).isEqualTo(101);
        assertThat(one.added()[23]).isZero();
        assertThat(two.index()[23]).isEqualTo(151);
        assertThat(two.responsible(23)).as("of equals the first").contains(IndexItem.O3);
        assertThat(three.index()[23]).isEqualTo(176);
        assertThat(three.added()[23]).isEqualTo(75);
        assertThat(three.grade(23)).contains(IndexGrade.BAD);
    }

    @Test
    void additionsEndAtTheHighestIndex() {
        IndexSeries worst = day(constant(700), constant(600), constant(0.5), constant(0.3));
        assertThat(worst.index()[23]).isEqualTo(500);
        assertThat(worst.grade(23)).contains(IndexGrade.VERY_BAD);
    }

    @Test
    void aRequiredPollutantThatIsMissingLeavesNoIndex() {
        double[] withGap = constant(0.04);
        withGap[20] = Double.NaN;
        IndexSeries gap = day(constant(40), constant(20), withGap, constant(0.05));
        assertThat(gap.index()[20]).isNaN();
        assertThat(gap.grade(20)).isEmpty();
        assertThat(gap.responsible(20)).isEmpty();
        assertThat(gap.index()[21]).isFinite();

        IndexSeries noParticles =
                AirQualityIndex.of(Map.of(IndexItem.NO2, constant(0.04), IndexItem.O3, constant(0.04)), 24, rules);
        assertThat(noParticles.index()).containsOnly(Double.NaN);
        assertThat(noParticles.subIndex()[IndexItem.ALL.indexOf(IndexItem.NO2)][5])
                .isEqualTo(66);
    }

    @Test
    void sulphurAndCarbonMonoxideAreNotRequired() {
        IndexSeries index = day(constant(40), constant(20), constant(0.02), constant(0.05));
        assertThat(index.index()[23]).isFinite();
        assertThat(index.index()[7])
                .as("eight hours are less than 75 % of twelve")
                .isNaN();
        assertThat(index.index()[8]).isFinite();
    }

    @Test
    void anEmptySpanIsNoFault() {
        assertThat(AirQualityIndex.of(Map.of(), 0, rules).hours()).isZero();
    }

    @Test
    void seriesOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AirQualityIndex.of(Map.of(IndexItem.O3, new double[3]), 4, rules));
    }

    private IndexSeries day(double[] pm10, double[] pm25, double[] no2, double[] o3) {
        return AirQualityIndex.of(
                Map.of(IndexItem.PM10, pm10, IndexItem.PM25, pm25, IndexItem.NO2, no2, IndexItem.O3, o3), 24, steady());
    }

    /// The rules without the reduction of steady hours, so that a constant is its own predicted mean.
    private IndexRules steady() {
        PredictionRule plain = new PredictionRule(12, 4, 1e9, 0.9, 1.7, 0.75, 0.75);
        return new IndexRules(
                rules.scales(),
                Map.of(IndexItem.PM10, plain, IndexItem.PM25, plain),
                rules.required(),
                rules.addFrom(),
                rules.addForTwo(),
                rules.addForThree(),
                rules.highest());
    }

    private double subIndex(IndexItem item, double concentration) {
        return AirQualityIndex.subIndex(
                concentration, Objects.requireNonNull(rules.scales().get(item)));
    }

    private static double[] constant(double value) {
        double[] hours = new double[24];
        Arrays.fill(hours, value);
        return hours;
    }
}
