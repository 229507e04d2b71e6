package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./dosi air factors` makes of its two tables: weights, gaps and faults.
class FactorInputTest {
    @TempDir
    Path folder;

    /// By hand: a of 1, 3, 2 and uncertainties of 1 has (0 + 2 + 1)/3 = 1, which is not below 1; b of
    /// half its uncertainty has 0; c of 1.75 times its
    /// uncertainty 0.75, d of 1.5 times 0.5, which is not below 0.5.
    @Test
    void signalToNoiseSuggestsAndDecidesNothing() throws IOException {
        FactorsRun run = FactorsRun.ofTables(
                folder,
                "t,a,b,c,d\n2020-01-01,1,1,3.5,3\n2020-01-02,3,1,3.5,3\n2020-01-03,2,1,3.5,3\n",
                "t,a,b,c,d\n2020-01-01,1,2,2,2\n2020-01-02,1,2,2,2\n2020-01-03,1,2,2,2\n",
                "--factors",
                "1");

        List<List<String>> species = run.cells("species.csv");
        assertThat(species.get(1).subList(7, 9)).containsExactly("1", "");
        assertThat(species.get(2).subList(7, 9)).containsExactly("0", "bad");
        assertThat(species.get(3).subList(7, 9)).containsExactly("0.75", "weak");
        assertThat(species.get(4).subList(7, 9)).containsExactly("0.5", "weak");
        assertThat(species.stream().skip(1).map(row -> row.get(1))).containsOnly("strong");
        assertThat(run.air().lines())
                .contains("signal to noise suggests bad: b (nothing was changed; see species.csv and --bad)")
                .contains("signal to noise suggests weak: c, d (nothing was changed; see species.csv and --weak)");
        assertThat(run.summary()
                        .get("signal_to_noise_suggests")
                        .get("bad")
                        .get(0)
                        .asString())
                .isEqualTo("b");
    }

    /// By hand: a concentration of 3 with an uncertainty of 4 and 100 % of itself more has one of 5.
    @Test
    void extraUncertaintyAddsAsAnIndependentError() throws IOException {
        String concentrations = "t,a,b\n2020-01-01,3,4\n2020-01-02,3,0\n";
        String uncertainties = "t,a,b\n2020-01-01,4,3\n2020-01-02,4,3\n";
        FactorsRun run = FactorsRun.ofTables(
                folder, concentrations, uncertainties, "--factors", "1", "--extra-uncertainty", "100");
        FactorsRun tooMuch = FactorsRun.ofTables(
                folder, concentrations, uncertainties, "--factors", "1", "--extra-uncertainty", "101");

        double[] e = run.cells("residuals.csv").stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.get(2)))
                .toArray();
        List<List<String>> profiles = run.cells("profiles.csv");
        List<List<String>> contributions = run.cells("contributions.csv");
        double fitted = Double.parseDouble(profiles.get(1).get(2))
                * Double.parseDouble(contributions.get(1).get(2));
        assertThat(e[0]).as("3 with √(4² + 3²)").isCloseTo((3 - fitted) / 5, within(1e-9));
        assertThat(tooMuch.err()).isEqualTo("--extra-uncertainty: expected per cent from 0 to 100, found '101.0'");
    }

    @Test
    void missingValuesAndEmptySamplesAreLeftOut() throws IOException {
        String concentrations = """
                t,a,b,c
                1/1/2020 0:00,1,2,1
                1/2/2020 0:00,-999,,NA
                1/3/2020 0:00,2,-999,2
                1/4/2020 0:00,3,6,3
                1/5/2020 0:00,1,2,1
                """;
        String uncertainties = """
                t,c,b,a
                1/1/2020 0:00,1,1,1
                1/2/2020 0:00,-999,,
                1/3/2020 0:00,1,-999,1
                1/4/2020 0:00,1,1,1
                1/5/2020 0:00,1,1,1
                """;

        FactorsRun run = FactorsRun.ofTables(folder, concentrations, uncertainties, "--factors", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines("contributions.csv").get(2)).isEqualTo("2020-01-02T00:00:00,F1,");
        assertThat(run.summary().get("samples").asInt()).isEqualTo(4);
        assertThat(run.summary().get("values").asInt()).isEqualTo(11);
        assertThat(run.summary().get("q_true").asDouble()).isCloseTo(0, within(1e-9));
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,x\n", "t,a,b\n2020-01-01,1,1\n2020-01-02,1,1\n"))
                .isEqualTo("x.csv line 3 column b: expected a number, found x");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a,b\n2020-01-01,1,-1\n2020-01-02,1,1\n"))
                .isEqualTo("u.csv line 2 column b: expected an uncertainty above 0, found -1.0");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a,b\n2020-01-01,1,0\n2020-01-02,1,1\n"))
                .isEqualTo("u.csv line 2 column b: expected an uncertainty above 0, found 0.0");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a,b\n2020-01-01,1,1\n"))
                .isEqualTo("u.csv: expected 2 rows as in x.csv, found 1");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a\n2020-01-01,1\n2020-01-02,1\n"))
                .isEqualTo("u.csv: expected 2 species as in x.csv, found 1");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a,c\n2020-01-01,1,1\n2020-01-02,1,1\n"))
                .isEqualTo("u.csv: expected a column 'b' as in x.csv, found none");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n2020-01-02,2,3\n", "t,a,b\n2020-01-01,1,\n2020-01-02,1,1\n"))
                .isEqualTo("u.csv line 2 column b: expected an uncertainty above 0,"
                        + " found none, though there is a concentration");
        assertThat(failed("t,a,b\nsoon,1,2\n2020-01-02,2,3\n", "t,a,b\n2020-01-01,1,1\n2020-01-02,1,1\n"))
                .startsWith("x.csv line 2 column t: expected a time such as");
        assertThat(failed("t,a,b\n2020-01-01,1,2\n", "t,a,b\n2020-01-01,1,1\n"))
                .isEqualTo("--factors: expected at most 1 for 1 samples of 2 species, found 2");
        assertThat(failed("t,a,b\n2020-01-01,1,\n2020-01-02,2,\n", "t,a,b\n2020-01-01,1,\n2020-01-02,1,\n"))
                .isEqualTo("expected a value of every species, found none of 'b': leave it out with --bad");
    }

    private String failed(String concentrations, String uncertainties) throws IOException {
        FactorsRun run = FactorsRun.ofTables(folder, concentrations, uncertainties, "--factors", "2");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.air().out).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).doesNotExist();
        return run.err();
    }

    @Test
    void aSpeciesThatIsNotThereIsNamedWithTheOneThatIsNear() {
        FactorsRun run = FactorsRun.batonRouge(folder, "--factors", "2", "--starts", "1", "--weak", "isoprene");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("--weak: expected a species of the file, found 'isoprene'; did you mean Isoprene?");
    }
}
