package org.dosi.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.Catalogue;
import org.dosi.analysis.Kept;
import org.dosi.model.Name;
import org.dosi.store.ImportRecord;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The catalogue as DCAT 3 in JSON-LD: lineage in PROV with SPDX checksums, completeness in DQV.
final class Dcat {
    private static final Map<String, Object> PREFIXES = Json.object(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "prov", "http://www.w3.org/ns/prov#",
            "spdx", "http://spdx.org/rdf/terms#",
            "dqv", "http://www.w3.org/ns/dqv#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "geo", "http://www.opengis.net/ont/geosparql#");

    private final Context context;
    private final Kept<Catalogue> catalogue;

    Dcat(Context context, Kept<Catalogue> catalogue) {
        this.context = context;
        this.catalogue = catalogue;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/catalog"), this::catalogue);
    }

    private ServerResponse catalogue(ServerRequest request) {
        Format.jsonLd(context.query(request, "f"));
        String base = Link.base(request);
        Name city = context.city().name();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", PREFIXES);
        document.put("@id", base + "/catalog");
        document.put("@type", "dcat:Catalog");
        document.put("dct:title", texts(new Name(city.ko() + " 도시 데이터", "City data of " + city.en())));
        document.put("dct:language", List.of("ko", "en"));
        document.put(
                "dcat:dataset",
                catalogue.get().entries().stream()
                        .map(entry -> dataset(base, entry))
                        .toList());
        document.put("dcat:service", service(base));
        return Answers.json(request, Answers.JSON_LD, document);
    }

    private static Map<String, Object> service(String base) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("@id", base + "/");
        service.put("@type", "dcat:DataService");
        service.put("dct:title", "OGC API – Features");
        service.put("dct:conformsTo", id("http://www.opengis.net/spec/ogcapi-features-1/1.0"));
        service.put("dcat:endpointURL", id(base + "/"));
        service.put("dcat:endpointDescription", id(base + "/api"));
        return service;
    }

    private static Map<String, Object> dataset(String base, Catalogue.Entry entry) {
        var dataset = entry.dataset();
        String about = base + "/api/dataset?id=" + Link.encode(dataset.id());
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", about);
        node.put("@type", "dcat:Dataset");
        node.put("dct:identifier", dataset.id());
        node.put("dct:title", texts(dataset.title()));
        node.put("dct:description", texts(dataset.description()));
        node.put("dct:publisher", Json.object("@type", "foaf:Agent", "foaf:name", texts(dataset.publisher())));
        node.put("dct:source", dataset.origin());
        dataset.findLicenceUrl().ifPresent(url -> node.put("dct:license", id(url)));
        node.put("dct:rights", Json.object("@type", "dct:RightsStatement", "dct:description", dataset.licence()));
        node.put("dcat:keyword", entry.properties());
        entry.coverage()
                .ifPresent(span -> node.put(
                        "dct:temporal",
                        Json.object(
                                "@type", "dct:PeriodOfTime",
                                "dcat:startDate", time(span.from().toString()),
                                "dcat:endDate", time(span.to().toString()))));
        entry.box()
                .ifPresent(box -> node.put(
                        "dct:spatial",
                        Json.object(
                                "@type",
                                "dct:Location",
                                "dcat:bbox",
                                Json.object("@type", "geo:wktLiteral", "@value", wkt(box)))));
        if (!entry.imports().isEmpty()) {
            node.put("dct:modified", time(entry.imports().getLast().at().toString()));
            node.put(
                    "prov:wasDerivedFrom",
                    entry.imports().stream().map(Dcat::file).toList());
        }
        if (!Double.isNaN(entry.completeness())) {
            node.put("dqv:hasQualityMeasurement", completeness(entry.completeness()));
        }
        node.put("dcat:distribution", distributions(about, base, dataset.id()));
        return node;
    }

    private static List<Map<String, Object>> distributions(String about, String base, String dataset) {
        List<Map<String, Object>> distributions = new ArrayList<>();
        distributions.add(distribution(about, "Summary and lineage"));
        distributions.add(
                distribution(base + "/api/quality?dataset=" + Link.encode(dataset), "Quality after ISO 19157"));
        return distributions;
    }

    private static Map<String, Object> distribution(String address, String title) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "dcat:Distribution");
        node.put("dct:title", title);
        node.put("dcat:accessURL", id(address));
        node.put("dcat:mediaType", id("https://www.iana.org/assignments/media-types/application/json"));
        return node;
    }

    /// A file that was brought in: which, when, by what.
    private static Map<String, Object> file(ImportRecord record) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "prov:Entity");
        node.put("dct:title", record.file());
        node.put(
                "dcat:byteSize",
                Json.object("@type", "xsd:nonNegativeInteger", "@value", Long.toString(record.bytes())));
        node.put(
                "spdx:checksum",
                Json.object(
                        "@type", "spdx:Checksum",
                        "spdx:algorithm", id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
                        "spdx:checksumValue", Json.object("@type", "xsd:hexBinary", "@value", record.sha256())));
        node.put("prov:generatedAtTime", time(record.at().toString()));
        node.put(
                "prov:wasAttributedTo",
                Json.object(
                        "@type",
                        "prov:SoftwareAgent",
                        "foaf:name",
                        "dosi source %s, version %d".formatted(record.source(), record.adapterVersion())));
        return node;
    }

    private static Map<String, Object> completeness(double value) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "dqv:QualityMeasurement");
        node.put(
                "dqv:isMeasurementOf",
                Json.object(
                        "@type", "dqv:Metric",
                        "dct:title", "Completeness after ISO 19157: good observations over expected ones"));
        node.put("dqv:value", Json.object("@type", "xsd:double", "@value", String.valueOf(Json.ratio(value))));
        return node;
    }

    private static String wkt(Envelope box) {
        return new GeometryFactory().toGeometry(box).toText();
    }

    private static Map<String, Object> id(String address) {
        return Json.object("@id", address);
    }

    private static Map<String, Object> time(String iso) {
        return Json.object("@type", "xsd:dateTime", "@value", iso);
    }

    private static List<Map<String, Object>> texts(Name name) {
        return List.of(
                Json.object("@language", "ko", "@value", name.ko()),
                Json.object("@language", "en", "@value", name.en()));
    }
}
