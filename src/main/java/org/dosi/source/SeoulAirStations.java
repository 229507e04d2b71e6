package org.dosi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dosi.model.Dataset;
import org.dosi.model.Name;

/// Hourly air quality at Seoul's urban stations, in both forms in which it goes round; which one a file has
/// is seen from its headings.
///
/// The wide form has a row for each hour and station (`time_kst,station_code,so2_ppm,…,pm25_ugm3`) and says
/// nothing of quality. The publisher's own long form has a row for each value with the status of the
/// instrument: see [SeoulAirStatusTable]. In both the stamp is the hour's beginning: the correlation with
/// the weather is best that way (the files do not say).
final class SeoulAirStations implements ObservationSource {
    static final String KIND = "hourly values of Seoul's air stations";

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "seoul-air-stations",
            Name.of(
                    "서울시 대기측정소 시간별 자료: 가로형(time_kst,station_code,so2_ppm,…) 또는 상태코드가 있는 세로형(Measurement date,…)",
                    "Seoul's hourly air data by station: wide (time_kst,station_code,so2_ppm,…) or long with instrument"
                            + " status (Measurement date,…)"),
            new Dataset(
                    "seoul-air-stations",
                    Name.of("서울시 대기측정소 시간별 대기질", "Hourly air quality at Seoul's stations"),
                    Name.of(
                            "25개 도시대기측정소의 SO₂, NO₂, CO, O₃(ppm), PM10, PM2.5(µg/m³). 시각은 그 시간의 시작이며"
                                    + " -1은 결측이다. 0과 비현실적으로 큰 값이 섞여 있다. 배포 파일은 제3자가 영문 표로 다시 묶은 것이다.",
                            "SO₂, NO₂, CO, O₃ (ppm), PM10 and PM2.5 (µg/m³) at 25 urban stations. Stamps are the beginning"
                                    + " of the hour; -1 is missing. Doubtful zeros and impossible peaks occur. The bundled"
                                    + " files were put into English tables by third parties."),
                    Publishers.SEOUL,
                    Publishers.SEOUL_ORIGIN,
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            false);

    /// By the heading without its unit.
    private static final Map<String, Quantity> BY_NAME = Map.of(
            "so2", AirProperties.SO2,
            "no2", AirProperties.NO2,
            "co", AirProperties.CO,
            "o3", AirProperties.O3,
            "pm10", AirProperties.PM10,
            "pm25", AirProperties.PM25);

    /// The unit in a heading, and the one it means.
    private static final Map<String, String> UNITS = Map.of("ppm", "[ppm]", "ugm3", "ug/m3");

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, AirTables.SENSOR, AirTables.MISSING);
        try (CsvTable table = CsvTable.open(file, KIND)) {
            if (SeoulAirStatusTable.isOne(table)) {
                new SeoulAirStatusTable(file, table, teller).read(sink);
            } else {
                readWide(table, teller, sink);
            }
        }
    }

    private static void readWide(CsvTable table, StreamTeller teller, ObservationSink sink) {
        int time = table.column("time_kst", "time", "date");
        int station = table.column("station_code");
        List<NumericColumn> columns = columns(table);
        TimedRows rows = new TimedRows(time, NumericColumn.indexes(columns), teller.cells());
        rows.forEach(table, sink, (row, stamp) -> {
            String code = row.text(station);
            if (!KnownPlaces.isCode(code)) {
                rows.rejectFor(row, station, table, "a station's code");
                return;
            }
            for (NumericColumn column : columns) {
                teller.tell(
                        row,
                        column,
                        KnownPlaces.AIR_STATIONS.get(code, code),
                        Span.hourFrom(stamp),
                        ObservationSink.UNSTATED);
            }
        });
    }

    private static List<NumericColumn> columns(CsvTable table) {
        List<NumericColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            String heading = table.headings().get(i);
            int underscore = heading.lastIndexOf('_');
            Quantity quantity = underscore < 0 ? null : BY_NAME.get(heading.substring(0, underscore));
            if (quantity != null && quantity.unit().equals(UNITS.get(heading.substring(underscore + 1)))) {
                columns.add(NumericColumn.of(i, heading, quantity));
            }
        }
        if (columns.isEmpty()) {
            throw table.wrongKind("a column such as 'pm10_ugm3' or 'so2_ppm'");
        }
        return columns;
    }
}
