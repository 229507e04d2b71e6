package org.dosi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dosi.model.Flag;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Quality;
import org.dosi.model.Step;
import org.junit.jupiter.api.Test;

class QualityControlTest {
    private static final QualityControl CONTROL = new QualityControl(RuleBook.standard());

    private static Series series(String code, String property, String unit, Step step, int freshFrom, double... value) {
        long[] start = new long[value.length];
        for (int i = 0; i < value.length; i++) {
            start[i] = i * step.meanSeconds();
        }
        return new Series(
                DemoSeries.stream(code, property, unit, step),
                Double.NaN,
                Double.NaN,
                start,
                value,
                new int[value.length],
                freshFrom);
    }

    private static Series find(List<Series> all, String code, String property) {
        return all.stream()
                .filter(s -> s.datastream().id().equals("demo/" + code + "/" + property))
                .findFirst()
                .orElseThrow();
    }

    private static int flags(Series s, String time) {
        long seconds = LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
        return s.flags()[Arrays.binarySearch(s.startSeconds(), seconds)];
    }

    private static long count(List<Series> all, String property, Flag flag) {
        return all.stream()
                .filter(s -> s.datastream().property().id().equals(property))
                .flatMapToInt(s -> Arrays.stream(s.flags()))
                .filter(f -> (f & flag.mask()) != 0)
                .count();
    }

