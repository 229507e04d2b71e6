package org.dosi.product.air.page;

import java.util.List;
import org.dosi.product.plot.Drawing;
import org.dosi.product.plot.Style;
import org.dosi.product.plot.SvgCanvas;

/// A page of its own for reading and for printing on A4: no script, nothing from elsewhere, plots inside.
///
/// Made by one thread: text is appended section by section, then [#html] gives the whole.
final class HtmlPage {
    private static final String CSS = """
            :root { color-scheme: light dark; }
            * { box-sizing: border-box; }
            body { margin: 0; background: %1$s; color: %2$s; word-break: keep-all; overflow-wrap: anywhere;
              font: 400 15px/1.6 Pretendard, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif;
              font-variant-numeric: tabular-nums; }
            main { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
            h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; letter-spacing: -.01em; }
            h2 { font-size: 1.1rem; margin: 1.9rem 0 .5rem; }
            p { margin: .5rem 0; } .lead { font-size: 1.12rem; line-height: 1.55; }
            .muted, figcaption, footer { color: %3$s; font-size: .82rem; }
            figure { margin: 1rem 0; overflow-x: auto; } svg { display: block; max-width: 100%%; height: auto; }
            .wide { overflow-x: auto; } .wide td, .wide th { overflow-wrap: normal; } td.t { min-width: 7rem; }
            table { border-collapse: collapse; width: 100%%; font-size: .86rem; }
            th, td { text-align: left; padding: .32rem .5rem; border-bottom: 1px solid %4$s; vertical-align: top; }
            th { font-weight: 600; vertical-align: bottom; } .n { text-align: right; } .s { white-space: nowrap; }
            footer { margin-top: 2.5rem; border-top: 1px solid %4$s; padding-top: .75rem; }
            /* On a phone a plot is dragged sideways rather than made too small to read. */
            @media screen and (max-width: 600px) { figure svg { max-width: none !important; }
              table { font-size: .8rem; } th, td { padding: .3rem .35rem; } td.t.s, td.t { white-space: normal; min-width: 5rem; } }
            @page { size: A4; margin: 13mm 14mm; }
            @media print { body { background: #fff; color: #111; font-size: 10pt; } main { padding: 0; max-width: none; }
              h1 { font-size: 17pt; } h2 { break-after: avoid; margin: 5mm 0 1.5mm; } .lead { font-size: 10.5pt; line-height: 1.45; }
              figure { margin: 1.5mm 0; } figure, .wide { overflow: visible; } svg { max-height: 200mm; } figure, tr, p { break-inside: avoid; } .wide + p { break-before: avoid; } thead { display: table-header-group; }
              th, td { padding: .8mm 1.5mm; line-height: 1.4; } table { font-size: 8.6pt; }
              footer { margin-top: 4mm; padding-top: 1.5mm; break-before: avoid; } a { color: inherit; } }
            """;

    /// So few letters stay on one line of a table: a date and its hour.
    private static final int SHORT = 16;

    private final Style style;
    private final StringBuilder body = new StringBuilder();
    private final String title;

    /// @param below a quieter line under the title: place and time
    HtmlPage(String title, String below, Style style) {
        this.style = style;
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n");
        body.append("<p class=\"muted\">").append(escape(below)).append("</p>\n");
    }

    /// The sentence that says it all.
    HtmlPage lead(String text) {
        body.append("<p class=\"lead\">").append(escape(text)).append("</p>\n");
        return this;
    }

    HtmlPage heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    HtmlPage paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    HtmlPage note(String text) {
        body.append("<p class=\"muted\">").append(escape(text)).append("</p>\n");
        return this;
    }

    HtmlPage figure(Drawing drawing, String caption) {
        body.append("<figure>").append(SvgCanvas.write(drawing, style.theme().surface()));
        if (!caption.isBlank()) {
            body.append("<figcaption>").append(escape(caption)).append("</figcaption>");
        }
        body.append("</figure>\n");
        return this;
    }

    /// A table as wide as the page: long cells and headings are broken between words, so that paper cuts nothing off.
    ///
    /// @param numbers which columns hold numbers and stand on the right
    HtmlPage table(List<String> headings, List<List<String>> rows, List<Integer> numbers) {
        body.append("<div class=\"wide\"><table><thead><tr>");
        for (int i = 0; i < headings.size(); i++) {
            body.append(numbers.contains(i) ? "<th class=\"n\">" : "<th>");
            body.append(escape(headings.get(i))).append("</th>");
        }
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String kind = (numbers.contains(i) ? "n" : "t") + (row.get(i).length() <= SHORT ? " s" : "");
                body.append("<td class=\"").append(kind).append("\">");
                body.append(cell(row.get(i))).append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /// What it was made from, small at the end.
    HtmlPage footer(String text) {
        body.append("<footer>").append(escape(text)).append("</footer>\n");
        return this;
    }

    String html() {
        Style.Theme theme = style.theme();
        String css = CSS.formatted(css(theme.surface()), css(theme.ink()), css(theme.muted()), css(theme.grid()));
        String language = style.language() == Style.Language.KO ? "ko" : "en";
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style></head>
                <body><main>
                %s</main></body></html>
                """.formatted(language, escape(title), css, body);
    }

    private static String css(int colour) {
        return "#%06x".formatted(colour & 0xffffff);
    }

    /// For a place between tags. A number keeps its unit beside it on a line.
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("(?<=\\d) (?=%|µg/m³|ppm|ppb|m/s)", "\u00a0");
    }

    /// The same in a cell, where lines are short: dates and names are not broken at their hyphens.
    private static String cell(String text) {
        return escape(text).replaceAll("\\S*\\w-\\w\\S*", "<span class=\"s\">$0</span>");
    }
}
