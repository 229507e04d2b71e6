package org.dosi.product.air.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.dosi.analysis.air.factors.FactorFinding;
import org.dosi.product.plot.Axis;
import org.dosi.product.plot.Canvas.Anchor;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;

/// Fingerprints: a column for each species, parted by the factors that explain it, as in EPA PMF.
public final class FingerprintPlot {
    private static final double LEFT = 54;
    private static final double TOP = 92;
    private static final double HEIGHT = 260;
    private static final double RIGHT = 24;
    private static final double LEAST_WIDTH = 900;
    private static final double SPECIES_WIDTH = 22;

    /// How much of a species' width its column takes.
    private static final double COLUMN = 0.76;

    private FingerprintPlot() {}

    /// Which shares of each species the factors explain, stacked to 100 %; a species that none explains is empty.
    public static Drawing draw(FactorFinding finding, Style style) {
        List<String> species = finding.data().species();
        double labels = 14
                + species.stream()
                        .mapToDouble(name -> Chart.widthOf(name, style.tick().size()))
                        .max()
                        .orElse(0);
        double width = Math.max(LEAST_WIDTH, LEFT + RIGHT + species.size() * SPECIES_WIDTH);
        List<Chart.Entry> entries = entries(finding);
        double more = (Chart.legendRows(entries, style, width - LEFT - RIGHT) - 1) * Chart.LEGEND_ROW;
        Chart.Field field = new Chart.Field(LEFT, TOP + more, width - LEFT - RIGHT, HEIGHT);
        String title = style.say("물질별 요인 구성", "Which factors explain each species");
        String note = style.say("설명된 물질 농도 중 요인의 몫(%)", "share of what is explained of each species, %");
        return new Drawing(width, field.bottom() + labels + 10, title, canvas -> {
                    Chart chart = new Chart(canvas, style);
                    chart.legend(entries, LEFT, TOP - 20, width - LEFT - RIGHT);
                    Axis y = new Axis(0, 100, field.bottom(), field.y(), ticks());
                    chart.yAxis(y, field, "");
                    for (int j = 0; j < species.size(); j++) {
                        column(finding, j, y, field, chart);
                    }
                })
                .under(note, LEFT, style);
    }

    private static List<Axis.Tick> ticks() {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(t -> new Axis.Tick(25 * t, Integer.toString(25 * t)))
                .toList();
    }

    private static List<Chart.Entry> entries(FactorFinding finding) {
        return IntStream.range(0, finding.factors())
                .mapToObj(k -> new Chart.Entry(FactorFinding.name(k), FactorsPlot.colour(k), 0))
                .toList();
    }

    private static void column(FactorFinding finding, int species, Axis y, Chart.Field field, Chart chart) {
        double step = field.width() / finding.data().species().size();
        double x = field.x() + species * step;
        double below = 0;
        for (int k = 0; k < finding.factors(); k++) {
            double share = 100 * finding.share(k, species);
            if (share > 0) {
                double top = y.pixel(below + share);
                chart.canvas()
                        .rectangle(
                                x + (1 - COLUMN) / 2 * step,
                                top,
                                COLUMN * step,
                                y.pixel(below) - top,
                                FactorsPlot.colour(k));
                below += share;
            }
        }
        String name = finding.data().species().get(species) + (finding.data().weak()[species] ? " *" : "");
        Style style = chart.style();
        chart.canvas()
                .text(
                        name,
                        x + step / 2 + 4,
                        field.bottom() + 8,
                        style.tick().at(Anchor.END).turned(-90));
    }
}
