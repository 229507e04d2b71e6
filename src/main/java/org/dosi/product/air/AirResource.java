package org.dosi.product.air;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Context;
import org.dosi.product.http.Query;
import org.dosi.product.offer.AnalysisResource;
import org.jspecify.annotations.Nullable;

/// Every analysis of the air over HTTP, on the server's store.
public final class AirResource {
    private static final Set<String> HEAVY = Set.of("sources", "report", "directions", "normalised-trend");

    private AirResource() {}

    public static AnalysisResource<AirData, StoreAirData.Choice> of(Context context) {
        return new AnalysisResource<>(context, "air", AirOffers.list(), new StationsOfStore(), HEAVY);
    }

    private static final class StationsOfStore implements AnalysisResource.Access<AirData, StoreAirData.Choice> {

        @Override
        public List<String> names() {
            return List.of(
                    "value", "station", "wind-station", "collection", "dataset", "from", "to", "as-of", "flagged");
        }

        @Override
        public StoreAirData.Choice choice(Query query) {
            @Nullable Instant asOf = query.findTime("as-of").orElse(null);
            return new StoreAirData.Choice(
                    query.find("value")
                            .map(text -> Arrays.asList(text.split(",")))
                            .orElse(List.of()),
                    query.find("station").orElse(null),
                    query.find("wind-station").orElse(null),
                    query.find("collection").orElse(null),
                    query.find("dataset").orElse(null),
                    query.window(TimeWindow.ALL),
                    asOf,
                    query.flag("flagged"));
        }

        @Override
        public AirData data(Context context, StoreAirData.Choice choice) {
            return new StoreAirData(
                    context.city(), context.store(), context.inventory().get(), choice, context.version());
        }
    }
}
