package org.dosi.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.traffic.CityCalendar;
import org.dosi.analysis.traffic.Detectors;
import org.dosi.app.GroupRun;
import org.dosi.app.command.Session;
import org.dosi.kernel.traffic.Neighbours;
import org.dosi.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTrafficDataTest {
    @TempDir
    Path folder;

    private final TrafficOptions options = new TrafficOptions();

    private FileTrafficData data() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new FileTrafficData(new Session(nowhere, nowhere, folder, false, GroupRun.NO_STORE), options);
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aColumnForEachDetector() {
        options.csv = file("a.csv", "time,b,a\n2022-08-09 00:00,1,2\n2022-08-09 02:00,3,\n2022-08-09 01:00,5,6\n");
        Detectors detectors = data().detectors();
        assertThat(detectors.list()).extracting(Detectors.Detector::id).containsExactly("a", "b");
        assertThat(detectors.panel().values(0)).containsExactly(2, 6, Double.NaN);
        assertThat(detectors.panel().values(1)).containsExactly(1, 5, 3);
        assertThat(detectors.panel().stepSeconds()).isEqualTo(3600);
        assertThat(detectors.zone()).isNull();
        assertThat(detectors.panel().slot(1)).isEqualTo(1);
        assertThat(data().calendar()).isEqualTo(CityCalendar.NONE);
    }

    @Test
    void aStepWithoutARowIsThere() {
        options.csv = file("a.csv", "time,a\n2022-08-09 00:00,1\n2022-08-09 01:00,2\n2022-08-09 04:00,5\n");
        assertThat(data().detectors().panel().values(0)).containsExactly(1, 2, Double.NaN, Double.NaN, 5);
    }

    @Test
    void aFileWithoutTimes() {
        options.csv = file("a.csv", "773869,767541\n64.375,67.625\n62.6,0\n");
        options.start = "2012-03-01T00:00";
        options.step = "5min";
        options.zone = "America/Los_Angeles";
        options.unit = "mph";
        Detectors detectors = data().detectors();
        assertThat(detectors.panel().stepSeconds()).isEqualTo(300);
        assertThat(detectors.panel().slot(1)).isEqualTo(1);
        assertThat(detectors.startS()[0]).isEqualTo(1_330_588_800L);
        assertThat(detectors.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(detectors.variable().unit()).isEqualTo("[mi_i]/h");
        assertThat(detectors.panel().values(1)).containsExactly(64.375, 62.6);
    }

    @Test
    void aRowForEachTimeAndDetector() {
        options.csv = file(
                "a.csv",
                "when,where,n\n2022-08-09T00:00+09:00,x,1\n2022-08-09T00:00+09:00,y,2\n2022-08-09T01:00+09:00,y,3\n");
        options.detectorColumn = "where";
        options.value = "n";
        options.zone = "Asia/Seoul";
        options.missing = java.util.List.of(2.0);
        Detectors detectors = data().detectors();
        assertThat(detectors.panel().values(0)).containsExactly(1, Double.NaN);
        assertThat(detectors.panel().values(1)).containsExactly(Double.NaN, 3);
        assertThat(data().calendar()).isEqualTo(CityCalendar.KOREA);
    }

    @Test
    void theWindowCuts() {
        options.csv = file("a.csv", "time,a\n2022-08-09 00:00,1\n2022-08-09 01:00,2\n2022-08-09 02:00,5\n");
        options.from = "2022-08-09T01:00";
        options.to = "2022-08-09T02:00";
        assertThat(data().detectors().panel().values(0)).containsExactly(2);
        options.from = "2022-08-10";
        options.to = null;
        assertThatThrownBy(() -> data().detectors())
                .isInstanceOf(BadSetting.class)
                .hasMessage("expected rows from 2022-08-10 on, found 2022-08-09T00:00 to 2022-08-09T02:00 in a.csv");
    }

    @Test
    void locationsAndASquareOfWeights() {
        options.csv = file("a.csv", "time,b,a,c\n2022-08-09 00:00,1,2,3\n2022-08-09 01:00,1,2,3\n");
        options.locations = file("l.csv", "index,sensor_id,latitude,longitude,road\n0,a,34.1,-118.3,I-5\n");
        options.adjacency = file("w.csv", "1,0.4,0\n0.2,1,0.8\n0,0,1\n");
        Detectors detectors = data().detectors();
        assertThat(detectors.list().getFirst().lon()).isEqualTo(-118.3);
        assertThat(detectors.list().getFirst().attributes()).containsEntry("road", "I-5");
        assertThat(detectors.list().get(1).hasPlace()).isFalse();
        Neighbours neighbours = data().neighbours(detectors);
        assertThat(neighbours.basis()).isEqualTo(Neighbours.Basis.ADJACENCY);
        // In the file the order is b, a, c: b–a 0.4 (the larger of the two ways), a–c 0.8.
        assertThat(neighbours.of().get(0)).containsExactly(new Neighbours.Near(2, 1), new Neighbours.Near(1, 0.5));
        assertThat(neighbours.of().get(1)).containsExactly(new Neighbours.Near(0, 0.5));
        assertThat(neighbours.of().get(2))
                .singleElement()
                .satisfies(near -> assertThat(near.weight()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void pairsOfNeighbours() {
        options.csv = file("a.csv", "time,a,b\n2022-08-09 00:00,1,2\n2022-08-09 01:00,1,2\n");
        options.adjacency = file("w.csv", "from,to,weight\na,b,3\na,a,9\n");
        assertThat(data().neighbours(data().detectors()).of().get(1)).containsExactly(new Neighbours.Near(0, 1));
    }

    @Test
    void whatDoesNotFitIsSaid() {
        options.csv = file("a.csv", "time,a,b\n2022-08-09 00:00,1,2\n2022-08-09 01:00,1,2\n");
        options.adjacency = file("w.csv", "1,0,0\n0,1,0\n");
        assertThatThrownBy(() -> data().neighbours(data().detectors()))
                .hasMessage("adjacency: expected a square of 2 rows and columns, one for each detector, found 2 by 3");
        options.locations = file("l.csv", "id,lon,lat\nz,127,37\n");
        assertThatThrownBy(() -> data().detectors())
                .hasMessage("locations: expected places of the file's detectors (a, …), found others (z, …)");
        options.start = "2022-08-09";
        assertThatThrownBy(this::data)
                .hasMessage("expected --start and --step together (the file has no column of times then), found one"
                        + " of them");
        options.step = "7min";
        assertThatThrownBy(() -> data().detectors())
                .hasMessage("step: expected a step that divides a day, such as 5min, 15min or 1h, found '7min'");
    }

    @Test
    void aWordAmongNumbersIsNamed() {
        options.csv = file("a.csv", "a,b\n1,2\n1,x2\n");
        options.start = "2022-08-09";
        options.step = "1h";
        assertThatThrownBy(() -> data().detectors())
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining("x2");
    }
}
