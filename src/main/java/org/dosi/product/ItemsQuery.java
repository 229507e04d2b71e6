package org.dosi.product;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.analysis.Coverage;
import org.dosi.model.Step;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Format;
import org.dosi.product.http.Query;
import org.dosi.product.http.Times;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.web.servlet.function.ServerRequest;

/// Which features of a collection are asked for, after OGC API – Features.
///
/// @param attributes that a feature must have, by key
record ItemsQuery(
        int limit,
        int offset,
        Optional<Geometry> box,
        Optional<Coverage> time,
        Map<String, String> attributes,
        boolean html) {
    static final int USUAL_LIMIT = 10;
    static final int MOST_LIMIT = 10_000;

    private static final String BOX = "4 or 6 numbers: west,south,east,north in degrees";
    private static final String TIME =
            "an RFC 3339 time, or two with a slash between, either may be .., as in 2022-01-01T00:00:00Z/..";

    static ItemsQuery read(ServerRequest request, List<String> keys, ZoneId zone) {
        List<String> known = new ArrayList<>(List.of("f", "limit", "offset", "bbox", "datetime"));
        List<String> filters = new ArrayList<>(List.of(GeoJson.NAME_KO, GeoJson.NAME_EN));
        filters.addAll(keys);
        filters.removeAll(known);
        known.addAll(filters);
        Query query = Query.of(request, zone, known);
        Map<String, String> attributes = new TreeMap<>();
        filters.forEach(key -> query.find(key).ifPresent(value -> attributes.put(key, value)));
        return new ItemsQuery(
                query.integer("limit", USUAL_LIMIT, 1, MOST_LIMIT),
                query.integer("offset", 0, 0, Integer.MAX_VALUE - MOST_LIMIT),
                query.find("bbox").map(ItemsQuery::box),
                query.find("datetime").map(text -> time(text, zone)),
                attributes,
                Format.wantsHtml(request, query));
    }

    /// A box whose west is greater than its east spans the antimeridian: it is the two boxes on either side.
    private static Geometry box(String text) {
        String[] part = text.split(",", -1);
        double[] number = new double[part.length];
        for (int i = 0; i < part.length; i++) {
            try {
                number[i] = Double.parseDouble(part[i].strip());
            } catch (NumberFormatException e) {
                throw new BadRequest("bbox", BOX, text);
            }
        }
        if (number.length != 4 && number.length != 6) {
            throw new BadRequest("bbox", BOX, text);
        }
        int second = number.length / 2;
        double west = number[0];
        double south = number[1];
        double east = number[second];
        double north = number[second + 1];
        boolean possible = west >= -180 && east <= 180 && south >= -90 && north <= 90;
        if (!possible || !(west <= 180) || !(east >= -180) || !(south <= north)) {
            throw new BadRequest("bbox", BOX, text);
        }
        GeometryFactory factory = new GeometryFactory();
        if (west <= east) {
            return factory.toGeometry(new Envelope(west, east, south, north));
        }
        return factory.createGeometryCollection(new Geometry[] {
                    factory.toGeometry(new Envelope(west, 180, south, north)),
                    factory.toGeometry(new Envelope(-180, east, south, north))
                })
                .union();
    }

    private static Coverage time(String text, ZoneId zone) {
        String[] part = text.split("/", -1);
        if (part.length > 2 || (part.length == 2 && isOpen(part[0]) && isOpen(part[1]))) {
            throw new BadRequest("datetime", TIME, text);
        }
        Instant from = isOpen(part[0]) && part.length == 2 ? Instant.MIN : start(part[0], text, zone);
        String last = part[part.length - 1];
        Instant to = isOpen(last) && part.length == 2 ? Instant.MAX : end(last, text, zone);
        if (to.isBefore(from)) {
            throw new BadRequest("datetime", TIME, text);
        }
        return new Coverage(from, to);
    }

    private static boolean isOpen(String part) {
        return part.isEmpty() || part.equals("..");
    }

    private static Instant start(String part, String text, ZoneId zone) {
        return Times.parse(part, zone).orElseThrow(() -> new BadRequest("datetime", TIME, text));
    }

    /// The end of a bare date is the end of its day.
    private static Instant end(String part, String text, ZoneId zone) {
        Instant start = start(part, text, zone);
        return Times.isDate(part) ? Step.DAY.after(start, zone).minusNanos(1) : start;
    }
}
