package org.dosi.product;

import java.time.LocalDate;
import java.util.List;
import org.dosi.analysis.CalendarDays;
import org.dosi.analysis.CityOverview;
import org.dosi.analysis.Kept;
import org.dosi.analysis.PropertyOverview;
import org.dosi.model.Category;
import org.dosi.model.Name;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Context;
import org.dosi.product.http.Json;
import org.dosi.product.http.Query;
import org.dosi.product.text.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// What the city is, and what is observed in it.
final class CityResource {
    private final Context context;
    private final Kept<CityOverview> overview;
    private final Kept<List<PropertyJson>> properties;

    CityResource(Context context) {
        this.context = context;
        this.overview = new Kept<>(
                context.store(),
                () -> CityOverview.of(context.city(), context.inventory().get()));
        this.properties = new Kept<>(
                context.store(),
                () -> PropertyOverview.listAll(
                                context.store(), context.inventory().get())
                        .stream()
                        .map(CityResource::property)
                        .toList());
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/city"), this::city);
        routes.route(Answers.at("/api/properties"), this::properties);
        routes.route(Answers.at("/api/calendar"), this::calendar);
    }

    private record CityJson(
            Name name,
            String zone,
            double @Nullable [] bbox,
            double[] centre,
            @Nullable String from,
            @Nullable String to,
            long observations,
            String version) {}

    private ServerResponse city(ServerRequest request) {
        context.query(request);
        CityOverview found = overview.get();
        var city = context.city();
        return Answers.json(
                request,
                new CityJson(
                        city.name(),
                        city.zone().getId(),
                        Json.box(found.box()),
                        new double[] {city.centreLon(), city.centreLat()},
                        Json.from(found.coverage()),
                        Json.to(found.coverage()),
                        found.observations(),
                        context.version()));
    }

    private record PropertyJson(
            String id,
            Name name,
            String unit,
            String unitLabel,
            Name unitName,
            String step,
            long from,
            long to,
            List<String> collections,
            int datastreams,
            List<String> datasets,
            @Nullable String parent,
            @Nullable List<Category> categories) {}

    private ServerResponse properties(ServerRequest request) {
        context.query(request);
        return Answers.json(request, properties.get());
    }

    private static PropertyJson property(PropertyOverview overview) {
        var property = overview.property();
        Name unit = Units.label(overview.unit());
        return new PropertyJson(
                property.id(),
                property.name(),
                overview.unit(),
                unit.en(),
                unit,
                overview.step().iso(),
                overview.coverage().from().getEpochSecond(),
                overview.coverage().to().getEpochSecond(),
                overview.collections(),
                overview.datastreams(),
                overview.datasets(),
                property.parentId(),
                property.categories().isEmpty() ? null : property.categories());
    }

    private record DayJson(String date, Name name, boolean substitute) {}

    private ServerResponse calendar(ServerRequest request) {
        Query query = context.query(request, "from", "to");
        LocalDate from = query.date("from");
        LocalDate to = query.date("to");
        if (!from.isBefore(to)) {
            throw new BadRequest("to", "a date after from (" + from + ")", to.toString());
        }
        return Answers.json(
                request,
                CalendarDays.between(from, to).stream()
                        .map(day -> new DayJson(day.date().toString(), day.name(), day.substitute()))
                        .toList());
    }
}
