package org.dosi.source;

import java.util.Map;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/// Where Seoul's air stations stand: code, name of the gu in English, address, latitude and longitude.
///
/// A station is told once for each row. One with coordinates that cannot be read is told without them; a
/// row without a code is no station.
final class SeoulAirStationInfo implements ObservationSource {
    private static final String STATION = "Station code";
    private static final String LATITUDE = "Latitude";
    private static final String LONGITUDE = "Longitude";

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "seoul-air-station-info",
            Name.of(
                    "서울시 대기측정소 위치표(Station code,Station name(district),Address,Latitude,Longitude)",
                    "Positions of Seoul's air stations (Station code,Station name(district),Address,Latitude,Longitude)"),
            new Dataset(
                    "seoul-air-station-info",
                    Name.of("서울시 대기측정소 위치", "Positions of Seoul's air stations"),
                    Name.of(
                            "25개 도시대기측정소의 코드, 구 이름, 주소, 위경도. 배포 파일은 제3자가 영문으로 옮긴 것이며, 한글 이름은 구 이름으로 채웠다.",
                            "Code, district, address and coordinates of 25 urban stations. The bundled file was put into"
                                    + " English by a third party; the Korean name is that of the district."),
                    Publishers.SEOUL,
                    Publishers.SEOUL_ORIGIN,
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.FEATURES,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (CsvTable table = CsvTable.open(file, "positions of Seoul's air stations")) {
            Columns columns = new Columns(
                    table.column(STATION),
                    table.column("Station name(district)", "Station name"),
                    table.column("Address"),
                    table.column(LATITUDE),
                    table.column(LONGITUDE));
            int headings = table.headings().size();
            table.forEachRow(
                    sink,
                    row -> tell(row, columns, sink),
                    row -> sink.issue(new Issue(
                            row.place(),
                            QualityElement.FORMAT_CONSISTENCY,
                            headings + " cells",
                            row.size() + " cells",
                            1)));
        }
    }

    private static void tell(CsvRow row, Columns columns, ObservationSink sink) {
        String code = row.text(columns.station);
        if (!KnownPlaces.isCode(code)) {
            sink.issue(new Issue(
                    row.place(columns.station, STATION),
                    QualityElement.DOMAIN_CONSISTENCY,
                    "a station's code",
                    code.isEmpty() ? "nothing" : code,
                    1));
            return;
        }
        String address = row.text(columns.address);
        sink.feature(new FeatureOfInterest(
                FeatureOfInterest.id(FeatureCollection.AIR_STATIONS, code),
                name(row.text(columns.name), code),
                point(row, columns, sink),
                address.isEmpty() ? Map.of() : Map.of("address", address)));
    }

    private static Name name(String english, String code) {
        String known = english.isEmpty() ? code : english;
        return SeoulGu.findByEnglishName(known).map(SeoulGu::name).orElse(Name.of(known));
    }

    private static @Nullable Point point(CsvRow row, Columns columns, ObservationSink sink) {
        String latitude = row.text(columns.latitude);
        String longitude = row.text(columns.longitude);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        double lat = Numbers.parse(latitude);
        double lon = Numbers.parse(longitude);
        if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
            return KnownPlaces.point(lon, lat);
        }
        sink.issue(new Issue(
                row.place(columns.latitude, LATITUDE),
                QualityElement.POSITIONAL_ACCURACY,
                "degrees of latitude and longitude",
                latitude + ", " + longitude,
                0));
        return null;
    }

    private record Columns(int station, int name, int address, int latitude, int longitude) {}
}
