package org.dosi.kernel.air;

import java.util.Arrays;
import org.dosi.kernel.quality.FlatLine;
import org.dosi.kernel.quality.LoneSpike;
import org.dosi.kernel.quality.Neighbours;
import org.dosi.kernel.quality.NetworkSpike;
import org.dosi.kernel.quality.ParticleOrder;
import org.dosi.kernel.quality.RangeTest;
import org.dosi.kernel.quality.SpikeScale;
import org.dosi.kernel.stat.Check;
import org.dosi.kernel.stat.Quantiles;

/// Marks the hours of a network that are not to be believed, where no quality control has seen them before.
///
/// The tests are those of the store ([org.dosi.kernel.quality]); what the store's rules know of a pollutant
/// in a unit is taken from the values themselves, so that a plain file in any unit can be judged. Spikes
/// are measured on the scale `ln(value + median / 4)` and must be at least three medians high: for the six
/// pollutants of Seoul this is within a factor of two of the rules of the store. Nothing is above the
/// range, for a range is knowledge of the unit; what is more than a median below zero is.
public final class SuspectHours {
    private static final double OFFSET_OF_MEDIAN = 0.25;
    private static final double JUMP_OF_MEDIAN = 3;
    /// A zero is suspect where the second percentile of the other values is above this share of the median.
    private static final double QUIET_OF_MEDIAN = 0.25;

    private static final int FLAT_HOURS = 8;
    private static final int NEIGHBOURS = 8;
    private static final double REACH_KM = 30;
    private static final int DAY = 24;

    private SuspectHours() {}

    /// The marks of one pollutant, by station and hour: bits of [Suspicion]. Time O(stations × hours ×
    /// neighbours).
    ///
    /// @param value by station and hour, NaN where missing
    /// @param longitudeDeg of each station, NaN where unknown
    /// @param latitudeDeg of each station, NaN where unknown
    public static int[][] of(double[][] value, double[] longitudeDeg, double[] latitudeDeg) {
        Check.sameLength("longitudes", longitudeDeg, "latitudes", latitudeDeg);
        Check.within(value.length, value.length, "positions", longitudeDeg.length);
        int hours = NetworkBaseline.hours(value);
        int[][] marks = new int[value.length][hours];
        double median = Quantiles.of(
                Arrays.stream(value).flatMapToDouble(Arrays::stream).toArray(), 0.5);
        if (!(median > 0)) {
            return marks;
        }
        double[][] rows = new double[value.length][];
        for (int s = 0; s < value.length; s++) {
            rows[s] = value[s].clone();
            RangeTest.mark(rows[s], 0, -median, Double.NaN, marks[s], Suspicion.RANGE.mask());
            RangeTest.markZerosOfNeverQuiet(rows[s], 0, QUIET_OF_MEDIAN * median, marks[s], Suspicion.ZERO.mask());
            hide(rows[s], marks[s]);
        }
        FlatLine.Repetition repetition = FlatLine.repetition(rows);
        for (int s = 0; s < rows.length; s++) {
            FlatLine.mark(rows[s], repetition, FLAT_HOURS, false, marks[s], Suspicion.FLAT.mask());
            hide(rows[s], marks[s]);
        }
        int[][] neighbours = Neighbours.nearest(longitudeDeg, latitudeDeg, NEIGHBOURS, REACH_KM);
        SpikeScale scale = new SpikeScale(OFFSET_OF_MEDIAN * median, JUMP_OF_MEDIAN * median);
        NetworkSpike.mark(rows, neighbours, scale, DAY, marks, Suspicion.SPIKE.mask());
        for (int s = 0; s < rows.length; s++) {
            if (neighbours[s].length < NetworkSpike.FEWEST) {
                LoneSpike.mark(rows[s], scale, false, marks[s], Suspicion.SPIKE.mask());
            }
        }
        return marks;
    }

    /// Adds the mark of contradiction to PM2.5 that is more than PM10 allows. O(stations × hours).
    public static void markParticleOrder(double[][] pm25UgPerM3, double[][] pm10UgPerM3, int[][] pm25Marks) {
        for (int s = 0; s < pm25UgPerM3.length; s++) {
            for (int h = 0; h < pm25UgPerM3[s].length; h++) {
                if (ParticleOrder.contradicts(pm25UgPerM3[s][h], pm10UgPerM3[s][h])) {
                    pm25Marks[s][h] |= Suspicion.CONTRADICTION.mask();
                }
            }
        }
    }

    private static void hide(double[] row, int[] marks) {
        for (int h = 0; h < row.length; h++) {
            row[h] = marks[h] == 0 ? row[h] : Double.NaN;
        }
    }
}
