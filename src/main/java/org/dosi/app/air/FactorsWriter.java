package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.PolarAnalysis;
import org.dosi.analysis.air.direction.SectorProbabilityAnalysis;
import org.dosi.analysis.air.factors.FactorDirections;
import org.dosi.analysis.air.factors.FactorFinding;
import org.dosi.analysis.air.factors.FactorPlaces;
import org.dosi.analysis.air.places.SourcesFound;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.app.command.OutputFile;
import org.dosi.app.command.Session;
import org.dosi.product.air.plot.FactorsPlot;
import org.dosi.product.air.plot.FingerprintPlot;
import org.dosi.product.air.plot.PolarPlot;
import org.dosi.product.air.plot.SectorProbabilityPlot;
import org.dosi.product.air.plot.SourcesPlot;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.RasterCanvas;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;
import org.dosi.product.text.FindingText;
import org.jspecify.annotations.Nullable;

/// Writes the files of a factorisation into its folder.
final class FactorsWriter {
    private static final double PNG_SCALE = 2;

    private final Session session;
    private final Path folder;
    private final FactorFinding finding;
    private final Plots plots;
    private final Style style;

    /// Which plots are written.
    enum Plots {
        SVG,
        PNG,
        NONE
    }

    /// A table of the finding, as it is written.
    private record Table(Provenance provenance, ResultTable table) implements Finding {}

    FactorsWriter(Session session, Path folder, FactorFinding finding, Plots plots, Style style) {
        this.session = session;
        this.folder = folder;
        this.finding = finding;
        this.plots = plots;
        this.style = style;
    }

    /// The factors, how well they fit, and what is known of their errors.
    ///
    /// @param beside columns beside the contributions, row by row
    /// @param scan other numbers of factors that were tried; empty where none were
    void solution(List<ResultTable.Column> beside, List<FactorFinding.Candidate> scan) throws IOException {
        table("profiles.csv", finding.profiles());
        table("contributions.csv", finding.contributions());
        table("contributions_wide.csv", finding.contributionsWide(beside));
        table("shares.csv", finding.shares());
        table("species.csv", finding.speciesTable());
        table("residuals.csv", finding.residualTable());
        table("starts.csv", finding.startTable());
        table("bootstrap.csv", finding.bootstrapTable());
        table("displacement.csv", finding.displacementTable());
        table("bootstrap_displacement.csv", finding.bothTable());
        table("scan.csv", scan.isEmpty() ? null : FactorFinding.scanTable(scan));
        Map<String, Object> summary = new LinkedHashMap<>(finding.summary());
        summary.put("provenance", finding.provenance());
        file("summary.json").write(out -> FindingText.writeJson(summary, out));
        plot("profiles", FactorsPlot.profiles(finding, style));
        plot("fingerprints", FingerprintPlot.draw(finding, style));
        plot("contributions", FactorsPlot.contributions(finding, style));
    }

    /// Where each factor comes from, by the wind.
    void directions(FactorDirections by) throws IOException {
        GroupedFinding<SectorProbabilityAnalysis.Found> sectors = by.by(new SectorProbabilityAnalysis());
        GroupedFinding<PolarAnalysis.Found> polar = by.by(new PolarAnalysis());
        table("cpf.csv", sectors.table());
        table("polar.csv", polar.table());
        plot("cpf", SectorProbabilityPlot.draw(sectors, style));
        plot("polar", PolarPlot.draw(polar, style));
    }

    /// From which places each factor comes.
    void places(FactorPlaces places) throws IOException {
        for (int k = 0; k < finding.factors(); k++) {
            SourcesFound found = places.of(k);
            String name = "sources-" + FactorFinding.name(k);
            file(name + ".csv").write(out -> FindingText.writeCsv(found, out));
            file(name + ".json").write(out -> FindingText.writeJson(found, out));
            plot(name, SourcesPlot.draw(found, style));
        }
    }

    private void table(String name, @Nullable ResultTable table) throws IOException {
        if (table != null) {
            file(name).write(out -> FindingText.writeCsv(new Table(finding.provenance(), table), out));
        }
    }

    private void plot(String name, Drawing drawing) throws IOException {
        switch (plots) {
            case SVG -> {
                String svg = SvgCanvas.write(drawing, style.theme().surface());
                file(name + ".svg").write(out -> out.print(svg));
            }
            case PNG ->
                file(name + ".png")
                        .write(out ->
                                RasterCanvas.writePng(drawing, style.theme().surface(), PNG_SCALE, out));
            case NONE -> {
                // Not asked for.
            }
        }
    }

    private OutputFile file(String name) {
        return new OutputFile(session, folder.resolve(name));
    }
}
