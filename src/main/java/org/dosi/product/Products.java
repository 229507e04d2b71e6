package org.dosi.product;

import org.dosi.analysis.Catalogue;
import org.dosi.analysis.City;
import org.dosi.analysis.Kept;
import org.dosi.product.air.AirResource;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Freshness;
import org.dosi.product.http.Problems;
import org.dosi.product.traffic.TrafficResource;
import org.dosi.store.ObservationStore;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Every route that the server answers, in the order in which they are tried.
public final class Products {

    private Products() {}

    /// All of them, over one store.
    ///
    /// @param version of the program
    public static RouterFunction<ServerResponse> routes(City city, ObservationStore store, String version) {
        Context context = Context.of(city, store, version);
        Kept<Catalogue> catalogue =
                new Kept<>(store, () -> Catalogue.of(store, context.inventory().get(), city));
        PageFiles page = new PageFiles();
        OgcFeatures ogc = new OgcFeatures(context, page);

        RouterFunctions.Builder data = RouterFunctions.route();
        ogc.addTo(data);
        new CityResource(context).addTo(data);
        new ValueResource(context).addTo(data);
        new DownloadResource(context).addTo(data);
        new FilmResource(context).addTo(data);
        new SeriesResource(context).addTo(data);
        new FeatureResource(context).addTo(data);
        new CatalogueResource(context, catalogue).addTo(data);
        new Dcat(context, catalogue).addTo(data);
        AirResource.of(context).addTo(data);
        TrafficResource.of(context).addTo(data);
        data.filter(new Freshness(store));

        // The map page and its files have tags of their own, from their content.
        return RouterFunctions.route()
                .add(data.build())
                .route(Answers.at("/"), ogc::landing)
                .route(Answers.at("/{*path}"), page::file)
                .onError(_ -> true, Problems::answer)
                .build();
    }
}
