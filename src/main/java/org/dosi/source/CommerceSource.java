package org.dosi.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.dosi.model.Category;
import org.dosi.model.Datastream;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.ObservedProperty;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.dosi.model.Step;
import org.dosi.model.Thing;
import org.jspecify.annotations.Nullable;

/// Tables of Seoul's commercial-area service: a row for each place and quarter, a column for each count.
///
/// Columns are known by [CommerceHeading]; one that is not is remarked on once and left out. [CommerceSources] lists the
/// tables.
final class CommerceSource implements ObservationSource {
    static final ObservedProperty CHANGE_INDEX = ObservedProperty.coded(
            "change_index",
            "상권변화지표",
            "Commercial change index",
            List.of(
                    new Category(1, "LL", Name.of("다이나믹", "Dynamic")),
                    new Category(2, "LH", Name.of("상권확장", "Expanding")),
                    new Category(3, "HL", Name.of("상권축소", "Shrinking")),
                    new Category(4, "HH", Name.of("정체", "Stagnant"))));

    private static final String CHANGE_COLUMN = "상권_변화_지표";
    private static final String CHANGE_NAME_COLUMN = "상권_변화_지표_명";
    private static final String QUARTER_COLUMN = "기준_년분기_코드";
    private static final int MONTHS_OF_QUARTER = 3;
    private static final Sensor ESTIMATE =
            new Sensor("seoul-commerce-service", Name.of("서울시 상권분석서비스 추정", "Estimate of Seoul's commercial-area service"));

    private final SourceDescription description;
    private final CommercePlaces places;
    private final List<String> needed;

    /// @param needed headings without which the table is another one
    CommerceSource(SourceDescription description, CommercePlaces places, String... needed) {
        this.description = description;
        this.places = places;
        this.needed = List.of(needed);
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public void read(SourceFile file, ObservationSink sink) {
        try (CsvTable table = CsvTable.open(file, description.reads().en())) {
            Reading reading = new Reading(table, file, sink);
            table.forEachRow(sink, reading::tell, reading::rejectRagged);
        }
    }

    private record Column(int index, String heading, CommerceHeading meaning) {}

    /// The state of reading one file.
    private final class Reading {
        private final ObservationSink sink;
        private final CellTeller teller;
        private final int headings;
        private final int quarter;
        private final int code;
        private final int name;
        private final OptionalInt kind;
        private final OptionalInt change;
        private final OptionalInt changeName;
        private final List<Column> columns;
        private final int[] numeric;
        private final Map<String, int[]> handles = new HashMap<>();

        Reading(CsvTable table, SourceFile file, ObservationSink sink) {
            this.sink = sink;
            this.teller = new CellTeller(sink, Numbers.Missing.BLANK);
            this.headings = table.headings().size();
            this.quarter = table.column(QUARTER_COLUMN, "기준_년_분기_코드");
            this.code = table.column(places.codeColumn());
            this.name = table.column(places.nameColumn());
            needed.forEach(table::column);
            if (table.findColumn("서비스_업종_코드").isPresent()) {
                throw table.wrongKind("one row for each place and quarter, not one for each trade (서비스_업종_코드)");
            }
            this.kind = table.findColumn(CommercePlaces.KIND_COLUMN);
            this.change = table.findColumn(CHANGE_COLUMN);
            this.changeName = table.findColumn(CHANGE_NAME_COLUMN);
            this.columns = columns(table.headings(), file);
            this.numeric = columns.stream().mapToInt(Column::index).toArray();
        }

        private List<Column> columns(List<String> names, SourceFile file) {
            List<Column> known = new ArrayList<>();
            Set<String> properties = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                String heading = names.get(i);
                Optional<CommerceHeading> meaning = CommerceHeading.find(heading);
                if (meaning.isPresent() && properties.add(meaning.get().property().id())) {
                    known.add(new Column(i, heading, meaning.get()));
                } else if (meaning.isPresent() || !isText(heading)) {
                    sink.issue(new Issue(
                            file.place().column(heading),
                            QualityElement.COMPLETENESS_COMMISSION,
                            "a column of the commerce tables, once",
                            heading + ": the column is left out",
                            0));
                }
            }
            return known;
        }

        private boolean isText(String heading) {
            return heading.endsWith("_코드") || heading.endsWith("_코드_명") || heading.equals(CHANGE_COLUMN)
                    || heading.equals(CHANGE_NAME_COLUMN);
        }

        void tell(CsvRow row) {
            OptionalLong start = Stamps.quarterStart(row.text(quarter), Stamps.KST);
            if (start.isEmpty()) {
                teller.reject(row, numeric, row.place().column(QUARTER_COLUMN), QualityElement.TEMPORAL_CONSISTENCY,
                        "a quarter such as 20191", row.text(quarter));
                return;
            }
            int[] streams = streams(row);
            if (streams == null) {
                teller.reject(row, numeric, row.place().column(places.codeColumn()),
                        QualityElement.DOMAIN_CONSISTENCY, places.expectedCode(), row.text(code));
                return;
            }
            long end = Stamps.monthsLater(start.getAsLong(), MONTHS_OF_QUARTER, Stamps.KST);
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                String text = row.text(column.index);
                teller.tell(text, row.place().column(column.heading), streams[i], start.getAsLong(), end,
                        ObservationSink.UNSTATED, 1);
            }
            if (change.isPresent()) {
                tellChange(row, streams[columns.size()], start.getAsLong(), end);
            }
        }

