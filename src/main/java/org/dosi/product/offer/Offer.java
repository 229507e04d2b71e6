package org.dosi.product.offer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dosi.analysis.finding.Analysis;
import org.dosi.analysis.finding.Finding;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// An analysis with its plot, and the forms of it beside CSV and JSON.
///
/// @param <D> what the analysis is given of the world
/// @param <F> what it finds
/// @param forms writers by the ending of the file, e.g. `geojson`
public record Offer<D, F extends Finding>(
        Analysis<D, F> analysis, FindingPlot<F> plot, Map<String, FindingForm<F>> forms) {

    public Offer {
        forms = Map.copyOf(forms);
    }

    public static <D, F extends Finding> Offer<D, F> of(Analysis<D, F> analysis, FindingPlot<F> plot) {
        return new Offer<>(analysis, plot, Map.of());
    }

    public Offer<D, F> with(String ending, FindingForm<F> form) {
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
