package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs `./dosi air factors` within the test, and reads the files of its folder.
///
/// @param air what the command said
/// @param out folder of its results
record FactorsRun(AirRun air, Path out) {
    private static final Path BATON_ROUGE = Path.of("src/test/resources/reference/air/pmf");
    static final Path CONCENTRATIONS = BATON_ROUGE.resolve("Dataset-BatonRouge-con.csv");
    static final Path UNCERTAINTIES = BATON_ROUGE.resolve("Dataset-BatonRouge-unc.csv");

    /// On 307 samples of 41 species.
    static FactorsRun batonRouge(Path folder, String... more) {
        return of(CONCENTRATIONS, UNCERTAINTIES, folder.resolve("out"), more);
    }

    /// On two tables, which are written into the folder first.
    static FactorsRun ofTables(Path folder, String concentrations, String uncertainties, String... more)
            throws IOException {
        return of(
                Files.writeString(folder.resolve("x.csv"), concentrations),
                Files.writeString(folder.resolve("u.csv"), uncertainties),
                folder.resolve("out"),
                more);
    }

    static FactorsRun of(Path concentrations, Path uncertainties, Path out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "factors",
                "--csv",
                concentrations.toString(),
                "--uncertainty",
                uncertainties.toString(),
                "--out",
                out.toString()));
        args.addAll(Arrays.asList(more));
        return new FactorsRun(AirRun.of(args.toArray(String[]::new)), out);
    }

    int code() {
        return air.code;
    }

    /// Without the line's end.
    String err() {
        return air.err.strip();
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    List<List<String>> cells(String name) throws IOException {
        return AirRun.cells(lines(name));
    }

    String text(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    JsonNode summary() throws IOException {
        return json("summary.json");
    }

    JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(text(name));
    }
}
