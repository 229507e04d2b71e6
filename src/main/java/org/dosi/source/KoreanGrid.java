package org.dosi.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// Turns the plane coordinates of Korean maps into longitude and latitude (WGS84). For one thread.
///
/// Korea 2000 lies on WGS84 within a few centimetres, so that there is no datum shift.
final class KoreanGrid {
    /// Korea 2000 / Central Belt, EPSG:5181: what the city's map files use.
    private static final String EPSG_5181 = "+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=500000";
    /// To a centimetre: more would be noise.
    private static final double DEGREE_PARTS = 1e7;

    private static final Pattern PARAMETER = Pattern.compile("PARAMETER\\[\"(\\w+)\",\\s*([-+0-9.eE]+)\\]");
    private static final Pattern ELLIPSOID = Pattern.compile("GRS_?1980|WGS_?(19)?84", Pattern.CASE_INSENSITIVE);

    private final CoordinateTransform transform;

    private KoreanGrid(String projection) {
        CRSFactory factory = new CRSFactory();
        CoordinateReferenceSystem plane =
                factory.createFromParameters("plane", projection + " +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs");
        CoordinateReferenceSystem globe = factory.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
        this.transform = new BasicCoordinateTransform(plane, globe);
    }

    static KoreanGrid epsg5181() {
        return new KoreanGrid(EPSG_5181);
    }

    /// The grid that a `.prj` file describes, if it is a transverse Mercator one in metres on the modern
    /// ellipsoid.
    static Optional<KoreanGrid> findOfWkt(String wkt) {
        String text = wkt.strip();
        boolean known = text.startsWith("PROJCS")
                && text.contains("PROJECTION[\"Transverse_Mercator\"]")
                && ELLIPSOID.matcher(text).find()
                && text.replace(" ", "").endsWith("UNIT[\"Meter\",1.0]]");
        if (!known) {
            return Optional.empty();
        }
        StringBuilder projection = new StringBuilder("+proj=tmerc");
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String key = switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                case "false_easting" -> "x_0";
                case "false_northing" -> "y_0";
                case "central_meridian" -> "lon_0";
                case "scale_factor" -> "k";
                case "latitude_of_origin" -> "lat_0";
                default -> "";
            };
            if (key.isEmpty()) {
                return Optional.empty();
            }
            projection.append(" +").append(key).append('=').append(parameter.group(2));
        }
        return Optional.of(new KoreanGrid(projection.toString()));
    }

    /// @return longitude and latitude, or nothing where the place is not in Korea
    Optional<Coordinate> findLonLat(double x, double y) {
        try {
            ProjCoordinate out = transform.transform(new ProjCoordinate(x, y), new ProjCoordinate());
            return isInKorea(out.x, out.y) ? Optional.of(new Coordinate(round(out.x), round(out.y))) : Optional.empty();
        } catch (Proj4jException _) {
            // Too far from the belt for the projection to be turned back: no place in Korea.
            return Optional.empty();
        }
    }

    /// Whether a place is on the Korean peninsula or around it: what is not was written down wrongly.
    static boolean isInKorea(double lon, double lat) {
        return lon > 124 && lon < 132 && lat > 33 && lat < 43.1;
    }

    private static double round(double degrees) {
        return Math.round(degrees * DEGREE_PARTS) / DEGREE_PARTS;
    }
}
