package org.dosi.product.air;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.finding.Finding;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// An analysis with its plot, and the forms of it beside CSV and JSON.
///
/// @param forms writers by the ending of the file, e.g. `geojson`
public record Offer<F extends Finding>(
        AirAnalysis<F> analysis, FindingPlot<F> plot, Map<String, FindingForm<F>> forms) {

    public Offer {
        forms = Map.copyOf(forms);
    }

    public static <F extends Finding> Offer<F> of(AirAnalysis<F> analysis, FindingPlot<F> plot) {
        return new Offer<>(analysis, plot, Map.of());
    }

    public Offer<F> with(String ending, FindingForm<F> form) {
        Map<String, FindingForm<F>> more = new LinkedHashMap<>(forms);
        more.put(ending, form);
        return new Offer<>(analysis, plot, more);
    }

    /// Draws a finding.
    @FunctionalInterface
    public interface FindingPlot<F extends Finding> {
        Drawing draw(F finding, Style style);
    }

    /// Writes a finding; the style matters where the form is for people, as HTML is.
    @FunctionalInterface
    public interface FindingForm<F extends Finding> {
        void write(F finding, Style style, OutputStream out) throws IOException;
    }
}
