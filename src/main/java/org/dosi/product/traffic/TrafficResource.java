package org.dosi.product.traffic;

import java.util.List;
import java.util.Set;
import org.dosi.analysis.traffic.StoreTrafficData;
import org.dosi.analysis.traffic.TrafficData;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Context;
import org.dosi.product.http.Query;
import org.dosi.product.offer.AnalysisResource;

/// Every analysis of traffic over HTTP, on the server's store.
public final class TrafficResource {
    private static final Set<String> HEAVY = Set.of("backtest", "forecast", "report");

    private TrafficResource() {}

    public static AnalysisResource<TrafficData, StoreTrafficData.Choice> of(Context context) {
        return new AnalysisResource<>(context, "traffic", TrafficOffers.list(), new DetectorsOfStore(), HEAVY);
    }

    private static final class DetectorsOfStore
            implements AnalysisResource.Access<TrafficData, StoreTrafficData.Choice> {

        @Override
        public List<String> names() {
            return List.of("property", "dataset", "from", "to", "as-of", "flagged");
        }

        @Override
        public StoreTrafficData.Choice choice(Query query) {
            return new StoreTrafficData.Choice(
                    query.find("property").orElse(null),
                    query.find("dataset").orElse(null),
                    query.window(TimeWindow.ALL),
                    query.findTime("as-of").orElse(null),
                    query.flag("flagged"));
        }

        @Override
        public TrafficData data(Context context, StoreTrafficData.Choice choice) {
            return new StoreTrafficData(
                    context.city(), context.store(), context.inventory().get(), choice, context.version());
        }
    }
}
