package org.dosi.product.traffic;

import java.util.List;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.analysis.traffic.incidents.IncidentsAnalysis;
import org.dosi.product.offer.Offer;
import org.dosi.product.traffic.plot.IncidentsPlot;

/// Everything that can be asked about traffic: one line an analysis. The command line and the server are made from
/// this list.
public final class TrafficOffers {
    private static final List<Offer<TrafficData, ?>> ALL =
            List.of(Offer.of(new IncidentsAnalysis(), IncidentsPlot::draw));

    private TrafficOffers() {}

    public static List<Offer<TrafficData, ?>> list() {
        return ALL;
    }
}
