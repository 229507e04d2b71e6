package org.dosi.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.analysis.Catalogue;
import org.dosi.analysis.Coverage;
import org.dosi.analysis.Kept;
import org.dosi.model.Name;
import org.dosi.product.http.Answers;
import org.dosi.product.http.Context;
import org.dosi.product.http.Format;
import org.dosi.product.http.Json;
import org.dosi.product.http.Link;
import org.dosi.store.ImportRecord;
import org.locationtech.jts.geom.Envelope;
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

    private static final String LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";

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
        document.put(
                "dct:description",
                texts(new Name(
                        "도시에서 관측한 자료, 그 품질과 출처",
                        "What is observed in the city, how good it is, and where it comes from")));
        document.put("dct:publisher", Json.object("@type", "foaf:Agent", "foaf:name", "Dosi 도시"));
        document.put("dct:language", List.of(id(LANGUAGE + "ko"), id(LANGUAGE + "en")));
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
        node.put("foaf:page", List.of(id(about), id(base + "/api/quality?dataset=" + Link.encode(dataset.id()))));
        origin(node, dataset.origin());
        dataset.findLicenceUrl().ifPresent(url -> node.put("dct:license", id(url)));
        node.put("dct:rights", Json.object("@type", "dct:RightsStatement", "dct:description", dataset.licence()));
        node.put("dcat:keyword", entry.properties());
        entry.coverage().ifPresent(span -> node.put("dct:temporal", period(span)));
        entry.box().ifPresent(box -> node.put("dct:spatial", place(box)));
        if (!entry.imports().isEmpty()) {
            node.put("dct:modified", time(entry.imports().getLast().at().toString()));
            node.put("dct:provenance", provenance(entry.imports().size()));
            node.put(
                    "prov:wasDerivedFrom",
                    entry.imports().stream().map(Dcat::file).toList());
            node.put(
                    "prov:wasGeneratedBy",
                    entry.imports().stream().map(Dcat::reading).toList());
        }
        if (entry.counts().observations() > 0) {
            node.put("dqv:hasQualityMeasurement", measurements(about, base, entry));
        }
        node.put("dcat:distribution", distributions(base, entry));
        return node;
    }

    /// An address is a page to go to; a plain file may say anything else.
    private static void origin(Map<String, Object> node, String origin) {
        if (origin.matches("https?://\\S+")) {
            node.put("dcat:landingPage", id(origin));
        } else {
            node.put("dct:source", origin);
        }
    }

    private static Map<String, Object> period(Coverage span) {
        return Json.object(
                "@type", "dct:PeriodOfTime",
                "dcat:startDate", time(span.from().toString()),
                "dcat:endDate", time(span.to().toString()));
    }

    /// The box of one place is a point, and no polygon.
    private static Map<String, Object> place(Envelope box) {
        if (box.getWidth() == 0 && box.getHeight() == 0) {
            String point = "POINT (%s %s)".formatted(Json.degrees(box.getMinX()), Json.degrees(box.getMinY()));
            return Json.object(
                    "@type", "dct:Location", "dcat:centroid", Json.object("@type", "geo:wktLiteral", "@value", point));
        }
        return Json.object(
                "@type", "dct:Location", "dcat:bbox", Json.object("@type", "geo:wktLiteral", "@value", wkt(box)));
    }

    private static Map<String, Object> provenance(int files) {
        return Json.object(
                "@type",
                "dct:ProvenanceStatement",
                "dct:description",
                texts(new Name(
                        "원본 파일 %d개를 그대로 읽어 품질을 검사함: 파일마다 prov:wasDerivedFrom".formatted(files),
                        "Read as published from %d files, and checked: each is in prov:wasDerivedFrom"
                                .formatted(files))));
    }

    /// The features by collection; where there are observations, they too.
    private static List<Map<String, Object>> distributions(String base, Catalogue.Entry entry) {
        List<Map<String, Object>> distributions = new ArrayList<>();
        for (String collection : entry.collections()) {
            String items = base + "/collections/" + collection + "/items?f=json";
            distributions.add(
                    distribution(items, Link.GEO_JSON, "Features: " + collection + " (OGC API – Features)", base));
        }
        if (entry.counts().observations() > 0) {
            distributions.add(distribution(base + "/api", Link.JSON, "Observations by the API", base));
            String csv = base + "/api/observations?dataset="
                    + Link.encode(entry.dataset().id());
            Map<String, Object> file = distribution(csv, "text/csv", "Observations as CSV", base);
            file.put("dcat:downloadURL", id(csv));
            distributions.add(file);
        }
        return distributions;
    }

    private static Map<String, Object> distribution(String address, String mediaType, String title, String base) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "dcat:Distribution");
        node.put("dct:title", title);
        node.put("dcat:accessURL", id(address));
        node.put("dcat:accessService", id(base + "/"));
        node.put("dcat:mediaType", id(MEDIA_TYPE + mediaType));
        return node;
    }

    /// A file that was brought in.
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
        return node;
    }

    /// When a file was read, and by what.
    private static Map<String, Object> reading(ImportRecord record) {
        return Json.object(
                "@type",
                "prov:Activity",
                "prov:used",
                Json.object("@type", "prov:Entity", "dct:title", record.file()),
                "prov:endedAtTime",
                time(record.at().toString()),
                "prov:wasAssociatedWith",
                Json.object(
                        "@type",
                        "prov:SoftwareAgent",
                        "foaf:name",
                        "dosi source %s, version %d".formatted(record.source(), record.adapterVersion())));
    }

    private static List<Map<String, Object>> measurements(String about, String base, Catalogue.Entry entry) {
        List<Map<String, Object>> measurements = new ArrayList<>();
        if (!Double.isNaN(entry.completeness())) {
            measurements.add(measurement(
                    about,
                    metric(base, "completeness", "Completeness (ISO 19157): good observations over expected ones"),
                    Json.object("@type", "xsd:double", "@value", String.valueOf(Json.ratio(entry.completeness())))));
        }
        measurements.add(measurement(
                about,
                metric(base, "flagged", "Observations that quality control flagged"),
                Json.object(
                        "@type",
                        "xsd:integer",
                        "@value",
                        Long.toString(entry.counts().flagged()))));
        return measurements;
    }

    private static Map<String, Object> metric(String base, String name, String title) {
        return Json.object("@id", base + "/catalog#" + name, "@type", "dqv:Metric", "dct:title", title);
    }

    private static Map<String, Object> measurement(
            String about, Map<String, Object> metric, Map<String, Object> value) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "dqv:QualityMeasurement");
        node.put("dqv:computedOn", id(about));
        node.put("dqv:isMeasurementOf", metric);
        node.put("dqv:value", value);
        return node;
    }

    private static String wkt(Envelope box) {
        double west = Json.degrees(box.getMinX());
        double south = Json.degrees(box.getMinY());
        double east = Json.degrees(box.getMaxX());
        double north = Json.degrees(box.getMaxY());
        return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(west, south, east, north);
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
