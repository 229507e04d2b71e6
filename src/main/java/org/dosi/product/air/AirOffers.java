package org.dosi.product.air;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.GroupedAnalysis;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.direction.AnnulusAnalysis;
import org.dosi.analysis.air.direction.ClusterAnalysis;
import org.dosi.analysis.air.direction.DirectionsAnalysis;
import org.dosi.analysis.air.direction.PercentileRoseAnalysis;
import org.dosi.analysis.air.direction.PolarAnalysis;
import org.dosi.analysis.air.direction.PolarFrequencyAnalysis;
import org.dosi.analysis.air.direction.SectorProbabilityAnalysis;
import org.dosi.analysis.air.direction.TrajectoriesAnalysis;
import org.dosi.analysis.air.direction.WindRegressionAnalysis;
import org.dosi.analysis.air.direction.WindRoseAnalysis;
import org.dosi.analysis.air.episodes.BackgroundAnalysis;
import org.dosi.analysis.air.episodes.EpisodesAnalysis;
import org.dosi.analysis.air.places.SourcesAnalysis;
import org.dosi.analysis.air.report.ReportAnalysis;
import org.dosi.analysis.air.state.AlertsAnalysis;
import org.dosi.analysis.air.state.AverageAnalysis;
import org.dosi.analysis.air.state.IndexAnalysis;
import org.dosi.analysis.air.state.IndexSurfaceAnalysis;
import org.dosi.analysis.air.state.RollingAnalysis;
import org.dosi.analysis.air.state.StatisticsAnalysis;
import org.dosi.analysis.air.state.SurfaceAnalysis;
import org.dosi.analysis.air.state.SurfaceHoursAnalysis;
import org.dosi.analysis.air.time.CalendarAnalysis;
import org.dosi.analysis.air.time.NormalisedTrendAnalysis;
import org.dosi.analysis.air.time.TrendAnalysis;
import org.dosi.analysis.air.time.TrendLevelAnalysis;
import org.dosi.analysis.air.time.VariationAnalysis;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.product.air.page.EpisodePage;
import org.dosi.product.air.page.ReportPage;
import org.dosi.product.air.plot.AlertsPlot;
import org.dosi.product.air.plot.AnnulusPlot;
import org.dosi.product.air.plot.AveragePlot;
import org.dosi.product.air.plot.BackgroundPlot;
import org.dosi.product.air.plot.CalendarPlot;
import org.dosi.product.air.plot.ClusterPlot;
import org.dosi.product.air.plot.DirectionsPlot;
import org.dosi.product.air.plot.EpisodesPlot;
import org.dosi.product.air.plot.IndexPlot;
import org.dosi.product.air.plot.IndexSurfacePlot;
import org.dosi.product.air.plot.NormalisedTrendPlot;
import org.dosi.product.air.plot.PercentileRosePlot;
import org.dosi.product.air.plot.PolarFrequencyPlot;
import org.dosi.product.air.plot.PolarPlot;
import org.dosi.product.air.plot.RollingPlot;
import org.dosi.product.air.plot.SectorProbabilityPlot;
import org.dosi.product.air.plot.SourcesPlot;
import org.dosi.product.air.plot.StatisticsPlot;
import org.dosi.product.air.plot.SurfaceHoursPlot;
import org.dosi.product.air.plot.SurfacePlot;
import org.dosi.product.air.plot.TrajectoriesPlot;
import org.dosi.product.air.plot.TrendGroups;
import org.dosi.product.air.plot.TrendLevelPlot;
import org.dosi.product.air.plot.VariationGroups;
import org.dosi.product.air.plot.WindRegressionPlot;
import org.dosi.product.air.plot.WindRosePlot;
import org.dosi.product.offer.Offer;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;

