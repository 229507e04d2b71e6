package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FactorsCommandTest {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/air/pmf");
    private static final String CONCENTRATIONS =
            REFERENCE.resolve("Dataset-BatonRouge-con.csv").toString();
    private static final String UNCERTAINTIES =
            REFERENCE.resolve("Dataset-BatonRouge-unc.csv").toString();

    @TempDir
    Path folder;

    /// Q, summed here from the files alone, is the one stated; and profiles and contributions are those of the
    /// contract.
    @Test
    void theFilesHoldTheSolutionWhoseQIsStated() throws IOException {
        AirRun run = run("--factors", "6", "--starts", "3", "--seed", "5");

        assertThat(run.err).isEmpty();
        assertThat(run.code).isZero();
        assertThat(lines("profiles.csv").getFirst()).isEqualTo("factor,species,value");
        assertThat(lines("profiles.csv")).hasSize(1 + 6 * 41);
        assertThat(lines("profiles.csv").get(1 + 41 + 17)).startsWith("F2,Isoprene,");
        assertThat(lines("contributions.csv").getFirst()).isEqualTo("time,factor,value");
        assertThat(lines("contributions.csv").get(1)).startsWith("2005-06-01T06:00:00,F1,");
        assertThat(lines("contributions.csv")).hasSize(1 + 6 * 307);
        JsonNode summary = summary();
        assertThat(summary.get("starts").asInt()).isEqualTo(3);
        assertThat(summary.get("converged").asBoolean()).isTrue();
        assertThat(summary.get("iterations").asInt()).isPositive();
        double q = qFromFiles();
        assertThat(summary.get("q_true").asDouble()).isCloseTo(q, within(1e-6 * q));
        assertThat(summary.get("q_robust").asDouble()).isBetween(0.5 * q, q);
        assertThat(summary.get("reached").get("starts_reaching_best").asInt()).isBetween(1, 3);
        assertThat(lines("starts.csv")).hasSize(4);
        assertThat(Files.readString(out().resolve("profiles.svg")))
                .startsWith("<svg")
                .contains("Isoprene");
        assertThat(Files.readString(out().resolve("contributions.svg"))).endsWith("</svg>\n");
    }

    private double qFromFiles() throws IOException {
        List<List<String>> profiles = AirRun.cells(lines("profiles.csv"));
        List<List<String>> contributions = AirRun.cells(lines("contributions.csv"));
        List<List<String>> x = AirRun.cells(Files.readAllLines(Path.of(CONCENTRATIONS)));
        List<List<String>> u = AirRun.cells(Files.readAllLines(Path.of(UNCERTAINTIES)));
        double q = 0;
        for (int i = 1; i < x.size(); i++) {
            for (int j = 1; j < x.get(0).size(); j++) {
                double fit = 0;
                for (int k = 0; k < 6; k++) {
                    List<String> row = contributions.get(1 + (i - 1) * 6 + k);
                    List<String> element = profiles.get(1 + k * 41 + j - 1);
                    fit += Double.parseDouble(row.get(2)) * Double.parseDouble(element.get(2));
                }
                double e = (Double.parseDouble(x.get(i).get(j)) - fit)
                        / Double.parseDouble(u.get(i).get(j));
                q += e * e;
            }
        }
        return q;
    }

    @Test
    void theSameCommandWritesTheSameBytes() throws IOException {
        run("--factors", "3", "--starts", "2");
        String first = Files.readString(out().resolve("profiles.csv"));
        run("--factors", "3", "--starts", "2");

        assertThat(Files.readString(out().resolve("profiles.csv"))).isEqualTo(first);
    }

    @Test
    void errorEstimatesHaveFilesOfTheirOwn() throws IOException {
        AirRun run = run(
                "--factors",
                "3",
                "--starts",
                "3",
                "--errors",
                "bootstrap,displacement,both",
                "--resamples",
                "4",
                "--displace",
                "Isoprene",
                "--weak",
                "TNMOC",
                "--bad",
                "Unidentified",
                "--scan",
                "2-3");

        assertThat(run.err).isEmpty();
        assertThat(lines("bootstrap.csv").getFirst()).isEqualTo("factor,species,value,p5,p25,median,p75,p95");
        assertThat(lines("displacement.csv").getFirst())
                .startsWith("factor,species,value,lower_dq4,upper_dq4,lower_dq8,upper_dq8,lower_dq15");
        assertThat(lines("bootstrap_displacement.csv").getFirst()).contains("lower_dq0.5,upper_dq0.5");
        assertThat(lines("scan.csv")).hasSize(3);
        assertThat(lines("scan.csv").getFirst()).startsWith("factors,q_true,q_robust,q_expected,q_ratio,im,is,");
        assertThat(lines("species.csv")).hasSize(41).anyMatch(line -> line.startsWith("TNMOC,weak,307,"));
        JsonNode summary = summary();
        assertThat(summary.get("bootstrap").get("resamples").asInt()).isEqualTo(4);
        assertThat(summary.get("displacement").get("displacements").asInt()).isEqualTo(6);
        assertThat(summary.get("bad").get(0).asString()).isEqualTo("Unidentified");
        assertThat(summary.has("bootstrap_displacement")).isTrue();
    }

    @Test
    void fpeakAndConstraintsChangeTheSolution() throws IOException {
        Path constraints = folder.resolve("constraints.csv");
        Files.writeString(constraints, """
                factor,rule,of,low,high
                F1,zero,Isoprene,,
                F2,pull-up,Styrene,0.5,
                F2,absent,2005-06-01T06:00,,
                """);

        AirRun run = run("--factors", "3", "--starts", "2", "--fpeak", "0.2", "--constraints", constraints.toString());

        assertThat(run.err).isEmpty();
        assertThat(lines("profiles.csv")).contains("F1,Isoprene,0");
        assertThat(lines("contributions.csv")).contains("2005-06-01T06:00:00,F2,0");
        assertThat(summary().get("q_true").asDouble())
                .isGreaterThan(summary().get("best_start_q_true").asDouble());
    }

    @Test
    void theWindStandsBesideTheContributions() throws IOException {
        Path wind = folder.resolve("wind.csv");
        Files.writeString(wind, "when,ws,wd\n2005-06-01T06:00,2.5,270\n2005-06-02T04:00,1,90\n");

        run(
                "--factors",
                "2",
                "--starts",
                "1",
                "--wind-csv",
                wind.toString(),
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd");

        assertThat(lines("contributions_wide.csv").getFirst()).isEqualTo("time,F1,F2,ws,wd");
        assertThat(lines("contributions_wide.csv").get(1)).endsWith(",2.5,270");
        assertThat(lines("contributions_wide.csv").get(2)).endsWith(",,");
    }

    /// Made of two sources: one blows from 240°, the other from 60°, each with a species of its own. In one command
    /// each factor is found, and comes from its source.
    @Test
    void eachFactorComesFromWhereItsSourceIs() throws IOException {
        Path x = folder.resolve("x.csv");
        Path u = folder.resolve("u.csv");
        Path wind = folder.resolve("wind.csv");
        SplittableRandom random = new SplittableRandom(1);
        List<String> concentrations = new ArrayList<>(List.of("time,soot,salt,both"));
        List<String> uncertainties = new ArrayList<>(List.of("time,soot,salt,both"));
        List<String> winds = new ArrayList<>(List.of("time,ws,wd"));
        LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
        for (int i = 0; i < 300; i++) {
            LocalDateTime sample = start.plusHours(3L * i);
            double from = random.nextInt(36) * 10 + 10;
            double soot = 1 + 9 * Math.exp(-Math.pow((from - 240) / 30, 2)) * random.nextDouble(0.8, 1.2);
            double salt = 1 + 9 * Math.exp(-Math.pow((from - 60) / 30, 2)) * random.nextDouble(0.8, 1.2);
            concentrations.add("%s,%s,%s,%s".formatted(sample, soot, salt, soot + salt));
            uncertainties.add(sample + ",0.1,0.1,0.1");
            for (int h = 0; h < 3; h++) {
                winds.add(sample.plusHours(h) + "," + (2 + h) + "," + from);
            }
        }
        Files.write(x, concentrations);
        Files.write(u, uncertainties);
        Files.write(wind, winds);

        AirRun run = AirRun.of(
                "factors",
                "--csv",
                "" + x,
                "--uncertainty",
                "" + u,
                "--factors",
                "2",
                "--starts",
                "3",
                "--out",
                "" + out(),
                "--wind-csv",
                "" + wind,
                "--wind-speed",
                "ws",
                "--wind-direction",
                "wd",
                "--sample-hours",
                "3");

        assertThat(run.err).isEmpty();
        assertThat(lines("cpf.csv").getFirst()).isEqualTo("factor,sector_deg,n,m,cpf");
        assertThat(lines("polar.csv").getFirst())
                .isEqualTo("factor,wind_direction_deg,wind_speed_m_s,n,value,smooth,standard_error");
        List<List<String>> cpf = AirRun.cells(lines("cpf.csv"));
        assertThat(cpf.stream()
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.get(2)))
                        .sum())
                .as("three hours of each sample, for each factor")
                .isEqualTo(2 * 3 * 300);
        for (List<String> profile : AirRun.cells(lines("shares.csv"))) {
            if (profile.get(1).equals("soot") || profile.get(1).equals("salt")) {
                boolean own = Double.parseDouble(profile.get(2)) > 0.5;
                double source = profile.get(1).equals("soot") == own ? 240 : 60;
                assertThat(middle(cpf, profile.get(0))).as("%s", profile).isCloseTo(source, within(15.0));
            }
        }
        assertThat(Files.readString(out().resolve("cpf.svg"))).contains("F1", "F2");
        assertThat(Files.readString(out().resolve("polar.svg"))).endsWith("</svg>\n");
    }

    /// The middle of what a factor's sectors point to.
    private static double middle(List<List<String>> cpf, String factor) {
        double east = 0;
        double north = 0;
        for (List<String> row : cpf) {
            if (row.getFirst().equals(factor) && !row.get(4).isEmpty()) {
                double sector = Math.toRadians(Double.parseDouble(row.get(1)));
                east += Double.parseDouble(row.get(4)) * Math.sin(sector);
                north += Double.parseDouble(row.get(4)) * Math.cos(sector);
            }
        }
        return (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    }

    @Test
    void missingValuesAndEmptySamplesAreLeftOut() throws IOException {
        Path x = folder.resolve("x.csv");
        Path u = folder.resolve("u.csv");
        Files.writeString(x, """
                t,a,b,c
                1/1/2020 0:00,1,2,1
                1/2/2020 0:00,-999,,NA
                1/3/2020 0:00,2,-999,2
                1/4/2020 0:00,3,6,3
                1/5/2020 0:00,1,2,1
                """);
        Files.writeString(u, """
                t,c,b,a
                1/1/2020 0:00,1,1,1
                1/2/2020 0:00,-999,,
                1/3/2020 0:00,1,-999,1
                1/4/2020 0:00,1,1,1
                1/5/2020 0:00,1,1,1
                """);

        AirRun run = AirRun.of(
                "factors", "--csv", x.toString(), "--uncertainty", u.toString(), "--factors", "1", "--out", "" + out());

        assertThat(run.err).isEmpty();
        assertThat(lines("contributions.csv").get(2)).isEqualTo("2020-01-02T00:00:00,F1,");
        assertThat(summary().get("samples").asInt()).isEqualTo(4);
        assertThat(summary().get("values").asInt()).isEqualTo(11);
        assertThat(summary().get("q_true").asDouble()).isCloseTo(0, within(1e-9));
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

    @Test
    void aSpeciesThatIsNotThereIsNamedWithTheOneThatIsNear() {
        AirRun run = run("--factors", "2", "--starts", "1", "--weak", "isoprene");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err.strip())
                .isEqualTo("--weak: expected a species of the file, found 'isoprene'; did you mean Isoprene?");
    }

    private String failed(String concentrations, String uncertainties) throws IOException {
        Path x = Files.writeString(folder.resolve("x.csv"), concentrations);
        Path u = Files.writeString(folder.resolve("u.csv"), uncertainties);
        AirRun run = AirRun.of(
                "factors", "--csv", x.toString(), "--uncertainty", u.toString(), "--factors", "2", "--out", "" + out());
        assertThat(run.code).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err.lines()).hasSize(1);
        assertThat(out()).doesNotExist();
        return run.err.strip();
    }

    private AirRun run(String... more) {
        List<String> args = new ArrayList<>(
                List.of("factors", "--csv", CONCENTRATIONS, "--uncertainty", UNCERTAINTIES, "--out", out().toString()));
        args.addAll(Arrays.asList(more));
        return AirRun.of(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out().resolve(name));
    }

    private JsonNode summary() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out().resolve("summary.json")));
    }
}
