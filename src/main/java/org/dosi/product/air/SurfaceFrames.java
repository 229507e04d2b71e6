package org.dosi.product.air;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.IndexSurfaceAnalysis;
import org.dosi.analysis.air.state.IndexTold;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.analysis.air.state.SurfaceHoursAnalysis;
import org.dosi.product.http.Answers;
import org.dosi.product.plot.Style;

/// The surfaces of hours as the frames of a film, in few bytes: uint32 `n`, `n` bytes of JSON, then float32 by
/// hour, band and cell; all of it little endian, NaN for missing.
final class SurfaceFrames {

    private SurfaceFrames() {}

    /// Bands: the expected concentration and its standard error.
    static void write(SurfaceHoursAnalysis.Found found, Style style, OutputStream out) throws IOException {
        Map<String, Object> head = head(found.grid(), found.startS(), List.of("value", "standard_error"));
        head.put("unit", found.variable().unit());
        head.put("remarks", found.provenance().remarks());
        head.put("rmse", found.quality().rmse());
        head.put("coverage", found.quality().coverage());
        write(
                head,
                found.startS().length,
                found.grid().cells(),
                2,
                out,
                (hour, band) -> band == 0 ? found.value()[hour] : found.standardError()[hour]);
    }

    /// Bands: the median index, the most probable grade (0 to 3) and its probability.
    static void write(IndexSurfaceAnalysis.Found found, Style style, OutputStream out) throws IOException {
        long[] startS = found.frames().stream()
                .mapToLong(IndexSurfaceAnalysis.Frame::startS)
                .toArray();
        Map<String, Object> head = head(found.grid(), startS, List.of("index", "grade", "probability"));
        head.put("remarks", found.provenance().remarks());
        head.put("doubts", found.basis().doubts());
        head.put("grade_hit", found.basis().tried().hit());
        head.put("grade_promised", found.basis().tried().promised());
        head.put("rmse", found.basis().tried().rmse());
        head.put("coverage", found.basis().tried().coverage());
        head.put("items", IndexAnalysis.ITEMS);
        head.put("stations", found.spots().stream().map(SurfaceFrames::spot).toList());
        write(head, startS.length, found.grid().cells(), 3, out, (hour, band) -> {
            IndexTold told = found.frames().get(hour).cells();
            return switch (band) {
                case 0 -> told.index();
                case 1 ->
                    Arrays.stream(told.grade())
                            .mapToDouble(grade -> grade < 0 ? Double.NaN : grade)
                            .toArray();
                default -> probability(told);
            };
        });
    }

    private static double[] probability(IndexTold told) {
        double[] probability = new double[told.grade().length];
        for (int cell = 0; cell < probability.length; cell++) {
            int grade = told.grade()[cell];
            probability[cell] = grade < 0 ? Double.NaN : told.probability()[grade][cell];
        }
        return probability;
    }

    private static Map<String, Object> spot(IndexSurfaceAnalysis.Spot spot) {
        Network.Station station = spot.station();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", station.id());
        map.put("name", station.name());
        map.put("lon", station.lon());
        map.put("lat", station.lat());
        // Whole numbers; -1 for none.
        map.put(
                "index",
                Arrays.stream(spot.index())
                        .mapToInt(index -> Double.isNaN(index) ? -1 : (int) index)
                        .toArray());
        map.put("grade", spot.grade());
        map.put("responsible", spot.responsible());
        return map;
    }

    private static Map<String, Object> head(SurfaceAnalysis.Grid grid, long[] startS, List<String> bands) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("start", startS[0]);
        head.put("stepSeconds", 3600);
        head.put("steps", startS.length);
        head.put("bands", bands);
        head.put("columns", grid.columns());
        head.put("rows", grid.rows());
        head.put("west", grid.west());
        head.put("south", grid.south());
        head.put("stepLon", grid.stepLon());
        head.put("stepLat", grid.stepLat());
        return head;
    }

    /// The numbers of one hour and band, by cell.
    @FunctionalInterface
    private interface Bands {
        double[] of(int hour, int band);
    }

    private static void write(
            Map<String, Object> head, int hours, int cells, int bands, OutputStream out, Bands numbers)
            throws IOException {
        byte[] json = Answers.JSON.writeValueAsBytes(head);
        int padded = Math.ceilDiv(json.length, Float.BYTES) * Float.BYTES;
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        first.putInt(padded).put(json);
        while (first.hasRemaining()) {
            first.put((byte) ' ');
        }
        out.write(first.array());
        ByteBuffer frame = ByteBuffer.allocate(cells * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int hour = 0; hour < hours; hour++) {
            for (int band = 0; band < bands; band++) {
                frame.clear();
                for (double number : numbers.of(hour, band)) {
                    frame.putFloat((float) number);
                }
                out.write(frame.array());
            }
        }
    }
}
