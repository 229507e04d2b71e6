package org.dosi.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.dosi.model.Issue;
import org.dosi.model.QualityElement;

/// A table of text with headings, as Korean publishers write them: UTF-8 with or without a byte-order mark,
/// or cp949;
/// columns in any order, found by their heading.
///
/// Rows stream: memory does not grow with the file. A line longer than a million characters ends the reading.
final class CsvTable implements AutoCloseable {
    private static final Charset CP949 = Charset.forName("MS949");
    private static final int SNIFF_BYTES = 1 << 20;
    private static final int LONGEST_LINE = 1 << 20;
    private static final int HEADINGS_SHOWN = 8;

    /// The byte-order mark in UTF-8.
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final SourceFile file;
    private final String kind;
    private final LastCharacter text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> headings;

    /// @param kind what the file should be, for messages: `hourly values of Seoul's air stations`
    static CsvTable open(SourceFile file, String kind) {
        return new CsvTable(file, kind);
    }

    private CsvTable(SourceFile file, String kind) {
        this.file = file;
        this.kind = kind;
        PushbackInputStream in = new PushbackInputStream(file.open(), SNIFF_BYTES);
        try {
            this.text = new LastCharacter(new InputStreamReader(in, sniff(in)));
            this.reader = CsvReader.builder()
                    .maxBufferSize(LONGEST_LINE)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text);
            this.records = reader.iterator();
            if (!hasNext()) {
                throw new SourceException(file.place(), kind, "no line of text");
            }
            this.headings =
                    records.next().getFields().stream().map(String::strip).toList();
        } catch (IOException e) {
            close(in);
            throw file.broken(e);
        } catch (SourceException e) {
            close(in);
            throw e;
        }
    }

    List<String> headings() {
        return headings;
    }

    /// The index of the column with this heading, or the first of several spellings that is there.
    ///
    /// @throws SourceException if there is none: the file is of another kind
    int column(String... spellings) {
        int column = findColumn(spellings).orElseThrow(() -> wrongKind("a column '" + spellings[0] + "'", spellings));
        String heading = headings.get(column);
        if (headings.lastIndexOf(heading) != column) {
            throw new SourceException(file.place(), "one column '" + heading + "'", "two of that name");
        }
        return column;
    }

    /// More columns than one are meant by a name.
    SourceException severalOf(String name, List<String> headings) {
        return new SourceException(file.place(), "one column '" + name + "'", String.join(" and ", headings));
    }

    OptionalInt findColumn(String... spellings) {
        for (String spelling : spellings) {
            int index = headings.indexOf(spelling);
            if (index >= 0) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /// @param names of what is missing: a heading that is near one of them is named
    SourceException wrongKind(String missing, String... names) {
        String heading = headings.getFirst();
        if (headings.size() == 1 && (heading.indexOf(';') >= 0 || heading.indexOf('\t') >= 0)) {
            return new SourceException(
                    file.place(),
                    kind + " with commas between the cells",
                    (heading.indexOf(';') >= 0 ? "semicolons: " : "tabs: ") + heading);
        }
        List<String> shown = headings.subList(0, Math.min(HEADINGS_SHOWN, headings.size()));
        String near = Arrays.stream(names)
                .map(name -> NearHeading.hint(name, headings))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse("");
        String found = "headings " + String.join(",", shown) + (headings.size() > HEADINGS_SHOWN ? ",…" : "") + near;
        return new SourceException(file.place(), kind + " with " + missing, found);
    }

    /// Gives every row after the headings to `each`; a row with more or fewer cells than headings goes to
    /// `ragged`.
    ///
    /// @throws SourceException where the file breaks off, is not text, or has no row at all
    void forEachRow(ObservationSink sink, Consumer<CsvRow> each, Consumer<CsvRow> ragged) {
        long rows = 0;
        while (hasNext()) {
            CsvRecord record = records.next();
            CsvRow row = new CsvRow(file.name(), record.getStartingLineNumber(), record.getFields());
            rows++;
            sink.row(null, row.line());
            if (row.size() == headings.size()) {
                each.accept(row);
            } else if (row.size() < headings.size() && !hasNext() && (text.last != '\n' || row.spansLines())) {
                throw new SourceException(
                        row.place(),
                        "a row of " + headings.size() + " cells",
                        "the end of the file after " + row.size() + ": it is truncated");
            } else {
                ragged.accept(row);
            }
        }
        if (rows == 0) {
            throw new SourceException(file.place(), kind, "headings and no row");
        }
        // Some publishers quote every cell and end with a quote and no line end: nothing is cut there.
        if (text.last != '\n' && text.last != '\r' && text.last != '"') {
            sink.issue(new Issue(
                    file.place(),
                    QualityElement.COMPLETENESS_OMISSION,
                    "a line end after the last row",
                    "none: the last cell may be cut short",
                    0));
        }
    }

    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            // The library has one exception for everything; what it says of its buffer helps nobody who
            // has the file.
            boolean tooLong = reason(e).contains("maximum buffer size");
            String found = tooLong
                    ? "a line of more than a million characters"
                    : "a line that is not a row of a table (" + reason(e) + ")";
            throw new SourceException(file.place(), kind, found, e);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw file.broken(cause == null ? new IOException(e) : cause);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        close(reader);
    }

    private void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    /// UTF-8 if the first megabyte is that without a fault, else cp949 if it is that: cp949 text is never
    /// valid UTF-8 for long, while the reverse happens.
    private Charset sniff(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(SNIFF_BYTES);
        // The mark goes before the reader sees it: a quote behind it would otherwise be no quote.
        int mark = startsWithMark(head) ? MARK.length : 0;
        in.unread(head, mark, head.length - mark);
        if (decodes(head, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(head, CP949)) {
            return CP949;
        }
        throw new SourceException(file.place(), kind + " as text in UTF-8 or cp949", form(head));
    }

    private static String form(byte[] head) {
        int first = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | (head[1] & 0xff);
        return switch (first) {
            case 0xfffe, 0xfeff -> "UTF-16";
            case 'P' << 8 | 'K' -> "an Excel workbook or a zip archive";
            case 0xd0cf -> "an old Excel file (.xls)";
            default -> hasNul(head) ? "no text" : "text in another encoding";
        };
    }

    /// Text in UTF-8, cp949 or latin-1 has none; what computers write for themselves, and UTF-16, has.
    private static boolean hasNul(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= MARK.length && Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length);
    }

    private static boolean decodes(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(head);
        CharBuffer characters = CharBuffer.allocate(head.length);
        // A character that the end of the sniffed part cuts in two is no fault: hence endOfInput only for
        // short files.
        boolean ok =
                !decoder.decode(bytes, characters, head.length < SNIFF_BYTES).isError();
        // Text has no NUL; a binary file that happens to decode has.
        return ok && characters.flip().chars().noneMatch(c -> c == 0);
    }

    /// Remembers the last character, which tells a file that ends with a line end from one that breaks off.
    private static final class LastCharacter extends FilterReader {
        private char last = '\n';

        LastCharacter(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                last = buffer[offset + n - 1];
            }
            return n;
        }
    }
}
