package org.dosi.kernel.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Volatile organic compounds of Baton Rouge: the data with which EPA PMF and ESAT are delivered.
class BatonRougeTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference/air/pmf");

    /// The best of ESAT's 20 published starts reaches 64,502; the best solution from which the reference profiles
    /// were taken is stated with 63,886.99, and a thousandth above it, 63,951, is to be reached.
    private static final double TO_REACH = 63_951;

    @Test
    void twentyStartsReachTheBestKnownSolutionAndItsProfiles() throws IOException {
        Samples data = read();

        Starts starts = PositiveMatrixFactorisation.fromStarts(data, FitSettings.of(6, false), 20, 42);

        Factorisation best = starts.best();
        assertThat(best.qTrue()).isLessThanOrEqualTo(TO_REACH);
        assertThat(best.qRobust()).isLessThan(best.qTrue());
        double[] reference = referenceProfiles();
        double[][] correlation = FactorMatching.correlations(best.profile(), reference, data.species());
        int[] match = FactorMatching.best(correlation);
        for (int k = 0; k < 6; k++) {
            assertThat(correlation[match[k]][k]).as("factor F%d", k + 1).isGreaterThanOrEqualTo(0.99);
        }
        assertThat(starts.reached()).isBetween(1, 20);
        assertThat(starts.chanceOf(20).estimate()).isGreaterThan(0.5);
    }

    /// The reference profiles, with contributions refitted and then let go on, end below their own stated Q: they
    /// were not quite at their minimum, and this is the same minimum as ours.
    @Test
    void theReferenceProfilesLeadToTheSameMinimum() throws IOException {
        Samples data = read();
        double[] ones = new double[6 * data.samples()];
        Arrays.fill(ones, 1);

        Factorisation end = PositiveMatrixFactorisation.from(data, FitSettings.of(6, false), ones, referenceProfiles());

        assertThat(end.qTrue()).isBetween(63_818.0, 63_819.0);
    }

    static Samples read() throws IOException {
        double[][] x = table("Dataset-BatonRouge-con.csv");
        double[][] u = table("Dataset-BatonRouge-unc.csv");
        return new Samples(x.length, x[0].length, flat(x), flat(u));
    }

    private static double[] referenceProfiles() throws IOException {
        return flat(table("ref_BatonRouge_k6_profiles.csv"));
    }

    private static double[][] table(String name) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name));
        return lines.stream()
                .skip(1)
                .map(line -> Stream.of(line.split(","))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
