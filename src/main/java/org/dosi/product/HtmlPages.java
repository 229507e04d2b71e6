package org.dosi.product;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dosi.analysis.Coverage;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.product.http.Link;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.util.HtmlUtils;

/// The OGC resources for a person with a browser: small pages in Korean and English, without scripts, which
/// lead to the JSON and to the map.
final class HtmlPages {
    private static final String FRAME = """
            <!doctype html>
            <html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title><style>
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;display:block;overflow-x:auto}
            th,td{text-align:left;vertical-align:top;padding:.3rem 1.2rem .3rem 0;border-bottom:1px solid #8884}
            td.n{text-align:right;font-variant-numeric:tabular-nums}
            small,nav{opacity:.75}nav a{margin-right:1rem}
            </style></head><body><nav><a href="/">지도 · Map</a><a href="/?f=html">API</a>%2$s</nav>
            <h1>%1$s</h1>
            %3$s</body></html>
            """;

    private HtmlPages() {}

    static byte[] landing(Name city, List<Link> links) {
        StringBuilder body = new StringBuilder("<p>도시에서 관측한 것과 그 출처를 OGC API – Features로 제공합니다.<br>"
                + "<span lang=\"en\">What is observed in the city, and where it comes from.</span></p>\n<ul>\n");
        for (Link link : links) {
            body.append("<li>").append(link(link.href(), link.title())).append(" <small>");
            body.append(text(link.type())).append("</small></li>\n");
        }
        return page("Dosi 도시: " + city.ko() + " " + city.en(), "", body.append("</ul>\n"));
    }

    static byte[] collections(List<CollectionView> views) {
        StringBuilder body = new StringBuilder(
                "<table><tr><th>모음 · Collection</th><th>피처 · Features</th><th>기간 · Time</th><th></th></tr>\n");
        for (CollectionView view : views) {
            body.append("<tr><td>").append(link(path(view) + "?f=html", both(title(view))));
            body.append("</td><td class=\"n\">").append("%,d".formatted(view.size()));
            body.append("</td><td>").append(time(view.coverage()));
            body.append("</td><td>")
                    .append(link(path(view) + "/items?f=json", "GeoJSON"))
                    .append("</td></tr>\n");
        }
        String json = link("/collections?f=json", "JSON");
        return page("피처 모음 · Feature collections", json, body.append("</table>\n"));
    }

    static byte[] collection(CollectionView view) {
        StringBuilder body = new StringBuilder("<table>\n");
        row(body, "id", text(view.collection().id()));
        row(body, "피처 · Features", link(path(view) + "/items?f=html", "%,d".formatted(view.size())));
        row(body, "범위 · Extent", view.box().map(HtmlPages::box).orElse("–"));
        row(body, "기간 · Time", time(view.coverage()));
        row(body, "속성 · Attributes", text(String.join(", ", view.keys())));
        row(body, "자료 · Data", link(path(view) + "/items?f=json", "GeoJSON"));
        return page(both(title(view)), link(path(view) + "?f=json", "JSON"), body.append("</table>\n"));
    }

    /// @param matched how many fit in all
    /// @param links to this page in GeoJSON, and to the pages before and after
    static byte[] items(CollectionView view, List<FeatureOfInterest> features, int matched, List<Link> links) {
        StringBuilder body = new StringBuilder(
                "<p>%,d / %,d</p>\n<table><tr><th>id</th><th>이름 · Name</th>".formatted(features.size(), matched));
        view.keys().forEach(key -> body.append("<th>").append(text(key)).append("</th>"));
        body.append("</tr>\n");
        for (FeatureOfInterest feature : features) {
            String address = path(view) + "/items/" + Link.encode(feature.id());
            body.append("<tr><td>").append(link(address, feature.id()));
            body.append("</td><td>").append(text(both(feature.name()))).append("</td>");
            for (String key : view.keys()) {
                String value = feature.attributes().getOrDefault(key, "");
                body.append("<td>").append(text(value)).append("</td>");
            }
            body.append("</tr>\n");
        }
        StringBuilder nav = new StringBuilder(link(path(view) + "?f=html", both(title(view))));
        links.forEach(link -> nav.append(link(link.href(), link.title())));
        return page(both(title(view)), nav.toString(), body.append("</table>\n"));
    }

    private static byte[] page(String title, String nav, CharSequence body) {
        return FRAME.formatted(text(title), nav, body).getBytes(StandardCharsets.UTF_8);
    }

    private static Name title(CollectionView view) {
        return view.collection().title();
    }

    private static String path(CollectionView view) {
        return "/collections/" + view.collection().id();
    }

    private static void row(StringBuilder body, String head, String html) {
        body.append("<tr><th>%s</th><td>%s</td></tr>%n".formatted(head, html));
    }

    private static String box(Envelope box) {
        return "%.4f, %.4f – %.4f, %.4f".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private static String time(Optional<Coverage> coverage) {
        return coverage.map(span -> span.from() + " – " + span.to()).orElse("–");
    }

    private static String both(Name name) {
        return name.ko().equals(name.en()) ? name.ko() : name.ko() + " · " + name.en();
    }

    private static String link(String address, String words) {
        return "<a href=\"%s\">%s</a>".formatted(text(address), text(words));
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
