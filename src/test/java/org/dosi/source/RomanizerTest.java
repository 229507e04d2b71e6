package org.dosi.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanizerTest {

    /// The examples of the rule itself (notice 2000-8) and official spellings of Seoul.
    @ParameterizedTest
    @CsvSource({
        "구미,gumi",
        "영동,yeongdong",
        "백암,baegam",
        "옥천,okcheon",
        "합덕,hapdeok",
        "호법,hobeop",
        "월곶,wolgot",
        "벚꽃,beotkkot",
        "한밭,hanbat",
        "구리,guri",
        "설악,seorak",
        "칠곡,chilgok",
        "임실,imsil",
        "울릉,ulleung",
        "대관령,daegwallyeong",
        "백마,baengma",
        "신문로,sinmullo",
        "종로,jongno",
        "왕십리,wangsimni",
        "별내,byeollae",
        "신라,silla",
        "해돋이,haedoji",
        "같이,gachi",
        "좋고,joko",
        "놓다,nota",
        "묵호,mukho",
        "집현전,jiphyeonjeon",
        "압구정,apgujeong",
        "낙동강,nakdonggang",
        "선릉,seolleung",
        "독립문,dongnimmun",
        "광희문,gwanghuimun"
    })
    void soundsAreWrittenAndNotLetters(String ko, String latin) {
        assertThat(Romanizer.letters(ko)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "사직동,Sajik-dong",
        "청운효자동,Cheongunhyoja-dong",
        "이태원1동,Itaewon 1-dong",
        "명동,Myeong-dong",
        "종로1·2·3·4가동,Jongno 1·2·3·4-ga-dong",
        "성수1가1동,Seongsu 1-ga 1-dong",
        "성수2가3동,Seongsu 2-ga 3-dong",
        "면목본동,Myeonmokbon-dong",
        "중계2·3동,Junggye 2·3-dong",
        "신림동,Sillim-dong",
        "금호2·3가동,Geumho 2·3-ga-dong"
    })
    void dongCarryAHyphen(String ko, String en) {
        assertThat(Romanizer.dong(ko)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "성산로(금화터널),Seongsan-ro (Geumhwa Tunnel)",
        "올림픽대로,Olympic-daero",
        "종로(종로3가역),Jong-ro (Jongno 3-ga Station)",
        "남산1호터널,Namsan 1-ho Tunnel",
        "잠수교,Jamsu Bridge",
        "올림픽대로(강일IC),Olympic-daero (Gangil IC)",
        "국회대로(여의2교),Gukhoe-daero (Yeoui 2 Bridge)",
        "강남대로(강남역-신분당),Gangnam-daero (Gangnam Station-Sinbundang)",
        "동부간선도로(상도지하차도),Dongbu Expressway (Sangdo Underpass)",
        "독립문역 1번,Dongnimmun Station 1 Beon",
        "배화여자대학교(박노수미술관),Baehwayeoja University (Bangnosu Museum)",
        "창경궁로(서울여자대학교),Changgyeonggung-ro (Seoul Yeoja University)",
        "강변북로,Gangbyeonbuk-ro",
        "신월여의지하도로,Sinworyeoui Underground Road"
    })
    void placesAreRomanizedAndTheirKindTranslated(String ko, String en) {
        assertThat(Romanizer.place(ko)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({
        "강남,Gangnam Station",
        "서울역,Seoul Station",
        "시청,City Hall Station",
        "종로3가,Jongno 3-ga Station",
        "디지털미디어시티,Digital Media City Station",
        "학여울,Hangnyeoul Station",
        "구로,Guro Station",
        "충무로,Chungmuro Station",
        "명동,Myeongdong Station",
        "동대문,Dongdaemun Station"
    })
    void stationsAreCalledStations(String ko, String en) {
        assertThat(Romanizer.station(ko)).isEqualTo(en);
    }
}
