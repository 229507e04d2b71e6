package org.dosi.app.offer;

import java.nio.file.Path;
import org.dosi.product.plot.Style;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a finding goes, and how it is drawn.
public final class FindingOptions {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = ".csv, .json, .svg or .png; - for CSV on standard output")
    @Nullable
    Path out;

    @Option(names = "--lang", defaultValue = "en", description = "of a plot: ko or en (default: ${DEFAULT-VALUE})")
    Style.Language language = Style.Language.EN;

    @Option(
            names = "--theme",
            defaultValue = "light",
            description = "of a plot: light or dark (default: ${DEFAULT-VALUE})")
    Style.Theme theme = Style.Theme.LIGHT;

    @Option(
            names = "--plot-width",
            defaultValue = "900",
            description = "of a plot, pixels; letters keep their size (default: ${DEFAULT-VALUE})")
    double plotWidth = Style.USUAL_WIDTH;
}
