package org.dosi.analysis.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dosi.model.NearId;

/// The values of an analysis's parameters. A value that says nonsense is a [BadSetting] that names it.
public final class Settings {
    private final Map<String, Parameter> known = new LinkedHashMap<>();
    private final Map<String, String> given;

    /// @param given by name; an empty value counts as none
    public Settings(List<Parameter> parameters, Map<String, String> given) {
        parameters.forEach(parameter -> known.put(parameter.name(), parameter));
        this.given = Map.copyOf(given);
        for (String name : given.keySet()) {
            if (!known.containsKey(name)) {
                throw new BadSetting("expected one of the parameters %s, found '%s'"
                        .formatted(String.join(", ", known.keySet()), name));
            }
        }
    }

    /// All of them with the values that are used, for the provenance.
    public Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        known.keySet().forEach(name -> find(name).ifPresent(text -> used.put(name, text)));
        return used;
    }

    /// The values of some of the parameters alone.
    public Settings of(List<Parameter> some) {
        Map<String, String> own = new LinkedHashMap<>();
        for (Parameter parameter : some) {
            if (given.containsKey(parameter.name())) {
                own.put(parameter.name(), given.getOrDefault(parameter.name(), ""));
            }
        }
        return new Settings(some, own);
    }

    public Optional<String> find(String name) {
        Parameter parameter = known.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the analysis declares no parameter '" + name + "'");
        }
        String text = given.getOrDefault(name, "").strip();
        String value = text.isEmpty() ? parameter.standard() : text;
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    public String text(String name) {
        return find(name).orElseThrow(() -> new BadSetting(name, "a value", ""));
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices) {
        String text = text(name);
        for (E constant : choices.getEnumConstants()) {
            if (Parameter.word(constant).equalsIgnoreCase(text)) {
                return constant;
            }
        }
        List<String> words =
                Arrays.stream(choices.getEnumConstants()).map(Parameter::word).toList();
        throw new BadSetting("%s: expected one of %s, found '%s'%s"
                .formatted(name, String.join(", ", words), text, NearId.hint(text, words)));
    }

    public double number(String name, double least, double most) {
        return number(name, text(name), least, most);
    }

    /// Numbers with commas between them: `75,90`.
    public double[] numbers(String name, double least, double most) {
        return Arrays.stream(text(name).split(",", -1))
                .mapToDouble(part -> number(name, part.strip(), least, most))
                .toArray();
    }

    private static double number(String name, String text, double least, double most) {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Reported below with the rest.
        }
        throw new BadSetting(name, "a number from %s to %s".formatted(plain(least), plain(most)), text);
    }

    public int count(String name, int least, int most) {
        String text = text(name);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Reported below with the rest.
        }
        throw new BadSetting(name, "a whole number from %d to %d".formatted(least, most), text);
    }

    public boolean flag(String name) {
        return switch (find(name).orElse("false")) {
            case "true", "on" -> true;
            case "false", "off" -> false;
            case String other -> throw new BadSetting(name, "on or off", other);
        };
    }

    public Optional<LocalDate> findDate(String name) {
        return find(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException _) {
                throw new BadSetting(name, "a date such as 2022-08-15", text);
            }
        });
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
