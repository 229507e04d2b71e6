package org.dosi.product;

import java.util.ArrayList;
import java.util.List;
import org.dosi.analysis.Coverage;
import org.dosi.analysis.Inventory;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Context;
import org.dosi.product.http.NotFound;
import org.dosi.product.http.Query;
import org.dosi.store.Cycle;
import org.dosi.store.DatastreamSummary;
import org.dosi.store.ProfileGroup;
import org.dosi.store.Slice;
import org.dosi.store.Thinned;
import org.dosi.store.ValueAt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Series for drawing, and their profile over the day, the week or the year.
final class SeriesResource {
    private static final int USUAL_WIDTH = 800;
    private static final int MOST_WIDTH = 10_000;
    private static final int MOST_FLAGGED = 2000;

    private final Context context;

    SeriesResource(Context context) {
        this.context = context;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/series"), this::series);
        routes.route(Answers.at("/api/profile"), this::profile);
    }

    private record FlaggedJson(List<Long> t, List<Double> value, List<String> quality, List<List<String>> reasons) {}

    private record SeriesJson(
            @Nullable String datastream,
            String property,
            String unit,
            long bucketSeconds,
            long[] t,
            double[] min,
            double[] mean,
            double[] max,
            long[] n,
            FlaggedJson flagged,
            long flaggedTotal) {}

    private ServerResponse series(ServerRequest request) {
        Query query = context.query(request, "datastream", "property", "collection", "from", "to", "width");
        int width = query.integer("width", USUAL_WIDTH, 1, MOST_WIDTH);
        if (query.has("datastream")) {
            if (query.has("property") || query.has("collection")) {
                throw new BadRequest("expected either datastream, or property with or without collection; found both");
            }
            return ofDatastream(request, query, width);
        }
        String property = context.property(query).id();
        String collection = ValueResource.collection(context, query);
        List<DatastreamSummary> streams = context.inventory().get().listOfProperty(property);
        TimeWindow window = query.window(whole(streams, property));
        Step step = streams.getFirst().datastream().step();
        Slice slice = Slice.ALL.ofProperty(property).in(window);
        Thinned thinned = CalendarSeries.applies(step, window, width)
                ? CalendarSeries.of(context.store(), good(slice), collection, step)
                : context.store().thinProperty(property, collection, window, width);
        FlaggedJson none = new FlaggedJson(List.of(), List.of(), List.of(), List.of());
        return Answers.json(request, json(null, property, ValueResource.unit(context, property), thinned, none, 0));
    }

    private ServerResponse ofDatastream(ServerRequest request, Query query, int width) {
        DatastreamSummary summary = context.datastream(query);
        var stream = summary.datastream();
        TimeWindow window =
                query.window(whole(List.of(summary), stream.property().id()));
        Slice slice = new Slice(null, null, null, stream.id(), window, null, true);
        Thinned thinned = CalendarSeries.applies(stream.step(), window, width)
                ? CalendarSeries.of(context.store(), good(slice), null, stream.step())
                : context.store().thin(stream.id(), window, width);
        List<ValueAt> flagged = context.store().listFlagged(stream.id(), window, MOST_FLAGGED);
        long total = flagged.size() < MOST_FLAGGED ? flagged.size() : countFlagged(slice);
        return Answers.json(
                request, json(stream.id(), stream.property().id(), stream.unit(), thinned, flagged(flagged), total));
    }

    private static SeriesJson json(
            @Nullable String datastream,
            String property,
            String unit,
            Thinned thinned,
            FlaggedJson flagged,
            long total) {
        return new SeriesJson(
                datastream,
                property,
                unit,
                thinned.bucketSeconds(),
                thinned.start(),
                thinned.min(),
                thinned.mean(),
                thinned.max(),
                thinned.count(),
                flagged,
                total);
    }

    private static Slice good(Slice slice) {
        return new Slice(
                slice.dataset(), slice.property(), slice.feature(), slice.datastream(), slice.window(), null, false);
    }

    /// From the first observation to the end of the last, and never empty.
    private static TimeWindow whole(List<DatastreamSummary> streams, String property) {
        Coverage coverage =
                Inventory.coverage(streams).orElseThrow(() -> new NotFound("observation of property", property));
        boolean instant = coverage.to().equals(coverage.from());
        return new TimeWindow(coverage.from(), instant ? coverage.to().plusSeconds(1) : coverage.to());
    }

    private long countFlagged(Slice slice) {
        long[] count = new long[1];
        context.store().scan(slice, (_, _, _, _, _, flags) -> count[0] += flags == 0 ? 0 : 1);
        return count[0];
    }

    private static FlaggedJson flagged(List<ValueAt> values) {
        FlaggedJson json = new FlaggedJson(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ValueAt value : values) {
            json.t.add(value.startSeconds());
            json.value.add(value.value());
            json.quality.add(Flag.quality(value.flags()).code());
            json.reasons.add(ValueResource.reasons(value.flags()));
        }
        return json;
    }

    private record ProfileJson(
            String by, int[] group, long[] n, double[] mean, double[] p25, double[] p50, double[] p75) {}

    private ServerResponse profile(ServerRequest request) {
        Query query = context.query(request, "datastream", "property", "from", "to", "by");
        Cycle by = query.choice("by", Cycle.class);
        String datastream = null;
        String property;
        List<DatastreamSummary> streams;
        if (query.has("datastream")) {
            DatastreamSummary summary = context.datastream(query);
            datastream = summary.datastream().id();
            property = summary.datastream().property().id();
            streams = List.of(summary);
        } else {
            property = context.property(query).id();
            streams = context.inventory().get().listOfProperty(property);
        }
        List<ProfileGroup> groups = context.store()
                .profile(property, datastream, query.window(whole(streams, property)), by, context.zone());
        return Answers.json(
                request,
                new ProfileJson(
                        query.get("by", ""),
                        groups.stream().mapToInt(ProfileGroup::group).toArray(),
                        groups.stream().mapToLong(ProfileGroup::count).toArray(),
                        groups.stream().mapToDouble(ProfileGroup::mean).toArray(),
                        groups.stream().mapToDouble(ProfileGroup::p25).toArray(),
                        groups.stream().mapToDouble(ProfileGroup::p50).toArray(),
                        groups.stream().mapToDouble(ProfileGroup::p75).toArray()));
    }
}
