package org.dosi.kernel.wind;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// The cells of a polar plot: sectors of wind direction times equal classes of wind speed.
///
/// Sector `d` (from 0) is centred on `(d + 1) · 360 / directions` degrees, so the last is north, and an
/// hour belongs to the sector `⌈windFromDeg / width - 0.5⌉`, 0 counting as 360: the lower edge is outside,
/// the upper inside. Speeds are counted from the least speed of the hours, `span` is the largest above it;
/// speed class `s` (from 0) is `(s · span / speeds, (s + 1) · span / speeds]`, the first with its lower
/// end. A cell is drawn at `s · span / (speeds - 1)` from the centre, as openair's `polarPlot` does, so the
/// first class is the centre.
///
/// Cells are numbered speed by speed: `cell = s · directions + d`.
public record PolarGrid(int directions, int speeds, double leastSpeedMPerS, double spanMPerS) {
    private static final int USUAL = 36;

    public PolarGrid {
        Check.atLeast(1, "directions", directions);
        Check.atLeast(2, "speeds", speeds);
        Check.within(0, Double.MAX_VALUE, "spanMPerS", spanMPerS);
    }

    /// The grid over the hours that have a wind and a value. Without such hours its span is 0.
    public static PolarGrid over(
            double[] windSpeedMPerS, double[] windFromDeg, double[] value, int directions, int speeds) {
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "windFromDeg", windFromDeg);
        Check.sameLength("windSpeedMPerS", windSpeedMPerS, "value", value);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < value.length; h++) {
            // A sum is finite only if all are.
            if (Double.isFinite(windSpeedMPerS[h] + windFromDeg[h] + value[h])) {
                least = Math.min(least, windSpeedMPerS[h]);
                most = Math.max(most, windSpeedMPerS[h]);
            }
        }
        return most >= least
                ? new PolarGrid(directions, speeds, least, most - least)
                : new PolarGrid(directions, speeds, 0, 0);
    }

    public int cells() {
        return directions * speeds;
    }

    /// The cell of a finite wind; -1 if it is faster or slower than the grid reaches.
    public int cell(double windSpeedMPerS, double windFromDeg) {
        int speed = speedClass(windSpeedMPerS - leastSpeedMPerS);
        return speed < 0 ? -1 : speed * directions + sector(windFromDeg, directions);
    }

    /// The sector, from 0, of a finite direction.
    static int sector(double windFromDeg, int directions) {
        int sector = (int) Math.ceil(windFromDeg * directions / 360 - 0.5);
        int last = sector - 1;
        return last >= 0 && last < directions ? last : Math.floorMod(last, directions);
    }

    private int speedClass(double aboveLeast) {
        if (!(aboveLeast >= 0 && aboveLeast <= spanMPerS)) {
            return -1;
        }
        if (spanMPerS == 0) {
            return 0;
        }
        double width = spanMPerS / speeds;
        int s = Math.clamp((long) Math.ceil(aboveLeast / width) - 1, 0, speeds - 1);
        // Division and multiplication round apart: the class ends decide.
        if (s > 0 && aboveLeast <= s * width) {
            s--;
        } else if (s < speeds - 1 && aboveLeast > (s + 1) * width) {
            s++;
        }
        return s;
    }

    /// Where the wind of a cell comes from: width to 360, in degrees.
    public double windFromDeg(int cell) {
        return (cell % directions + 1) * (360.0 / directions);
    }

    /// How far from the centre a cell is drawn, m/s above the least speed.
    public double radiusMPerS(int cell) {
        int speed = cell / directions;
        return speed * (spanMPerS / (speeds - 1));
    }

    /// Where the cells' arcs count as places of data, degrees from their middles: the middle alone where sectors
    /// are no wider than ten degrees, otherwise so many places that they lie no farther apart.
    public double[] arcDeg() {
        int places = (USUAL + directions - 1) / directions;
        double[] arc = new double[places];
        Arrays.setAll(arc, i -> (i - (places - 1) / 2.0) * (360.0 / directions / places));
        return arc;
    }

    /// As [#u], so many degrees beside the cell's middle.
    public double u(int cell, double besideDeg) {
        return radiusMPerS(cell) * Math.sin(Math.toRadians(windFromDeg(cell) + besideDeg));
    }

    /// Northward, as [#u].
    public double v(int cell, double besideDeg) {
        return radiusMPerS(cell) * Math.cos(Math.toRadians(windFromDeg(cell) + besideDeg));
    }

    /// Eastward coordinate of the place from which the wind of a cell comes, m/s.
    public double u(int cell) {
        return radiusMPerS(cell) * Math.sin(Math.toRadians(windFromDeg(cell)));
    }

    /// Northward coordinate, as [#u].
    public double v(int cell) {
        return radiusMPerS(cell) * Math.cos(Math.toRadians(windFromDeg(cell)));
    }
}
