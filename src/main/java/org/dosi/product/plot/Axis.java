package org.dosi.product.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A scale from data to pixels, with its ticks.
///
/// @param from the data at `start`
/// @param to the data at `end`
/// @param start pixels
/// @param end pixels; less than `start` where the data grow upwards
public record Axis(double from, double to, double start, double end, List<Tick> ticks) {
    /// Of the ticks' labels, as [Style#tick] has it.
    private static final double LABEL_SIZE = 11;

    private static final double LABEL_GAP = 7;

    /// One mark.
    public record Tick(double at, String label) {}

    public Axis {
        ticks = List.copyOf(ticks);
    }

    public double pixel(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    public double[] pixels(double[] values) {
        double[] pixels = new double[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixel(values[i]);
        }
        return pixels;
    }

    /// Round numbers: steps of 1, 2 or 5 times a power of ten, about `count` of them, the ends widened to ticks.
    public static Axis linear(double least, double most, double start, double end, int count) {
        if (!Double.isFinite(least) || !Double.isFinite(most)) {
            return new Axis(0, 1, start, end, List.of());
        }
        double wide = most > least ? most - least : Math.max(Math.abs(most), 1) * 0.1;
        double step = roundStep(wide / Math.max(1, count));
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.max(Math.ceil(most / step - 1e-9) * step, low + step);
        return new Axis(low, high, start, end, between(low, high, step));
    }

    /// Exactly from `least` to `most`, with round ticks inside.
    public static Axis exact(double least, double most, double start, double end, int count) {
        double step = roundStep((most - least) / Math.max(1, count));
        double first = Math.ceil(least / step - 1e-9) * step;
        return new Axis(least, most, start, end, between(first, most, step));
    }

    private static List<Tick> between(double low, double high, double step) {
        List<Tick> ticks = new ArrayList<>();
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        for (int i = 0; low + i * step <= high + step * 1e-6; i++) {
            double at = low + i * step;
            ticks.add(new Tick(at, format(at, decimals)));
        }
        return ticks;
    }

    private static String format(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-0(\\.0+)?") ? text.substring(1) : text.replace('-', '−');
    }

    static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }

    /// Times, seconds since 1970 UTC, with ticks at round times of the zone: years, months, days or hours.
    public static Axis time(long from, long to, double start, double end, ZoneId zone, Style.Language language) {
        double days = Math.max(1, to - from) / 86_400.0;
        Grain grain = Grain.of(days, Math.abs(end - start));
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = grain.floor(Instant.ofEpochSecond(from).atZone(zone));
        for (; at.toEpochSecond() <= to; at = grain.after(at)) {
            if (at.toEpochSecond() >= from) {
                Tick tick = new Tick(at.toEpochSecond(), grain.label(at, language, ticks.isEmpty()));
                // A month's first day stands even where the 29th was just before it.
                if (grain.unit == ChronoUnit.DAYS && at.getDayOfMonth() == 1 && ticks.size() > 1) {
                    double gap = (at.toEpochSecond() - ticks.getLast().at()) / 86_400;
                    if (gap < grain.every) {
                        ticks.removeLast();
                    }
                }
                ticks.add(tick);
            }
        }
        Axis axis = new Axis(from, to, start, end, ticks);
        return new Axis(from, to, start, end, apart(ticks, axis, LABEL_SIZE));
    }

    /// The ticks whose labels stand clear of the one before.
    static List<Tick> apart(List<Tick> ticks, Axis axis, double size) {
        List<Tick> clear = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double half = Chart.widthOf(tick.label(), size) / 2;
            double at = axis.pixel(tick.at());
            if (at - half >= last + LABEL_GAP) {
                clear.add(tick);
                last = at + half;
            }
        }
        return clear;
    }

    /// How far apart the ticks of a time axis are.
    private record Grain(ChronoUnit unit, int every) {
        /// Pixels that a label with its surroundings takes.
        private static final double TICK_ROOM = 58;

        private static final List<Grain> ALL = List.of(
                new Grain(ChronoUnit.HOURS, 1),
                new Grain(ChronoUnit.HOURS, 3),
                new Grain(ChronoUnit.HOURS, 6),
                new Grain(ChronoUnit.HOURS, 12),
                new Grain(ChronoUnit.DAYS, 1),
                new Grain(ChronoUnit.DAYS, 2),
                new Grain(ChronoUnit.DAYS, 7),
                new Grain(ChronoUnit.MONTHS, 1),
                new Grain(ChronoUnit.MONTHS, 2),
                new Grain(ChronoUnit.MONTHS, 3),
                new Grain(ChronoUnit.MONTHS, 6),
                new Grain(ChronoUnit.YEARS, 1),
                new Grain(ChronoUnit.YEARS, 2),
                new Grain(ChronoUnit.YEARS, 5),
                new Grain(ChronoUnit.YEARS, 10));

        static Grain of(double days, double pixels) {
            for (Grain grain : ALL) {
                double room = Math.max(2, pixels / (grain.unit == ChronoUnit.YEARS ? 40 : TICK_ROOM));
                if (days / (grain.unit.getDuration().toHours() / 24.0 * grain.every) <= room) {
                    return grain;
                }
            }
            return ALL.getLast();
        }

        ZonedDateTime floor(ZonedDateTime time) {
            ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
            return switch (unit) {
                case HOURS -> day.plusHours(time.getHour() / every * (long) every);
                case DAYS -> day.minusDays((day.getDayOfMonth() - 1) % every);
                case MONTHS -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / every * every + 1);
                default -> day.withDayOfYear(1).withYear(day.getYear() / every * every);
            };
        }

        ZonedDateTime after(ZonedDateTime time) {
            ZonedDateTime next = time.plus(every, unit);
            // Days count from the first of each month, so that the 1st always has its tick.
            boolean month = unit == ChronoUnit.DAYS && next.getMonthValue() != time.getMonthValue();
            return month ? next.withDayOfMonth(1) : next;
        }

        String label(ZonedDateTime time, Style.Language language, boolean first) {
            LocalDate date = time.toLocalDate();
            return switch (unit) {
                case HOURS ->
                    time.getHour() == 0
                            ? date(date, language)
                            : first ? date(date, language) + " " + hour(time) : hour(time);
                case DAYS -> date(date, language);
                case MONTHS ->
                    first || date.getMonthValue() == 1
                            ? "%d-%02d".formatted(date.getYear(), date.getMonthValue())
                            : month(date, language);
                default -> Integer.toString(date.getYear());
            };
        }

        private static String hour(ZonedDateTime time) {
            return "%02d:00".formatted(time.getHour());
        }

        private static String date(LocalDate date, Style.Language language) {
            return language == Style.Language.KO
                    ? "%d월 %d일".formatted(date.getMonthValue(), date.getDayOfMonth())
                    : "%d %s".formatted(date.getDayOfMonth(), month(date, language));
        }

        private static String month(LocalDate date, Style.Language language) {
            return language == Style.Language.KO
                    ? date.getMonthValue() + "월"
                    : date.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
        }
    }
}
