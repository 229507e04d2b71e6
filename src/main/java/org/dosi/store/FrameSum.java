package org.dosi.store;

import java.util.Map;

/// Lays observations into frames of equal length: one that lasts longer than a frame fills all that it
/// holds in, several within one frame give their mean.
///
/// @param column of each stream's key in a frame
record FrameSum(long start, long stepSeconds, int steps, Map<Integer, Integer> column) {

    float[] of(Columns rows) {
        int width = column.size();
        float[] sum = new float[Math.multiplyExact(steps, width)];
        byte[] count = new byte[sum.length];
        for (int i = 0; i < rows.size(); i++) {
            Integer at = column.get(rows.datastream()[i]);
            if (at == null) {
                continue; // removed a moment ago
            }
            long first = Math.floorDiv(rows.startSeconds()[i] - start, stepSeconds);
            long lastSecond = Math.max(rows.startSeconds()[i], rows.endSeconds()[i] - 1);
            long last = Math.floorDiv(lastSecond - start, stepSeconds);
            for (long frame = Math.max(0, first); frame <= Math.min(steps - 1L, last); frame++) {
                int cell = (int) frame * width + at;
                sum[cell] += (float) rows.value()[i];
                count[cell]++;
            }
        }
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] = count[cell] == 0 ? Float.NaN : sum[cell] / count[cell];
        }
        return sum;
    }
}
