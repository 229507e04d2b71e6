package org.dosi.source;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Issue;
import org.dosi.model.Name;
import org.dosi.model.QualityElement;
import org.dosi.model.Sensor;
import org.jspecify.annotations.Nullable;

/// Hourly equivalent sound level beside Seoul's main roads: a workbook for each month, a sheet for each site
/// (`시청(시간별)`), a row for each day.
///
/// The row headed `측정일\시간` names the columns: 1 to 24 are hours by their end (1 is 00:00 to 01:00), `낮` and
/// `밤` are
/// the publisher's means of day and night, which are no observations. Rows of means below the days are
/// passed over in the same way. A sheet without such a row is no sheet of hours. Zeros are told as they
/// stand.
final class SeoulNoise implements ObservationSource {
    private static final String KIND = "hourly road-side noise of Seoul";
    private static final Quantity LEQ = Quantity.of("leq", "dB[SPL]{A}", "등가소음도(Leq)", "Equivalent sound level (Leq)");
    private static final Sensor SENSOR =
            new Sensor("seoul-noise-monitor", Name.of("도로교통소음 자동측정망", "Road-traffic noise monitor"));

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\s*시?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})\\D+(\\d{1,2})\\D*");
    private static final Pattern SUMMARY = Pattern.compile(
            "(월?평균|최[고대저소]값?|합계|소계|계|낮|밤|주간|야간|비고|등가|L(eq|max|min|10|50|90|95)).*", Pattern.CASE_INSENSITIVE);

    private static final SourceDescription DESCRIPTION = new SourceDescription(
            "seoul-noise",
            Name.of(
                    "서울시 도로교통소음 월간 시간대별 측정값(xlsx, 시트 이름 '시청(시간별)')",
                    "Seoul's monthly hourly road-traffic noise (xlsx with sheets such as '시청(시간별)')"),
            new Dataset(
                    "seoul-noise",
                    Name.of("서울시 도로교통소음", "Road-traffic noise of Seoul"),
                    Name.of(
                            "도로변 지점의 시간별 등가소음도(dB(A)). 열 1~24는 그 시간의 끝이다. 좌표가 없어 같은 이름의 지하철역 위치로 대신한다."
                                    + " 0은 측정 오류로 의심된다.",
                            "Hourly equivalent sound level (dB(A)) at road-side sites. Columns 1 to 24 are the end of the"
                                    + " hour. The files hold no coordinates: the subway station of the same name stands in."
                                    + " Zeros are probably faults."),
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
        StreamTeller teller = new StreamTeller(sink, DESCRIPTION, SENSOR, Numbers.Missing.NOT_NEGATIVE);
        try (XlsxSheets sheets = XlsxSheets.open(file, KIND)) {
            int found = 0;
            for (String name : sheets.names()) {
                try (Stream<XlsxRow> rows = sheets.rows(name)) {
                    found += readSheet(name, rows.iterator(), teller, sink) ? 1 : 0;
                }
            }
            if (found == 0) {
                throw sheets.wrongKind("a row headed '측정일\\시간'");
            }
        }
    }

    /// @return whether it is a sheet of hours
    private static boolean readSheet(String name, Iterator<XlsxRow> rows, StreamTeller teller, ObservationSink sink) {
        YearMonth month = null;
        Hours hours = null;
        while (rows.hasNext() && hours == null) {
            XlsxRow row = rows.next();
            month = month == null ? findMonth(row) : month;
            hours = Hours.find(row);
        }
        if (hours == null) {
            return false;
        }
        String site = name.replaceFirst("\\s*\\(.*", "").strip();
        FeatureOfInterest feature = KnownPlaces.NOISE_SITES.get(
                KnownPlaces.isCode(site) ? site : name.strip(), KnownPlaces.isCode(site) ? site : name.strip());
        while (rows.hasNext()) {
            XlsxRow row = rows.next();
            sink.row(name, row.line());
            if (!row.isBlank()
                    && !SUMMARY.matcher(row.text(hours.date).replace(" ", "")).matches()) {
                tell(row, hours, month, feature, teller, sink);
            }
        }
        return true;
    }

    private static void tell(
            XlsxRow row,
            Hours hours,
            @Nullable YearMonth month,
            FeatureOfInterest feature,
            StreamTeller teller,
            ObservationSink sink) {
        Optional<LocalDate> date = findDate(row, hours.date, month);
        if (date.isEmpty()) {
            teller.cells()
                    .reject(
                            row,
                            NumericColumn.indexes(hours.columns),
                            row.place(hours.date),
                            QualityElement.TEMPORAL_CONSISTENCY,
                            "a date",
                            row.text(hours.date));
            return;
        }
        if (month != null && !YearMonth.from(date.get()).equals(month)) {
            sink.issue(new Issue(
                    row.place(hours.date),
                    QualityElement.CONCEPTUAL_CONSISTENCY,
                    "a day of " + month,
                    date.get().toString(),
                    0));
        }
        long midnight = date.get().atStartOfDay(Stamps.KST).toEpochSecond();
        for (NumericColumn column : hours.columns) {
            long end = midnight + Integer.parseInt(column.heading()) * Stamps.HOUR;
            teller.tell(row, column, feature, Span.hoursBefore(end, 1), ObservationSink.UNSTATED);
        }
    }

    /// The day of a row: a date, or the day's number where the sheet names the month.
    private static Optional<LocalDate> findDate(XlsxRow row, int column, @Nullable YearMonth month) {
        double day = row.number(column);
        if (month != null && day == Math.rint(day) && day >= 1 && day <= month.lengthOfMonth()) {
            return Optional.of(month.atDay((int) day));
        }
        return row.findDate(column);
    }

    /// The month in a row such as `측정월:`, `2025-01-01`.
    private static @Nullable YearMonth findMonth(XlsxRow row) {
        for (int label = 0; label < row.size(); label++) {
            if (row.text(label).startsWith("측정월")) {
                for (int column = label; column < row.size(); column++) {
                    Optional<LocalDate> date = row.findDate(column);
                    if (date.isPresent()) {
                        return YearMonth.from(date.get());
                    }
                    Matcher text = MONTH.matcher(row.text(column).replaceFirst("^측정월\\s*:?\\s*", ""));
                    if (text.matches()
                            && Integer.parseInt(text.group(2)) <= 12
                            && !text.group(2).matches("0+")) {
                        return YearMonth.of(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2)));
                    }
                }
            }
        }
        return null;
    }

    /// Where a sheet has its dates and its hours.
    ///
    /// @param columns headed by the number of the hour
    private record Hours(int date, List<NumericColumn> columns) {

        static @Nullable Hours find(XlsxRow row) {
            int date = -1;
            List<NumericColumn> columns = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Matcher hour = HOUR.matcher(row.text(i));
                if (row.text(i).startsWith("측정일")) {
                    date = i;
                } else if (hour.matches()
                        && Integer.parseInt(hour.group(1)) >= 1
                        && Integer.parseInt(hour.group(1)) <= 24) {
                    columns.add(NumericColumn.of(i, hour.group(1), LEQ));
                }
            }
            return date < 0 || columns.isEmpty() ? null : new Hours(date, columns);
        }
    }
}
