package org.dosi.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dosi.analysis.Catalogue;
import org.dosi.analysis.Inventory;
import org.dosi.analysis.Kept;
import org.dosi.analysis.QualityReport;
import org.dosi.analysis.QualityReports;
import org.dosi.model.Dataset;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Json;
import org.dosi.product.http.Query;
import org.dosi.store.ImportRecord;
import org.dosi.store.Issues;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The data sets: what they hold, where they come from and how good they are.
final class CatalogueResource {
    private static final int USUAL_ISSUES = 100;
    private static final int MOST_ISSUES = 1000;
    private static final int USUAL_ROWS = 500;
    private static final int MOST_ROWS = 5000;

    private final Context context;
    private final Kept<Catalogue> catalogue;
    private final QualityReports reports;

    CatalogueResource(Context context, Kept<Catalogue> catalogue) {
        this.context = context;
        this.catalogue = catalogue;
        this.reports = new QualityReports(context.store(), context.inventory(), context.zone());
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/datasets"), this::datasets);
        routes.route(Answers.at("/api/dataset"), this::dataset);
        routes.route(Answers.at("/api/quality"), this::quality);
        routes.route(Answers.at("/api/issues"), this::issues);
    }

    private record ImportJson(
            long id,
            String file,
            String sha256,
            long bytes,
            String at,
            String source,
            int adapterVersion,
            long read,
            long stored,
            long unchanged,
            long rejected,
            long missing,
            long issues) {}

    private record DatasetJson(
            String id,
            Name title,
            Name description,
            Name publisher,
            String origin,
            String licence,
            @Nullable String licenceUrl,
            @Nullable String from,
            @Nullable String to,
            double @Nullable [] bbox,
            List<String> properties,
            long features,
            long datastreams,
            long observations,
            long flagged,
            @Nullable Double completeness,
            @Nullable String updated,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ImportJson> imports) {}

    private ServerResponse datasets(ServerRequest request) {
        context.query(request);
        return Answers.json(
                request,
                catalogue.get().entries().stream()
                        .map(entry -> json(entry, null))
                        .toList());
    }

    private ServerResponse dataset(ServerRequest request) {
        String id = context.query(request, "id").get("id", "the id of a data set");
        Catalogue.Entry entry = catalogue.get().find(id).orElseThrow(() -> context.unknownDataset(id));
        return Answers.json(
                request,
                json(
                        entry,
                        entry.imports().stream().map(CatalogueResource::json).toList()));
    }

    private static DatasetJson json(Catalogue.Entry entry, @Nullable List<ImportJson> imports) {
        Dataset dataset = entry.dataset();
        return new DatasetJson(
                dataset.id(),
                dataset.title(),
                dataset.description(),
                dataset.publisher(),
                dataset.origin(),
                dataset.licence(),
                dataset.licenceUrl(),
                Json.from(entry.coverage()),
                Json.to(entry.coverage()),
                Json.box(entry.box()),
                entry.properties(),
                entry.counts().features(),
                entry.counts().datastreams(),
                entry.counts().observations(),
                entry.counts().flagged(),
                Json.ratio(entry.completeness()),
                entry.imports().isEmpty()
                        ? null
                        : entry.imports().getLast().at().toString(),
                imports);
    }

    private static ImportJson json(ImportRecord record) {
        var counts = record.counts();
        return new ImportJson(
                record.id(),
                record.file(),
                record.sha256(),
                record.bytes(),
                record.at().toString(),
                record.source(),
                record.adapterVersion(),
                counts.read(),
                counts.stored(),
                counts.unchanged(),
                counts.rejected(),
                counts.missing(),
                record.issues());
    }

    private record ReasonJson(String code, Name name, String quality, long count) {}

    private record RowJson(
            String id,
            String feature,
            Name featureName,
            String property,
            long from,
            long to,
            long count,
            long flagged,
            List<@Nullable Double> completeness,
            Map<String, Long> flags) {}

    private record QualityJson(
            String dataset,
            List<String> months,
            List<@Nullable Double> completeness,
            List<ReasonJson> reasons,
            int datastreamsTotal,
            List<RowJson> datastreams) {}

    private ServerResponse quality(ServerRequest request) {
        Query query = context.query(request, "dataset", "limit", "offset");
        String id = context.dataset(query.get("dataset", "the id of a data set"));
        int limit = query.integer("limit", USUAL_ROWS, 1, MOST_ROWS);
        int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
        Inventory inventory = context.inventory().get();
        QualityReport report = reports.get(id);
        return Answers.json(
                request,
                new QualityJson(
                        id,
                        report.months().stream().map(YearMonth::toString).toList(),
                        Arrays.stream(report.completenessByMonth())
                                .<@Nullable Double>mapToObj(Json::ratio)
                                .toList(),
                        report.reasons().stream().map(CatalogueResource::reason).toList(),
                        report.datastreams().size(),
                        report.datastreams().stream()
                                .skip(offset)
                                .limit(limit)
                                .map(row -> row(row, inventory))
                                .toList()));
    }

    private static ReasonJson reason(QualityReport.Reason reason) {
        return new ReasonJson(
                reason.flag().code(),
                reason.flag().label(),
                reason.flag().quality().code(),
                reason.count());
    }

    private static RowJson row(QualityReport.Row row, Inventory inventory) {
        var stream = row.summary().datastream();
        TreeMap<String, Long> flags = new TreeMap<>();
        row.flags().forEach((flag, count) -> flags.put(flag.code(), count));
        return new RowJson(
                stream.id(),
                stream.feature(),
                inventory
                        .findFeature(stream.feature())
                        .map(FeatureOfInterest::name)
                        .orElseGet(() -> Name.of(stream.feature())),
                stream.property().id(),
                row.summary().from().getEpochSecond(),
                row.summary().to().getEpochSecond(),
                row.summary().count(),
                row.summary().flagged(),
                IntStream.range(0, row.expected().length)
                        .<@Nullable Double>mapToObj(month -> Json.ratio(row.completeness(month)))
                        .toList(),
                flags);
    }

    private record IssueJson(
            @JsonProperty("import") long importId,
            String dataset,
            String file,
            @Nullable String sheet,
            long line,
            @Nullable String column,
            String element,
            String expected,
            String found,
            long observations) {}

    private record IssuesJson(long total, long observations, List<IssueJson> issues) {}

    private ServerResponse issues(ServerRequest request) {
        Query query = context.query(request, "dataset", "limit", "offset");
        String dataset = query.find("dataset").map(context::dataset).orElse(null);
        int limit = query.integer("limit", USUAL_ISSUES, 1, MOST_ISSUES);
        int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
        Issues found = context.store().listIssues(dataset, limit, offset);
        return Answers.json(
                request,
                new IssuesJson(
                        found.total(),
                        found.observations(),
                        found.page().stream().map(CatalogueResource::json).toList()));
    }

    private static IssueJson json(Issues.Entry entry) {
        var issue = entry.issue();
        var place = issue.place();
        return new IssueJson(
                entry.importId(),
                entry.dataset(),
                place.file(),
                place.sheet(),
                place.line(),
                place.column(),
                issue.element().code(),
                issue.expected(),
                issue.found(),
                issue.observations());
    }
}
