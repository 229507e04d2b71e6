package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dosi.app.DemoCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/air.md` do what the page says: a command's output begins with the table that follows it.
class AirGuideTest {
    @TempDir
    static Path folder;

    private static DemoCity city;

    @BeforeAll
    static void load() {
        city = DemoCity.air(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        city.close();
    }

    /// All but those that [FactorPlacesCommandTest] runs.
    @TestFactory
    Stream<DynamicTest> examples() {
        List<GuideExample> examples = GuideExample.all();
        assertThat(examples).filteredOn(FactorPlacesCommandTest::runs).isNotEmpty();
        return examples.stream()
                .filter(example -> !FactorPlacesCommandTest.runs(example))
                .map(example -> DynamicTest.dynamicTest(example.command(), () -> check(example)));
    }

    private static void check(GuideExample example) {
        example.requireShownBy(AirRun.of(city::lease, example.arguments(folder)));
    }
}
