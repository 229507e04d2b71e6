package org.dosi.analysis.air.episodes;

import java.util.Locale;
import org.dosi.kernel.air.EpisodeClass;
import org.dosi.kernel.air.Substance;
import org.dosi.kernel.air.Witness;
import org.dosi.model.Name;

/// What the kernels' classes, pollutants and witnesses are called by people.
public final class EpisodeNames {
    private static final String[] COMPASS_EN = {
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"
    };
    private static final String[] COMPASS_KO = {
        "북", "북북동", "북동", "동북동", "동", "동남동", "남동", "남남동", "남", "남남서", "남서", "서남서", "서", "서북서", "북서", "북북서"
    };

    private EpisodeNames() {}

    public static Name of(EpisodeClass kind) {
        return switch (kind) {
            case YELLOW_DUST -> Name.of("황사", "Yellow dust");
            case REGIONAL_HAZE -> Name.of("광역 연무", "Regional haze");
            case LOCAL_BUILD_UP -> Name.of("국지 축적", "Local build-up");
            case PHOTOCHEMICAL_OZONE -> Name.of("광화학 오존", "Photochemical ozone");
            case SINGLE_STATION -> Name.of("한 측정소만의 사례", "Single-station event");
            case INSTRUMENT_FAULT -> Name.of("기기 이상", "Instrument fault");
        };
    }

    public static Name of(Substance substance) {
        return switch (substance) {
            case PM10 -> Name.of("PM10");
            case PM25 -> Name.of("PM2.5");
            case O3 -> Name.of("오존", "Ozone");
            case NO2 -> Name.of("NO₂");
            case CO -> Name.of("CO");
            case SO2 -> Name.of("SO₂");
        };
    }

    /// What a witness was asked, in a few words.
    public static Name of(Witness.Question question) {
        return switch (question) {
            case FINE_FRACTION -> Name.of("PM2.5/PM10 비", "PM2.5 over PM10");
            case LEVEL -> Name.of("기준값 대비 최고 농도", "Peak over the threshold");
            case REGIONAL_SHARE_AGAINST_USUAL ->
                Name.of("배경 비율: 평소와의 차(표준편차)", "Share of the background against the usual, standard deviations");
            case GROWTH_BEYOND_COMBUSTION ->
                Name.of("입자 증가 ÷ 연소 가스 증가", "Growth of particles over growth of combustion gases");
            case WIND -> Name.of("평소 대비 풍속", "Wind speed over the usual");
            case DURATION -> Name.of("지속 시간(시간)", "Duration, hours");
            case AFTERNOON -> Name.of("최고 시각이 오후인 날의 비율", "Share of days that peaked in the afternoon");
            case STATIONS -> Name.of("동시에 높은 측정소 비율", "Share of stations at the same time");
            case ABRUPTNESS -> Name.of("한 시간의 급변 ÷ 높이", "Largest step of an hour over the height");
            case BROKEN_HOURS -> Name.of("앞뒤의 0·결측 시간", "Zeros and gaps beside it, hours");
            case COMPANIONS -> Name.of("함께 변한 다른 항목 수", "Other pollutants that moved with it");
            case EXTREMITY -> Name.of("1,000시간 중 최고값 대비", "Peak over the highest in a thousand hours");
            case MARKED_HOURS -> Name.of("품질검사 표시 시간", "Hours marked by quality control");
        };
    }

    /// As in columns and parameters: `yellow-dust`, `pm25`.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// One of sixteen points of the compass.
    public static Name compass(double fromDeg) {
        int point = (int) Math.round(fromDeg / 22.5) % COMPASS_EN.length;
        return Name.of(COMPASS_KO[point], COMPASS_EN[point]);
    }
}