        void rejectRagged(CsvRow row) {
            teller.rejectRagged(row, numeric, headings);
        }

        private void tellChange(CsvRow row, int stream, long start, long end) {
            String text = row.text(change.getAsInt());
            if (text.isEmpty()) {
                return;
            }
            for (Category category : CHANGE_INDEX.categories()) {
                if (category.code().equals(text)) {
                    sink.code(stream, start, end, category.value());
                    checkName(row, category);
                    return;
                }
            }
            sink.issue(new Issue(row.place().column(CHANGE_COLUMN), QualityElement.DOMAIN_CONSISTENCY,
                    "LL, LH, HL or HH", text, 0));
        }

        private void checkName(CsvRow row, Category category) {
            String told = changeName.isPresent() ? row.text(changeName.getAsInt()) : "";
            if (!told.isEmpty() && !told.equals(category.name().ko())) {
                sink.issue(new Issue(row.place().column(CHANGE_NAME_COLUMN), QualityElement.CONCEPTUAL_CONSISTENCY,
                        category.name().ko() + " for " + category.code(), told, 0));
            }
        }

        /// The handles of the row's place, in the order of the columns and then that of the change index.
        private int @Nullable [] streams(CsvRow row) {
            String text = row.text(code);
            int[] known = handles.get(text);
            if (known != null) {
                return known;
            }
            Optional<FeatureOfInterest> place =
                    places.find(text, row.text(name), kind.isPresent() ? row.text(kind.getAsInt()) : "");
            if (place.isEmpty()) {
                return null;
            }
            sink.feature(place.get());
            int[] streams = new int[columns.size() + 1];
            for (int i = 0; i < columns.size(); i++) {
                CommerceHeading meaning = columns.get(i).meaning;
                streams[i] = datastream(place.get(), meaning.property(), meaning.unit());
            }
            if (change.isPresent()) {
                streams[columns.size()] = datastream(place.get(), CHANGE_INDEX, "1");
            }
            handles.put(text, streams);
            return streams;
        }

        private int datastream(FeatureOfInterest place, ObservedProperty property, String unit) {
            String dataset = description.dataset().id();
            return sink.datastream(new Datastream(
                    Datastream.id(dataset, place.code(), property),
                    new Thing(place.id(), place.name()),
                    ESTIMATE,
                    property,
                    unit,
                    place.id(),
                    dataset,
                    Step.QUARTER));
        }
    }
}
