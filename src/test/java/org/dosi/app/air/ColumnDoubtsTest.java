package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dosi.model.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnDoubtsTest {
    @Test
    void aMarkForMissingIsTheLeastOfItsColumnAndTheUsualNegativeNumber() {
        assertThat(said("no2", 0.02, -1, 0.03, -1))
                .singleElement()
                .asString()
                .contains("values below 0", "(-1: 2 of 2)", "--missing=-1");
        assertThat(said("no2", 0.02, -0.001, -0.002, -0.003))
                .as("scatter in clean air")
                .isEmpty();
        assertThat(said("black carbon", 400, -99.5, -99.5, -99.5))
                .singleElement()
                .asString()
                .endsWith("--missing=-99.5");
        assertThat(said("temperature", 3, -4, -4, -4, 5, -2)).isEmpty();
        assertThat(said("no2", 0.02, 0, 0.03)).isEmpty();
    }

    private static List<String> said(String column, double... values) {
        return ColumnDoubts.of(column, "", values).stream().map(Name::en).toList();
    }

    @Test
    void whatIsNamedAsMissingTakesNoPart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.csv"),
                "time,no2 [ppm]\n2021-01-01T00:00,0.02\n2021-01-01T01:00,-1\n2021-01-01T02:00,9999\n2021-01-01T03:00,0.04\n");
        String[] mean = {"average", "--csv", file.toString(), "--value", "no2", "--period", "day", "--capture", "0"};

        AirRun named = AirRun.of(
                "average", "--csv", file.toString(), "--period", "day", "--capture", "0", "--missing=-1,9999");

        assertThat(AirRun.of(mean).err).contains("(-1: 1 of 1)");
        assertThat(named.err).isEmpty();
        assertThat(named.lines().get(1)).isEqualTo("2021-01-01T00:00:00,0.03");
    }
}
