package org.dosi.app.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dosi.app.GroupRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./dosi traffic flows` and `emissions` on Seoul's counts: what they write, and that nothing is lost or made on the
/// way from counts to classes.
class EnvironmentCommandTest {
    /// Sums of shares that are written with three decimals.
    private static final double ROUNDING = 1e-6;

    private static final int LINKS = 5093;

    /// Of ten months the fits would take their time for each of the tests.
    private static final String[] WEEK = {"--from", "2022-06-06", "--to", "2022-06-13"};

    @TempDir
    Path folder;

    private static GroupRun run(String... args) {
        String[] all = new String[args.length + WEEK.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(WEEK, 0, all, args.length, WEEK.length);
        return TrafficRun.seoul(all);
    }

    /// The rows of a CSV by heading.
    private static List<Map<String, String>> rows(GroupRun run) {
        assertThat(run.err()).contains("spread from");
        List<List<String>> cells = GroupRun.cells(run.lines());
        List<String> headings = cells.getFirst();
        return cells.stream()
                .skip(1)
                .map(row -> {
                    Map<String, String> byName = new HashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        byName.put(headings.get(i), row.get(i));
                    }
                    return byName;
                })
                .toList();
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.getOrDefault(name, ""));
    }

    @Test
    void theClassesOfEveryLinkAreItsFlow() {
        List<Map<String, String>> rows = rows(run("flows", "--out", "-"));

        assertThat(rows).hasSize(LINKS);
        Map<String, Integer> hours = Map.of("D", 12, "E", 4, "N", 8);
        for (Map<String, String> row : rows) {
            double day = 0;
            for (Map.Entry<String, Integer> period : hours.entrySet()) {
                for (String noise : List.of("LV", "MV", "HGV", "WAV", "WBV")) {
                    day += number(row, noise + "_" + period.getKey()) * period.getValue();
                }
            }
            double flow = number(row, "flow_per_h");
            assertThat(day).isCloseTo(24 * flow, within(ROUNDING * day));
            assertThat(number(row, "flow_low")).isLessThanOrEqualTo(flow);
            assertThat(number(row, "flow_high")).isGreaterThanOrEqualTo(flow);
            assertThat(number(row, "LV_SPD_D")).isBetween(20.0, 81.0);
        }
        assertThat(rows).filteredOn(row -> "counted".equals(row.get("method"))).hasSizeBetween(200, 278);
        assertThat(rows)
                .filteredOn(row -> "counted".equals(row.get("method")))
                .allMatch(row -> number(row, "flow_low") == number(row, "flow_high"));
        assertThat(rows)
                .filteredOn(row -> "expressway".equals(row.get("kind")))
                .as("motorcycles may not use them")
                .allMatch(row -> number(row, "WBV_D") == 0);
    }

    @Test
    void koreasLawHasNoEvening() {
        List<Map<String, String>> rows = rows(run("flows", "--periods", "korea", "--out", "-"));

        assertThat(rows).allMatch(row -> row.getOrDefault("LV_E", "x").isEmpty());
        assertThat(rows).allMatch(row -> number(row, "LV_D") > 0 && number(row, "LV_N") > 0);
    }

    @Test
    void theClassesGiveOffWhatAllGiveOff() {
        List<Map<String, String>> classes = rows(run("emissions", "--hour", "8", "--out", "-"));
        List<Map<String, String>> totals = rows(run("emissions", "--hour", "8", "--by", "total", "--out", "-"));

        assertThat(totals).hasSize(LINKS);
        assertThat(classes).hasSize(7 * LINKS);
        for (String column : List.of("flow_per_h", "nox_g_per_km_h", "co_g_per_km_h", "pm10_wear_g_per_km_h")) {
            Map<String, Double> sums = new HashMap<>();
            classes.forEach(row -> sums.merge(row.getOrDefault("link", ""), number(row, column), Double::sum));
            for (Map<String, String> row : totals) {
                double sum = sums.getOrDefault(row.getOrDefault("link", ""), Double.NaN);
                assertThat(sum).isCloseTo(number(row, column), within(ROUNDING * Math.max(1, sum)));
            }
        }
        assertThat(totals)
                .allMatch(row -> number(row, "nox_low") <= number(row, "nox_g_per_km_h")
                        && number(row, "nox_high") >= number(row, "nox_g_per_km_h"));
        assertThat(totals.getFirst().get("hour")).isEqualTo("8");
    }

    /// On 9 August the Jamsu bridge was closed, and blank: no number stands for it.
    @Test
    void aBlankOfADateIsNotFilled() {
        GroupRun run = TrafficRun.seoul(
                "flows", "--day", "2022-08-09", "--from", "2022-08-08", "--to", "2022-08-15", "--out", "-");
        List<Map<String, String>> rows = rows(run);
        assertThat(rows)
                .filteredOn(row -> row.getOrDefault("flow_per_h", "").isEmpty())
                .isNotEmpty();
        assertThat(rows)
                .filteredOn(row -> row.getOrDefault("flow_per_h", "").isEmpty())
                .allMatch(row -> !"spread".equals(row.get("method")));
    }

    @Test
    void aDateComesInTheFormThatTheStoreTakesBack() {
        GroupRun run = run("flows", "--day", "2022-06-09", "--form", "datastreams", "--out", "-");

        List<String> lines = run.lines();
        assertThat(lines.getFirst())
                .isEqualTo("feature,property,unit,phenomenon_time_start,phenomenon_time_end,value,quality,dataset");
        assertThat(lines.get(1))
                .startsWith("links:")
                .contains(",traffic_volume_modelled,{vehicles}/h,2022-06-09T00:00:00+09:00,2022-06-09T01:00:00+09:00,")
                .endsWith(",estimated,traffic-flows-modelled");
    }

    @Test
    void theMapsLayerHasEveryLinkWithItsHours() throws IOException {
        Path out = folder.resolve("flows.geojson");
        GroupRun run = run("flows", "--out", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        String json = Files.readString(out);
        assertThat(json).contains("\"flow_08\":").contains("\"method\":\"counted\"");
        assertThat(json.split("\"type\":\"LineString\"", -1)).hasSize(LINKS + 1);
    }

    @Test
    void badInputIsOneLine() throws IOException {
        assertThat(run("flows", "--form", "datastreams", "--out", "-").err()).contains("expects a date");
        assertThat(run("emissions", "--hour", "24", "--out", "-").err()).contains("0 to 23");
        assertThat(run("flows", "--day", "2021-01-01", "--out", "-").err()).contains("a date with observations");
        Path fleet = Files.writeString(
                folder.resolve("fleet.csv"),
                "class,category,fuel,segment,standard,share\ncar,car,petrol,medium,euro-9,1\n");
        assertThat(run("emissions", "--fleet", fleet.toString(), "--out", "-").err())
                .contains("fleet.csv line 2")
                .contains("euro-9");
        Path half = Files.writeString(
                folder.resolve("half.csv"), "class,category,fuel,segment,standard,share\ncar,electric,,,,0.5\n");
        assertThat(run("emissions", "--fleet", half.toString(), "--out", "-").err())
                .contains("sum to 1");
        assertThat(run("emissions", "--fleet", "none.csv", "--out", "-").err()).contains("none.csv");
    }

    /// All cars electric, all others too: wear alone is left.
    @Test
    void aFleetOfTheUsersTakesThePlaceOfTheAssumed() throws IOException {
        StringBuilder text = new StringBuilder("class,category,fuel,segment,standard,share\n");
        for (String vehicles :
                List.of("car", "light-truck", "bus", "medium-truck", "heavy-truck", "moped", "motorcycle")) {
            text.append(vehicles).append(",electric,,,,1\n");
        }
        Path fleet = Files.writeString(folder.resolve("fleet.csv"), text.toString());

        List<Map<String, String>> rows =
                rows(run("emissions", "--hour", "8", "--by", "total", "--fleet", fleet.toString(), "--out", "-"));
        assertThat(rows).allMatch(row -> number(row, "nox_g_per_km_h") == 0);
        assertThat(rows).allMatch(row -> number(row, "pm10_wear_g_per_km_h") > 0);
    }
}
