package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a user's own file is read, whatever the analysis: its columns, its packing, its clock. What every analysis
/// promises of odd files is in [AirInputTest].
class PlainFileTest {
    @TempDir
    Path folder;

    @Test
    void whatAColumnMayBeCalledIsNamed() {
        assertThat(AirRun.london("calendar", "--value", "no").err).endsWith("; did you mean no2 or nox?\n");
        assertThat(AirRun.london("calendar", "--value", "PM2.5").err).endsWith("; did you mean pm25?\n");
        assertThat(AirRun.london("calendar").err)
                .isEqualTo("--value: expected one value, such as no2, found none; the columns of mydata.csv.gz are"
                        + " nox, no2, o3, pm10, so2, co, pm25\n");
        assertThat(AirRun.of(
                                "polar",
                                "--csv",
                                AirRun.LONDON,
                                "--value",
                                "nox",
                                "--wind-speed",
                                "windspeed",
                                "--wind-direction",
                                "wd")
                        .err)
                .endsWith("; did you mean ws?\n");
    }

    /// A file that was packed is read like another; one that was cut off is refused.
    @Test
    void aPackedFileIsReadAndACutOneRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("time,pm10\n2020-01-01T00:00,8\n2020-01-01T01:00,9\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Path file = folder.resolve("in.csv.gz");
        Files.write(file, whole);
        String[] args = {"average", "--csv", file.toString(), "--value", "pm10", "--period", "month", "--out", "-"};
        assertThat(AirRun.of(args).lines()).hasSize(2);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        AirRun cut = AirRun.of(args);

        assertThat(cut.code).isEqualTo(1);
        assertThat(cut.err.strip())
                .startsWith("in.csv.gz")
                .contains("expected", "found")
                .doesNotContain("\n");
    }

    /// By hand: on 2020-10-25 London's clocks show 01:00 twice, an hour apart.
    @Test
    void anHourThatTheClocksShowTwiceIsTwoHours() throws IOException {
        Path file = folder.resolve("in.csv");
        Files.writeString(
                file, "time,o3\n2020-10-25T00:00,1\n2020-10-25T01:00,2\n2020-10-25T01:00,4\n2020-10-25T02:00,8\n");

        assertThat(AirRun.of(
                                "average",
                                "--csv",
                                file.toString(),
                                "--value",
                                "o3",
                                "--zone",
                                "Europe/London",
                                "--period",
                                "hour",
                                "--capture",
                                "0",
                                "--out",
                                "-")
                        .lines())
                .containsExactly(
                        "time,o3",
                        "2020-10-25T00:00:00+01:00,1",
                        "2020-10-25T01:00:00+01:00,2",
                        "2020-10-25T01:00:00Z,4",
                        "2020-10-25T02:00:00Z,8");
    }
}
