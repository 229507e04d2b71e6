package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dosi.app.DemoCity;
import org.dosi.product.air.AirOffers;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.TextBoxes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every plot of the air, from real hours, in both languages and as narrow as the page asks for: no words lie on one
/// another, none are cut off, none are too small to read.
class PlotLayoutTest {
    /// Of the panel beside the map, of a page of paper, and of a picture on its own.
    private static final double[] WIDTHS = {400, 760, Style.USUAL_WIDTH};

    /// Pixels.
    private static final double SMALLEST = 10;

    static final List<String> LONDON = Gallery.OF_LONDON;
    static final List<String> SEOUL = Gallery.OF_SEOUL;
    static final List<String> TRAJECTORIES = Gallery.OF_TRAJECTORIES;

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

    @ParameterizedTest
    @FieldSource("LONDON")
    void wordsOfAPlaceStandClear(String arguments) {
        check(Gallery.london(arguments));
    }

    @ParameterizedTest
    @FieldSource("TRAJECTORIES")
    void wordsOfTrajectoriesStandClear(String arguments) {
        check(Gallery.trajectories(arguments));
    }

    @ParameterizedTest
    @FieldSource("SEOUL")
    void wordsOfANetworkStandClear(String arguments) {
        check(Gallery.seoul(arguments, city.store()));
    }

    private static void check(Function<Style, Drawing> drawn) {
        for (Style.Language language : Style.Language.values()) {
            for (double width : WIDTHS) {
                Drawing drawing = drawn.apply(new Style(Style.Theme.LIGHT, language, width));
                assertThat(drawing.width()).isLessThanOrEqualTo(width);
                assertThat(TextBoxes.faults(drawing, SMALLEST))
                        .as("%s, %.0f pixels wide", language, width)
                        .isEmpty();
            }
        }
    }

    /// The report draws its episodes, whose plot is here.
    @Test
    void noPlotIsLeftOut() {
        Set<String> drawn = new HashSet<>(Set.of("report"));
        Stream.of(LONDON, SEOUL, TRAJECTORIES)
                .flatMap(List::stream)
                .forEach(arguments -> drawn.add(arguments.split(" ")[0]));
        assertThat(drawn)
                .containsAll(AirOffers.list().stream()
                        .map(offer -> offer.analysis().id())
                        .toList());
    }
}
