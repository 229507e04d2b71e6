package org.dosi.app.air;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dosi.analysis.air.factors.FactorInput;
import org.dosi.analysis.air.factors.FactorSettings.FactorRule;
import org.dosi.analysis.finding.Parameter;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.app.command.CommandException;
import org.dosi.app.command.TimeOption;
import org.dosi.app.offer.PlainFiles;
import org.dosi.model.TimeTable;
import org.dosi.source.DateOrder;
import org.dosi.source.PlainTable;
import org.dosi.source.SampleTable;
import org.dosi.source.SourceException;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// The files that a factorisation reads.
final class FactorFiles {
    private FactorFiles() {}

    /// Two tables of the same shape, paired row by row; species by their headings.
    ///
    /// @param stationColumn heading of the column of stations in both; null for none
    static FactorInput read(
            Path concentrations,
            Path uncertainties,
            @Nullable ZoneId zone,
            @Nullable DateOrder dates,
            @Nullable String stationColumn) {
        SampleTable x = SampleTable.read(
                new SourceFile(concentrations), "a table of concentrations", zone, dates, stationColumn);
        SampleTable u =
                SampleTable.read(new SourceFile(uncertainties), "a table of uncertainties", zone, dates, stationColumn);
        if (x.values().length != u.values().length) {
            throw new CommandException("%s: expected %d rows as in %s, found %d"
                    .formatted(u.file(), x.values().length, x.file(), u.values().length));
        }
        for (int row = 0; row < x.stations().size(); row++) {
            if (!x.stations().get(row).equals(u.stations().get(row))) {
                throw new CommandException("%s line %d: expected station '%s' as in %s, found '%s'"
                        .formatted(
                                u.file(),
                                u.lines().get(row),
                                x.stations().get(row),
                                x.file(),
                                u.stations().get(row)));
            }
        }
        int[] columns = columns(x, u);
        double[][] uncertainty = new double[x.values().length][columns.length];
        for (int row = 0; row < uncertainty.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                uncertainty[row][column] = checked(x, u, row, column, columns[column]);
            }
        }
        return new FactorInput(
                x.zone(),
                x.timeS(),
                x.stations(),
                x.species(),
                x.values(),
                uncertainty,
                List.of(PlainFiles.input(concentrations), PlainFiles.input(uncertainties)));
    }

    private static int[] columns(SampleTable x, SampleTable u) {
        if (x.species().size() != u.species().size()) {
            throw new CommandException("%s: expected %d species as in %s, found %d"
                    .formatted(
                            u.file(), x.species().size(), x.file(), u.species().size()));
        }
        int[] columns = new int[x.species().size()];
        for (int c = 0; c < columns.length; c++) {
            String name = x.species().get(c);
            columns[c] = u.species().indexOf(name);
            if (columns[c] < 0) {
                throw new CommandException(
                        "%s: expected a column '%s' as in %s, found none".formatted(u.file(), name, x.file()));
            }
            if (x.species().indexOf(name) != c) {
                throw new CommandException(
                        "%s: expected each species once, found '%s' twice".formatted(x.file(), name));
            }
        }
        return columns;
    }

    /// An uncertainty that its concentration can be used with.
    private static double checked(SampleTable x, SampleTable u, int row, int column, int ofUncertainty) {
        if (Double.isNaN(x.values()[row][column])) {
            return Double.NaN;
        }
        double value = u.values()[row][ofUncertainty];
        if (value > 0) {
            return value;
        }
        throw new SourceException(
                u.place(row, ofUncertainty),
                "an uncertainty above 0",
                Double.isNaN(value) ? "none, though there is a concentration" : Double.toString(value));
    }

    /// Reads constraints: `factor,rule,of,low,high`.
    static List<FactorRule> constraints(Path file, FactorInput input) {
        String kind = "a table of constraints: factor,rule,of,low,high";
        PlainTable.TextTable table = PlainTable.readTexts(new SourceFile(file), kind);
        List<FactorRule> rules = new ArrayList<>();
        for (List<String> row : table.rows()) {
            rules.add(constraint(file.getFileName() + ": ", table.headings(), row, input));
        }
        return rules;
    }

    private static FactorRule constraint(String file, List<String> headings, List<String> row, FactorInput input) {
        String factor = cell(file, headings, row, "factor").replaceFirst("^[Ff]", "");
        String word = cell(file, headings, row, "rule");
        FactorRule.Kind rule = Arrays.stream(FactorRule.Kind.values())
                .filter(each -> Parameter.word(each).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        file + "expected a rule zero, fix, range, pull-up, pull-down or absent, found '" + word + "'"));
        String of = cell(file, headings, row, "of");
        double low = switch (rule) {
            case ZERO, ABSENT -> 0;
            case FIX, RANGE -> number(file, "low", cell(file, headings, row, "low"), Double.MAX_VALUE);
            case PULL_UP, PULL_DOWN -> number(file, "low", cell(file, headings, row, "low"), 100);
        };
        double high = rule == FactorRule.Kind.RANGE
                ? number(file, "high", cell(file, headings, row, "high"), Double.MAX_VALUE)
                : low;
        if (high < low) {
            throw new CommandException(file + "expected low below high, found %s and %s".formatted(low, high));
        }
        ZoneId zone = input.zone() == null ? ZoneOffset.UTC : input.zone();
        return new FactorRule(
                (int) number(file, "factor", factor, 1000),
                rule,
                rule == FactorRule.Kind.ABSENT
                        ? Long.toString(TimeOption.parse(file + "of", of, zone).getEpochSecond())
                        : of,
                low,
                high);
    }

    private static String cell(String file, List<String> headings, List<String> row, String heading) {
        int at = headings.indexOf(heading);
        if (at < 0) {
            throw new CommandException(
                    file + "expected a column '%s', found %s".formatted(heading, String.join(",", headings)));
        }
        return row.get(at);
    }

    private static double number(String file, String heading, String text, double most) {
        try {
            double number = Double.parseDouble(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Reported below with the rest.
        }
        throw new CommandException(file + "expected a number not below 0 as %s, found '%s'".formatted(heading, text));
    }

    /// Wind at the samples' times, as columns of the wide contributions; empty cells where the file has none.
    static List<ResultTable.Column> wind(Path file, TimeTable table, long[] timeS) {
        List<ResultTable.Column> columns = new ArrayList<>();
        for (TimeTable.Column column : table.columns()) {
            double[] values = new double[timeS.length];
            int found = 0;
            for (int i = 0; i < values.length; i++) {
                int at = Arrays.binarySearch(table.startS(), timeS[i]);
                values[i] = at < 0 ? Double.NaN : column.values()[at];
                found += at < 0 ? 0 : 1;
            }
            if (found == 0) {
                throw new CommandException(
                        "%s: expected rows at the times of the samples, found none".formatted(file.getFileName()));
            }
            columns.add(new ResultTable.Numbers(column.id(), values));
        }
        return columns;
    }
}