/// Everything that can be asked about the air: one line an analysis. The command line and the server are made from
/// this list.
public final class AirOffers {
    private static final List<Offer<AirData, ?>> ALL = List.of(
            Offer.of(new ReportAnalysis(), ReportPage::draw).with("html", ReportPage::write),
            Offer.of(new AverageAnalysis(), AveragePlot::draw),
            Offer.of(new RollingAnalysis(), RollingPlot::draw),
            Offer.of(new StatisticsAnalysis(), StatisticsPlot::draw),
            Offer.of(new GroupedAnalysis<>(new VariationAnalysis()), VariationGroups::draw),
            Offer.of(new CalendarAnalysis(), CalendarPlot::draw),
            Offer.of(new GroupedAnalysis<>(new TrendAnalysis()), TrendGroups::draw),
            Offer.of(new TrendLevelAnalysis(), TrendLevelPlot::draw),
            Offer.of(new IndexAnalysis(), IndexPlot::draw),
            Offer.of(new AlertsAnalysis(), AlertsPlot::draw),
            Offer.of(new SurfaceAnalysis(), SurfacePlot::draw).with("geojson", SurfaceGeoJson::write),
            Offer.of(new SurfaceHoursAnalysis(), SurfaceHoursPlot::draw).with("frames", SurfaceFrames::write),
            Offer.of(new IndexSurfaceAnalysis(), IndexSurfacePlot::draw)
                    .with("geojson", IndexSurfaceGeoJson::write)
                    .with("frames", SurfaceFrames::write),
            Offer.of(new BackgroundAnalysis(), BackgroundPlot::draw),
            Offer.of(new EpisodesAnalysis(), EpisodesPlot::draw).with("html", EpisodePage::write),
            Offer.of(new GroupedAnalysis<>(new WindRoseAnalysis(WindRoseAnalysis.Rose.WIND)), WindRosePlot::draw),
            Offer.of(new GroupedAnalysis<>(new WindRoseAnalysis(WindRoseAnalysis.Rose.POLLUTION)), WindRosePlot::draw),
            Offer.of(new GroupedAnalysis<>(new PercentileRoseAnalysis()), PercentileRosePlot::draw),
            Offer.of(new GroupedAnalysis<>(new PolarFrequencyAnalysis()), PolarFrequencyPlot::draw),
            Offer.of(new GroupedAnalysis<>(new PolarAnalysis()), PolarPlot::draw)
                    .with("glyph", AirOffers::writeGlyph),
            Offer.of(new GroupedAnalysis<>(new SectorProbabilityAnalysis()), SectorProbabilityPlot::draw),
            Offer.of(new GroupedAnalysis<>(new WindRegressionAnalysis()), WindRegressionPlot::draw),
            Offer.of(new GroupedAnalysis<>(new AnnulusAnalysis()), AnnulusPlot::draw),
            Offer.of(new NormalisedTrendAnalysis(), NormalisedTrendPlot::draw),
            Offer.of(new SourcesAnalysis(), SourcesPlot::draw).with("geojson", SourcesGeoJson::write),
            Offer.of(new DirectionsAnalysis(), DirectionsPlot::draw),
            Offer.of(new TrajectoriesAnalysis(), TrajectoriesPlot::draw),
            Offer.of(new ClusterAnalysis(), ClusterPlot::draw));

    private AirOffers() {}

    /// SVG without a background, to be laid on a map.
    private static void writeGlyph(GroupedFinding<PolarAnalysis.Found> found, Style style, OutputStream out)
            throws IOException {
        if (found.isGrouped()) {
            throw new BadSetting("by: expected none for a glyph, which shows one surface");
        }
        out.write(SvgCanvas.write(PolarPlot.glyph(found.first(), style), 0).getBytes(StandardCharsets.UTF_8));
    }

    public static List<Offer<AirData, ?>> list() {
        return ALL;
    }

    public static Optional<Offer<AirData, ?>> find(String id) {
        return ALL.stream().filter(offer -> offer.analysis().id().equals(id)).findFirst();
    }
}
