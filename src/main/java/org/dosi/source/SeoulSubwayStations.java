package org.dosi.source;

import java.util.HashSet;
import java.util.Set;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;
import org.locationtech.jts.geom.Coordinate;

/// Where the subway stations of the capital area are. A station stands once for each connection of its
/// line; it is told once.
final class SeoulSubwayStations implements ObservationSource {
    private static final String ID = "seoul-subway-stations";
    private static final String KIND = "stations of the capital area's subway, CSV";

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            ID,
            Name.of("수도권 지하철역 좌표(Station, Line, Connection, Longitude, Latitude), CSV", KIND),
            Publishers.underTheirTerms(
                    ID,
                    Name.of("수도권 지하철역 좌표", "Positions of the capital area's subway stations"),
                    Name.of(
                            "노선별 역 좌표를 제3자가 모은 것. 2020년 이후 문을 연 역은 없다.",
                            "Station positions by line, compiled by a third party; stations opened since about 2020 are "
                                    + "not in it."),
                    Name.of("제3자 편집", "compiled by a third party"),
                    "SeoulMetro_Stations"),
            1,
            SourceDescription.Counts.FEATURES,
            false);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (CsvTable table = CsvTable.open(file, KIND)) {
            int headings = table.headings().size();
            int station = table.column("Station");
            int line = table.column("Line");
            int lon = table.column("Longitude");
            int lat = table.column("Latitude");
            Set<String> told = new HashSet<>();
            table.forEachRow(
                    sink,
                    row -> {
                        if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                            tell(row, row.text(line), row.text(station), row.text(lon), row.text(lat), told, sink);
                        }
                    },
                    row -> sink.issue(new Issue(
                            row.place(),
                            QualityElement.FORMAT_CONSISTENCY,
                            headings + " cells",
                            row.size() + " cells",
                            1)));
        }
    }

    private static void tell(
            CsvRow row, String line, String station, String lon, String lat, Set<String> told, ObservationSink sink) {
        if (line.isEmpty() || station.isEmpty()) {
            sink.issue(new Issue(
                    row.place(),
                    QualityElement.COMPLETENESS_OMISSION,
                    "a line and a station",
                    line + "," + station,
                    1));
            return;
        }
        double x = Numbers.parse(lon);
        double y = Numbers.parse(lat);
        if (!KoreanGrid.isInKorea(x, y)) {
            sink.issue(new Issue(
                    row.place(),
                    QualityElement.POSITIONAL_ACCURACY,
                    "longitude and latitude in Korea",
                    lon + ", " + lat,
                    1));
            return;
        }
        FeatureOfInterest feature = SubwayStations.ofTable(line, station, new Coordinate(x, y));
        if (told.add(feature.id())) {
            sink.feature(feature);
        }
    }
}
