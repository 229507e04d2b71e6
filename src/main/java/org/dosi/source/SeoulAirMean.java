package org.dosi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;

/// The hourly mean of Seoul's air stations, 2018 to 2022.
///
/// Stamps run from 01:00 to 24:00 and are the hour's end. The column headed `이산화탄소` (carbon dioxide) holds
/// nitrogen dioxide: its values, around 0.03 ppm, are what NO2 has in Seoul, and CO2 is ten thousand times
/// that.
final class SeoulAirMean implements ObservationSource {
    private static final FeatureOfInterest SEOUL = new FeatureOfInterest(
            FeatureOfInterest.id(FeatureCollection.CITY, "seoul"), Name.of("서울", "Seoul"), null, Map.of());

    private static final Map<String, Quantity> BY_HEADING = Map.of(
            "초미세먼지", AirProperties.PM25,
            "미세먼지", AirProperties.PM10,
            "오존", AirProperties.O3,
            "이산화탄소", AirProperties.NO2,
            "이산화질소", AirProperties.NO2,
            "일산화탄소", AirProperties.CO,
            "아황산가스", AirProperties.SO2);

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "seoul-air-mean",
            Name.of(
                    "서울시 평균 시간별 대기질(일시,초미세먼지,미세먼지,오존,이산화탄소,일산화탄소,아황산가스)",
                    "Hourly mean air quality of Seoul (일시,초미세먼지,미세먼지,오존,이산화탄소,일산화탄소,아황산가스)"),
            new Dataset(
                    "seoul-air-mean",
                    Name.of("서울시 시간별 평균 대기질", "Hourly mean air quality of Seoul"),
                    Name.of(
                            "서울 전체 평균 6개 항목. 시각은 01:00~24:00으로 그 시간의 끝이다. '이산화탄소' 열은 실제로 이산화질소이다. 2019-12-07과"
                                    + " 2020-02-29가 없고 2019-12-01이 두 번 있다. 배포 파일은 제3자가 묶은 것이다.",
                            "Six pollutants as the mean of the city. Stamps run from 01:00 to 24:00 and are the end of the"
                                    + " hour. The column headed carbon dioxide is nitrogen dioxide. 2019-12-07 and"
                                    + " 2020-02-29 are absent, 2019-12-01 comes twice. The bundled file was put together by"
                                    + " a third party."),
                    Publishers.SEOUL,
                    Publishers.SEOUL_ORIGIN,
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, AirTables.SENSOR, AirTables.MISSING);
        try (CsvTable table = CsvTable.open(file, "hourly mean air quality of Seoul")) {
            int time = table.column("일시");
            List<NumericColumn> columns = columns(table);
            TimedRows rows = new TimedRows(time, NumericColumn.indexes(columns), teller.cells());
            rows.forEach(table, sink, (row, stamp) -> {
                for (NumericColumn column : columns) {
                    teller.tell(row, column, SEOUL, Span.hoursBefore(stamp, 1), ObservationSink.UNSTATED);
                }
            });
        }
    }

    private static List<NumericColumn> columns(CsvTable table) {
        List<NumericColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            Quantity quantity = BY_HEADING.get(table.headings().get(i));
            if (quantity != null) {
                columns.add(NumericColumn.of(i, table.headings().get(i), quantity));
            }
        }
        if (columns.isEmpty()) {
            throw table.wrongKind("a column '미세먼지'");
        }
        return columns;
    }
}
