package org.dosi.analysis.air;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.kernel.air.HourSeries;
import org.dosi.model.Step;
import org.dosi.model.TimeTable;

/// Rows of a table as hours of the kernels.
public final class HourRows {
    private static final long HOUR_S = Step.HOUR.meanSeconds();

    private HourRows() {}

    /// In standard time, all year: every hour of the day is there once, and none twice.
    public static HourSeries standard(TimeTable table, double[] values) {
        return series(table, values, false);
    }

    /// As clocks show it. Of the two hours that they show alike in autumn the first stays, the one that they skip in
    /// spring is missing. The same as standard time where clocks are not changed.
    public static HourSeries clock(TimeTable table, double[] values) {
        return series(table, values, true);
    }

    private static HourSeries series(TimeTable table, double[] values, boolean clock) {
        if (table.stepSeconds() < HOUR_S) {
            throw BadSetting.of(
                    "1시간 값이 필요한데 값의 간격이 %d초입니다".formatted(table.stepSeconds()),
                    "expected hourly values, found a value every %d s; average them by the hour first"
                            .formatted(table.stepSeconds()));
        }
        long[] startS = table.startS();
        long[] hours = new long[startS.length];
        ZoneRules rules = table.calendar().getRules();
        for (int i = 0; i < hours.length; i++) {
            Instant time = Instant.ofEpochSecond(startS[i]);
            long offset = (clock ? rules.getOffset(time) : rules.getStandardOffset(time)).getTotalSeconds();
            hours[i] = Math.floorDiv(startS[i] + offset, HOUR_S);
        }
        return HourSeries.of(hours, values);
    }

    /// The calendar year of a row by standard time.
    public static int year(TimeTable table, int row) {
        Instant time = Instant.ofEpochSecond(table.startS()[row]);
        return time.atOffset(table.calendar().getRules().getStandardOffset(time))
                .getYear();
    }

    /// Hours by which standard time is ahead of UTC at the beginning of the table.
    public static double utcOffsetH(TimeTable table) {
        ZoneId zone = table.calendar();
        Instant first = table.size() == 0 ? Instant.EPOCH : Instant.ofEpochSecond(table.startS()[0]);
        return zone.getRules().getStandardOffset(first).getTotalSeconds() / (double) HOUR_S;
    }
}
