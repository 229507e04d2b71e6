package org.dosi.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureCollection;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Flag;
import org.dosi.model.Name;

/// Hourly PM10 and PM2.5 of the 25 gu in 2022: a row for each hour, two columns for each gu (`강남구_10PM`,
/// `강남구_2.5PM`).
///
/// A third party filled the gaps before publishing, in two editions: `preprocessed_2022` repeats the last
/// value,
/// `preprocessed_LinearInter_2022` interpolates. Their 438,000 cells differ in 8,742, and those are
/// certainly not measured. The publisher writes whole numbers, so a fraction is an interpolation: 7,012
/// cells of the second edition, all of them among those that differ, are stated as estimated here. The
/// other 1,730 are whole by chance and can only be found by comparing the editions, which is what
/// `gapsFilled` asks of the import: they are flagged `editions-differ`.
///
/// The stamp is the hour's end, as in the city mean: `2022-01-01 0:00` is the last hour of 2021.
final class SeoulPm implements ObservationSource {
    private static final Pattern HEADING = Pattern.compile("(.+)_(10PM|2\\.5PM)");

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "seoul-pm",
            Name.of(
                    "서울시 구별 시간별 미세먼지(date,강남구_10PM,강남구_2.5PM,…), 결측을 채운 두 판",
                    "Hourly PM of Seoul's districts (date,강남구_10PM,강남구_2.5PM,…), both gap-filled editions"),
            new Dataset(
                    "seoul-pm",
                    Name.of("서울시 구별 시간별 미세먼지", "Hourly PM10 and PM2.5 by district of Seoul"),
                    Name.of(
                            "25개 구의 PM10과 PM2.5(µg/m³). 시각은 그 시간의 끝이다. 제3자가 결측을 채워(앞 값 반복, 또는 선형보간) 배포했으며,"
                                    + " 두 판이 다른 8,742개 값은 추정값이고 소수 값은 보간된 것이다.",
                            "PM10 and PM2.5 (µg/m³) of 25 districts. Stamps are the end of the hour. A third party filled"
                                    + " the gaps (by the last value, or linearly): the 8,742 values in which its editions"
                                    + " differ are estimates, and fractions are interpolated."),
                    Publishers.SEOUL,
                    Publishers.SEOUL_ORIGIN,
                    Dataset.PUBLISHERS_TERMS,
                    null),
            1,
            SourceDescription.Counts.OBSERVATIONS,
            true);

    @Override
    public SourceDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, AirTables.SENSOR, AirTables.MISSING);
        try (CsvTable table = CsvTable.open(file, "hourly PM of Seoul's districts")) {
            int time = table.column("date", "일시");
            List<GuColumn> columns = columns(table);
            int[] numeric = columns.stream().mapToInt(gu -> gu.column.index()).toArray();
            new TimedRows(time, numeric, teller.cells()).forEach(table, sink, (row, stamp) -> {
                for (GuColumn gu : columns) {
                    int flags = flags(row.text(gu.column.index()));
                    teller.tell(row, gu.column, gu.feature, Span.hoursBefore(stamp, 1), flags);
                }
            });
        }
    }

    private static int flags(String text) {
        double value = Numbers.parse(text);
        return value == Math.rint(value) ? ObservationSink.UNSTATED : Flag.ESTIMATED.mask();
    }

    private static List<GuColumn> columns(CsvTable table) {
        List<GuColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.headings().size(); i++) {
            String heading = table.headings().get(i);
            Matcher part = HEADING.matcher(heading);
            if (part.matches() && KnownPlaces.isCode(part.group(1))) {
                Quantity quantity = part.group(2).equals("10PM") ? AirProperties.PM10 : AirProperties.PM25;
                columns.add(new GuColumn(NumericColumn.of(i, heading, quantity), feature(part.group(1))));
            }
        }
        if (columns.isEmpty()) {
            throw table.wrongKind("a column such as '강남구_10PM'");
        }
        return columns;
    }

    /// A gu that is not among Seoul's keeps its name as its code.
    private static FeatureOfInterest feature(String ko) {
        return SeoulGu.findByName(ko)
                .map(gu -> new FeatureOfInterest(gu.featureId(), gu.name(), null, Map.of()))
                .orElseGet(() -> new FeatureOfInterest(
                        FeatureOfInterest.id(FeatureCollection.GU, ko), Name.of(ko), null, Map.of()));
    }

    private record GuColumn(NumericColumn column, FeatureOfInterest feature) {}
}
