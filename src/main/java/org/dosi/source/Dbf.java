package org.dosi.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Place;

/// The attribute table of a shapefile (`.dbf`, dBase III), as text.
///
/// Source: dBASE table file format, level 5. Strict: fields must fill the record, and records the file.
final class Dbf {
    private static final int HEADER = 32;
    private static final int FIELD = 32;
    private static final int NAME = 11;
    private static final byte END_OF_FIELDS = 0x0D;
    private static final int VERSION_BITS = 7;
    private static final int DBASE_3 = 3;
    private static final byte DELETED = '*';

    private record Field(String name, int at, int length) {}

    private Dbf() {}

    /// @return a row for each record, the text by field; an empty one for a record that is marked as deleted
    static List<Map<String, String>> read(Place place, byte[] content, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length <= HEADER || (content[0] & VERSION_BITS) != DBASE_3) {
            throw new SourceException(place, "an attribute table (.dbf, dBase III)", "something else");
        }
        int records = bytes.getInt(4);
        int header = headerLength(content);
        int length = bytes.getShort(10) & 0xffff;
        List<Field> fields = fields(place, content, header, length);
        long needed = header + (long) records * length;
        if (records < 0 || content.length < needed) {
            throw new SourceException(place, records + " records", "the end of the file: it is truncated");
        }
        List<Map<String, String>> rows = new ArrayList<>(records);
        for (int record = 0; record < records; record++) {
            int at = header + record * length;
            Map<String, String> row = new LinkedHashMap<>();
            if (content[at] != DELETED) {
                for (Field field : fields) {
                    row.put(field.name, new String(content, at + field.at, field.length, charset).strip());
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /// Where the records begin, as the table says; 0 if it is too short to say.
    static int headerLength(byte[] content) {
        return content.length < HEADER ? 0 : (content[8] & 0xff) | (content[9] & 0xff) << 8;
    }

    private static List<Field> fields(Place place, byte[] content, int header, int length) {
        List<Field> fields = new ArrayList<>();
        int at = HEADER;
        // The first byte of a record says whether it is deleted.
        int filled = 1;
        while (at + FIELD <= Math.min(header, content.length) && content[at] != END_OF_FIELDS) {
            int end = at;
            while (end < at + NAME && content[end] != 0) {
                end++;
            }
            int width = content[at + 16] & 0xff;
            String name = new String(content, at, end - at, StandardCharsets.US_ASCII);
            fields.add(new Field(name.strip(), filled, width));
            filled += width;
            at += FIELD;
        }
        boolean ended = at < content.length && content[at] == END_OF_FIELDS;
        if (!ended || fields.isEmpty() || filled != length) {
            throw new SourceException(place, "fields of " + length + " bytes", filled + " bytes");
        }
        return fields;
    }
}