    private static long flaggedBetween(List<Series> all, String property, String from, String to, int mask) {
        long start = LocalDateTime.parse(from).toEpochSecond(ZoneOffset.UTC);
        long end = LocalDateTime.parse(to).toEpochSecond(ZoneOffset.UTC);
        long count = 0;
        for (Series s : all) {
            for (int i = 0; i < s.size(); i++) {
                boolean inside = s.startSeconds()[i] >= start && s.startSeconds()[i] < end;
                count +=
                        inside && s.datastream().property().id().equals(property) && (s.flags()[i] & mask) != 0 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theFaultsOf2017AreFoundAndTheDustAndHazeAreKept() throws IOException {
        List<Series> air = DemoSeries.air2017();
        CONTROL.check(air);

        assertThat(flags(find(air, "113", "co"), "2017-01-15T20:00"))
                .as("71.7 ppm")
                .isEqualTo(Flag.OUT_OF_RANGE.mask());
        assertThat(flags(find(air, "113", "co"), "2017-01-15T18:00"))
                .as("30.4 ppm")
                .isEqualTo(Flag.SPIKE.mask());
        assertThat(flags(find(air, "111", "o3"), "2017-07-02T21:00"))
                .as("5.297 ppm")
                .isEqualTo(Flag.OUT_OF_RANGE.mask());
        assertThat(flags(find(air, "111", "pm10"), "2017-08-20T07:00"))
                .as("3,403")
                .isEqualTo(Flag.OUT_OF_RANGE.mask());
        assertThat(flags(find(air, "121", "pm10"), "2017-07-10T20:00"))
                .as("2,172 alone")
                .isEqualTo(Flag.SPIKE.mask());

        int jumps = Flag.SPIKE.mask() | Flag.OUT_OF_RANGE.mask() | Flag.FLAT_LINE.mask();
        assertThat(flaggedBetween(air, "pm10", "2017-05-06T00:00", "2017-05-10T00:00", jumps))
                .as("yellow dust")
                .isZero();
        assertThat(flaggedBetween(air, "pm10", "2017-01-18T00:00", "2017-01-20T00:00", jumps))
                .as("haze")
                .isZero();
        assertThat(flaggedBetween(air, "pm25", "2017-01-18T00:00", "2017-01-20T00:00", jumps))
                .as("haze")
                .isZero();
        assertThat(flaggedBetween(air, "pm25", "2017-01-01T00:00", "2017-01-02T15:00", jumps))
                .as("New Year")
                .isZero();
        // An independent count of the zeros in the file.
        assertThat(count(air, "so2", Flag.SUSPECT_ZERO)).isEqualTo(844);
        assertThat(count(air, "pm25", Flag.SUSPECT_ZERO)).isEqualTo(1166);
    }

    @Test
    void theLostSignsOf2022AreFoundByPhysics() throws IOException {
        List<Series> weather = DemoSeries.kma2022();
        CONTROL.check(weather);

        // 103 hours break the tie of temperature, dew point and humidity by more than 1 °C (counted apart
        // from this code).
        assertThat(count(weather, "temperature", Flag.SIGN_LOST)).isEqualTo(75);
        assertThat(count(weather, "dew_point", Flag.SIGN_LOST)).isEqualTo(28);
        assertThat(count(weather, "temperature", Flag.INCONSISTENT)).isZero();
        assertThat(flaggedBetween(weather, "temperature", "2022-03-01T00:00", "2022-11-01T00:00", ~0))
                .isZero();
        assertThat(count(weather, "relative_humidity", Flag.SUSPECT_ZERO))
                .as("100 % written as 0")
                .isEqualTo(24);
    }

    @Test
    void ralliesAndFloodsAreKept() throws IOException {
        List<Series> noise = DemoSeries.noise2025();
        CONTROL.check(noise);
        assertThat(noise).hasSize(4);
        assertThat(noise.stream().flatMapToInt(s -> Arrays.stream(s.flags())).sum())
                .isZero();

        List<Series> traffic = DemoSeries.traffic2022(8, 8);
        CONTROL.check(traffic);
        assertThat(flaggedBetween(traffic, "traffic_volume", "2022-08-08T00:00", "2022-08-11T00:00", ~0))
                .isZero();
    }

    @Test
    void stretchesThatAThirdPartyFilledWithOneValueAreFlatLines() throws IOException {
        List<Series> districts = DemoSeries.districts2022();
        CONTROL.check(districts);

        assertThat(flags(find(districts, "동대문구", "pm10"), "2022-08-20T12:00") & Flag.FLAT_LINE.mask())
                .as("18 µg/m³ for 555 hours")
                .isNotZero();
    }

    private static List<Series> city(long seed) {
        Random random = new Random(seed);
        List<Series> city = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            double[] value = new double[24 * 40];
            for (int t = 0; t < value.length; t++) {
                value[t] = Math.rint(40 + 15 * Math.sin(t * Math.PI / 12) + 4 * random.nextGaussian());
            }
            city.add(series("s" + s, "pm10", "ug/m3", Step.HOUR, 24 * 10, value));
        }
        Series first = city.getFirst();
        first.value()[100] = 900;
        first.value()[500] = 900;
        first.value()[600] = 0;
        Arrays.fill(first.value(), 220, 270, 33);
        return city;
    }

    @Test
    void contextIsNeverFlaggedAgain() {
        List<Series> city = city(1);
        CONTROL.check(city);
        int[] flags = city.getFirst().flags();

        assertThat(Arrays.copyOf(flags, 240)).containsOnly(0);
        assertThat(flags[500]).isEqualTo(Flag.SPIKE.mask());
        assertThat(flags[600]).isEqualTo(Flag.SUSPECT_ZERO.mask());
        assertThat(flags[240]).as("a flat line that began in the context").isEqualTo(Flag.FLAT_LINE.mask());
        assertThat(flags[269]).isEqualTo(Flag.FLAT_LINE.mask());
        assertThat(flags[270]).isZero();
    }

    @Test
    void theOrderOfTheSeriesDoesNotMatter() {
        List<Series> one = city(2);
        List<Series> other = city(2);
        Collections.shuffle(other, new Random(5));
        CONTROL.check(one);
        CONTROL.check(other);

        for (Series s : one) {
            Series same = find(other, s.datastream().thing().id(), "pm10");
            assertThat(same.flags()).containsExactly(s.flags());
        }
    }

    @Test
    void whatThePublisherStatedStaysAndIsNoWitness() {
        List<Series> city = city(3);
        city.getFirst().flags()[500] = Flag.STATUS_POWER_OFF.mask();
        CONTROL.check(city);

        assertThat(city.getFirst().flags()[500]).as("not judged again").isEqualTo(Flag.STATUS_POWER_OFF.mask());
    }

    @Test
    void longPausesOfTheWholeNetworkCostNothingAndEndRuns() {
        long far = LocalDateTime.parse("2026-01-01T00:00").toEpochSecond(ZoneOffset.UTC) / 3600 * 3600;
        long[] start = {-60_000_000_000L, far, far + 3600};
        Series s = new Series(
                DemoSeries.stream("a", "pm10", "ug/m3", Step.HOUR),
                127,
                37,
                start,
                new double[] {5, 5, 5},
                new int[3],
                0);
        CONTROL.check(List.of(s));

        assertThat(s.flags()).containsExactly(0, 0, 0);
    }

    @Test
    void quartersAreCheckedForRangeAndZerosOnly() {
        Series months = series("a", "operating_months", "mo", Step.QUARTER, 0, 120, 0, 120, 120, 120, 120, -3);
        Series sales = series("a", "sales_amount", "{KRW}", Step.QUARTER, 0, -1, 0, 5);
        CONTROL.check(List.of(months, sales));

        assertThat(months.flags()).containsExactly(0, Flag.SUSPECT_ZERO.mask(), 0, 0, 0, 0, Flag.OUT_OF_RANGE.mask());
        assertThat(sales.flags()).containsExactly(Flag.OUT_OF_RANGE.mask(), 0, 0);
    }

    @Test
    void propertiesAndUnitsWithoutARuleAreLeftAlone() {
        Series unknown = series("a", "happiness", "1", Step.HOUR, 0, -1e9, 0, 1e9);
        Series otherUnit = series("a", "so2", "mg/m3", Step.HOUR, 0, -1e9, 0, 1e9);
        CONTROL.check(List.of(unknown, otherUnit));

        assertThat(unknown.flags()).containsOnly(0);
        assertThat(otherUnit.flags()).containsOnly(0);
    }

    @Test
    void aPartFollowsTheRuleOfItsWhole() {
        ObservedProperty sales = ObservedProperty.of("sales_amount", "매출", "Sales");
        RuleBook rules = RuleBook.standard();

        assertThat(rules.find(sales.part("mon", "월", "Monday"), "{KRW}")).isEqualTo(rules.find(sales, "{KRW}"));
        assertThat(rules.find(sales, "{KRW}").orElseThrow().high()).isNaN();
        assertThatThrownBy(() -> RuleBook.parse("""
                        property,unit,low,high,zero,flat,spike,offset,jump,reach_km,note
                        a,1,0,1,ok,,,,,,x
                        a,1,0,1,ok,,,,,,x
                        """)).hasMessageContaining("line 3");
    }

    @Test
    void particlesThatContradictEachOtherAreBothSuspect() {
        Series pm10 = series("a", "pm10", "ug/m3", Step.HOUR, 0, 20, 20, 20);
        Series pm25 = series("a", "pm25", "ug/m3", Step.HOUR, 1, 45, 45, 30);
        CONTROL.check(List.of(pm10, pm25));

        assertThat(pm25.flags()).containsExactly(0, Flag.INCONSISTENT.mask(), 0);
        assertThat(pm10.flags()[1]).isEqualTo(Flag.INCONSISTENT.mask());
        assertThat(Flag.quality(pm10.flags()[1])).isEqualTo(Quality.SUSPECT);
    }

    @Test
    void aSpikeOfPm25ThrowsNoDoubtOnPm10() throws IOException {
        List<Series> air = DemoSeries.air2017();
        Series pm25 = find(air, "101", "pm25");
        pm25.value()[3000] = 700;
        CONTROL.check(air);

        assertThat(pm25.flags()[3000]).isEqualTo(Flag.SPIKE.mask());
        Series pm10 = find(air, "101", "pm10");
        assertThat(pm10.flags()[Arrays.binarySearch(pm10.startSeconds(), pm25.startSeconds()[3000])])
                .isZero();
    }

    @Test
    void columnsOfOneSeriesHaveOneLength() {
        assertThatThrownBy(() -> new Series(
                        DemoSeries.stream("a", "pm10", "ug/m3", Step.HOUR),
                        0,
                        0,
                        new long[2],
                        new double[2],
                        new int[1],
                        0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
