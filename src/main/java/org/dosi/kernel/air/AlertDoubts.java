package org.dosi.kernel.air;

import java.util.Arrays;
import org.dosi.kernel.stat.Check;

/// Whether an alert may come from an instrument rather than from the air. The rules ask the values alone; these are
/// ours, and change nothing of the log.
public final class AlertDoubts {

    private AlertDoubts() {}

    /// Whether a level rests on suspect values: in the hour that brought it, the stations without them
    /// would not have reached the limit, or would have been too few. A level to which a higher one was
    /// lowered is held by its second limit.
    ///
    /// @param stations of the region, by hour, as [Alerts#of(double[][], AlertRule)] was given them
    /// @param suspicion by station and hour, 0 where nothing is suspected; see [SuspectHours]
    /// @param rule of the hour
    public static boolean restsOnSuspects(
            AlertStretch stretch, double[][] stations, int[][] suspicion, AlertRule rule) {
        Check.within(stations.length, stations.length, "suspicion", suspicion.length);
        int hour = stretch.issuedHour();
        double[][] believed = new double[stations.length][1];
        boolean any = false;
        for (int s = 0; s < stations.length; s++) {
            boolean suspect = suspicion[s][hour] != 0;
            any |= suspect;
            believed[s][0] = suspect ? Double.NaN : stations[s][hour];
        }
        AlertRule.Limit limit = rule.limits().get(AlertLevel.ALL.indexOf(stretch.level()));
        double needed = stretch.beginning() == AlertStretch.Beginning.LOWERED ? limit.lowerBelow() : limit.issueFrom();
        return any && !Alerts.reaches(Alerts.regional(believed, rule)[0], needed);
    }

    /// Whether one station alone, of several that measured, reached the limit in the hour that brought the
    /// level, with the sun down from its beginning to its end. Ozone is made by sunlight and shared by a
    /// city's air: at night it falls, and falls everywhere.
    ///
    /// @param network what all stations measured in that hour, those of other regions too
    /// @param rule of the hour
    /// @param startUtcHour the beginning of the hour, hours from 1970-01-01 00:00 UTC
    /// @param latitudeDeg of the station; NaN where unknown, and then nothing is said
    /// @param longitudeDeg likewise
    public static boolean isOfOneStationAtNight(
            AlertStretch stretch,
            double[] network,
            AlertRule rule,
            double startUtcHour,
            double latitudeDeg,
            double longitudeDeg) {
        if (!Double.isFinite(latitudeDeg) || !Double.isFinite(longitudeDeg)) {
            return false;
        }
        double limit =
                rule.limits().get(AlertLevel.ALL.indexOf(stretch.level())).issueFrom();
        long measured = Arrays.stream(network).filter(Double::isFinite).count();
        long above = Arrays.stream(network)
                .filter(value -> Alerts.reaches(value, limit))
                .count();
        return measured > 1
                && above == 1
                && !Daylight.isDay(startUtcHour, latitudeDeg, longitudeDeg)
                && !Daylight.isDay(startUtcHour + 1, latitudeDeg, longitudeDeg);
    }
}
