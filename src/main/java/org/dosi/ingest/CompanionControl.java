package org.dosi.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.kernel.quality.ParticleOrder;
import org.dosi.kernel.quality.Psychrometry;
import org.dosi.model.Flag;
import org.jspecify.annotations.Nullable;

/// Compares values of different properties at one feature and time: PM2.5 with PM10, temperature with what
/// the air holds.
///
/// Nothing is concluded from a companion that is flagged itself.
final class CompanionControl {
    private CompanionControl() {}

    /// Flags particles that contradict each other.
    static void checkParticles(List<Series> series) {
        for (Map<String, Series> at : byFeature(series)) {
            Series pm10 = inUnit(at.get("pm10"), "ug/m3");
            Series pm25 = inUnit(at.get("pm25"), "ug/m3");
            if (pm10 != null && pm25 != null) {
                compareParticles(pm10, pm25);
            }
        }
    }

    /// Flags temperatures, dew points, humidities and vapour pressures that contradict each other.
    static void checkWeather(List<Series> series) {
        for (Map<String, Series> at : byFeature(series)) {
            Series temperature = inUnit(at.get("temperature"), "Cel");
            Series dewPoint = inUnit(at.get("dew_point"), "Cel");
            if (temperature != null && dewPoint != null) {
                Series humidity = inUnit(at.get("relative_humidity"), "%");
                compareWeather(temperature, dewPoint, humidity, inUnit(at.get("vapour_pressure"), "hPa"));
            }
        }
    }

    /// The series of each feature by property. Of a property that a feature has twice, in two units or
    /// editions, the first by id: there is no telling which belongs to which.
    private static Collection<Map<String, Series>> byFeature(List<Series> series) {
        Map<String, Map<String, Series>> byFeature = new HashMap<>();
        for (Series s : series) {
            byFeature
                    .computeIfAbsent(s.datastream().feature(), _ -> new HashMap<>())
                    .merge(s.datastream().property().id(), s, CompanionControl::first);
        }
        return byFeature.values();
    }

    private static Series first(Series a, Series b) {
        return a.datastream().id().compareTo(b.datastream().id()) < 0 ? a : b;
    }

    private static @Nullable Series inUnit(@Nullable Series s, String unit) {
        return s != null && s.datastream().unit().equals(unit) ? s : null;
    }

    /// The two contradict each other, and the hour alone does not say which is wrong: both are flagged.
    private static void compareParticles(Series pm10, Series pm25) {
        Cursor coarse = new Cursor(pm10);
        for (int i = 0; i < pm25.size(); i++) {
            coarse.moveTo(pm25.startSeconds()[i]);
            if (pm25.flags()[i] == 0 && ParticleOrder.contradicts(pm25.value()[i], coarse.good())) {
                flag(pm25, i, Flag.INCONSISTENT);
                coarse.flag(Flag.INCONSISTENT);
            }
        }
    }

    private static void compareWeather(
            Series temperature, Series dewPoint, @Nullable Series humidity, @Nullable Series vapourPressure) {
        Cursor dew = new Cursor(dewPoint);
        Cursor humid = new Cursor(humidity);
        Cursor vapour = new Cursor(vapourPressure);
        for (int i = 0; i < temperature.size(); i++) {
            long time = temperature.startSeconds()[i];
            dew.moveTo(time);
            humid.moveTo(time);
            vapour.moveTo(time);
            double temperatureCel = temperature.flags()[i] == 0 ? temperature.value()[i] : Double.NaN;
            switch (Psychrometry.judge(temperatureCel, dew.good(), humid.good(), vapour.good())) {
                case CONSISTENT, UNKNOWN -> {}
                case TEMPERATURE_SIGN_LOST -> flag(temperature, i, Flag.SIGN_LOST);
                case DEW_POINT_SIGN_LOST -> dew.flag(Flag.SIGN_LOST);
                case BOTH_SIGNS_LOST -> {
                    flag(temperature, i, Flag.SIGN_LOST);
                    dew.flag(Flag.SIGN_LOST);
                }
                case VAPOUR_PRESSURE_WRONG -> vapour.flag(Flag.INCONSISTENT);
                case HUMIDITY_OR_TEMPERATURE_WRONG -> {
                    flag(temperature, i, Flag.INCONSISTENT);
                    humid.flag(Flag.INCONSISTENT);
                }
                case DEW_POINT_WRONG -> dew.flag(Flag.INCONSISTENT);
            }
        }
    }

    private static void flag(Series s, int index, Flag flag) {
        if (index >= s.freshFrom()) {
            s.flags()[index] |= flag.mask();
        }
    }

    /// Walks along a series to later and later times.
    private static final class Cursor {
        private final @Nullable Series series;
        private int next;
        private boolean found;

        Cursor(@Nullable Series series) {
            this.series = series;
        }

        void moveTo(long time) {
            if (series == null) {
                return;
            }
            while (next < series.size() && series.startSeconds()[next] < time) {
                next++;
            }
            found = next < series.size() && series.startSeconds()[next] == time;
        }

        /// The unflagged value that starts at this time, or NaN.
        double good() {
            return series == null || !found || series.flags()[next] != 0 ? Double.NaN : series.value()[next];
        }

        void flag(Flag flag) {
            if (series != null && found) {
                CompanionControl.flag(series, next, flag);
            }
        }
    }
}
