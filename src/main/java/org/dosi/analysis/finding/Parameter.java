package org.dosi.analysis.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.model.Name;

/// What can be set on an analysis. The command line makes an option of it, the server a parameter.
///
/// @param name lower case with hyphens: `--capture`, `capture=`
/// @param standard the value where none is given; empty for none
/// @param choices for [Kind#CHOICE], the words to choose from
public record Parameter(String name, Kind kind, String standard, Name meaning, List<String> choices) {

    /// What a value looks like.
    public enum Kind {
        CHOICE,
        NUMBER,
        COUNT,
        TEXT,
        /// Given or not: on the command line without a value.
        FLAG,
        /// `on` or `off`.
        SWITCH,
        DATE,
        /// A file of the user's: on the command line alone.
        FILE
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    public static Parameter of(String name, Kind kind, String standard, String ko, String en) {
        return new Parameter(name, kind, standard, new Name(ko, en), List.of());
    }

    /// One of the constants of an enum, in lower case with hyphens.
    public static <E extends Enum<E>> Parameter choice(String name, E standard, String ko, String en) {
        E[] constants = standard.getDeclaringClass().getEnumConstants();
        List<String> choices = Arrays.stream(constants).map(Parameter::word).toList();
        return new Parameter(name, Kind.CHOICE, word(standard), new Name(ko, en), choices);
    }

    /// How a constant is written: `WEIGHTED_MEAN` is `weighted-mean`.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
