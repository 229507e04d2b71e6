package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// The sheets of an Excel workbook (xlsx), as rows of text.
///
/// Rows stream: memory holds the workbook's shared strings and one row. A workbook is a zip, which is read
/// from its end: one that is packed by gzip as well is unpacked to a temporary file first.
final class XlsxSheets implements AutoCloseable {
    /// Day 1 is 1 January 1900; serials count a 29 February 1900 that never was, so from March 1900 on this
    /// is day 0.
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    /// Day 0 of workbooks from old Macintoshes.
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

    /// A number that Excel cannot read becomes a cell in error, and then an issue, instead of ending the
    /// file.
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    private final SourceFile file;
    private final String kind;
    private final @Nullable Path unpacked;
    private final ReadableWorkbook workbook;
    private final List<Sheet> sheets;

    /// @param kind what the file should be, for messages: `monthly traffic volumes of Seoul`
    /// @throws SourceException if the file is no workbook
    static XlsxSheets open(SourceFile file, String kind) {
        checkHead(file, kind);
        Path unpacked = null;
        try {
            unpacked = file.isPacked() ? unpack(file) : null;
            Path path = unpacked == null ? file.path() : unpacked;
            return new XlsxSheets(file, kind, unpacked, new ReadableWorkbook(path.toFile(), OPTIONS));
        } catch (IOException e) {
            delete(unpacked);
            throw file.broken(e);
        } catch (RuntimeException e) {
            // The reader answers a zip that is no workbook with exceptions of many kinds.
            delete(unpacked);
            throw e instanceof SourceException
                    ? e
                    : notWorkbook(file, kind, "a zip that is none (" + reason(e) + ")", e);
        }
    }

    private XlsxSheets(SourceFile file, String kind, @Nullable Path unpacked, ReadableWorkbook workbook) {
        this.file = file;
        this.kind = kind;
        this.unpacked = unpacked;
        this.workbook = workbook;
        this.sheets = workbook.getSheets().toList();
    }

    /// Of the sheets, in the workbook's order, as they are written there.
    List<String> names() {
        return sheets.stream().map(Sheet::getName).toList();
    }

    /// The rows that the sheet holds, from the top; rows that are blank from end to end may be absent.
    ///
    /// The stream is to be closed, and read once. A workbook that breaks off ends it in a [SourceException].
    Stream<XlsxRow> rows(String sheetName) {
        Sheet sheet = sheets.stream()
                .filter(candidate -> candidate.getName().equals(sheetName))
                .findFirst()
                .orElseThrow(() -> wrongKind("a sheet '" + sheetName + "'"));
        try {
            Stream<Row> rows = sheet.openStream();
            Iterator<Row> iterator = rows.iterator();
            Iterator<XlsxRow> told = new Guarded(iterator, sheetName);
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(told, Spliterator.ORDERED), false)
                    .onClose(rows::close);
        } catch (IOException e) {
            throw file.broken(e);
        } catch (RuntimeException e) {
            throw broken(sheetName, e);
        }
    }

    /// For an adapter that misses something of its kind of file.
    SourceException wrongKind(String missing) {
        return new SourceException(file.place(), kind + " with " + missing, "sheets " + String.join(", ", names()));
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw file.broken(e);
        } finally {
            delete(unpacked);
        }
    }

    private XlsxRow row(Row row, String sheet) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(cell == null ? "" : text(cell));
        }
        LocalDate firstDay = workbook.isDate1904() ? DAY_0_OF_1904 : DAY_0;
        return new XlsxRow(file.name(), sheet, row.getRowNum(), cells, firstDay);
    }

    /// What Excel shows when no format is set: `64.6`, not the `64.599999999999994` that stands in the file.
    private static String text(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        String raw = value == null ? cell.getRawValue() : value.toString();
        return raw == null ? "" : raw.strip();
    }

    private static String plain(BigDecimal number) {
        double value = number.doubleValue();
        // Beyond the range of a double there is no plain notation of any use: the adapter reports what
        // stands there.
        if (!Double.isFinite(value)) {
            return number.toString();
        }
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static void checkHead(SourceFile file, String kind) {
        byte[] head;
        try (InputStream in = file.open()) {
            // The reader's test asks for eight bytes: a shorter file ends in zeros here, and is nothing.
            head = Arrays.copyOf(in.readNBytes(8), 8);
        } catch (IOException e) {
            throw file.broken(e);
        }
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw notWorkbook(file, kind, "an old Excel file (.xls), or one with a password", null);
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(head)) {
            boolean page = head[0] == '<';
            throw notWorkbook(file, kind, page ? "a web page or XML" : "something else", null);
        }
    }

    private static SourceException notWorkbook(SourceFile file, String kind, String found, @Nullable Throwable cause) {
        String expected = kind + " as an Excel workbook (.xlsx)";
        return cause == null
                ? new SourceException(file.place(), expected, found)
                : new SourceException(file.place(), expected, found, cause);
    }

    private SourceException broken(String sheet, RuntimeException e) {
        return new SourceException(
                file.place(), "a whole sheet '" + sheet + "'", "a broken or truncated one (" + reason(e) + ")", e);
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Path unpack(SourceFile file) throws IOException {
        Path path = Files.createTempFile("dosi-", ".xlsx");
        try (InputStream in = file.open()) {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
            return path;
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    private static void delete(@Nullable Path path) {
        if (path != null && !path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }

    /// The reader's rows; what it throws in the middle of a sheet is the file's fault.
    private final class Guarded implements Iterator<XlsxRow> {
        private final Iterator<Row> rows;
        private final String sheet;

        Guarded(Iterator<Row> rows, String sheet) {
            this.rows = rows;
            this.sheet = sheet;
        }

        @Override
        public boolean hasNext() {
            try {
                return rows.hasNext();
            } catch (RuntimeException e) {
                throw broken(sheet, e);
            }
        }

        @Override
        public XlsxRow next() {
            try {
                return row(rows.next(), sheet);
            } catch (RuntimeException e) {
                throw broken(sheet, e);
            }
        }
    }
}
