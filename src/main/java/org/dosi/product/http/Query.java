package org.dosi.product.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dosi.model.TimeWindow;
import org.springframework.web.servlet.function.ServerRequest;

/// The parameters of a request, read strictly: an unknown one, one given twice, or one that says nonsense
/// is a [BadRequest] that names it. A misspelt `flaged=true` must not be answered as if nothing had been
/// asked.
public final class Query {
    private final Map<String, List<String>> values;
    private final ZoneId zone;

    private Query(Map<String, List<String>> values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    public static Query of(ServerRequest request, ZoneId zone, String... known) {
        return of(request, zone, Arrays.asList(known));
    }

    public static Query of(ServerRequest request, ZoneId zone, List<String> known) {
        Map<String, List<String>> values = parameters(request);
        values.forEach((name, given) -> {
            if (!known.contains(name)) {
                throw new BadRequest(
                        known.isEmpty()
                                ? "expected no parameter, found '%s'".formatted(BadRequest.shorten(name))
                                : "expected one of the parameters %s, found '%s'"
                                        .formatted(String.join(", ", known), BadRequest.shorten(name)));
            }
            if (given.size() > 1) {
                throw new BadRequest("%s: expected one value, found %d".formatted(name, given.size()));
            }
        });
        return new Query(values, zone);
    }

    /// A plain copy: the request's own map answers an absent name with an empty list.
    private static Map<String, List<String>> parameters(ServerRequest request) {
        try {
            return new HashMap<>(request.params());
        } catch (IllegalStateException e) {
            // So the servlet container says that it cannot decode them.
            throw new BadRequest("expected parameters that are percent-encoded UTF-8, found a broken code", e);
        }
    }

    /// An empty value counts as absent.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst).filter(text -> !text.isBlank());
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public String get(String name, String expected) {
        return find(name).orElseThrow(() -> new BadRequest(name, expected, ""));
    }

    public Optional<Instant> findTime(String name) {
        return find(name)
                .map(text -> Times.parse(text, zone).orElseThrow(() -> new BadRequest(name, Times.EXPECTED, text)));
    }

    public Instant time(String name) {
        return findTime(name).orElseThrow(() -> new BadRequest(name, Times.EXPECTED, ""));
    }

    public LocalDate date(String name) {
        String expected = "a date such as 2022-08-15";
        String text = get(name, expected);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest(name, expected, text);
        }
    }

    /// `from` and `to`; a missing end is the one of `whole`.
    public TimeWindow window(TimeWindow whole) {
        return window(findTime("from").orElse(whole.from()), findTime("to").orElse(whole.to()));
    }

    public TimeWindow window() {
        return window(time("from"), time("to"));
    }

    private static TimeWindow window(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new BadRequest("to", "a time after from (" + from + ")", to.toString());
        }
        return new TimeWindow(from, to);
    }

    /// A number above `most` counts as `most`, as OGC API – Features has it for `limit`.
    public int integer(String name, int otherwise, int least, int most) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String expected = "a whole number from %d".formatted(least);
        try {
            long number = Long.parseLong(text.get());
            if (number >= least) {
                return (int) Math.min(number, most);
            }
        } catch (NumberFormatException _) {
            // More digits than a long has is a large number, not nonsense.
            if (text.get().matches("\\+?\\d+")) {
                return most;
            }
        }
        throw new BadRequest(name, expected, text.get());
    }

    public double number(String name, double least, double most) {
        String expected = "a number from %s to %s".formatted(least, most);
        String text = get(name, expected);
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Reported below with the rest.
        }
        throw new BadRequest(name, expected, text);
    }

    public boolean flag(String name) {
        return switch (find(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new BadRequest(name, "true or false", other);
        };
    }

    /// One of the constants of an enum, written in lower case.
    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        List<String> names = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        String expected = "one of " + String.join(", ", names);
        String text = get(name, expected);
        int at = names.indexOf(text);
        if (at < 0) {
            throw new BadRequest(name, expected, text);
        }
        return choices.getEnumConstants()[at];
    }
}
