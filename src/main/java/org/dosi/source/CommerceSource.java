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
import java.util.TreeMap;
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

/// Tables of Seoul's commercial-area service: a row for each place and quarter, a column for each count.
///
/// Columns are known by [CommerceHeading]; one that is not is remarked on once and left out. The tables are
/// listed in [CommerceSources].
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
    private static final Sensor ESTIMATE = new Sensor(
            "seoul-commerce-service", Name.of("서울시 상권분석서비스 추정", "Estimate of Seoul's commercial-area service"));

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
            Reading reading = new Reading(table, sink);
            table.forEachRow(sink, reading::tell, reading::rejectRagged);
        }
    }

    /// The state of reading one file.
    private final class Reading {
        private final ObservationSink sink;
        private final StreamTeller teller;
        private final int headings;
        private final int quarter;
        private final int code;
        private final int name;
        private final OptionalInt kind;
        private final OptionalInt change;
        private final OptionalInt changeName;
        private final List<NumericColumn> columns = new ArrayList<>();
        private final Map<Integer, String> unknown = new TreeMap<>();
        private final int[] numeric;
        private final Map<String, Optional<FeatureOfInterest>> features = new HashMap<>();
        private final Map<String, Integer> changes = new HashMap<>();

        Reading(CsvTable table, ObservationSink sink) {
            this.sink = sink;
            this.teller = new StreamTeller(sink, description, ESTIMATE, Numbers.Missing.NOT_NEGATIVE, Step.QUARTER);
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
            sort(table.headings());
            this.numeric = NumericColumn.indexes(columns);
        }

        /// Columns that are understood go to `columns`; of others only text is expected to come.
        private void sort(List<String> names) {
            Set<String> properties = new HashSet<>();
            for (int i = 0; i < names.size(); i++) {
                String heading = names.get(i);
                Optional<Quantity> meaning = CommerceHeading.find(heading);
                if (meaning.isPresent()
                        && properties.add(meaning.get().property().id())) {
                    columns.add(NumericColumn.of(i, heading, meaning.get()));
                } else if (meaning.isPresent() || !heading.endsWith("_코드")) {
                    unknown.put(i, heading);
                }
            }
        }

        void tell(CsvRow row) {
            remarkOnNumbers(row);
            OptionalLong start = Stamps.quarterStart(row.text(quarter), Stamps.KST);
            if (start.isEmpty()) {
                reject(
                        row,
                        QUARTER_COLUMN,
                        QualityElement.TEMPORAL_CONSISTENCY,
                        "a quarter such as 20191",
                        row.text(quarter));
                return;
            }
            Optional<FeatureOfInterest> place = features.computeIfAbsent(
                    row.text(code),
                    text -> places.find(text, row.text(name), kind.isPresent() ? row.text(kind.getAsInt()) : ""));
            if (place.isEmpty()) {
                reject(
                        row,
                        places.codeColumn(),
                        QualityElement.DOMAIN_CONSISTENCY,
                        places.expectedCode(),
                        row.text(code));
                return;
            }
            long end = Stamps.monthsLater(start.getAsLong(), MONTHS_OF_QUARTER, Stamps.KST);
            Span span = new Span(start.getAsLong(), end);
            for (NumericColumn column : columns) {
                teller.tell(row, column, place.get(), span, ObservationSink.UNSTATED);
            }
            if (change.isPresent()) {
                tellChange(row, place.get(), span);
            }
        }

        void rejectRagged(CsvRow row) {
            teller.cells().rejectRagged(row, numeric, headings);
        }

        private void reject(CsvRow row, String column, QualityElement element, String expected, String found) {
            teller.cells().reject(row, numeric, row.place().column(column), element, expected, found);
        }

        /// Says of each column that is not understood, once, that its numbers are left out.
        private void remarkOnNumbers(CsvRow row) {
            unknown.entrySet().removeIf(column -> {
                String text = row.text(column.getKey());
                boolean number = !text.isEmpty() && !Double.isNaN(Numbers.parse(text));
                if (number) {
                    sink.issue(new Issue(
                            row.place().column(column.getValue()),
                            QualityElement.COMPLETENESS_COMMISSION,
                            "a column of the commerce tables, once",
                            column.getValue() + ": the column is left out",
                            0));
                }
                return number;
            });
        }

        private void tellChange(CsvRow row, FeatureOfInterest place, Span span) {
            String text = row.text(change.getAsInt());
            if (text.isEmpty()) {
                return;
            }
            for (Category category : CHANGE_INDEX.categories()) {
                if (category.code().equals(text)) {
                    int stream = changes.computeIfAbsent(place.id(), _ -> changeOf(place));
                    sink.code(stream, span.start(), span.end(), category.value());
                    checkName(row, category);
                    return;
                }
            }
            sink.issue(new Issue(
                    row.place().column(CHANGE_COLUMN), QualityElement.DOMAIN_CONSISTENCY, "LL, LH, HL or HH", text, 0));
        }

        private void checkName(CsvRow row, Category category) {
            String told = changeName.isPresent() ? row.text(changeName.getAsInt()) : "";
            if (!told.isEmpty() && !told.equals(category.name().ko())) {
                sink.issue(new Issue(
                        row.place().column(CHANGE_NAME_COLUMN),
                        QualityElement.CONCEPTUAL_CONSISTENCY,
                        category.name().ko() + " for " + category.code(),
                        told,
                        0));
            }
        }

        private int changeOf(FeatureOfInterest place) {
            String dataset = description.dataset().id();
            return sink.datastream(new Datastream(
                    Datastream.id(dataset, place.code(), CHANGE_INDEX),
                    new Thing(place.id(), place.name()),
                    ESTIMATE,
                    CHANGE_INDEX,
                    "1",
                    place.id(),
                    dataset,
                    Step.QUARTER));
        }
    }
}
