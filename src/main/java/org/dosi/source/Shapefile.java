package org.dosi.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.dosi.model.Place;
import org.locationtech.jts.geom.Coordinate;

/// The shapes of a polygon shapefile (`.shp`), as rings of plane coordinates.
///
/// Source: ESRI Shapefile Technical Description (July 1998). Strict: the file must have the length that it
/// says, its records the numbers 1, 2, 3…, and its shapes the type of the header. Of shapes with heights or
/// measures (types 15 and 25) the plane coordinates are taken.
final class Shapefile {
    private static final int MAGIC = 9994;
    private static final int VERSION = 1000;
    private static final int HEADER = 100;
    private static final int RECORD_HEADER = 8;
    private static final int NULL_SHAPE = 0;
    private static final List<Integer> POLYGONS = List.of(5, 15, 25);
    /// Type, bounding box, number of parts, number of points.
    private static final int BEFORE_PARTS = 4 + 32 + 4 + 4;
    private static final int POINT = 16;

    private final Place place;
    private final ByteBuffer bytes;
    private final int type;

    private Shapefile(Place place, byte[] content) {
        this.place = place;
        this.bytes = ByteBuffer.wrap(content);
        if (content.length < HEADER || bytes.getInt(0) != MAGIC) {
            throw new SourceException(place, "a shapefile (.shp)", "something else");
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.type = bytes.getInt(32);
        if (bytes.getInt(28) != VERSION || !POLYGONS.contains(type)) {
            throw new SourceException(place, "a shapefile of polygons, version 1000", "shapes of type " + type);
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
        long stated = 2L * bytes.getInt(24);
        if (stated != content.length) {
            throw new SourceException(place, stated + " bytes", content.length + ": it is truncated or spoilt");
        }
    }

    /// @return for each shape its rings; a shape without geometry has none
    static List<List<Coordinate[]>> read(Place place, byte[] content) {
        Shapefile file = new Shapefile(place, content);
        List<List<Coordinate[]>> shapes = new ArrayList<>();
        int at = HEADER;
        while (at < content.length) {
            at = file.readRecord(at, shapes);
        }
        return shapes;
    }

    private int readRecord(int at, List<List<Coordinate[]>> shapes) {
        int number = shapes.size() + 1;
        check(at + RECORD_HEADER + 4 <= bytes.capacity(), number, "a record", "the end of the file");
        bytes.order(ByteOrder.BIG_ENDIAN);
        check(bytes.getInt(at) == number, number, "record " + number, "record " + bytes.getInt(at));
        long length = 2L * bytes.getInt(at + 4);
        int content = at + RECORD_HEADER;
        check(
                length >= 4 && content + length <= bytes.capacity(),
                number,
                "a record within the file",
                length + " bytes");
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int found = bytes.getInt(content);
        check(found == type || found == NULL_SHAPE, number, "a shape of type " + type, "type " + found);
        shapes.add(found == NULL_SHAPE ? List.of() : rings(content, length, number));
        return content + (int) length;
    }

    private List<Coordinate[]> rings(int content, long length, int number) {
        check(length >= BEFORE_PARTS, number, "a polygon", length + " bytes");
        int parts = bytes.getInt(content + 36);
        int points = bytes.getInt(content + 40);
        long needed = BEFORE_PARTS + 4L * parts + (long) POINT * points;
        check(
                parts > 0 && points > 0 && needed <= length,
                number,
                "parts and points within the record",
                parts + ", " + points);
        int first = content + BEFORE_PARTS + 4 * parts;
        List<Coordinate[]> rings = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = bytes.getInt(content + BEFORE_PARTS + 4 * part);
            int to = part + 1 < parts ? bytes.getInt(content + BEFORE_PARTS + 4 * (part + 1)) : points;
            check(from >= 0 && from < to && to <= points, number, "parts in order", from + " to " + to);
            Coordinate[] ring = new Coordinate[to - from];
            for (int i = from; i < to; i++) {
                ring[i - from] =
                        new Coordinate(bytes.getDouble(first + i * POINT), bytes.getDouble(first + i * POINT + 8));
            }
            rings.add(ring);
        }
        return rings;
    }

    private void check(boolean ok, int number, String expected, String found) {
        if (!ok) {
            throw new SourceException(place.column("record " + number), expected, found);
        }
    }
}
