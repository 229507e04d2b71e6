package org.dosi.product.air;

import java.util.List;
import java.util.Optional;
import org.dosi.analysis.air.AverageAnalysis;
import org.dosi.analysis.air.ClusterAnalysis;
import org.dosi.analysis.air.DirectionsAnalysis;
import org.dosi.analysis.air.TrajectoriesAnalysis;

/// Everything that can be asked about the air: one line an analysis. The command line and the server are
/// made from this list.
public final class AirOffers {
    private static final List<Offer<?>> ALL = List.of(
            Offer.of(new AverageAnalysis(), AveragePlot::draw),
            Offer.of(new DirectionsAnalysis(), DirectionsPlot::draw),
            Offer.of(new TrajectoriesAnalysis(), TrajectoriesPlot::draw),
            Offer.of(new ClusterAnalysis(), ClusterPlot::draw));

    private AirOffers() {}

    public static List<Offer<?>> list() {
        return ALL;
    }

    public static Optional<Offer<?>> find(String id) {
        return ALL.stream().filter(offer -> offer.analysis().id().equals(id)).findFirst();
    }
}
