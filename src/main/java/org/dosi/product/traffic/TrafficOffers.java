package org.dosi.product.traffic;

import java.util.List;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.analysis.traffic.baseline.BaselineAnalysis;
import org.dosi.analysis.traffic.congestion.BottlenecksAnalysis;
import org.dosi.analysis.traffic.congestion.ReliabilityAnalysis;
import org.dosi.analysis.traffic.congestion.ScanAnalysis;
import org.dosi.analysis.traffic.environment.EmissionsAnalysis;
import org.dosi.analysis.traffic.environment.FlowsAnalysis;
import org.dosi.analysis.traffic.forecast.BacktestAnalysis;
import org.dosi.analysis.traffic.incidents.IncidentsAnalysis;
import org.dosi.analysis.traffic.patterns.ClustersAnalysis;
import org.dosi.analysis.traffic.patterns.PatternsAnalysis;
import org.dosi.product.offer.Offer;
import org.dosi.product.traffic.plot.BacktestPlot;
import org.dosi.product.traffic.plot.BaselinePlot;
import org.dosi.product.traffic.plot.BottlenecksPlot;
import org.dosi.product.traffic.plot.ClustersPlot;
import org.dosi.product.traffic.plot.IncidentsPlot;
import org.dosi.product.traffic.plot.LinkMapPlot;
import org.dosi.product.traffic.plot.PatternsPlot;
import org.dosi.product.traffic.plot.ReliabilityPlot;
import org.dosi.product.traffic.plot.ScanPlot;

/// Everything that can be asked about traffic: one line an analysis. The command line and the server are made from
/// this list.
public final class TrafficOffers {
    private static final List<Offer<TrafficData, ?>> ALL = List.of(
            Offer.of(new BaselineAnalysis(), BaselinePlot::draw),
            Offer.of(new PatternsAnalysis(), PatternsPlot::draw).with("geojson", PointsGeoJson::patterns),
            Offer.of(new ClustersAnalysis(), ClustersPlot::draw).with("geojson", PointsGeoJson::clusters),
            Offer.of(new ReliabilityAnalysis(), ReliabilityPlot::draw),
            Offer.of(new ScanAnalysis(), ScanPlot::draw),
            Offer.of(new BottlenecksAnalysis(), BottlenecksPlot::draw),
            Offer.of(new IncidentsAnalysis(), IncidentsPlot::draw),
            Offer.of(new BacktestAnalysis(), BacktestPlot::draw),
            Offer.of(new FlowsAnalysis(), LinkMapPlot::draw).with("geojson", LinkMapGeoJson::write),
            Offer.of(new EmissionsAnalysis(), LinkMapPlot::draw).with("geojson", LinkMapGeoJson::write));

    private TrafficOffers() {}

    public static List<Offer<TrafficData, ?>> list() {
        return ALL;
    }
}
